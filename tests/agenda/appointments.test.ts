// Appointments planned, moved, closed: what is refused, what is told, what becomes of the file.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { agenda, appointmentDetail } from '@/lib/agenda/agenda.ts'
import { closeAppointment, recordAttendance } from '@/lib/agenda/attendance.ts'
import type { PlanInput } from '@/lib/agenda/appointment-input.ts'
import { appointmentsOf, bookableFiles, plannedFor } from '@/lib/agenda/of-files.ts'
import { changeAppointment, moveAppointment, planAppointment } from '@/lib/agenda/plan-appointment.ts'
import { previewAppointment } from '@/lib/agenda/preview.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { journalBreaks } from '@/lib/database/journal.ts'
import { accepted, twoOffices, versionOf, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
})
afterAll(() => house.end())

const asked = (reference: string | null, changes: Partial<PlanInput> = {}): PlanInput => ({
  submissionId: randomUUID(), reference, kind: reference === null ? 'unavailable' : 'contact', day: '2026-03-03', time: '09:00', minutes: 30, ...changes,
})

async function planned(actor: Actor, reference: string | null, changes: Partial<PlanInput> = {}): Promise<string> {
  const outcome = await planAppointment(actor, asked(reference, { acceptConflicts: true, ...changes }))
  if (outcome.kind !== 'planned') throw new Error(`not planned: ${JSON.stringify(outcome)}`)
  return outcome.id
}

const factsOf = async (reference: string, kind: string) =>
  (await house.owner.query<{ id: string; on: string }>(`select f.id, f.on_day::text as on from fact f join case_file c on c.id = f.case_id where c.reference = $1 and c.operator_id = $2 and f.kind = $3`, [reference, house.north.operatorId, kind])).rows

const journalOf = async (reference: string) =>
  (await house.owner.query<{ action: string; detail: Record<string, unknown> }>(
    `select e.action, d.detail from journal_entry e join journal_detail d on d.entry_id = e.id join case_file c on c.id = e.case_id
     where c.reference = $1 and c.operator_id = $2 and e.action like 'appointment.%' order by e.position`, [reference, house.north.operatorId])).rows

