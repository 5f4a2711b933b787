import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { courierOf, type Courier } from '@/lib/notify/courier.ts'
import { cancelMail, mailbox, mailView, recordBounce, tryAgain } from '@/lib/notify/mailbox.ts'
import { draftMessage, MOST_A_DAY, queueMessage, queueMessages, type MessageInput } from '@/lib/notify/queue-message.ts'
import { sendDueMail } from '@/lib/notify/send-queue.ts'
import { accepted, opening, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'
import { mailServer, type MailServer } from './mail-server.ts'

let house: TwoOffices
let server: MailServer
let reference: string
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  reference = await accepted(house, house.north.counsellor, { person: { ...opening().person, firstName: 'Zoé 🌻', lastName: 'Lefèvre "la brave"', email: 'zoe@example.org' } })
})
afterAll(() => house.end())
beforeEach(async () => {
  server = await mailServer()
  await house.owner.query(`update mail set state = 'cancelled', lease_until = null where state in ('queued', 'sending')`)
  // Each test begins on a day on which nobody was written to yet.
  await house.owner.query(`update mail set queued_at = queued_at - interval '2 days'`)
})
afterEach(() => server.close())

const never = () => false
const from = 'csp@operateur.example'
const send = (courier: Courier = courierOf({ SMTP_URL: server.url }, { patience: 400 })) => sendDueMail(never, { courier, from })
const message = (changes: Partial<MessageInput> = {}): MessageInput => ({
  reference, submissionId: randomUUID(), modelKey: null, to: 'zoe@example.org', keepAddress: false, subject: 'Votre pré-bilan', body: 'Bonjour,\nà bientôt.', ...changes,
})
async function queued(changes: Partial<MessageInput> = {}): Promise<string> {
  const outcome = await queueMessage(house.north.counsellor, message(changes))
  if (outcome.kind !== 'queued') throw new Error(JSON.stringify(outcome))
  return outcome.mailId
}
const seen = async (id: string) => (await mailView(house.north.administrator, id))!
const minutesToNext = async (id: string) =>
  Math.round((await house.owner.query<{ m: number }>('select extract(epoch from next_attempt_at - now()) / 60 as m from mail where id = $1', [id])).rows[0]!.m)
const makeDue = (id: string) => house.owner.query('update mail set next_attempt_at = now() where id = $1', [id])
const said = async () => (await history(house.north.counsellor, reference))!.entries.map(({ action }) => action)

