import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { searchForm } from '../../database/search-form.ts'
import { Prisma } from '../../database/generated/client.ts'
import { turnTheDay } from '../advance-day.ts'
import type { EmployersPage, KnownEmployer, ListedEmployer } from '../views/employers.ts'
import { piecesOf } from '../content/employer-pieces.ts'
import { fromIso } from '../../database/calendar-columns.ts'

const PAGE_SIZE = 50
/** Employers offered while a name is typed. */
const OFFERED = 6

/** How many pieces of a sending are there for a file: of each, the last line counts, where it has a day. */
function there(sending: 'acceptance' | 'all'): Prisma.Sql {
  return Prisma.sql`(select count(*) from (
    select distinct on (ep.piece) ep.received_on from employer_piece ep
    where ep.case_id = c.id and ep.piece = any(${[...piecesOf(sending)]}::text[]) order by ep.piece, ep.recorded_at desc, ep.id desc
  ) last_line where last_line.received_on is not null)`
}

/** R-120: a sending is not done and one of its pieces is missing. What was sent to France Travail was there, ticked or not. */
const waits = Prisma.sql`(not c.closed and exists (
  select from deadline d where d.case_id = c.id and d.rule = 'R-120' and d.met_on is null and not d.cancelled and d.actionable
    and case d.label when 'sendAcceptance' then ${there('acceptance')} < ${piecesOf('acceptance').length} else ${there('all')} < ${piecesOf('all').length} end))`

interface ListedRow extends Omit<ListedEmployer, 'lastEngagedOn' | 'nextSendingOn'> {
  readonly lastEngagedOn: string | null
  readonly nextSendingOn: string | null
  readonly total: number
}

/** As much of what was typed as is looked for. */
const bounded = (typed: string) => typed.replaceAll('\0', '').slice(0, 200)

/** Every word of the search, in the name, or the beginning of the SIRET. */
function named(search: string): Prisma.Sql {
  const digits = search.replace(/\s/gu, '')
  if (/^\d{3,14}$/u.test(digits)) return Prisma.sql`e.siret like ${`${digits}%`}`
  const words = searchForm(search).split(' ').filter((word) => word !== '')
  if (words.length === 0) return search.trim() === '' ? Prisma.sql`true` : Prisma.sql`false`
  return Prisma.join(words.map((word) => Prisma.sql`e.search_name like ${`%${word}%`}`), ' and ')
}

/**
 * The employers of the files an actor may see; those from whom something is awaited first, the most urgent first.
 * @param search words of the name, or the first digits of the SIRET; empty for all
 * @param page from 1; one beyond the last gives the last
 */
export async function employersPage(actor: Actor, search: string, page: number): Promise<EmployersPage | null> {
  if (!can(actor, 'employer.read')) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const find = (from: number) => tx.$queryRaw<ListedRow[]>`
      select e.id, e.name, e.siret, e.size, e.insolvency, own.files, own."liveFiles", own."lastEngagedOn"::text as "lastEngagedOn",
             own.incomplete, own."nextSendingOn"::text as "nextSendingOn", count(*) over ()::integer as total
      from employer e
      join lateral (
        select count(*)::integer as files, count(*) filter (where not c.closed)::integer as "liveFiles", max(c.engaged_on) as "lastEngagedOn",
               count(*) filter (where ${waits})::integer as incomplete,
               min(sending.due_on) as "nextSendingOn"
        from case_file c
        left join lateral (
          select min(d.due_on) as due_on from deadline d
          where d.case_id = c.id and d.rule = 'R-120' and d.met_on is null and not d.cancelled and d.actionable) sending on not c.closed
        where c.employer_id = e.id and ${scopeCondition(actor, 'c', 'employer.read')}
      ) own on own.files > 0
      where e.merged_into is null and ${named(bounded(search))}
      order by (own.incomplete = 0), own."nextSendingOn" nulls last, e.name, e.id
      limit ${PAGE_SIZE} offset ${(from - 1) * PAGE_SIZE}`
    let shown = Math.max(1, page)
    let rows = await find(shown)
    if (rows.length === 0 && shown > 1) {
      shown = 1
      rows = await find(1)
    }
    return {
      today,
      employers: rows.map(({ total: _, lastEngagedOn, nextSendingOn, ...row }) => ({ ...row, lastEngagedOn: fromIso(lastEngagedOn), nextSendingOn: fromIso(nextSendingOn) })),
      total: rows[0]?.total ?? 0,
      page: shown,
      pageSize: PAGE_SIZE,
    }
  })
}

/**
 * Employers of the operator that the words typed while a file is opened may mean, the best first: name, SIRET and size are
 * no one's secret within an operator; whose files they are is not said.
 */
export async function knownEmployers(actor: Actor, typed: string): Promise<readonly KnownEmployer[]> {
  if (!can(actor, 'file.open')) return []
  const asked = bounded(typed)
  const form = searchForm(asked)
  if (form.length < 2) return []
  return inActorTransaction(actor, (tx) => tx.$queryRaw<KnownEmployer[]>`
    select e.id, e.name, e.siret, e.kind, e.size, e.insolvency,
           (select count(*)::integer from case_file c where c.employer_id = e.id) as files
    from employer e
    where e.merged_into is null and (${named(asked)} or word_similarity(${form}, e.search_name) > 0.55)
    order by (e.search_name = ${form}) desc, word_similarity(${form}, e.search_name) desc, e.name, e.id
    limit ${OFFERED}`)
}

