// Appointments seen from files: those of one file, and the next one of each line of a list.
import { z } from 'zod'
import { day as dayOf, isoOf } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { scopeCondition } from '../access/scope.ts'
import { isReference } from '../cases/reference.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import { Prisma } from '../database/generated/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { appointmentsWhere, type FileOfLine } from './appointment-rows.ts'
import { missedCountOf } from './attendance.ts'
import { MEETINGS, type MeetingKind } from './kinds.ts'
import type { BookableFile, CivilTime, FileAppointments } from './views.ts'

/** The appointments of a file, those to come first in order, the past ones latest first; `null` where it is not the actor's to see. */
export async function appointmentsOf(actor: Actor, reference: string): Promise<FileAppointments | null> {
  if (!can(actor, 'agenda.read') || !isReference(reference)) return null
  const [today, now] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx) => {
    const [file] = await tx.$queryRaw<FileOfLine[]>`
      select id, operator_id as "operatorId", reference, version, basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"
      from case_file where reference = ${reference}`
    if (file === undefined || !can(actor, 'agenda.read', file)) return null
    const ahead = Prisma.sql`a.status = 'planned' and a.ends_at > ${now}::timestamptz`
    return {
      today,
      reference,
      mayPlan: can(actor, 'file.record', file),
      coming: await appointmentsWhere(tx, actor, Prisma.sql`a.case_id = ${file.id}::uuid and ${ahead}`, 50),
      past: await appointmentsWhere(tx, actor, Prisma.sql`a.case_id = ${file.id}::uuid and not (${ahead})`, 50, true),
      missedCount: await missedCountOf(tx, file.id),
    }
  })
}

/** When the next planned appointment that prepares each act is, by `reference act`: `RB-2026-00012 pre_bilan_held`. */
export async function plannedFor(actor: Actor, references: readonly string[]): Promise<ReadonlyMap<string, CivilTime & { readonly id: string }>> {
  const found = new Map<string, CivilTime & { readonly id: string }>()
  if (references.length === 0 || !can(actor, 'agenda.read')) return found
  const today = await civilDay(actor.timeZone)
  const rows = await inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<{ id: string; reference: string; kind: MeetingKind; day: string; time: string }[]>`
      select distinct on (c.reference, a.kind) a.id, c.reference, a.kind, a.on_day::text as day, a.at_time as time
      from appointment a join case_file c on c.id = a.case_id
      where a.status = 'planned' and a.on_day >= ${isoOf(today)}::date and c.reference = any(${[...new Set(references)]}::text[])
        and ${scopeCondition(actor, 'c', 'agenda.read')}
      order by c.reference, a.kind, a.starts_at`,
  )
  for (const { id, reference, kind, day, time } of rows) {
    const { fact } = MEETINGS[kind]
    if (fact !== null) found.set(`${reference} ${fact}`, { id, day: dayOf(day), time })
  }
  return found
}

/** Files found while a name is typed, at most so many. */
const MOST_FOUND = 8

/** Files that the actor may plan on, by a name, part of one, or a reference; none for less than two letters. */
export async function bookableFiles(actor: Actor, typed: string): Promise<readonly BookableFile[]> {
  // It comes from the browser, which may send anything.
  const words = z.string().catch('').parse(typed).replaceAll('\0', '').trim().slice(0, 80)
  if (words.length < 2 || !can(actor, 'file.record')) return []
  return inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<BookableFile[]>`
      select c.reference, p.first_name || ' ' || p.last_name as "personName", b.name as "basinName", k.display_name as "counsellorName"
      from case_file c join person p on p.id = c.person_id join basin b on b.id = c.basin_id join account k on k.id = c.counsellor_id
      where ${scopeCondition(actor, 'c', 'file.record')} and (c.person_id in (select people_named(${words})) or c.reference = upper(${words}))
      order by c.closed, p.last_name, p.first_name, c.reference limit ${MOST_FOUND}`,
  )
}

/** The person of a reference, to fill a form with; `null` where the actor may not plan on it. */
export async function bookableFile(actor: Actor, reference: string): Promise<BookableFile | null> {
  return (await bookableFiles(actor, reference)).find((file) => file.reference === reference) ?? null
}
