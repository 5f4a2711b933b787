import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { FactKind } from '../../accord/file/facts.ts'
import { accountsFollowed, type Actor } from '../../access/actor.ts'
import { can, reachOf } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { civilDay } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { isReference } from '../reference.ts'
import { readAsked, spanText, type Asked } from './asked.ts'
import { employersAsked } from './employers.ts'
import { nearestOf } from './nearness.ts'
import type { Found, FoundFile } from './views.ts'

/** Files shown, and one more to know that there are others. */
const SHOWN = 8
/** Own files whose names are all compared; beyond, an index chooses. */
const MOST_COMPARED = 600
/** People that the database proposes for a name, begun or resembling. */
const MOST_BEGUN = 400
const MOST_NEAR = 200
/** Fewer found than this, and names mistyped are looked for too. */
const FEW = 3
const RECENT = 6
const RECENT_DAYS = 30

interface Candidate {
  readonly id: string
  readonly name: string
}

interface DetailRow extends Omit<FoundFile, 'birthDate' | 'nextDeadline' | 'mayRecord'> {
  readonly id: string
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly birthDate: string
  readonly nextOn: string | null
  readonly nextCode: DeadlineCode | null
  readonly nextAct: FactKind | null
  readonly stage: Stage
}

/** The lines of these files, in this order; those out of the actor's scope are left out. */
async function linesOf(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<FoundFile[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<DetailRow[]>`
    select c.id, c.operator_id as "operatorId", c.basin_id as "basinId", c.counsellor_id as "counsellorId", c.referent_id as "referentId",
           c.reference, p.first_name || ' ' || p.last_name as "personName", p.birth_date::text as "birthDate", c.stage, c.closed,
           b.name as "basinName", k.display_name as "counsellorName", c.next_deadline_on::text as "nextOn", c.next_deadline_label as "nextCode",
           (select d.act from deadline d where d.case_id = c.id and d.label = c.next_deadline_label and d.due_on = c.next_deadline_on limit 1) as "nextAct"
    from case_file c join person p on p.id = c.person_id join basin b on b.id = c.basin_id join account k on k.id = c.counsellor_id
    where c.id = any(${[...ids]}::uuid[]) and ${scopeCondition(actor, 'c')}
    order by array_position(${[...ids]}::uuid[], c.id)`
  return rows.map((row): FoundFile => {
    const { id: _id, operatorId, basinId, counsellorId, referentId, birthDate, nextOn, nextCode, nextAct, ...shown } = row
    return {
      ...shown,
      birthDate: day(birthDate),
      nextDeadline: nextOn === null || nextCode === null ? null : { on: day(nextOn), code: nextCode, act: nextAct },
      mayRecord: !row.closed && can(actor, 'file.record', { operatorId, basinId, counsellorId, referentId }),
    }
  })
}

function bornIn(asked: Pick<Asked, 'born'>): Prisma.Sql {
  if (asked.born === null) return Prisma.sql`true`
  const { from, to } = spanText(asked.born)
  return Prisma.sql`p.birth_date between ${from}::date and ${to}::date`
}

/** Names to compare with what was typed, the most urgent files first. */
function candidates(tx: Transaction, actor: Actor, condition: Prisma.Sql, most: number): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    select c.id, p.search_name as name
    from case_file c join person p on p.id = c.person_id
    where ${scopeCondition(actor, 'c')} and ${condition}
    order by c.closed, c.next_deadline_on nulls last, p.last_name, p.first_name, c.id
    limit ${most}`
}

/** Whether the actor's files are their own and few enough for all their names to be compared. */
async function fewFiles(tx: Transaction, actor: Actor): Promise<boolean> {
  if (reachOf(actor, 'file.read') !== 'own') return false
  const [own] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::integer as count from (select from case_file c where ${scopeCondition(actor, 'c')} limit ${MOST_COMPARED + 1}) as counted`
  return own.count <= MOST_COMPARED
}

/** Who the doors of the database look among, so that their count is not spent out of the actor's reach. */
function among(actor: Actor): Prisma.Sql {
  const none = Prisma.sql`null::uuid[]`
  const reach = reachOf(actor, 'file.read')
  return Prisma.join([reach === 'basins' ? Prisma.sql`${[...actor.basinIds]}::uuid[]` : none, reach === 'own' ? Prisma.sql`${[...accountsFollowed(actor)]}::uuid[]` : none])
}

/**
 * Files of people so named. One's own files are few as a rule: their names are all compared. Where there are many, the
 * trigram index gives the people that each word begins, then, where these are few, those whose name resembles.
 */
