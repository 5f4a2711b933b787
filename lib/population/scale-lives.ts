import { addDays, type Day } from '../accord/index.ts'
import { chanceOf } from './chance.ts'
import { employerOf, type Employer } from './employers.ts'
import { entryMonths } from './entries.ts'
import { lifeOfEntry } from './entered.ts'
import { firstEntry } from './horizon.ts'
import { DAYS_TO_START, type Setting } from './life.ts'
import type { ScaleHouse, ZoneDesks } from './scale-house.ts'
import { drawSector } from './trades.ts'
import type { PostedLife } from './writing.ts'

export interface Population {
  readonly active: number
  readonly past: number
  readonly seed: string
  readonly today: Day
}

const FILES_PER_COMPANY = 9

/** Nearly every life is over as long after its entry: a CSP of a year, an extension, six months of follow-up. */
const LONGEST_LIVE = 700

/** Entered since then, a life holds as many contacts as people see today; before, fewer, to spare room. */
const RECENT = 900
const PAST_CONTACT_GAP = 60

/** Lays a run of files of a population: each is a function of the seed, the day and its rank alone. */
export function layPopulation({ active, past, seed, today }: Population, house: ScaleHouse, from: number, to: number): PostedLife[] {
  // People who answered a proposal enter some weeks from now.
  const last = addDays(today, DAYS_TO_START - 1)
  const lately = entryMonths(addDays(today, -LONGEST_LIVE), last)
  const all = entryMonths(firstEntry(active, past, today), last)
  const chanceOfDesk = house.desks.map((desk) => [desk, desk.weight] as const)
  const companies = new Map<ZoneDesks, readonly Employer[]>()
  const lives: PostedLife[] = []
  for (let rank = from; rank < to; rank += 1) {
    const chance = chanceOf(seed, 'file', rank)
    const desk = chance.weighed(chanceOfDesk)
    let known = companies.get(desk)
    if (known === undefined) {
      const draw = chanceOf(seed, 'companies', desk.operator.slug, desk.zone.code, from)
      known = Array.from({ length: Math.max(1, Math.ceil(((to - from) * desk.weight) / FILES_PER_COMPANY)) }, () => employerOf(draw, drawSector(draw)))
      companies.set(desk, known)
    }
    // Live and past files are mixed in the same proportion from the first to the last.
    const isActive = Math.floor(((rank + 1) * active) / (active + past)) > Math.floor((rank * active) / (active + past))
    const settingOn = (enteredOn: Day): Setting => ({ commune: desk.zone.name, companies: known, settings: desk.operator.settings, today, contactGap: enteredOn > addDays(today, -RECENT) ? desk.operator.settings.contactIntervalDays - 2 : PAST_CONTACT_GAP })
    const life = lifeOfEntry(chance, settingOn, isActive ? lately : all, isActive ? 'live' : 'over')
    const placed = life.file.milestones.jobStartedOn !== null
    lives.push({ life, post: { operator: desk.operator, zone: desk.zone, counsellor: chance.pick(desk.counsellors), referent: placed && desk.referents.length > 0 ? chance.pick(desk.referents) : null } })
  }
  return lives
}