describe('planning', () => {
  test('keeps the civil time as typed and its instant, once however often the form is sent, told in the file’s chain', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const form = asked(reference, { time: '14:30', minutes: 45, place: 'Agence Part-Dieu', note: 'Apporter le CV' })
    const first = await planAppointment(counsellor, form)
    expect(await planAppointment(counsellor, form)).toEqual(first)
    const { rows } = await house.owner.query(`select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as utc, at_time, zone, minutes from appointment a join case_file c on c.id = a.case_id where c.reference = $1 and c.operator_id = $2`, [reference, house.north.operatorId])
    expect(rows).toEqual([{ utc: '2026-03-03 13:30', at_time: '14:30', zone: 'Europe/Paris', minutes: 45 }])
    const [entry, ...others] = await journalOf(reference)
    expect(others).toEqual([])
    expect(entry).toMatchObject({ action: 'appointment.planned', detail: { after: { day: '2026-03-03', time: '14:30', minutes: 45, kind: 'contact', means: 'meeting' } } })
    expect(JSON.stringify(entry)).not.toContain('CV')
  })

  test('refuses a time that the night of the clocks skips or repeats, with the nearest ones', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const at = (when: string, time: string) => planAppointment(counsellor, asked(reference, { day: when, time }))
    expect(await at('2026-03-29', '02:30')).toEqual({ kind: 'clock_change', code: 'skipped', before: { day: day('2026-03-29'), time: '01:45' }, after: { day: day('2026-03-29'), time: '03:00' } })
    expect(await at('2026-10-25', '02:30')).toEqual({ kind: 'clock_change', code: 'twice', before: { day: day('2026-10-25'), time: '01:45' }, after: { day: day('2026-10-25'), time: '03:00' } })
    expect(await at('2026-10-25', '03:00')).toMatchObject({ kind: 'planned' })
    expect(await at('2027-03-28', '02:30')).toMatchObject({ kind: 'clock_change', code: 'skipped' })
  })

  test('refuses a day that is over, one years ahead, a link that is not https, a kind that is none', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const fieldsOf = async (changes: object) => {
      const outcome = await planAppointment(counsellor, { ...asked(reference), ...changes })
      return outcome.kind === 'invalid' ? outcome.fields : outcome.kind
    }
    expect(await fieldsOf({ day: '2026-03-01' })).toEqual({ day: 'too_small' })
    expect(await fieldsOf({ day: '2029-03-01' })).toEqual({ day: 'too_far' })
    expect(await fieldsOf({ day: '2026-02-30' })).toEqual({ day: 'not_a_day' })
    for (const link of ['http://x.test', 'javascript:alert(1)', 'https://user:secret@x.test', 'https:// x']) expect(await fieldsOf({ means: 'video', link }), link).toEqual({ link: 'wrong_format' })
    expect(await fieldsOf({ link: 'https://visio.test/a' }), 'a link of a meeting held on the spot').toEqual({ link: 'not_an_option' })
    expect(await fieldsOf({ kind: 'nothing' })).toHaveProperty('kind')
    expect(await fieldsOf({ time: '25:00' })).toEqual({ time: 'wrong_format' })
    expect(await fieldsOf({ minutes: 0 })).toEqual({ minutes: 'too_small' })
    expect(await fieldsOf({ reference: null })).toEqual({ reference: 'required' })
  })

  test('another operator’s file, and a colleague’s, are not found; an administrator plans nothing', async () => {
    const reference = await accepted(house, house.north.counsellor)
    expect(await planAppointment(house.south.counsellor, asked(reference))).toMatchObject({ kind: 'not_found' })
    expect(await planAppointment(house.north.colleague, asked(reference))).toEqual({ kind: 'not_found' })
    expect(await planAppointment(house.north.administrator, asked(reference))).toEqual({ kind: 'not_allowed' })
    expect(await planAppointment(house.committee, asked(reference))).toEqual({ kind: 'not_allowed' })
    expect((await bookableFiles(house.north.colleague, reference)).length).toBe(0)
  })

  test('a manager plans in the counsellor’s agenda', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const id = await planned(house.north.manager, reference, { day: '2026-03-20' })
    expect((await appointmentDetail(house.north.manager, id))?.appointment.account.id).toBe(house.north.counsellor.accountId)
  })
})

describe('conflicts', () => {
  test('what is at the same time is told, and planned over when it was seen', async () => {
    const { counsellor } = house.north
    const [one, two] = [await accepted(house, counsellor), await accepted(house, counsellor)]
    await planned(counsellor, one, { day: '2026-04-01', time: '10:00', minutes: 60 })
    const form = asked(two, { day: '2026-04-01', time: '10:30' })
    const outcome = await planAppointment(counsellor, form)
    expect(outcome).toMatchObject({ kind: 'conflicting', conflicts: [{ with: 'account', time: '10:00', endTime: '11:00', kind: 'contact' }] })
    expect(await planAppointment(counsellor, { ...form, acceptConflicts: true })).toMatchObject({ kind: 'planned' })
    expect(await planAppointment(counsellor, asked(two, { day: '2026-04-01', time: '11:00' }))).toMatchObject({ kind: 'planned' })
  })

  test('the same interview planned twice for one person is told; a second contact is not', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    await planned(counsellor, reference, { kind: 'pre_bilan', day: '2026-04-02' })
    expect(await planAppointment(counsellor, asked(reference, { kind: 'pre_bilan', day: '2026-04-09' }))).toMatchObject({ kind: 'conflicting', conflicts: [{ with: 'twice' }] })
    await planned(counsellor, reference, { kind: 'contact', day: '2026-04-03' })
    expect(await planAppointment(counsellor, asked(reference, { kind: 'contact', day: '2026-04-10', time: '16:00' }))).toMatchObject({ kind: 'planned' })
  })
})

