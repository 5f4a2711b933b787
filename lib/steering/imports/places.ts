import type { Actor } from '../../access/actor.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { DEPARTMENTS, REGIONS } from '../../indicators/places.ts'

/** A place that a figure can be about, other than the nation. */
export interface NamedPlace {
  /** `region:84` */
  readonly place: string
  readonly level: 'region' | 'department' | 'basin'
  readonly code: string
  readonly name: string
}

/** Every region, department and basin of the public list of zones, level by level, each in the order it is looked up. */
export async function importPlaces(actor: Actor): Promise<readonly NamedPlace[]> {
  const basins = await inActorTransaction(actor, (tx) => tx.$queryRaw<{ code: string; name: string; departments: string[]; region: string }[]>`
    select code, name, department_codes as departments, region_code as region from basin order by name, code`)
  const named = (level: NamedPlace['level'], codes: readonly string[], nameOf: (code: string) => string) =>
    [...new Set(codes)].map((code) => ({ place: `${level}:${code}`, level, code, name: nameOf(code) }))
  const regions = named('region', basins.map(({ region }) => region), (code) => REGIONS[code] ?? code)
  const departments = named('department', basins.flatMap((basin) => basin.departments), (code) => DEPARTMENTS[code]?.name ?? code)
  const names = new Map(basins.map(({ code, name }) => [code, name]))
  return [
    ...regions.toSorted((one, other) => one.name.localeCompare(other.name, 'fr')),
    ...departments.toSorted((one, other) => one.code.localeCompare(other.code, 'fr', { numeric: true })),
    ...named('basin', [...names.keys()], (code) => names.get(code) ?? code),
  ]
}
