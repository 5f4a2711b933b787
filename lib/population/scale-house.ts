import type { Chance } from './chance.ts'
import type { Identities } from './identities.ts'
import { nameOf } from './people.ts'
import type { Colleague, OperatorHouse } from './posts.ts'
import { zones, type Zone } from './zones.ts'

/** Files that a counsellor follows at once, as the field reports. */
const LOAD = 55

/** A zone is served where there is work for two counsellors of it, the most populated ones first. */
const FILES_PER_ZONE = 130

/** How the files are shared out: France Travail, and private operators it delegates to. */
const SHARES = [
  { suffix: 'ft', name: 'France Travail', kind: 'france_travail', share: 0.66, contactIntervalDays: 30 },
  { suffix: 'a', name: 'Alizé Transitions', kind: 'private', share: 0.2, contactIntervalDays: 21 },
  { suffix: 'b', name: 'Escale Parcours', kind: 'private', share: 0.14, contactIntervalDays: 28 },
] as const

/** The desks of an operator in a zone. */
export interface ZoneDesks {
  readonly operator: OperatorHouse
  readonly zone: Zone
  readonly counsellors: readonly Colleague[]
  readonly referents: readonly Colleague[]
  /** How likely a file is to be here. */
  readonly weight: number
}

export interface ScaleHouse {
  readonly operators: readonly OperatorHouse[]
  readonly desks: readonly ZoneDesks[]
}

/**
 * Operators with people enough for a number of live files, over as many zones as it fills.
 * @param slug starts the operators' own, so that populations stand side by side
 */
export function scaleHouse(chance: Chance, newId: Identities, slug: string, active: number): ScaleHouse {
  const served = zones().toSorted((a, b) => b.population - a.population).slice(0, Math.min(306, Math.max(3, Math.ceil(active / FILES_PER_ZONE))))
  const people = served.reduce((sum, { population }) => sum + population, 0)
  const desks: ZoneDesks[] = []
  const operators = SHARES.map((share): OperatorHouse => {
    let rank = 0
    const someone = (role: Colleague['role'], basinCodes: readonly string[]): Colleague => {
      const { firstName, lastName } = nameOf(chance, chance.happens(0.6) ? 'female' : 'male')
      rank += 1
      return { id: newId(), email: `${role.replace('_', '-')}-${rank}@${slug}-${share.suffix}.rebond.test`, displayName: `${firstName} ${lastName}`, role, basinCodes }
    }
    const regions = Map.groupBy(served, ({ regionCode }) => regionCode)
    const heads = [...regions.values()].flatMap((inRegion) => {
      const codes = inRegion.map(({ code }) => code)
      return [someone('manager', codes), someone('referent', codes)]
    })
    const seats = served.map((zone) => {
      const weight = (zone.population / people) * share.share
      return { zone, weight, counsellors: Array.from({ length: Math.max(1, Math.round((active * weight) / LOAD)) }, () => someone('counsellor', [zone.code])) }
    })
    const operator: OperatorHouse = {
      id: newId(),
      slug: `${slug}-${share.suffix}`,
      name: `${share.name} (${slug})`,
      kind: share.kind,
      settings: { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: share.contactIntervalDays, followUpIntervalDays: 30 },
      zones: served,
      people: [...heads, someone('operator_admin', []), ...seats.flatMap(({ counsellors }) => counsellors)],
    }
    for (const { zone, weight, counsellors } of seats)
      desks.push({ operator, zone, counsellors, weight, referents: heads.filter(({ role, basinCodes }) => role === 'referent' && basinCodes.includes(zone.code)) })
    return operator
  })
  return { operators, desks }
}