describe('moving', () => {
  test('counts its versions, tells before and after, and refuses who comes second', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { day: '2026-04-14' })
    const moved = { id, version: 1, day: '2026-04-15', time: '11:15', minutes: 45 }
    expect(await moveAppointment(counsellor, moved)).toEqual({ kind: 'planned', id, version: 2 })
    expect(await moveAppointment(counsellor, moved)).toEqual({ kind: 'moved_meanwhile', version: 2 })
    expect((await journalOf(reference)).at(-1)).toMatchObject({ action: 'appointment.moved', detail: { before: { day: '2026-04-14', time: '09:00', minutes: 30 }, after: { day: '2026-04-15', time: '11:15', minutes: 45 } } })
    expect(await moveAppointment(counsellor, { ...moved, version: 2, day: '2026-02-01' })).toEqual({ kind: 'invalid', fields: { day: 'too_small' } })
    expect(await moveAppointment(counsellor, { ...moved, version: 2, day: '2026-10-25', time: '02:15' })).toMatchObject({ kind: 'clock_change', code: 'twice' })
    expect(await moveAppointment(house.north.colleague, { ...moved, version: 2 })).toEqual({ kind: 'not_found' })
    const change = { id, version: 2, kind: 'plan' as const, day: '2026-04-16', time: '09:00', minutes: 60, means: 'video' as const, place: null, link: 'https://visio.test/salle', note: null }
    expect(await changeAppointment(counsellor, change)).toEqual({ kind: 'planned', id, version: 3 })
    expect((await appointmentDetail(counsellor, id))?.appointment).toMatchObject({ kind: 'plan', means: 'video', link: 'https://visio.test/salle', endTime: '10:00' })
  })

  test('the database refuses an instant that is not the civil time, a change of file, and a link that runs', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const id = await planned(house.north.counsellor, reference, { day: '2026-04-20' })
    const change = (set: string) => house.owner.query(`update appointment set ${set}, version = version + 1 where id = $1`, [id])
    await expect(change(`starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`)).rejects.toThrow(/appointment_instant/u)
    await expect(change(`minutes = 60`)).rejects.toThrow(/appointment_end/u)
    await expect(change(`means = 'video', link = 'javascript:alert(1)'`)).rejects.toThrow(/appointment_link/u)
    await expect(change(`created_at = now()`)).rejects.toThrow(/keeps its file/u)
    await expect(house.owner.query('update appointment set note = null where id = $1', [id])).rejects.toThrow(/counts its versions/u)
  })
})

