// The agenda of the demonstration: some fifteen appointments for each counsellor, around today.
import { sameOrNextWorkingDay } from '../accord/calendar/holidays.ts'
import { addDays, isoOf, type Day } from '../accord/index.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { DriverTransaction } from '../database/driver.ts'
import { chanceOf, type Chance } from './chance.ts'

interface Candidate {
  readonly caseId: string
  readonly operatorId: string
  readonly counsellorId: string
  readonly code: DeadlineCode | null
  readonly dueOn: string | null
}

interface Line {
  readonly operator_id: string
  readonly case_id: string | null
  readonly account_id: string
  readonly kind: string
  readonly on_day: string
  readonly at_time: string
  readonly minutes: number
  readonly means: string
  readonly place: string | null
  readonly link: string | null
  readonly status: string
  readonly reason: string | null
}

const KIND_OF: Readonly<Partial<Record<DeadlineCode, readonly [kind: string, minutes: number]>>> = {
  preBilan: ['pre_bilan', 60], plan: ['plan', 60], contact: ['contact', 30], month4Review: ['month4_review', 45], finalInterview: ['final_interview', 60], followUp: ['follow_up', 30],
}

const TIMES = ['09:00', '10:15', '11:15', '14:00', '15:15', '16:15'] as const
const PLACES = ['Agence, bureau 4', 'Agence, bureau 2', 'Maison de l’emploi, salle B'] as const
/** Working days of the demonstration's agenda, before and after today. */
const [DAYS_BEFORE, DAYS_AFTER] = [3, 9]
const MOST = 15

/** Working days around today: those that are over, then today or the next, and the following. */
function workingDays(today: Day): { readonly past: readonly Day[]; readonly ahead: readonly Day[] } {
  const past: Day[] = []
  for (let day = addDays(today, -1); past.length < DAYS_BEFORE; day = addDays(day, -1)) if (sameOrNextWorkingDay(day) === day) past.push(day)
  const ahead: Day[] = []
  for (let day = today; ahead.length < DAYS_AFTER; day = addDays(day, 1)) if (sameOrNextWorkingDay(day) === day) ahead.push(day)
  return { past, ahead }
}

function linesOf(files: readonly Candidate[], chance: Chance, today: Day): Line[] {
  const { past, ahead } = workingDays(today)
  const taken = new Set<string>()
  const free = (days: readonly Day[]): readonly [Day, string] | null => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const [day, time] = [chance.pick(days), chance.pick(TIMES)]
      if (!taken.has(`${day} ${time}`)) {
        taken.add(`${day} ${time}`)
        return [day, time]
      }
    }
    return null
  }
  return files.slice(0, MOST).flatMap(({ caseId, operatorId, counsellorId, code, dueOn }, index): Line[] => {
    // The first are over: one absence, one that took place, three that nobody closed.
    const over = index < 5
    const inTime = ahead.filter((day) => dueOn === null || isoOf(day) <= dueOn)
    const slot = free(over ? past : inTime.length > 0 && index % 7 !== 0 ? inTime : ahead)
    if (slot === null) return []
    const [kind, minutes] = (code === null ? undefined : KIND_OF[code]) ?? ['contact', 30]
    const status = index === 0 ? 'missed' : index === 1 ? 'held' : 'planned'
    const means = chance.weighed([['meeting', 6], ['phone', 3], ['video', 2]] as const)
    return [{
      operator_id: operatorId, case_id: caseId, account_id: counsellorId,
      // What took place and is no fact is another appointment: the facts of the lives are drawn elsewhere.
      kind: status === 'held' ? 'other' : over ? 'contact' : kind,
      on_day: isoOf(slot[0]), at_time: slot[1], minutes: over ? 30 : minutes, means,
      place: means === 'meeting' ? chance.pick(PLACES) : null, link: means === 'video' ? 'https://visio.rebond.test/salle-12' : null,
      status, reason: status === 'missed' ? 'Pas de nouvelles, message laissé.' : null,
    }]
  })
}

/** Writes the appointments, each told in the journal of its file. */
export async function writeDemoAgenda(sql: DriverTransaction, today: Day): Promise<void> {
  const files = await sql<Candidate[]>`
    select c.id as "caseId", c.operator_id as "operatorId", c.counsellor_id as "counsellorId", d.label as code, d.due_on::text as "dueOn"
    from case_file c join account k on k.id = c.counsellor_id and k.active
    left join lateral (
      select d.label, d.due_on from deadline d
      where d.case_id = c.id and d.met_on is null and not d.cancelled and d.actionable and d.label = any(${Object.keys(KIND_OF)}::text[]) and d.due_on >= ${isoOf(today)}::date
      order by d.due_on limit 1) d on true
    where not c.closed and c.csp_start <= ${isoOf(today)}::date
    order by c.counsellor_id, md5(c.id::text)`
  const lines: Line[] = []
  for (const [counsellorId, theirs] of Map.groupBy(files, (file) => file.counsellorId)) {
    const ofDesk = linesOf(theirs, chanceOf('demo', 'agenda', counsellorId, isoOf(today)), today)
    const first = ofDesk[0]
    if (first === undefined) continue
    lines.push(...ofDesk, { ...first, case_id: null, kind: 'unavailable', on_day: isoOf(workingDays(today).ahead[1] ?? today), at_time: '17:00', minutes: 60, means: 'meeting', place: null, link: null, status: 'planned', reason: null })
  }
  await sql`
    with written as (
      insert into appointment (operator_id, case_id, account_id, kind, on_day, at_time, minutes, zone, starts_at, ends_at, means, place, link, status, reason, created_by, created_at, updated_at)
      select l.operator_id, l.case_id, l.account_id, l.kind, l.on_day, l.at_time, l.minutes, o.time_zone,
             (l.on_day + l.at_time::time) at time zone o.time_zone, (l.on_day + l.at_time::time) at time zone o.time_zone + make_interval(mins => l.minutes),
             l.means, l.place, l.link, l.status, l.reason, l.account_id, (${isoOf(addDays(today, -8))}::date + time '09:00') at time zone o.time_zone,
             (${isoOf(addDays(today, -1))}::date + time '09:00') at time zone o.time_zone
      from jsonb_to_recordset(${sql.json(lines as never)}) as l (operator_id uuid, case_id uuid, account_id uuid, kind text, on_day date, at_time text, minutes integer, means text, place text, link text, status text, reason text)
      join operator o on o.id = l.operator_id
      returning id, operator_id, case_id, account_id, kind, on_day, at_time, minutes, means, created_at)
    select write_journal(w.operator_id, w.case_id, null, w.account_id, 'appointment.planned', jsonb_build_object('appointment', w.id, 'after', jsonb_build_object(
      'kind', w.kind, 'day', w.on_day::text, 'time', w.at_time, 'minutes', w.minutes, 'means', w.means, 'account', w.account_id)), w.created_at)
    from written w`
}
