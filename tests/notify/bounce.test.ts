import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/mail/bounce/route.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { readBounceReport } from '@/lib/notify/bounce-report.ts'
import { mailView } from '@/lib/notify/mailbox.ts'
import { queueMessage } from '@/lib/notify/queue-message.ts'
import { sendDueMail } from '@/lib/notify/send-queue.ts'
import { accepted, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
let reference: string
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  reference = await accepted(house, house.north.counsellor)
})
afterAll(() => house.end())
afterEach(() => {
  delete process.env.MAIL_BOUNCE_SECRET
})

interface Shape {
  readonly messageId?: string | null
  readonly action?: string
  readonly diagnostic?: string | null
  readonly original?: 'message/rfc822' | 'text/rfc822-headers' | null
  readonly outer?: string
  readonly lines?: '\r\n' | '\n'
}

/** A report as Postfix writes it. */
function report({ messageId = '<a1@operateur.example>', action = 'failed', diagnostic = 'smtp; 550 5.1.1 <zoe@example.org>:\n    No such user here', original = 'message/rfc822', outer = '', lines = '\r\n' }: Shape = {}): string {
  const returned = original === null ? [] : [
    '--B1=_x', 'Content-Description: Undelivered Message', `Content-Type: ${original}`, '',
    'Received: by mail.example', ...(messageId === null ? [] : [`Message-ID:`, ` ${messageId}`]), 'Subject: Votre =?UTF-8?Q?pr=C3=A9-bilan?=', '', 'Bonjour,', 'Message-ID: <forged@elsewhere.example>', '',
  ]
  return [
    'From: MAILER-DAEMON@mail.example (Mail Delivery System)', 'To: csp@operateur.example', ...(outer === '' ? [] : [outer]), 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="B1=_x"', '',
    'This is a MIME-encapsulated message.', '',
    '--B1=_x', 'Content-Type: text/plain; charset=us-ascii', '', 'I am sorry.', 'Action: failed', '',
    '--B1=_x', 'Content-Description: Delivery report', 'Content-Type: message/delivery-status', '',
    'Reporting-MTA: dns; mail.example', 'Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0100', '',
    'Final-Recipient: rfc822; zoe@example.org', `Action: ${action}`, 'Status: 5.1.1', ...(diagnostic === null ? [] : [`Diagnostic-Code: ${diagnostic}`]), '',
    ...returned, '--B1=_x--', 'after the end',
  ].join('\n').replaceAll('\n', lines)
}

describe('a report of non-delivery', () => {
  it('names the message and why it did not arrive, on one line', () => {
    const read = { kind: 'failed', messageIds: ['<a1@operateur.example>'], said: '550 5.1.1 <zoe@example.org>: No such user here' }
    expect(readBounceReport(report())).toEqual(read)
    expect(readBounceReport(report({ lines: '\n' }))).toEqual(read)
    expect(readBounceReport(report({ original: 'text/rfc822-headers' }))).toEqual(read)
  })

  it('gives the status where there is no other word, and the message it answers where nothing was returned', () => {
    expect(readBounceReport(report({ diagnostic: null }))).toMatchObject({ said: '5.1.1' })
    expect(readBounceReport(report({ original: null, outer: 'In-Reply-To: <a2@operateur.example>' }))).toMatchObject({ messageIds: ['<a2@operateur.example>'] })
  })

  it('of one that is late, relayed or delivered, says that nothing is lost', () => {
    for (const action of ['delayed', 'relayed', 'delivered', 'expanded']) expect(readBounceReport(report({ action })), action).toEqual({ kind: 'not_failed' })
    expect(readBounceReport(report({ action: 'Failed (permanently)' })).kind).toBe('failed')
  })

  it('is not an ordinary letter, nor one that names no message, nor a broken one', () => {
    expect(readBounceReport('Subject: bonjour\n\nAction: failed\nMessage-ID: <a1@operateur.example>\n')).toEqual({ kind: 'unreadable' })
    expect(readBounceReport(report({ messageId: null, original: null }))).toEqual({ kind: 'unreadable' })
    for (const broken of ['', '\n', '--B1=_x', 'Content-Type: multipart/report; boundary=x', report().slice(0, 400), report().replaceAll('boundary=', 'limit=')]) expect(readBounceReport(broken)).toEqual({ kind: 'unreadable' })
    const deep = `Content-Type: multipart/mixed; boundary=a\n\n--a\n`.repeat(2000)
    expect(readBounceReport(deep)).toEqual({ kind: 'unreadable' })
  })

  it('is read where its parts are encoded', () => {
    const status = 'Reporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; zoe@example.org\r\nAction: failed\r\nStatus: 5.2.2\r\n'
    const letter = `Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${Buffer.from(status).toString('base64')}\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <a3@operateur.example>\n\n--b--\n`
    expect(readBounceReport(letter)).toEqual({ kind: 'failed', messageIds: ['<a3@operateur.example>'], said: '5.2.2' })
  })
})