describe('a message to a person', () => {
  it('waits in the queue until the worker sends it, and is said on the file', async () => {
    const id = await queued()
    expect(await seen(id)).toMatchObject({ state: 'queued', reference, recipientAddress: 'zoe@example.org', senderName: 'Ines', attempts: 0 })
    expect(server.taken).toEqual([])
    expect(await send()).toBe(1)
    expect(await seen(id)).toMatchObject({ state: 'sent', attempts: 1, failure: null })
    expect(server.recipients).toEqual(['zoe@example.org'])
    const [letter = ''] = server.taken
    expect(letter).toContain(`Message-ID: ${(await seen(id)).messageId}`)
    expect(letter).toMatch(/^From: north <csp@operateur\.example>\r$/mu)
    expect(letter).toMatch(/^Reply-To: Ines <ines@north\.test>\r$/mu)
    expect(await said()).toEqual(expect.arrayContaining(['mail.queued', 'mail.sent']))
    expect((await history(house.north.counsellor, reference))!.chain.verified).toBe(true)
    expect(await send()).toBe(0)
  })

  it('is kept in the local outbox where there is no server', async () => {
    const id = await queued()
    await send(courierOf({}))
    expect(await seen(id)).toMatchObject({ state: 'kept_locally', attempts: 1 })
    expect(server.taken).toEqual([])
  })

  it('is the tenth of a day and no more for one person, whoever writes; one called back does not count', async () => {
    const tenth = message()
    for (let count = 1; count < MOST_A_DAY; count += 1) await queued()
    expect(await queueMessage(house.north.counsellor, tenth)).toMatchObject({ kind: 'queued' })
    for (const writer of [house.north.counsellor, house.north.manager]) expect(await queueMessage(writer, message())).toEqual({ kind: 'too_many_today', most: 10 })
    // The tenth sent again by its form is the same one.
    expect(await queueMessage(house.north.counsellor, tenth)).toMatchObject({ kind: 'queued' })
    const answer = await queueMessages(house.north.counsellor, { references: [reference], templateId: 'rappel_pre_bilan' }, randomUUID())
    expect(answer).toMatchObject({ kind: 'done', outcomes: [{ reference, kind: 'too_many_today' }] })
    const other = await accepted(house, house.north.counsellor)
    expect(await queueMessage(house.north.counsellor, message({ reference: other }))).toMatchObject({ kind: 'queued' })

    const [first] = (await mailbox(house.north.counsellor, { group: 'waiting', page: 1 }))!.mail.filter((mail) => mail.reference === reference)
    expect(await cancelMail(house.north.counsellor, first!.id)).toMatchObject({ kind: 'changed' })
    expect(await queueMessage(house.north.counsellor, message())).toMatchObject({ kind: 'queued' })
    await house.setDay('2026-03-03')
    expect(await queueMessage(house.north.counsellor, message())).toMatchObject({ kind: 'queued' })
    await house.setDay('2026-03-02')
  })

  it('sent twice by its form, is written once', async () => {
    const twice = message()
    const outcomes = await Promise.all([queueMessage(house.north.counsellor, twice), queueMessage(house.north.counsellor, twice)])
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(await send()).toBe(1)
  })

  it('carries an accent, an emoji and quotes in a name without letting them break a header', async () => {
    await queued({ subject: 'Été : « où en êtes-vous ? » 🌻' })
    await send()
    const [letter = ''] = server.taken
    const headers = letter.slice(0, letter.indexOf('\r\n\r\n'))
    expect(headers).toMatch(/^To: =\?UTF-8\?/mu)
    expect(headers.match(/^To:/gmu)).toHaveLength(1)
    expect(headers).toMatch(/^Subject: =\?UTF-8\?/mu)
    expect(headers).toContain('<zoe@example.org>')
  })

  it.each([
    ['a second recipient', { to: 'zoe@example.org, else@example.org' }, { to: 'not_an_email' }],
    ['a header in the address', { to: 'zoe@example.org\r\nBcc: else@example.org' }, { to: 'not_an_email' }],
    ['a name in the address', { to: 'Zoé <zoe@example.org>' }, { to: 'not_an_email' }],
    ['an address cut short', { to: 'zoe@example' }, { to: 'not_an_email' }],
    ['no address', { to: ' ' }, { to: 'required' }],
    ['a header in the subject', { subject: 'Bonjour\r\nBcc: else@example.org' }, { subject: 'not_text' }],
    ['a token left', { body: 'Au plus tard le {{terme}}.' }, { body: 'unfilled' }],
    ['no words', { subject: '', body: '  ' }, { subject: 'required', body: 'required' }],
    ['too many words', { body: 'x'.repeat(20_001) }, { body: 'too_long' }],
  ])('refuses %s at its field, and writes nothing', async (_, changes, fields) => {
    expect(await queueMessage(house.north.counsellor, message(changes))).toEqual({ kind: 'invalid', fields })
    expect(await send()).toBe(0)
  })

  it('is refused by the database too where a header could be broken', async () => {
    const insert = (address: string, subject: string) =>
      house.owner.query(
        `insert into mail (operator_id, account_id, recipient_address, recipient_name, subject, body, message_id, queued_at) values ($1, $2, $3, '', $4, 'x', $5, now())`,
        [house.north.operatorId, house.north.counsellor.accountId, address, subject, `<${randomUUID()}@x>`],
      )
    await expect(insert('a@b.fr, c@d.fr', 'x')).rejects.toThrow('mail_address')
    await expect(insert('a@b.fr', 'x\r\nBcc: c@d.fr')).rejects.toThrow('mail_subject')
  })

  it('keeps an address with the person when asked, and says so', async () => {
    const other = await accepted(house, house.north.counsellor)
    expect((await fileView(house.north.counsellor, other))!.person.email).toBeNull()
    await queued({ reference: other, to: ' nina@example.org ', keepAddress: true })
    expect((await fileView(house.north.counsellor, other))!.person.email).toBe('nina@example.org')
    expect((await history(house.north.counsellor, other))!.entries.map(({ action }) => action)).toContain('person.address_kept')
  })

  it('is no business of a colleague, of another operator, nor of who only reads', async () => {
    expect(await queueMessage(house.north.colleague, message())).toEqual({ kind: 'not_found' })
    expect(await queueMessage(house.south.counsellor, message())).toEqual({ kind: 'not_found' })
    expect(await queueMessage(house.north.administrator, message())).toEqual({ kind: 'not_allowed' })
  })
})

