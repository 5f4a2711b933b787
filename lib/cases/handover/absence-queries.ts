import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can, reachOf } from '../../access/can.ts'
import { civilDay } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { AbsenceReason } from './absence-outcomes.ts'

/** Someone away, today or later, and who has their files. */
export interface AbsenceView {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly standInId: string
  readonly standIn: string
  readonly from: Day
  readonly to: Day
  readonly reason: AbsenceReason
  /** Away today. */
  readonly now: boolean
  readonly liveFiles: number
}

interface Row extends Omit<AbsenceView, 'from' | 'to'> {
  readonly from: string
  readonly to: string
}

async function rows(tx: Transaction, condition: Prisma.Sql, today: Day): Promise<AbsenceView[]> {
  const found = await tx.$queryRaw<Row[]>`
    select a.id, a.account_id as "accountId", k.display_name as name, a.stand_in_id as "standInId", s.display_name as "standIn",
           a.from_day::text as "from", a.to_day::text as "to", a.reason, a.from_day <= ${isoOf(today)}::date as now,
           (select count(*)::integer from case_file c where not c.closed and (c.counsellor_id = k.id or c.referent_id = k.id)) as "liveFiles"
    from absence a join account k on k.id = a.account_id join account s on s.id = a.stand_in_id
    where a.to_day >= ${isoOf(today)}::date and a.to_day >= a.from_day and ${condition}
    order by a.from_day, k.display_name, a.id`
  return found.map((row) => ({ ...row, from: day(row.from), to: day(row.to) }))
}

/** The absences of today and later that an actor manages; `null` for who manages none. */
export async function absencesManaged(actor: Actor): Promise<readonly AbsenceView[] | null> {
  if (!can(actor, 'absence.manage')) return null
  const today = await civilDay(actor.timeZone)
  const within = reachOf(actor, 'absence.manage') === 'operator'
    ? Prisma.sql`true`
    : Prisma.sql`exists (select from account_basin ab where ab.account_id = a.account_id and ab.basin_id = any(${[...actor.basinIds]}::uuid[]))`
  return inActorTransaction(actor, (tx) => rows(tx, within, today))
}

/** One's own absences, and those of colleagues one stands in for, of today and later. */
export async function ownAbsences(actor: Actor): Promise<{ readonly own: readonly AbsenceView[]; readonly standingIn: readonly AbsenceView[] }> {
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx) => ({
    own: await rows(tx, Prisma.sql`a.account_id = ${actor.accountId}::uuid`, today),
    standingIn: await rows(tx, Prisma.sql`a.stand_in_id = ${actor.accountId}::uuid`, today),
  }))
}

/** Who is away today and followed by someone else, among these accounts; by account. */
export async function awayToday(tx: Transaction, accountIds: readonly string[], today: Day): Promise<ReadonlyMap<string, AbsenceView>> {
  if (accountIds.length === 0) return new Map()
  const away = await rows(tx, Prisma.sql`a.account_id = any(${[...accountIds]}::uuid[]) and a.from_day <= ${isoOf(today)}::date`, today)
  return new Map(away.map((absence) => [absence.accountId, absence]))
}

/** Who may stand in for whom: active people of the operator who follow files, with the names of their basins. */
export interface StandInChoice {
  readonly id: string
  readonly name: string
  readonly basins: readonly string[]
}

export async function standInChoices(actor: Actor, forId: string): Promise<readonly StandInChoice[]> {
  return inActorTransaction(actor, (tx) => tx.$queryRaw<StandInChoice[]>`
    select k.id, k.display_name as name,
           array(select b.name from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id order by b.name) as basins
    from account k
    where k.operator_id = ${actor.operatorId}::uuid and k.active and k.role in ('counsellor', 'referent', 'manager') and k.id <> ${forId}::uuid
      and exists (select from account_basin mine join account_basin theirs on theirs.basin_id = mine.basin_id
                  where mine.account_id = ${forId}::uuid and theirs.account_id = k.id)
    order by k.display_name, k.id`)
}