describe('the address that receives them', () => {
  const secret = 'k'.repeat(32)
  const post = (body: string, authorization: string | null = `Bearer ${secret}`) =>
    POST(new Request('http://localhost/api/mail/bounce', { method: 'POST', body, headers: authorization === null ? {} : { authorization } }))
  async function sentMail(): Promise<{ readonly id: string; readonly messageId: string }> {
    const queued = await queueMessage(house.north.counsellor, { reference, submissionId: randomUUID(), modelKey: null, to: 'zoe@example.org', keepAddress: false, subject: 'Votre pré-bilan', body: 'Bonjour' })
    if (queued.kind !== 'queued') throw new Error(queued.kind)
    await sendDueMail(() => false, { courier: () => Promise.resolve({ kind: 'sent' }), from: 'csp@operateur.example' })
    return { id: queued.mailId, messageId: (await mailView(house.north.counsellor, queued.mailId))!.messageId }
  }

  it('does not exist without its secret, and asks for it', async () => {
    expect((await post(report())).status).toBe(404)
    process.env.MAIL_BOUNCE_SECRET = secret
    for (const authorization of [null, 'Bearer', `Basic ${secret}`, `Bearer ${'k'.repeat(31)}`, `Bearer ${secret}k`]) {
      expect((await post(report(), authorization)).status, String(authorization)).toBe(401)
    }
  })

  it('marks the e-mail as returned, once, on its file', async () => {
    process.env.MAIL_BOUNCE_SECRET = secret
    const { id, messageId } = await sentMail()
    expect(await (await post(report({ messageId, action: 'delayed' }))).json()).toEqual({ outcome: 'not_failed' })
    expect(await mailView(house.north.counsellor, id)).toMatchObject({ state: 'sent' })
    expect(await (await post(report({ messageId }))).json()).toEqual({ outcome: 'recorded' })
    expect(await mailView(house.north.counsellor, id)).toMatchObject({ state: 'bounced', failure: 'reported', serverSaid: '550 5.1.1 <zoe@example.org>: No such user here' })
    expect(await (await post(report({ messageId }))).json()).toEqual({ outcome: 'nothing_to_record' })
    const read = (await history(house.north.counsellor, reference))!
    expect(read.entries.filter(({ action }) => action === 'mail.bounced')).toHaveLength(1)
    expect(read.chain.verified).toBe(true)
  })

  it('knows no message of others, and reads nothing else nor anything endless', async () => {
    process.env.MAIL_BOUNCE_SECRET = secret
    expect(await (await post(report({ messageId: '<nobody@elsewhere.example>' }))).json()).toEqual({ outcome: 'nothing_to_record' })
    expect((await post('Subject: bonjour\n\nrien')).status).toBe(400)
    expect((await post('x'.repeat(1_000_001))).status).toBe(413)
  })
})