async function byName(tx: Transaction, actor: Actor, asked: Pick<Asked, 'words' | 'born'>, few: boolean): Promise<string[]> {
  const { words } = asked
  const nearest = (rows: readonly Candidate[]) => nearestOf(rows, words, ({ name }) => name).map(({ id }) => id)
  if (words.length === 0) return (await candidates(tx, actor, bornIn(asked), SHOWN + 1)).map(({ id }) => id)
  if (few) return nearest(await candidates(tx, actor, bornIn(asked), MOST_COMPARED))
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  const begun = await candidates(tx, actor, Prisma.sql`c.person_id in (select people_begun(${longestFirst}::text[], ${among(actor)}, ${MOST_BEGUN})) and ${bornIn(asked)}`, MOST_BEGUN)
  if (begun.length >= FEW || !words.some((word) => word.length >= 4)) return nearest(begun)
  const near = await candidates(tx, actor, Prisma.sql`c.person_id in (select people_near(${longestFirst}::text[], ${among(actor)}, ${MOST_NEAR})) and ${bornIn(asked)}`, MOST_NEAR)
  return nearest([...begun, ...near.filter(({ id }) => begun.every((known) => known.id !== id))])
}

/** Files of this number: its figures may have been typed without the zeros before them, and without the year. */
async function byReference(tx: Transaction, actor: Actor, { year, number }: NonNullable<Asked['reference']>): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from case_file c
    where ${scopeCondition(actor, 'c')} and c.reference = any(
      array(select 'RB-' || r.year || '-' || lpad(${String(number)}, greatest(5, char_length(${String(number)})), '0')
            from case_reference r where ${year}::integer is null or r.year = ${year}::integer))
    order by c.reference desc limit ${SHOWN + 1}`
  return rows.map(({ id }) => id)
}

async function filesAsked(tx: Transaction, actor: Actor, asked: Asked, few: boolean): Promise<{ readonly ids: readonly string[]; readonly bornSetAside: boolean }> {
  const numbered = asked.reference === null ? [] : await byReference(tx, actor, asked.reference)
  if (asked.words.length === 0 && asked.born === null) return { ids: numbered, bornSetAside: false }
  const named = await byName(tx, actor, asked, few)
  if (named.length > 0 || numbered.length > 0 || asked.born === null || asked.words.length === 0) {
    return { ids: [...new Set([...numbered, ...named])], bornSetAside: false }
  }
  // A birth date read wrong should not hide the person.
  const ids = await byName(tx, actor, { words: asked.words, born: null }, few)
  return { ids, bornSetAside: ids.length > 0 }
}

/**
 * What the palette finds for what was typed: files of people by name (half, mistyped, in any order), birth date and
 * reference; employers by name and SIRET. Only what the actor may see. Nothing is journaled: opening a file is.
 * @param typed as it was typed, at most 200 characters of it
 */
export async function find(actor: Actor, typed: string): Promise<Found> {
  const asked = readAsked(typed)
  const today = await civilDay(actor.timeZone)
  if (!can(actor, 'file.read')) return { today, asked, files: [], more: false, bornSetAside: false, employers: [] }
  return inActorTransaction(actor, async (tx) => {
    const few = await fewFiles(tx, actor)
    const { ids, bornSetAside } = await filesAsked(tx, actor, asked, few)
    const files = await linesOf(tx, actor, ids.slice(0, SHOWN))
    return { today, asked, files, more: ids.length > SHOWN, bornSetAside, employers: await employersAsked(tx, actor, asked, { few, peopleFound: files.length > 0 }) }
  })
}

/** What the palette shows before anything is typed: the file at hand, and those that the actor opened last. */
export interface AtHand {
  readonly today: Day
  readonly file: FoundFile | null
  readonly recent: readonly FoundFile[]
}

/**
 * The file whose page is open, and the last files read by the actor, the latest first, without it.
 * @param reference of the file whose page is open; anything else is nothing
 */
export async function atHand(actor: Actor, reference: string | null): Promise<AtHand> {
  const today = await civilDay(actor.timeZone)
  if (!can(actor, 'file.read')) return { today, file: null, recent: [] }
  return inActorTransaction(actor, async (tx) => {
    const open = reference === null || !isReference(reference) ? [] : await tx.$queryRaw<{ id: string }[]>`select c.id from case_file c where c.reference = ${reference}`
    const read = await tx.$queryRaw<{ id: string }[]>`
      select e.case_id as id from journal_entry e
      where e.actor_id = ${actor.accountId}::uuid and e.action = 'file.read' and e.at > ${isoOf(today)}::date - ${RECENT_DAYS}::integer and e.case_id is not null
      group by e.case_id order by max(e.at) desc limit ${RECENT + 1}`
    const lines = await linesOf(tx, actor, [...open, ...read.filter(({ id }) => id !== open[0]?.id)].map(({ id }) => id))
    const file = lines.find((line) => line.reference === reference) ?? null
    return { today, file, recent: lines.filter((line) => line !== file).slice(0, RECENT) }
  })
}