describe('attendance', () => {
  test('a contact held is recorded in one press, on its day, once; the chain stays whole', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { day: '2026-03-02', time: '08:00', means: 'phone' })
    expect(await recordAttendance(counsellor, { id, version: 1 })).toMatchObject({ kind: 'held', fact: 'contact_held' })
    expect(await recordAttendance(counsellor, { id, version: 1 })).toMatchObject({ kind: 'held' })
    const facts = await factsOf(reference, 'contact_held')
    expect(facts.map(({ on }) => on)).toEqual(['2026-03-02'])
    expect((await appointmentDetail(counsellor, id))?.appointment).toMatchObject({ status: 'held', version: 2, factId: facts[0]?.id })
    expect((await journalOf(reference)).at(-1)).toMatchObject({ action: 'appointment.held', detail: { before: 'planned', fact: facts[0]?.id } })
    const { rows } = await house.owner.query<{ id: string }>('select id from case_file where reference = $1 and operator_id = $2', [reference, house.north.operatorId])
    expect(await inActorTransaction(counsellor, (tx) => journalBreaks(tx, `case:${rows[0]!.id}`))).toEqual([])
  })

  test('a pré-bilan asks for its form, which closes the appointment with the fact', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { kind: 'pre_bilan', day: '2026-03-02', time: '10:00' })
    expect(await recordAttendance(counsellor, { id, version: 1 })).toEqual({ kind: 'needs_form', id, reference, fact: 'pre_bilan_held', day: day('2026-03-02') })
    const outcome = await recordFact(counsellor, { reference, version: await versionOf(house, reference), submissionId: id, kind: 'pre_bilan_held', terms: { on: '2026-03-02' }, content: { profile: 'Soudeur', project: 'Chaudronnier' } })
    expect(outcome.kind).toBe('recorded')
    expect((await appointmentDetail(counsellor, id))?.appointment).toMatchObject({ status: 'held', factId: outcome.kind === 'recorded' ? outcome.factId : null })
  })

  test('what the law does not admit opens its form, where it is told why, and nothing is closed', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { kind: 'information_interview', day: '2026-03-02', time: '11:00' })
    expect(await recordAttendance(counsellor, { id, version: 1 })).toMatchObject({ kind: 'needs_form' })
    expect((await appointmentDetail(counsellor, id))?.appointment.status).toBe('planned')
  })

  test('nobody is absent from what is ahead; an absence wants a reason, is counted, and can be taken back', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const ahead = await planned(counsellor, reference, { day: '2026-03-05' })
    expect(await closeAppointment(counsellor, { as: 'missed', id: ahead, version: 1, reason: 'Pas venue' })).toEqual({ kind: 'not_yet' })
    expect(await recordAttendance(counsellor, { id: ahead, version: 1 })).toEqual({ kind: 'not_yet' })
    const id = await planned(counsellor, reference, { day: '2026-03-02', time: '08:15' })
    expect(await closeAppointment(counsellor, { as: 'missed', id, version: 1, reason: '  ' })).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await closeAppointment(counsellor, { as: 'missed', id, version: 1, reason: 'Pas venue, sans nouvelle' })).toMatchObject({ kind: 'closed', missedCount: 1 })
    expect(await closeAppointment(counsellor, { as: 'missed', id, version: 1, reason: 'Encore' })).toMatchObject({ kind: 'moved_meanwhile' })
    expect((await appointmentsOf(counsellor, reference))?.missedCount).toBe(1)
    expect(await closeAppointment(counsellor, { as: 'reopened', id, version: 2 })).toMatchObject({ kind: 'closed', missedCount: 0 })
    expect((await appointmentDetail(counsellor, id))?.appointment).toMatchObject({ status: 'planned', reason: null })
    expect(await factsOf(reference, 'action_missed'), 'an absence is no breach by itself').toEqual([])
  })

  test('cancelled, it leaves the agenda and can no longer be moved', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { day: '2026-05-06' })
    expect(await closeAppointment(counsellor, { as: 'cancelled', id, version: 1, reason: 'Bureau fermé' })).toMatchObject({ kind: 'closed' })
    expect(await moveAppointment(counsellor, { id, version: 2, day: '2026-05-07', time: '09:00', minutes: 30 })).toMatchObject({ kind: 'moved_meanwhile' })
    const week = await agenda(counsellor, { span: 'week', day: day('2026-05-06') })
    expect(week?.days.flatMap(({ appointments }) => appointments)).toEqual([])
  })
})

describe('deadlines', () => {
  test('R-301: on the eighth day the pré-bilan meets its deadline, the day after it is late by one', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const { rows } = await house.owner.query<{ due: string; next: string }>(
      `select due_on::text as due, (due_on + 1)::text as next from deadline d join case_file c on c.id = d.case_id where c.reference = $1 and c.operator_id = $2 and d.label = 'preBilan'`, [reference, house.north.operatorId])
    const { due, next } = rows[0]!
    const preview = (on: string) => previewAppointment(counsellor, { id: null, reference, kind: 'pre_bilan', day: on, time: '09:00', minutes: 30 })
    expect((await preview(due))?.standing).toEqual({ is: 'meets', rule: 'R-301', code: 'preBilan', dueOn: day(due), days: 0 })
    expect((await preview(next))?.standing).toMatchObject({ is: 'late', days: 1 })
    const id = await planned(counsellor, reference, { kind: 'pre_bilan', day: due })
    expect((await appointmentDetail(counsellor, id))?.appointment.meets).toMatchObject({ is: 'meets', rule: 'R-301' })
    expect([...(await plannedFor(counsellor, [reference])).keys()]).toEqual([`${reference} pre_bilan_held`])
    expect((await plannedFor(house.south.counsellor, [reference])).size).toBe(0)
  })

  test('R-307: a final interview held before the last two months would not count', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const preview = async (on: string) => (await previewAppointment(counsellor, { id: null, reference, kind: 'final_interview', day: on, time: '09:00', minutes: 30 }))?.standing
    expect(await preview('2026-12-23')).toMatchObject({ is: 'early', rule: 'R-307', days: 1 })
    expect(await preview('2026-12-24')).toMatchObject({ is: 'meets' })
  })
})

