import { addMonths, dayOfFact, type Day } from '../accord/index.ts'
import { holds, type Condition } from '../indicators/conditions.ts'
import { definitionOf, type IndicatorId } from '../indicators/definitions.ts'
import { measure, type Measures } from '../indicators/measures.ts'
import { monthsWorked } from './months-worked.ts'
import type { Life } from './life.ts'

/** What a figure is: a share of people, months, euros. */
export type FigureUnit = 'share' | 'months' | 'euros'

/** Somebody whose CSP is over: the line that figures are made from, and what no line holds. */
export interface Entrant {
  readonly line: Measures & { readonly enteredOn: Day; readonly endedOn: Day }
  /** Whether they registered as a jobseeker once it was over. */
  readonly registered: boolean
}

/** A figure that the field publishes and that files can show, with what a seeded population must hold. */
export interface PublishedFigure {
  /** The indicator of the catalogue that counts it, or a name of ours where it has none. */
  readonly code: IndicatorId | 'seniority_over_2' | 'seniority_1_to_2' | 'seniority_under_1' | 'bonusWithinFourMonths' | 'withoutDurableJob' | 'registeredAtEnd'
  readonly what: string
  readonly unit: FigureUnit
  /** As it is published (docs/decisions/298 says where). */
  readonly published: string
  /** Both included. */
  readonly between: readonly [number, number]
  readonly of: (entrants: readonly Entrant[]) => number
}

/** Months after the entry from which a CSP, its bonus and the second instalment can be seen whole. */
export const SEEN_AFTER = 16

const MONTH = 365.25 / 12

/** Those of a population who entered and left, early enough for all of it to be seen on a day. */
export function entrantsOf(lives: readonly Life[], today: Day): readonly Entrant[] {
  const latest = addMonths(today, -SEEN_AFTER)
  return lives.flatMap(({ frame, told, file }): Entrant[] => {
    const line = measure({ frame, facts: told.map(({ fact }) => fact) }, file)
    const { enteredOn, endedOn } = line
    if (enteredOn === null || endedOn === null || enteredOn > latest || file.stage === 'annulled') return []
    return [{ line: { ...line, enteredOn, endedOn }, registered: told.some(({ fact }) => fact.kind === 'registered' && dayOfFact(fact) > endedOn) }]
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const shareOf = (all: readonly Entrant[], holdsFor: (entrant: Entrant) => boolean) => all.filter(holdsFor).length / all.length
const those = (all: readonly Entrant[], condition: Condition) => all.filter(({ line }) => holds(condition, line))

/** A figure of the catalogue over entrants, as it is defined there. */
function byCatalogue(id: IndicatorId): (all: readonly Entrant[]) => number {
  const { of, counted, mean: field } = definitionOf(id)
  if (counted !== null) return (all) => { const among = those(all, of); return those(among, counted).length / among.length }
  if (field !== null) return (all) => mean(those(all, of).map(({ line }) => Number(line[field])))
  throw new RangeError(`${id} is neither a share nor a mean`)
}

const inMonths = (of: (all: readonly Entrant[]) => number) => (all: readonly Entrant[]) => of(all) / MONTH
const withSeniority = (band: string) => (all: readonly Entrant[]) => {
  const known = all.filter(({ line }) => line.seniority !== null)
  return shareOf(known, ({ line }) => line.seniority === band)
}

/** The published figures that files can show, in the order of the catalogue. */
export const PUBLISHED: readonly PublishedFigure[] = [
  { code: 'seniority_over_2', what: 'two years with the employer or more', unit: 'share', published: '~80 %', between: [0.77, 0.83], of: withSeniority('over_2') },
  { code: 'seniority_1_to_2', what: 'one to two years', unit: 'share', published: '15 %', between: [0.125, 0.175], of: withSeniority('1_to_2') },
  { code: 'seniority_under_1', what: 'under one year', unit: 'share', published: '5 %', between: [0.035, 0.065], of: withSeniority('under_1') },
  { code: 'firstTraining', what: 'trained during the CSP', unit: 'share', published: 'about half', between: [0.47, 0.53], of: byCatalogue('firstTraining') },
  { code: 'trainingDelay', what: 'from the entry to the first training', unit: 'months', published: '5 to 6', between: [5, 6], of: inMonths(byCatalogue('trainingDelay')) },
  { code: 'trainingDuration', what: 'in training, in total', unit: 'months', published: '3.5', between: [3.2, 3.8], of: inMonths(byCatalogue('trainingDuration')) },
  { code: 'workDuringCsp', what: 'worked during the CSP', unit: 'share', published: '~1 in 3', between: [0.3, 0.37], of: byCatalogue('workDuringCsp') },
  { code: 'jobWithinThreeMonths', what: 'a first job within three months', unit: 'share', published: '10 to 13 %', between: [0.1, 0.13], of: byCatalogue('jobWithinThreeMonths') },
  { code: 'workingInMonth', what: 'working in a given month', unit: 'share', published: '12 %', between: [0.105, 0.135], of: (all) => monthsWorked(all.map(({ line }) => line)) },
  { code: 'stayUnderTwelve', what: 'left before twelve months', unit: 'share', published: '43 %', between: [0.4, 0.46], of: byCatalogue('stayUnderTwelve') },
  { code: 'stayMean', what: 'mean stay', unit: 'months', published: '9.5', between: [9.2, 9.8], of: inMonths(byCatalogue('stayMean')) },
  { code: 'extended', what: 'extended beyond twelve months by work', unit: 'share', published: '~10 %', between: [0.08, 0.12], of: byCatalogue('extended') },
  { code: 'bonusTakeUp', what: 'got a first instalment of the bonus', unit: 'share', published: '29 to 32 %', between: [0.285, 0.33], of: byCatalogue('bonusTakeUp') },
  {
    code: 'bonusWithinFourMonths', what: 'got it for a job found within four months', unit: 'share', published: 'half of 1 in 4', between: [0.1, 0.15],
    of: (all) => shareOf(all, ({ line }) => line.bonusPayments > 0 && line.durableJobOn !== null && line.durableJobOn < addMonths(line.enteredOn, 4)),
  },
  { code: 'bonusFirstAmount', what: 'mean first instalment', unit: 'euros', published: '3 300', between: [3000, 3600], of: byCatalogue('bonusFirstAmount') },
  { code: 'bonusSecond', what: 'got the second, of those who got the first', unit: 'share', published: 'over 9 in 10', between: [0.9, 0.98], of: byCatalogue('bonusSecond') },
  { code: 'withoutDurableJob', what: 'left without a lasting job', unit: 'share', published: 'about two thirds', between: [0.62, 0.68], of: (all) => 1 - byCatalogue('durableAtExit')(all) },
  { code: 'registeredAtEnd', what: 'registered as jobseekers at the end', unit: 'share', published: 'nearly two thirds', between: [0.54, 0.67], of: (all) => shareOf(all, ({ registered }) => registered) },
]

/** Somebody in a CSP on a day. */
const inCsp = ({ file: { dates, milestones, stage } }: Life, on: Day) =>
  dates.cspStart !== null && dates.cspStart <= on && stage !== 'annulled' && (milestones.endedOn ?? dates.cspTerm ?? on) >= on

/** How many months of entries are in a CSP at once: those there on a day, by the entries of a month of the year before. */
export function monthsInStock(lives: readonly Life[], on: Day): number {
  const entries = lives.filter(({ file }) => file.stage !== 'annulled' && file.dates.cspStart !== null && file.dates.cspStart > addMonths(on, -12) && file.dates.cspStart <= on)
  return lives.filter((life) => inCsp(life, on)).length / (entries.length / 12)
}
