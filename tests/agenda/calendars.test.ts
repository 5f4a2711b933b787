// What other calendars read: parsed by another library, and only by who holds the secret.
import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/agenda/[secret]/route.ts'
import { closeAppointment } from '@/lib/agenda/attendance.ts'
import { appointmentFile, subscribedCalendar } from '@/lib/agenda/feed.ts'
import type { PlanInput } from '@/lib/agenda/appointment-input.ts'
import { moveAppointment, planAppointment } from '@/lib/agenda/plan-appointment.ts'
import { planSeries, slotsOfDay } from '@/lib/agenda/plan-series.ts'
import { subscribe, subscriptionOf, unsubscribe } from '@/lib/agenda/subscription.ts'
import { accepted, opening, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

const ORIGIN = 'https://rebond.test'
let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-10-01')
})
afterAll(() => house.end())

async function planned(reference: string | null, changes: Partial<PlanInput> = {}): Promise<string> {
  const outcome = await planAppointment(house.north.counsellor, { submissionId: randomUUID(), reference, kind: reference === null ? 'unavailable' : 'contact', day: '2026-10-05', time: '09:00', minutes: 30, acceptConflicts: true, ...changes })
  if (outcome.kind !== 'planned') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

async function secretOf(): Promise<string> {
  const outcome = await subscribe(house.north.counsellor)
  if (outcome.kind !== 'subscribed') throw new Error('not subscribed')
  return outcome.secret
}

function eventsOf(body: string) {
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid, summary: event.summary, location: event.location, sequence: event.sequence, status: component.getFirstPropertyValue('status'),
      start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), repeats: event.isRecurring(),
    }
  })
}

/** Someone whose name must never leave. */
const person = { firstName: 'Œdipe-Éléonore', lastName: 'Lefèvre-Çelik', birthDate: '1980-05-01' }

