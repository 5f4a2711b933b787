import { reachOf } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { every, placeSql } from '../../cases/indicator-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import { DEPARTMENTS, REGIONS } from '../../indicators/places.ts'
import { NATION, type Place, type TerritoryLevel } from '../../indicators/slices.ts'
import type { Steering } from '../figures.ts'

/** A basin whose figures an actor may see. */
export interface ReachedBasin {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Where it counts whole. */
  readonly departmentCode: string
  readonly regionCode: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The basins an actor steers: their operator's, their own, or those where their files are. */
export async function reachedBasins({ actor, tx }: Steering): Promise<readonly ReachedBasin[]> {
  const reach = reachOf(actor, 'steering.read')
  const theirs =
    reach === 'operator' ? Prisma.sql`true`
    : reach === 'basins' ? Prisma.sql`b.id = any(${[...actor.basinIds]}::uuid[])`
    : Prisma.sql`exists (select from case_measure m where m.basin_id = b.id and ${scopeCondition(actor, 'm', 'steering.read')})`
  return tx.$queryRaw<ReachedBasin[]>`
    select b.id::text, b.code, b.name, b.main_department_code as "departmentCode", b.region_code as "regionCode", b.latitude, b.longitude
    from basin b join operator_basin o on o.basin_id = b.id and o.operator_id = ${actor.operatorId}::uuid
    where ${theirs} order by b.name, b.code`
}

/** The basins of a place, among some. */
export function basinsIn(basins: readonly ReachedBasin[], { level, code }: Place): readonly ReachedBasin[] {
  switch (level) {
    case 'nation': return basins
    case 'region': return basins.filter((basin) => basin.regionCode === code)
    case 'department': return basins.filter((basin) => basin.departmentCode === code)
    case 'basin': return basins.filter((basin) => basin.code === code)
  }
}

const WIDER: readonly TerritoryLevel[] = ['department', 'region', 'nation']

/**
 * The next wider place that holds more of an actor's basins; `null` where there is none. A department of which the actor
 * steers one basin would say the same as the basin.
 */
export function widerPlace(basins: readonly ReachedBasin[], place: Place): Place | null {
  const inside = basinsIn(basins, place)
  const [one] = inside
  if (one === undefined || place.level === 'nation') return null
  const from = place.level === 'basin' ? 0 : WIDER.indexOf(place.level) + 1
  for (const level of WIDER.slice(from)) {
    const wider: Place = level === 'nation' ? NATION : { level, code: level === 'department' ? one.departmentCode : one.regionCode }
    if (basinsIn(basins, wider).length > inside.length) return wider
  }
  return null
}

/** How a place that was asked for stands to an actor: theirs; a zone of the public list that is not; no such zone. */
export interface PlaceAsked {
  readonly place: Place
  readonly standing: 'theirs' | 'elsewhere' | 'nowhere'
  /** As the public list names it; `null` where it does not. */
  readonly name: string | null
}

/** Says it of the public list of zones alone: nothing is learnt of what others do there. */
export async function placeAsked({ tx }: Steering, basins: readonly ReachedBasin[], place: Place): Promise<PlaceAsked> {
  const known = basinsIn(basins, place)
  const name =
    place.level === 'nation' ? null
    : place.level === 'region' ? (REGIONS[place.code] ?? null)
    : place.level === 'department' ? (DEPARTMENTS[place.code]?.name ?? null)
    : (known[0]?.name ?? (await tx.$queryRaw<{ name: string }[]>`select name from basin where code = ${place.code} limit 1`)[0]?.name ?? null)
  return { place, name, standing: place.level === 'nation' || known.length > 0 ? 'theirs' : name === null ? 'nowhere' : 'elsewhere' }
}

export interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** Those who hold files of an actor's in a place, whether still open or not, and whatever their role has become since. */
export async function counsellorsIn({ actor, tx }: Steering, place: Place): Promise<readonly NamedPerson[]> {
  const scope = scopeCondition(actor, 'm', 'steering.read')
  const there = placeSql(place, Prisma.sql`m.basin_id`)
  // Of the whole reach, one look at an index for each account; of a place, its files are few.
  const held = there === null
    ? Prisma.sql`exists (select from case_measure m where m.counsellor_id = k.id and ${scope})`
    : Prisma.sql`k.id in (select m.counsellor_id from case_measure m where ${every([scope, there])})`
  return tx.$queryRaw<NamedPerson[]>`select k.id::text, k.display_name as name from account k where ${held} order by k.display_name, k.id`
}

/** The centres of every basin of the country: the ground of a map. */
export async function groundOf({ tx }: Steering): Promise<readonly { readonly latitude: number; readonly longitude: number }[]> {
  return tx.$queryRaw<{ latitude: number; longitude: number }[]>`select latitude, longitude from basin where latitude is not null and longitude is not null order by code`
}