describe('whose agenda', () => {
  test('a manager opens those of their basins and no other; a counsellor their own', async () => {
    const { counsellor, manager, colleague } = house.north
    expect((await agenda(manager, { span: 'week', who: counsellor.accountId }))?.who).toMatchObject({ id: counsellor.accountId, own: false })
    expect((await agenda(manager, { span: 'week', who: house.south.counsellor.accountId }))?.who.own).toBe(true)
    expect((await agenda(colleague, { span: 'week', who: counsellor.accountId }))?.who).toMatchObject({ id: colleague.accountId, own: true })
    expect(await agenda(house.north.administrator, { span: 'week' })).toBeNull()
  })

  test('a stand-in opens the agenda of who is away, and closes what is in it', async () => {
    const { counsellor, colleague } = house.north
    const standIn: Actor = { ...colleague, standsInFor: [counsellor.accountId] }
    const reference = await accepted(house, counsellor)
    const id = await planned(counsellor, reference, { day: '2026-03-02', time: '09:45' })
    expect((await agenda(standIn, { span: 'day', who: counsellor.accountId }))?.days[0]?.appointments.find((one) => one.id === id)).toMatchObject({ hidden: false, mayChange: true })
    expect(await recordAttendance(standIn, { id, version: 1 })).toMatchObject({ kind: 'held' })
  })

  test('of a file that the reader may not see, the slot shows and nothing else; nor is a colleague’s private slot told', async () => {
    const { counsellor, manager } = house.north
    const narrow: Actor = { ...manager, basinIds: [house.basins.vienne] }
    const reference = await accepted(house, counsellor)
    await planned(counsellor, reference, { day: '2026-06-03', time: '14:00', place: 'Salle 3', note: 'Sensible' })
    const private_ = await planned(counsellor, null, { day: '2026-06-03', time: '16:00', note: 'Dentiste' })
    const shown = (await agenda(narrow, { span: 'day', day: day('2026-06-03'), who: counsellor.accountId }))?.days[0]?.appointments
    expect(shown).toMatchObject([{ hidden: true, file: null, place: null, note: null, mayChange: false }, { kind: 'unavailable', note: null, mayChange: false }])
    expect(await appointmentDetail(narrow, private_)).toBeNull()
    expect(await appointmentDetail(house.south.manager, private_)).toBeNull()
  })
})

test('a file given to a colleague takes its appointments to come with it; those past stay', async () => {
  const { counsellor, colleague, manager } = house.north
  const reference = await accepted(house, counsellor)
  const [past, coming] = [await planned(counsellor, reference, { day: '2026-03-02', time: '00:15' }), await planned(counsellor, reference, { day: '2026-03-25' })]
  expect(await assignFile(manager, { reference, counsellorId: colleague.accountId, reason: 'Congé' })).toMatchObject({ kind: 'assigned' })
  const ownerOf = async (id: string) => (await house.owner.query<{ it: string }>('select account_id as it from appointment where id = $1', [id])).rows[0]?.it
  expect([await ownerOf(past), await ownerOf(coming)]).toEqual([counsellor.accountId, colleague.accountId])
})