describe('a subscription', () => {
  test('shows who in initials and nothing of why, folded as the format asks, in French letters', async () => {
    const reference = await accepted(house, house.north.counsellor, { person })
    const place = 'Agence de Saint-Étienne-lès-Remiremont, 3 bis rue de l’Église, salle « Hêtre », au fond du couloir à droite'
    await planned(reference, { kind: 'pre_bilan', place, note: 'Burn-out évoqué' })
    const calendar = await subscribedCalendar(await secretOf(), ORIGIN)
    const body = calendar!.body
    for (const word of ['Lefèvre', 'Çelik', 'Œdipe', 'Burn', 'bilan', reference]) expect(body.toLowerCase(), word).not.toContain(word.toLowerCase())
    expect(eventsOf(body)).toMatchObject([{ summary: 'Rendez-vous CSP – Œ. L.', location: place, repeats: false }])
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(body.split('\n').filter((line) => line !== '' && !line.endsWith('\r'))).toEqual([])
  })

  test('on the days the clocks change, each instant is the one of the civil time', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const ids = [
      await planned(reference, { day: '2026-10-24', time: '09:00' }),
      await planned(reference, { day: '2026-10-25', time: '01:30', minutes: 120 }),
      await planned(reference, { day: '2026-10-26', time: '09:00' }),
    ]
    const events = eventsOf((await subscribedCalendar(await secretOf(), ORIGIN))!.body)
    const found = ids.map((id) => events.find(({ uid }) => uid === `${id}@rebond`))
    expect(found.map((event) => [event?.start, event?.end])).toEqual([
      ['2026-10-24T07:00:00.000Z', '2026-10-24T07:30:00.000Z'],
      ['2026-10-24T23:30:00.000Z', '2026-10-25T01:30:00.000Z'],
      ['2026-10-26T08:00:00.000Z', '2026-10-26T08:30:00.000Z'],
    ])
  })

  test('keeps its identities; a move counts one more, what is cancelled says so', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const id = await planned(reference, { day: '2026-10-12' })
    const secret = await secretOf()
    const read = async () => eventsOf((await subscribedCalendar(secret, ORIGIN))!.body).find(({ uid }) => uid === `${id}@rebond`)
    expect(await read()).toMatchObject({ sequence: 0, status: 'CONFIRMED' })
    await moveAppointment(house.north.counsellor, { id, version: 1, day: '2026-10-13', time: '10:00', minutes: 30, acceptConflicts: true })
    expect(await read()).toMatchObject({ sequence: 1, start: '2026-10-13T08:00:00.000Z' })
    await closeAppointment(house.north.counsellor, { as: 'cancelled', id, version: 2, reason: 'Grève des transports' })
    expect(await read()).toMatchObject({ sequence: 2, status: 'CANCELLED' })
    expect((await subscribedCalendar(secret, ORIGIN))!.body).not.toContain('Grève')
  })

  test('reaches ninety days ahead and no further', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const [near, far] = [await planned(reference, { day: '2026-12-29' }), await planned(reference, { day: '2027-01-04' })]
    const uids = eventsOf((await subscribedCalendar(await secretOf(), ORIGIN))!.body).map(({ uid }) => uid)
    expect(uids).toContain(`${near}@rebond`)
    expect(uids).not.toContain(`${far}@rebond`)
  })

  test('is opened by its last secret alone: renewed, ended, or of an account closed, it is not there', async () => {
    const { counsellor } = house.north
    const first = await secretOf()
    const second = await secretOf()
    expect(await subscribedCalendar(first, ORIGIN)).toBeNull()
    expect(await subscribedCalendar(second, ORIGIN)).not.toBeNull()
    expect((await subscriptionOf(counsellor))?.lastUsedAt).not.toBeNull()
    const { referent } = house.north
    const theirs = await subscribe(referent)
    const closing = theirs.kind === 'subscribed' ? theirs.secret : ''
    expect(await subscribedCalendar(closing, ORIGIN)).not.toBeNull()
    await house.owner.query('update account set active = false where id = $1', [referent.accountId])
    expect(await subscribedCalendar(closing, ORIGIN)).toBeNull()
    expect(await unsubscribe(counsellor)).toEqual({ kind: 'ended' })
    expect(await unsubscribe(counsellor)).toEqual({ kind: 'none' })
    for (const secret of [second, '', 'x'.repeat(43), `${second}=`, '../../etc/passwd']) expect(await subscribedCalendar(secret, ORIGIN), secret).toBeNull()
    const kept = await house.owner.query<{ it: string }>(`select encode(token_hash, 'escape') || token_hash::text as it from agenda_subscription`)
    expect(kept.rows.some(({ it }) => it.includes(second))).toBe(false)
    expect(await subscribe(house.committee)).toEqual({ kind: 'not_allowed' })
  })

  test('what is done with it is in the journal, its reading once a day', async () => {
    const { rows } = await house.owner.query<{ action: string; count: string }>(
      `select action, count(*) as count from journal_entry where operator_id = $1 and action like 'agenda.%' group by 1 order by 1`, [house.north.operatorId])
    const counts = Object.fromEntries(rows.map(({ action, count }) => [action, Number(count)]))
    expect(counts['agenda.subscribed']).toBeGreaterThan(3)
    expect(counts['agenda.unsubscribed']).toBe(1)
    const secret = await secretOf()
    for (let time = 0; time < 3; time += 1) await subscribedCalendar(secret, ORIGIN)
    const { rows: after } = await house.owner.query<{ count: string }>(`select count(*) as count from journal_entry where operator_id = $1 and action = 'agenda.read_by_calendar'`, [house.north.operatorId])
    expect(Number(after[0]!.count)).toBe((counts['agenda.read_by_calendar'] ?? 0) + 1)
  })

  test('answers 304 while nothing changed, 404 for a secret that is none', async () => {
    const secret = await secretOf()
    const ask = (name: string, tag?: string) => GET(new Request(`${ORIGIN}/api/agenda/${name}`, tag === undefined ? {} : { headers: { 'if-none-match': tag } }), { params: Promise.resolve({ secret: name }) })
    const first = await ask(`${secret}.ics`)
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const tag = first.headers.get('etag') ?? ''
    expect((await ask(`${secret}.ics`, tag)).status).toBe(304)
    expect((await ask(`${secret}.ics`, `W/${tag}`)).status).toBe(304)
    const reference = await accepted(house, house.north.counsellor)
    await planned(reference, { day: '2026-10-19' })
    expect((await ask(`${secret}.ics`, tag)).status).toBe(200)
    expect((await ask(secret)).status).toBe(404)
    expect((await ask(`${'a'.repeat(43)}.ics`)).status).toBe(404)
  })
})

