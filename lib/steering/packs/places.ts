// The places of packs: how they are called, what holds them, and whose they are. Nothing here is of an operator: the list of
// basins is public.
import type { Actor, Territory } from '../../access/actor.ts'
import { can, reachOf } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { DEPARTMENTS, REGIONS } from '../../indicators/places.ts'
import { NATION, type Place } from '../../indicators/slices.ts'

export interface KnownBasin {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly departmentCodes: readonly string[]
  /** Where figures count it whole. */
  readonly mainDepartment: string
}

/** A place with what lies around it. */
export interface KnownPlace extends Place {
  /** `''` for the nation, whose name is that of the language. */
  readonly name: string
  readonly regionCode: string | null
  readonly departmentCodes: readonly string[]
  /** Names of what it lies in, the nearest first. */
  readonly within: readonly string[]
  /** Basins that figures count in it. */
  readonly basins: readonly KnownBasin[]
}

/** Rows of `KnownBasin`: every basin of the country, in the order of their names. */
export const KNOWN_BASINS = Prisma.sql`
  select id::text, code, name, region_code as "regionCode", department_codes as "departmentCodes", main_department_code as "mainDepartment"
  from basin where scheme = 'ZE2020' order by name, code`

export function knownBasins(tx: Transaction): Promise<KnownBasin[]> {
  return tx.$queryRaw<KnownBasin[]>(KNOWN_BASINS)
}

const departmentName = (code: string) => DEPARTMENTS[code]?.name ?? code
const regionName = (code: string) => REGIONS[code] ?? code
const regionOf = (department: string, basins: readonly KnownBasin[]) => DEPARTMENTS[department]?.regionCode ?? basins[0]?.regionCode ?? null

/** A place by its level and code; `null` where there is none. */
export function knownPlace(basins: readonly KnownBasin[], { level, code }: Place): KnownPlace | null {
  switch (level) {
    case 'nation':
      return { ...NATION, name: '', regionCode: null, departmentCodes: [], within: [], basins }
    case 'region': {
      const held = basins.filter((basin) => basin.regionCode === code)
      return held.length === 0 ? null : { level, code, name: regionName(code), regionCode: code, departmentCodes: [], within: [], basins: held }
    }
    case 'department': {
      const held = basins.filter((basin) => basin.mainDepartment === code)
      if (held.length === 0) return null
      const region = regionOf(code, held)
      return { level, code, name: departmentName(code), regionCode: region, departmentCodes: [code], within: region === null ? [] : [regionName(region)], basins: held }
    }
    case 'basin': {
      const basin = basins.find((one) => one.code === code)
      if (basin === undefined) return null
      const { regionCode, departmentCodes, mainDepartment } = basin
      return { level, code, name: basin.name, regionCode, departmentCodes, within: [departmentName(mainDepartment), regionName(regionCode)], basins: [basin] }
    }
  }
}

/** The place just wider: the main department of a basin, the region of a department, the nation; `null` for the nation. */
export function widerPlace(basins: readonly KnownBasin[], place: KnownPlace): KnownPlace | null {
  switch (place.level) {
    case 'nation': return null
    case 'region': return knownPlace(basins, NATION)
    case 'department': return place.regionCode === null ? null : knownPlace(basins, { level: 'region', code: place.regionCode })
    case 'basin': return knownPlace(basins, { level: 'department', code: place.basins[0]?.mainDepartment ?? '' })
  }
}

/** The places that make up a wider one, level by level, the widest first. */
export function placesInside(basins: readonly KnownBasin[], place: KnownPlace): readonly { readonly level: 'region' | 'department' | 'basin'; readonly places: readonly KnownPlace[] }[] {
  const byName = (one: KnownPlace, other: KnownPlace) => one.name.localeCompare(other.name, 'fr')
  const known = (level: 'region' | 'department' | 'basin', codes: readonly string[]) => [...new Set(codes)].flatMap((code) => knownPlace(basins, { level, code }) ?? []).toSorted(byName)
  const regions = { level: 'region' as const, places: known('region', place.basins.map(({ regionCode }) => regionCode)) }
  const departments = { level: 'department' as const, places: known('department', place.basins.map(({ mainDepartment }) => mainDepartment)) }
  const held = { level: 'basin' as const, places: known('basin', place.basins.map(({ code }) => code)) }
  if (place.level === 'nation') return [regions, departments, held]
  if (place.level === 'region') return [departments, held]
  return place.level === 'department' ? [held] : []
}

/** Basins that the actor's operator serves: an operator has no pack of a place where it is not. */
export async function servedBasins(tx: Transaction, actor: Actor, basins: readonly KnownBasin[]): Promise<readonly KnownBasin[]> {
  if (actor.operatorId === null) return basins
  const served = await tx.$queryRaw<{ id: string }[]>`select basin_id::text as id from operator_basin where operator_id = ${actor.operatorId}::uuid`
  const ids = new Set(served.map(({ id }) => id))
  return basins.filter(({ id }) => ids.has(id))
}

/** Whether a place lies in a committee's territory (`committee_holds` says the same in the database). */
export function territoryHoldsPlace({ level, codes }: Territory, place: Pick<KnownPlace, 'level' | 'code' | 'regionCode' | 'departmentCodes'>): boolean {
  switch (level) {
    case 'nation': return true
    case 'region': return place.level !== 'nation' && place.regionCode !== null && codes.includes(place.regionCode)
    case 'department': return (place.level === 'department' || place.level === 'basin') && place.departmentCodes.some((code) => codes.includes(code))
    case 'basin': return place.level === 'basin' && codes.includes(place.code)
  }
}

/** What of an operator an actor prepares, or reads, packs of: the places of their basins; all of them where their reach is the operator. */
function reachesPlace(actor: Actor, action: 'pack.prepare' | 'pack.read', place: Pick<KnownPlace, 'level' | 'basins'>): boolean {
  switch (reachOf(actor, action)) {
    case 'all': return true
    case 'operator': return true
    // The country's is prepared by those who answer for the whole operator.
    case 'basins': return place.level !== 'nation' && place.basins.some(({ id }) => can(actor, action, { operatorId: actor.operatorId, basinId: id }))
    default: return false
  }
}

/** Whether someone may prepare a place's pack: for their operator, or for the platform. */
export function mayPreparePack(actor: Actor, place: Pick<KnownPlace, 'level' | 'basins'>): boolean {
  return can(actor, 'pack.prepare') && reachesPlace(actor, 'pack.prepare', place)
}

/** Whose a pack is, and whether it was issued. */
export interface PackStanding {
  readonly operatorId: string | null
  readonly issued: boolean
}

/** Whether someone may read a pack: its operator's people in its places; the platform, all issued and its own drafts; a committee, what is issued for its territory. */
export function mayReadPack(actor: Actor, place: KnownPlace, { operatorId, issued }: PackStanding): boolean {
  if (!can(actor, 'pack.read')) return false
  switch (reachOf(actor, 'pack.read')) {
    case 'all': return issued || operatorId === null
    case 'territory': return issued && actor.territory !== null && territoryHoldsPlace(actor.territory, place)
    default: return operatorId !== null && operatorId === actor.operatorId && reachesPlace(actor, 'pack.read', place)
  }
}