describe('a server in trouble', () => {
  it('that is down loses nothing: the queue waits', async () => {
    const [one, two] = [await queued(), await queued()]
    await server.close()
    expect(await send()).toBe(1)
    expect(await seen(one)).toMatchObject({ state: 'queued', failure: 'unreachable', attempts: 1 })
    expect(await minutesToNext(one)).toBe(1)
    expect(await seen(two)).toMatchObject({ state: 'queued', failure: null, attempts: 0 })
    server = await mailServer()
    await makeDue(one)
    expect(await send()).toBe(2)
    expect(await seen(one)).toMatchObject({ state: 'sent', attempts: 2, failure: null })
    expect(await seen(two)).toMatchObject({ state: 'sent' })
  })

  it('that is busy is asked again after 1, 5, 30 minutes, 2 and 6 hours, then the message has failed and says so', async () => {
    const id = await queued()
    server.answers.rcpt.push(451, 451, 451, 451, 451, 451)
    for (const wait of [1, 5, 30, 120, 360]) {
      await send()
      expect(await seen(id)).toMatchObject({ state: 'queued', failure: 'busy' })
      expect(await minutesToNext(id)).toBe(wait)
      expect(await send()).toBe(0)
      await makeDue(id)
    }
    await send()
    expect(await seen(id)).toMatchObject({ state: 'failed', attempts: 6, failure: 'busy', serverSaid: expect.stringContaining('Try again later') })
    expect(await said()).toContain('mail.failed')
    expect(await tryAgain(house.north.counsellor, id)).toEqual({ kind: 'changed', state: 'queued' })
    await send()
    expect(await seen(id)).toMatchObject({ state: 'sent' })
  })

  it('that knows no such mailbox is not asked again', async () => {
    const id = await queued()
    server.answers.rcpt.push(550)
    await send()
    expect(await seen(id)).toMatchObject({ state: 'bounced', failure: 'no_such_mailbox', serverSaid: expect.stringContaining('No such user here') })
    expect(await said()).toContain('mail.bounced')
    expect(await send()).toBe(0)
  })

  it('that refuses the letter for good is not asked again', async () => {
    const id = await queued()
    server.answers.letter.push(554)
    await send()
    expect(await seen(id)).toMatchObject({ state: 'failed', failure: 'refused' })
  })

  it('that takes the letter and never says so gets it again under the same Message-ID', async () => {
    const id = await queued()
    server.answers.letter.push('slow')
    await send()
    expect(await seen(id)).toMatchObject({ state: 'queued', failure: 'timeout' })
    await makeDue(id)
    await send()
    expect(await seen(id)).toMatchObject({ state: 'sent', attempts: 2 })
    const ids = server.taken.map((letter) => /^Message-ID: (.*)\r$/mu.exec(letter)?.[1])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('that tells later of a mailbox that does not exist marks the message, once', async () => {
    const id = await queued()
    await send()
    const { messageId } = await seen(id)
    expect(await recordBounce(house.south.operatorId, messageId, '550 5.1.1')).toBe(false)
    expect(await recordBounce(house.north.operatorId, messageId, '550 5.1.1 unknown')).toBe(true)
    expect(await recordBounce(house.north.operatorId, messageId, '550 5.1.1 unknown')).toBe(false)
    expect(await seen(id)).toMatchObject({ state: 'bounced', failure: 'reported', serverSaid: '550 5.1.1 unknown' })
  })
})

describe('workers', () => {
  it('two at once send each message once', async () => {
    for (let count = 0; count < 6; count += 1) await queued()
    const [one, two] = await Promise.all([send(), send()])
    expect(one + two).toBe(6)
    expect(server.taken).toHaveLength(6)
  })

  it('leave a message whose sender died to the next, when its lease ends and not before', async () => {
    const id = await queued()
    // The worker is killed in the middle: the courier never comes back.
    void send(() => new Promise(() => undefined))
    await expect.poll(async () => (await seen(id)).state).toBe('sending')
    expect(await send()).toBe(0)
    expect(await cancelMail(house.north.counsellor, id)).toEqual({ kind: 'too_late', state: 'sending' })
    await house.owner.query(`update mail set lease_until = now() - interval '1 second' where id = $1`, [id])
    expect(await send()).toBe(1)
    expect(await seen(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

describe('the mailbox', () => {
  it('shows one’s own, and all of the operator’s to its administrator only', async () => {
    const id = await queued()
    const own = await mailbox(house.north.counsellor, { group: 'all', page: 1 })
    expect(own!.whole).toBe(false)
    expect(own!.mail.some((mail) => mail.id === id)).toBe(true)
    expect((await mailbox(house.north.administrator, { group: 'waiting', page: 1 }))!.mail.map((mail) => mail.id)).toContain(id)
    for (const stranger of [house.north.colleague, house.north.manager, house.south.administrator]) {
      expect((await mailbox(stranger, { group: 'all', page: 1 }))!.mail).toEqual([])
      expect(await mailView(stranger, id)).toBeNull()
    }
    expect(await mailbox(house.committee, { group: 'all', page: 1 })).toBeNull()
    expect(await mailView(house.north.administrator, 'nothing')).toBeNull()
  })

  it('calls back what has not gone, and says when it is too late', async () => {
    const id = await queued()
    expect(await cancelMail(house.south.counsellor, id)).toEqual({ kind: 'not_found' })
    expect(await cancelMail(house.north.counsellor, id)).toEqual({ kind: 'changed', state: 'cancelled' })
    expect(await send()).toBe(0)
    expect(await said()).toContain('mail.cancelled')
    expect(await cancelMail(house.north.counsellor, id)).toEqual({ kind: 'too_late', state: 'cancelled' })
    expect(await tryAgain(house.north.counsellor, id)).toEqual({ kind: 'too_late', state: 'cancelled' })
  })
})

describe('many at once', () => {
  it('answers for each file, and sends the same submission once', async () => {
    const { counsellor, colleague } = house.north
    const without = await accepted(house, counsellor)
    const theirs = await accepted(house, colleague)
    const submission = randomUUID()
    const ask = { references: [reference, without, theirs, reference, 'RB-2026-99999'], templateId: 'rappel_pre_bilan' }
    const answer = await queueMessages(counsellor, ask, submission)
    if (answer.kind !== 'done') throw new Error(answer.kind)
    expect(answer.outcomes.map(({ kind }) => kind)).toEqual(['queued', 'no_address', 'not_found', 'not_found'])
    expect(await queueMessages(counsellor, ask, submission)).toEqual(answer)
    await send()
    expect(server.taken).toHaveLength(1)
    expect(await queueMessages(counsellor, { references: [reference], templateId: 'rendez_vous' }, randomUUID())).toEqual({
      kind: 'done',
      outcomes: [{ reference, kind: 'missing_values', tokens: ['prochain_rendez_vous'] }],
    })
    expect(await queueMessages(counsellor, { ...ask, templateId: 'nowhere' }, randomUUID())).toEqual({ kind: 'no_such_model' })
    expect(await queueMessages(counsellor, { ...ask, references: Array.from({ length: 501 }, (_, n) => `RB-2026-${n}`) }, randomUUID())).toEqual({ kind: 'too_many', most: 500 })
  })
})

describe('a draft', () => {
  it('is filled with the file’s own dates, and names what is missing', async () => {
    const view = (await fileView(house.north.counsellor, reference))!
    const draft = (await draftMessage(house.north.counsellor, view, 'rappel_pre_bilan'))!
    expect(draft.missing).toEqual([])
    expect(draft.subject.replaceAll('\u00A0', ' ')).toContain('au plus tard le mer. 4 mars 2026')
    expect(draft.body).toContain('Zoé 🌻')
    expect((await draftMessage(house.north.counsellor, view, 'prime'))!.missing).toEqual(['limite_demande_prime', 'embauche'])
    expect(await draftMessage(house.north.counsellor, view, 'nowhere')).toBeNull()
  })
})
