import { addDays, day, dayOf, partsOf, type Day } from '../accord/index.ts'
import { CLOSED_STAGES } from '../cases/projection.ts'
import { chanceOf, type Chance } from './chance.ts'
import { employerOf, type Employer } from './employers.ts'
import { liveOn, type Life, type Setting } from './life.ts'
import type { ScaleHouse, ZoneDesks } from './scale-house.ts'
import { workingDayBefore } from './story.ts'
import { TRADES } from './trades.ts'
import type { PostedLife } from './writing.ts'

export interface Population {
  readonly active: number
  readonly past: number
  readonly seed: string
  readonly today: Day
}

/** Thousands of entries a year, in the order of magnitude that Unédic publishes; 2011 has four months. */
const ENTRIES: readonly (readonly [number, number])[] = [
  [2011, 22], [2012, 92], [2013, 110], [2014, 112], [2015, 104], [2016, 98], [2017, 82], [2018, 73], [2019, 76], [2020, 70], [2021, 48], [2022, 52], [2023, 80], [2024, 87],
  [2025, 84], [2026, 80], [2027, 80], [2028, 80], [2029, 80],
]

/** Before it, a proposal may belong to a procedure that no text governs. */
const FIRST_PROPOSAL = day('2011-11-01')

/** Days after which nearly every life is over: a CSP of a year, an extension, six months of follow-up. */
const LONGEST_PAST = 640
const LONGEST_LIVE = 560

const FILES_PER_COMPANY = 9

/** Lays a run of files of a population: each is a function of the seed, the day and its rank alone. */
export function layPopulation({ active, past, seed, today }: Population, house: ScaleHouse, from: number, to: number): PostedLife[] {
  const years = yearsUntil(addDays(today, -LONGEST_PAST))
  const chanceOfDesk = house.desks.map((desk) => [desk, desk.weight] as const)
  const companies = new Map<ZoneDesks, readonly Employer[]>()
  const lives: PostedLife[] = []
  for (let rank = from; rank < to; rank += 1) {
    const chance = chanceOf(seed, 'file', rank)
    const desk = chance.weighed(chanceOfDesk)
    let known = companies.get(desk)
    if (known === undefined) {
      const draw = chanceOf(seed, 'companies', desk.operator.slug, desk.zone.code, from)
      known = Array.from({ length: Math.max(1, Math.ceil(((to - from) * desk.weight) / FILES_PER_COMPANY)) }, () => employerOf(draw, draw.pick(TRADES).sector))
      companies.set(desk, known)
    }
    // Live and past files are mixed in the same proportion from the first to the last.
    const isActive = Math.floor(((rank + 1) * active) / (active + past)) > Math.floor((rank * active) / (active + past))
    const setting: Setting = { commune: desk.zone.name, companies: known, settings: desk.operator.settings, today, contactGap: isActive ? desk.operator.settings.contactIntervalDays - 2 : 60 }
    const life = isActive ? activeLife(chance, setting) : pastLife(chance, setting, years)
    const placed = life.file.milestones.jobStartedOn !== null
    lives.push({ life, post: { operator: desk.operator, zone: desk.zone, counsellor: chance.pick(desk.counsellors), referent: placed && desk.referents.length > 0 ? chance.pick(desk.referents) : null } })
  }
  return lives
}

/** Somebody followed today, in the proportions in which stages are found: drawn among all who entered lately. */
function activeLife(chance: Chance, setting: Setting): Life {
  for (;;) {
    const life = liveOn(chance, setting, { proposedOn: workingDayBefore(addDays(setting.today, -chance.whole(1, LONGEST_LIVE))) })
    if (!CLOSED_STAGES.includes(life.file.stage)) return life
  }
}

/** Somebody whose file is over, entered in a year as many as did. */
function pastLife(chance: Chance, setting: Setting, years: readonly (readonly [readonly [Day, Day], number])[]): Life {
  for (;;) {
    const [first, last] = chance.weighed(years)
    const life = liveOn(chance, setting, { proposedOn: workingDayBefore(addDays(first, chance.whole(0, last - first))), course: { closedAfter: chance.whole(1, 20) } })
    if (CLOSED_STAGES.includes(life.file.stage)) return life
  }
}

function yearsUntil(last: Day): readonly (readonly [readonly [Day, Day], number])[] {
  return ENTRIES.flatMap(([year, entries]) => {
    const opens = dayOf(year, 1, 1)
    const closes = dayOf(year, 12, 31)
    if (opens === null || closes === null || opens > last) return []
    const from = opens < FIRST_PROPOSAL ? FIRST_PROPOSAL : opens
    const share = closes <= last ? 1 : (partsOf(last).month - 1 + partsOf(last).day / 31) / 12
    return [[[from, closes <= last ? closes : last] as const, entries * share] as const]
  })
}
