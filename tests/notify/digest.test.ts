import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { tellAbsence } from '@/lib/cases/handover/absences.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { silenceDeadline } from '@/lib/cases/commands/silence-deadline.ts'
import { makeDigests } from '@/lib/notify/make-digests.ts'
import { digestChoice, digests, keepDigestChoice, markDigestsRead, unreadDigests } from '@/lib/notify/digests.ts'
import { queueMessage } from '@/lib/notify/queue-message.ts'
import { sendDueMail } from '@/lib/notify/send-queue.ts'
import { accepted, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
let reference: string
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  // The CSP starts on 24 February: the pré-bilan is due on Wednesday 4 March.
  reference = await accepted(house, house.north.counsellor)
})
afterAll(() => house.end())

const never = () => false
const counsellor = () => house.north.counsellor
const latest = async (actor = counsellor()) => (await digests(actor))!.digests[0]
const mailsTo = async (accountId: string) => (await house.owner.query<{ subject: string; body: string }>('select subject, body from mail where account_id = $1 order by queued_at', [accountId])).rows

describe('the morning’s digest', () => {
  it('says nothing where there is nothing to say, counts what comes, and tells the day itself once', async () => {
    await house.setDay('2026-03-02')
    await makeDigests(never)
    const monday = await latest()
    expect(monday!.content).toMatchObject({ due: { lines: [], more: 0 }, coming: [{ on: '2026-03-03', count: 1 }, { on: '2026-03-04', count: 1 }] })
    expect(await digests(house.north.colleague)).toMatchObject({ digests: [], unread: 0 })
    expect(await mailsTo(house.north.colleague.accountId)).toEqual([])

    await house.setDay('2026-03-04')
    expect(await makeDigests(never)).toBe(1)
    // The contact of the 3rd was not told on the 3rd: no worker ran that day.
    expect((await latest())!.content.due.lines).toEqual([{ reference, code: 'preBilan', dueOn: '2026-03-04' }, { reference, code: 'contact', dueOn: '2026-03-03' }])
    // Overdue now, and told already: « À faire » says it, the digest no more.
    await house.setDay('2026-03-05')
    await makeDigests(never)
    const lines = (await digests(counsellor()))!.digests.flatMap(({ content }) => content.due.lines)
    expect(lines).toHaveLength(2)
  })

  it('run three times, and by two workers at once, tells once', async () => {
    await house.setDay('2026-03-06')
    await record(house, house.north.manager, reference, 'contact_held', { on: '2026-03-05' })
    const before = (await mailsTo(counsellor().accountId)).length
    expect((await Promise.all([makeDigests(never), makeDigests(never)])).reduce((sum, told) => sum + told, 0)).toBe(1)
    expect(await makeDigests(never)).toBe(0)
    expect(await makeDigests(never)).toBe(0)
    expect(await mailsTo(counsellor().accountId)).toHaveLength(before + 1)
    expect((await latest())!.content.changes).toEqual([{ reference, by: 'Maud', count: 1 }])
  })

  it('is written by reference, without a name, in the e-mail', async () => {
    const [, second] = await mailsTo(counsellor().accountId)
    expect(second!.subject.replaceAll('\u00A0', ' ')).toContain('2 échéances')
    expect(second!.body).toContain(reference)
    expect(second!.body).not.toContain('Lefèvre')
    const told = (await digests(counsellor()))!
    expect(told.names[reference]).toContain('Lefèvre')
  })

  it('waits for a working day', async () => {
    await house.setDay('2026-03-07')
    expect(await makeDigests(never)).toBe(0)
    await house.setDay('2026-04-06') // Easter Monday
    expect(await makeDigests(never)).toBe(0)
    expect((await house.owner.query(`select 1 from digest where on_day in ('2026-03-07', '2026-04-06')`)).rows).toEqual([])
  })

  it('tells the files given by someone else, and e-mails that did not go', async () => {
    await house.setDay('2026-03-09')
    await assignFile(house.north.manager, { reference, counsellorId: house.north.colleague.accountId, reason: 'Départ' })
    const own = await accepted(house, counsellor())
    const sent = await queueMessage(counsellor(), { reference: own, submissionId: randomUUID(), modelKey: null, to: 'a@example.org', keepAddress: false, subject: 'Bonjour', body: 'x' })
    if (sent.kind !== 'queued') throw new Error(sent.kind)
    const refused = { courier: () => Promise.resolve({ kind: 'bounced' as const, failure: 'no_such_mailbox' as const, said: null }), from: 'a@b.fr' }
    await sendDueMail(never, refused)
    await makeDigests(never)
    expect((await latest(house.north.colleague))!.content.assigned).toEqual([{ reference, as: 'counsellor', by: 'Maud' }])
    expect((await latest())!.content.mail).toEqual([{ mailId: sent.mailId, reference: own, subject: 'Bonjour', state: 'bounced' }])
    // The file went to a colleague: the name went with it, the reference told before stays.
    const told = (await digests(counsellor()))!
    expect(told.names[reference]).toBeUndefined()
  })

  it('does not tell a deadline that was done elsewhere', async () => {
    await house.setDay('2026-03-10')
    const file = await accepted(house, counsellor(), { facts: [{ kind: 'proposal_handed_over', terms: { on: '2026-02-02' } }, { kind: 'motive_notified', terms: { on: '2026-02-02' } }] })
    expect((await silenceDeadline(counsellor(), { reference: file, code: 'preBilan', dueOn: '2026-03-04', doneOn: '2026-03-03', reason: 'Tenu par l’agence' })).kind).toBe('silenced')
    await makeDigests(never)
    const lines = (await latest())!.content.due.lines
    expect(lines.filter((line) => line.reference === file && line.code === 'preBilan')).toEqual([])
  })

  it('follows what each person chose', async () => {
    expect(await digestChoice(counsellor())).toEqual({ byMail: true, inApp: true, topics: ['due', 'assigned', 'changes', 'mail', 'appointments', 'drifts'] })
    expect(await keepDigestChoice(counsellor(), { byMail: false, inApp: true, topics: ['changes'] })).toBe(true)
    expect(await keepDigestChoice(counsellor(), { byMail: false, inApp: true, topics: ['everything'] })).toBe(false)
    expect(await keepDigestChoice(house.committee, { byMail: false, inApp: true, topics: [] })).toBe(false)
    await house.setDay('2026-03-11')
    const file = await accepted(house, counsellor())
    await record(house, house.north.manager, file, 'contact_held', { on: '2026-03-10' })
    const before = (await mailsTo(counsellor().accountId)).length
    await makeDigests(never)
    expect((await latest())!.content).toMatchObject({ due: { lines: [] }, changes: [{ reference: file, by: 'Maud', count: 1 }] })
    expect(await mailsTo(counsellor().accountId)).toHaveLength(before)
    await keepDigestChoice(counsellor(), { byMail: false, inApp: false, topics: ['changes'] })
    await house.setDay('2026-03-12')
    await record(house, house.north.manager, file, 'contact_held', { on: '2026-03-11' })
    await makeDigests(never)
    expect((await latest())!.content.changes).toEqual([{ reference: file, by: 'Maud', count: 1 }])
    expect((await digests(counsellor()))!.digests[0]!.read).toBe(false)
  })

  it('is read by its reader alone, and marked so', async () => {
    expect(await unreadDigests(counsellor())).toBeGreaterThan(0)
    await markDigestsRead(house.south.counsellor)
    await markDigestsRead(house.north.colleague)
    expect(await unreadDigests(counsellor())).toBeGreaterThan(0)
    await markDigestsRead(counsellor())
    expect(await unreadDigests(counsellor())).toBe(0)
    expect(await digests(house.committee)).toBeNull()
  })
})