test('one appointment as a file: for who may read it, and that it left is journaled', async () => {
  const reference = await accepted(house, house.north.counsellor)
  const id = await planned(reference, { day: '2026-10-20', time: '15:15', minutes: 45, means: 'phone' })
  const file = await appointmentFile(house.north.counsellor, id, ORIGIN)
  expect(eventsOf(file!.body)).toMatchObject([{ uid: `${id}@rebond`, start: '2026-10-20T13:15:00.000Z', end: '2026-10-20T14:00:00.000Z', location: 'Par téléphone' }])
  for (const stranger of [house.north.colleague, house.south.counsellor, house.north.administrator]) expect(await appointmentFile(stranger, id, ORIGIN)).toBeNull()
  const { rows } = await house.owner.query(`select count(*)::int as count from journal_entry where action = 'appointment.exported' and case_id is not null`)
  expect(rows).toEqual([{ count: 1 }])
})

describe('a series', () => {
  test('one after the other from a day on: not over lunch, a holiday, a week-end or what is there already', async () => {
    const { counsellor } = house.north
    const references: string[] = []
    for (let count = 0; count < 5; count += 1) references.push(await accepted(house, counsellor, opening()))
    // Tuesday 10 November, before Armistice day; 11:00 is taken.
    await planned(references[0]!, { kind: 'follow_up', day: '2026-11-10', time: '11:00' })
    const input = { submissionId: randomUUID(), references: [...references, 'RB-2026-99999'], from: '2026-11-10', time: '10:30', minutes: 30, until: '12:30', kind: 'contact' as const }
    const outcome = await planSeries(counsellor, input)
    const lines = outcome.kind === 'series' ? outcome.lines : []
    expect(lines.map((line) => ('time' in line ? `${line.kind} ${line.day - lines.map((one) => ('day' in one ? one.day : 0))[0]!} ${line.time}` : line.kind))).toEqual([
      'planned 0 10:30', 'planned 0 11:30', 'planned 0 12:00', 'planned 2 10:30', 'planned 2 11:00', 'not_found',
    ])
    expect(await planSeries(counsellor, input)).toEqual(outcome)
  })

  test('what is planned already for someone is said, and not planned again', async () => {
    const reference = await accepted(house, house.north.counsellor)
    await planned(reference, { kind: 'pre_bilan', day: '2026-11-20' })
    const outcome = await planSeries(house.north.counsellor, { submissionId: randomUUID(), references: [reference], from: '2026-11-16', time: '09:00', minutes: 60, kind: 'pre_bilan' })
    expect(outcome).toMatchObject({ kind: 'series', lines: [{ reference, kind: 'already_planned', time: '09:00' }] })
    expect(await planSeries(house.north.counsellor, { submissionId: randomUUID(), references: [], from: '2026-11-16', time: '09:00', minutes: 60, kind: 'contact' })).toMatchObject({ kind: 'invalid' })
    expect(await planSeries(house.north.counsellor, { submissionId: randomUUID(), references: [reference], from: '2026-09-16', time: '09:00', minutes: 60, kind: 'contact' })).toEqual({ kind: 'invalid', fields: { from: 'too_small' } })
  })

  test('the slots of a day stop at lunch and before its end', () => {
    expect(slotsOfDay('11:30', '15:00', 45)).toEqual(['11:30', '13:30', '14:15'])
    expect(slotsOfDay('17:00', '17:30', 60)).toEqual([])
  })
})
