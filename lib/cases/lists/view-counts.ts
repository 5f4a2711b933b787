import type { Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { parseCaseloadSearch } from '../caseload-params.ts'
import { caseloadWhere } from '../caseload-where.ts'
import { viewsOf } from './saved-views.ts'
import { MOST_COUNTED, VIEWS_IN_SIDE_BAR, type CountedView } from './views.ts'

/**
 * The views of the side bar, each with how many files it lists for the actor, in one query. A shared view is evaluated in
 * the scope of who looks: the count is theirs, never its owner's.
 */
export async function sideBarViews(actor: Actor, today: Day): Promise<CountedView[]> {
  if (!can(actor, 'caseload.read')) return []
  return inActorTransaction(actor, async (tx) => {
    const views = (await viewsOf(tx, actor)).slice(0, VIEWS_IN_SIDE_BAR)
    if (views.length === 0) return []
    const counts = views.map(({ search }, place) => Prisma.sql`
      select ${place}::integer as place, (select count(*)::integer from (
        select from case_file c
        where ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(parseCaseloadSearch(search), today)}
        limit ${MOST_COUNTED}) as counted) as count`)
    const rows = await tx.$queryRaw<{ place: number; count: number }[]>`${Prisma.join(counts, ' union all ')}`
    const byPlace = new Map(rows.map(({ place, count }) => [place, count]))
    return views.map((view, place) => ({ ...view, count: byPlace.get(place) ?? 0 }))
  })
}