describe('the morning of who stands in', () => {
  const away = { from: '2026-03-18', to: '2026-03-20' }
  const south = () => house.south
  const morning = async (on: string) => {
    await house.setDay(on)
    await makeDigests(never)
    await makeDigests(never)
  }

  it('tells the colleague’s deadlines that fall due while they are away, whose they are, and once', async () => {
    await house.setDay('2026-03-13')
    const file = await accepted(house, south().counsellor)
    await record(house, south().counsellor, file, 'contact_held', { on: '2026-03-12' })
    expect(await tellAbsence(south().counsellor, { accountId: south().counsellor.accountId, standInId: south().colleague.accountId, from: away.from, to: away.to, reason: 'leave' })).toMatchObject({ kind: 'told' })

    // The eve: nothing is theirs yet.
    await morning('2026-03-17')
    expect((await latest(south().colleague))).toBeUndefined()

    await morning('2026-03-19')
    const told = (await latest(south().colleague))!.content
    // The pré-bilan of 4 March was late before the absence: « À faire » says it.
    expect(told.due).toEqual({ lines: [{ reference: file, code: 'contact', dueOn: '2026-03-19', standingInFor: 'Ines' }], more: 0 })
    const [mail] = await mailsTo(south().colleague.accountId)
    expect(mail!.body).toMatch(new RegExp(`${file}\\s: Prendre contact`, 'u'))
    expect(mail!.body).toContain(', pour Ines en son absence')

    await record(house, south().manager, file, 'contact_held', { on: '2026-03-19' })
    await morning('2026-03-20')
    expect((await latest(south().colleague))!.content).toMatchObject({ due: { lines: [] }, changes: [{ reference: file, by: 'Maud', count: 1, standingInFor: 'Ines' }] })
    expect(await mailsTo(south().colleague.accountId)).toHaveLength(2)

    // Back on the 21st, a Saturday; on Monday the files are Ines's alone.
    await morning('2026-03-26')
    const days = (await digests(south().colleague))!.digests
    expect(days).toHaveLength(2)
  })

  it('writes to nobody on a day of absence: what is told waits in the app', async () => {
    const told = (await digests(south().counsellor))!.digests
    expect(told.map(({ on }) => on)).toContain(day('2026-03-19'))
    const days = (await mailsTo(south().counsellor.accountId)).map(({ subject }) => subject.replaceAll('\u00A0', ' '))
    expect(days.filter((subject) => /1[89] mars|20 mars/u.test(subject))).toEqual([])
    expect(days.filter((subject) => /26 mars/u.test(subject))).toHaveLength(1)
  })
})
