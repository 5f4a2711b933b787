// Whose committees are. An operator keeps those of its places, the platform its own; operators read the platform's of their
// places, members those of their territory, whoever keeps them. Decision 318.
import type { Actor } from '../../access/actor.ts'
import { can, reachOf } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'
import { territoryHoldsPlace, type KnownPlace } from '../packs/places.ts'

/** The basins an actor's operator serves; `null` where they have no operator. */
export async function servedBasins(tx: Transaction, actor: Actor): Promise<ReadonlySet<string> | null> {
  if (actor.operatorId === null) return null
  const rows = await tx.$queryRaw<{ id: string }[]>`select basin_id::text as id from operator_basin where operator_id = ${actor.operatorId}::uuid`
  return new Set(rows.map(({ id }) => id))
}

/** Whether an actor's own basins, among those their operator serves, lie in a place. */
function reaches(actor: Actor, action: 'committee.read' | 'committee.keep', place: Pick<KnownPlace, 'basins'>, served: ReadonlySet<string> | null): boolean {
  return place.basins.some(({ id }) => served?.has(id) === true && can(actor, action, { operatorId: actor.operatorId, basinId: id }))
}

/** Whether someone may set up and keep the committee of a place: the country's is for those who answer for the whole operator. */
export function mayKeepCommittee(actor: Actor, place: Pick<KnownPlace, 'level' | 'basins'>, served: ReadonlySet<string> | null): boolean {
  const reach = reachOf(actor, 'committee.keep')
  if (reach === 'all') return true
  return (reach === 'operator' || place.level !== 'nation') && reaches(actor, 'committee.keep', place, served)
}

/** Whether someone may read a committee of a place. @param operatorId who keeps it; `null`: the platform */
export function mayReadCommittee(actor: Actor, place: KnownPlace, operatorId: string | null, served: ReadonlySet<string> | null): boolean {
  switch (reachOf(actor, 'committee.read')) {
    case 'none': return false
    case 'all': return operatorId === null
    case 'territory': return actor.territory !== null && territoryHoldsPlace(actor.territory, place)
    default: return (operatorId === null || operatorId === actor.operatorId) && reaches(actor, 'committee.read', place, served)
  }
}
