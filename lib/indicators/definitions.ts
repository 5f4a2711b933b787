import type { RuleId } from '../accord/rules/catalogue.ts'
import { EVERY, type Condition, type DayField, type MoneyField, type NumberField } from './conditions.ts'

/**
 * The catalogue of indicators. One definition serves the screen, the list behind the figure, the export, the pack, the
 * API and the test. Names, sentences and readings are in the messages (`indicators`), by id.
 *
 * A figure looks at files whose `anchor` day falls in a period and that satisfy `of`; `flow` counts what happened in the
 * period, `cohort` follows those who came in it, `stock` counts who is there at the end of its last day.
 */
export const INDICATOR_IDS = [
  'entries', 'inCsp', 'exits',
  'preBilanInTime', 'daysToPreBilan', 'planInTime', 'reviewInTime', 'withoutContact',
  'firstTraining', 'trainingMonths1to4', 'trainingMonths5to8', 'trainingFromMonth9', 'trainingDelay', 'trainingDuration',
  'workDuringCsp', 'jobWithinThreeMonths', 'workingInMonth', 'extended',
  'stayMean', 'stayUnderTwelve',
  'durableAtExit', 'durableAfterWork', 'durableWithoutWork', 'durableAfterExtension', 'durableSixMonths', 'situationKnown',
  'bonusTakeUp', 'bonusFirstAmount', 'bonusSecond', 'bonusClaimInTime', 'wageGapClaims', 'wageGapAmongPlaced',
] as const
export type IndicatorId = (typeof INDICATOR_IDS)[number]

/** Figures that no file holds: they come from outside, with their source and day, or stay blank. */
export const IMPORTED_IDS = [
  'benefitEntrants', 'cspShareOfDismissed', 'stillRegisteredSixMonths', 'stillRegistered', 'stillRegisteredTwoYears', 'cspShareOfRegistrations', 'adhesionRate',
  'registeredAgain', 'benefitAfterCsp', 'allocationCost', 'allocationCostTwoYears', 'allocationCostEach', 'contributionRecovery', 'businessFailures', 'jobsThreatened',
  'dismissalRegistrations',
] as const
export type ImportedId = (typeof IMPORTED_IDS)[number]

export type IndicatorKind = 'flow' | 'stock' | 'cohort'
export type IndicatorUnit = 'people' | 'share' | 'days' | 'months' | 'euros'

export interface Definition {
  readonly id: IndicatorId
  /** As the field numbers it: `I1` (indicators.md), `R-703`. */
  readonly published: readonly string[]
  readonly kind: IndicatorKind
  readonly unit: IndicatorUnit
  readonly anchor: DayField
  /** Months after the anchor from which a file can be seen in full; before, it is not counted, and the figure says so. */
  readonly maturityMonths: number
  /** Whether a file counts from the day after its anchor only: a deadline is judged once its day is over. */
  readonly judgedTheDayAfter: boolean
  readonly of: Condition
  /** For a share: those of them counted. */
  readonly counted: Condition | null
  /** For a mean: what is averaged over `of`. */
  readonly mean: NumberField | MoneyField | null
  /** For a stock: files without anything on this day for so many days, counted back from today alone. */
  readonly silentFor: { readonly since: DayField; readonly days: number } | null
  /** A month read whole: those who worked in it among those in a CSP on one of its days. */
  readonly workedInMonth: boolean
  readonly rules: readonly RuleId[]
}

type Given = Pick<Definition, 'id' | 'published' | 'kind' | 'unit' | 'anchor' | 'rules'> & Partial<Definition>

function define(given: Given): Definition {
  return {
    maturityMonths: 0, judgedTheDayAfter: false, of: EVERY, counted: null, mean: null, silentFor: null, workedInMonth: false,
    ...given,
  }
}

/** A CSP has run its course at fifteen months, the extensions for work included. */
const WHOLE_COURSE = 15
/** The bonus is claimed for a job begun by the end of the tenth month, within thirty days, then paid. */
const BONUS_SEEN = 13
/** Three months after the first instalment. */
const SECOND_SEEN = 16
/** Six months after the job, and the time to hear of it. */
const AFTER_SIX_MONTHS = 8
/** Days without contact from which a person is looked for. */
export const SILENT_DAYS = 30

const trained: Condition = { known: 'firstTrainingOn' }
const worked: Condition = { known: 'firstWorkOn' }
const durable: Condition = { yes: 'durableAtExit' }
const trainedBetween = (from: number, to: number | null): Condition => ({ number: 'firstTrainingMonth', from, to })

const LIST: readonly Definition[] = [
  define({ id: 'entries', published: ['I1', 'R-702'], kind: 'flow', unit: 'people', anchor: 'enteredOn', rules: ['R-012'] }),
  define({ id: 'inCsp', published: ['I4', 'R-702'], kind: 'stock', unit: 'people', anchor: 'enteredOn', rules: ['R-012', 'R-014'] }),
  define({ id: 'exits', published: ['R-703'], kind: 'flow', unit: 'people', anchor: 'endedOn', rules: ['R-600'] }),
  define({ id: 'preBilanInTime', published: ['R-703'], kind: 'flow', unit: 'share', anchor: 'preBilanDueOn', judgedTheDayAfter: true, counted: { day: 'preBilanOn', atMost: 'preBilanDueOn' }, rules: ['R-301'] }),
  define({ id: 'daysToPreBilan', published: ['R-701', 'R-703'], kind: 'flow', unit: 'days', anchor: 'preBilanOn', of: { known: 'daysToPreBilan' }, mean: 'daysToPreBilan', rules: ['R-301'] }),
  define({ id: 'planInTime', published: ['R-703'], kind: 'flow', unit: 'share', anchor: 'planDueOn', judgedTheDayAfter: true, counted: { day: 'planOn', atMost: 'planDueOn' }, rules: ['R-302'] }),
  define({ id: 'reviewInTime', published: ['R-703'], kind: 'flow', unit: 'share', anchor: 'reviewDueOn', judgedTheDayAfter: true, counted: { day: 'reviewOn', atMost: 'reviewDueOn' }, rules: ['R-306'] }),
  define({ id: 'withoutContact', published: ['R-703'], kind: 'stock', unit: 'share', anchor: 'enteredOn', silentFor: { since: 'lastContactOn', days: SILENT_DAYS }, rules: ['R-305'] }),
  define({ id: 'firstTraining', published: ['I5', 'R-703'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, counted: trained, rules: ['R-310'] }),
  define({ id: 'trainingMonths1to4', published: ['I5'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: 4, counted: trainedBetween(1, 4), rules: ['R-310'] }),
  define({ id: 'trainingMonths5to8', published: ['I5'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: 8, counted: trainedBetween(5, 8), rules: ['R-310'] }),
  define({ id: 'trainingFromMonth9', published: ['I5'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, counted: trainedBetween(9, null), rules: ['R-310'] }),
  define({ id: 'trainingDelay', published: ['I6'], kind: 'cohort', unit: 'months', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, of: trained, mean: 'firstTrainingDelay', rules: ['R-310'] }),
  define({ id: 'trainingDuration', published: ['I7'], kind: 'cohort', unit: 'months', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, of: trained, mean: 'trainingDays', rules: ['R-310'] }),
  define({ id: 'workDuringCsp', published: ['I8', 'R-703'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, counted: worked, rules: ['R-400'] }),
  define({ id: 'jobWithinThreeMonths', published: ['I8'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: 3, counted: { yes: 'jobWithinThreeMonths' }, rules: ['R-400'] }),
  define({ id: 'workingInMonth', published: ['I9'], kind: 'stock', unit: 'share', anchor: 'enteredOn', workedInMonth: true, rules: ['R-400'] }),
  define({ id: 'extended', published: ['I15'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, counted: { yes: 'extendedByWork' }, rules: ['R-403'] }),
  define({ id: 'stayMean', published: ['I13'], kind: 'cohort', unit: 'months', anchor: 'enteredOn', maturityMonths: WHOLE_COURSE, of: { known: 'stayDays' }, mean: 'stayDays', rules: ['R-014'] }),
  define({ id: 'stayUnderTwelve', published: ['I13'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: 12, counted: { yes: 'stayedUnderTwelveMonths' }, rules: ['R-014'] }),
  define({ id: 'durableAtExit', published: ['R-701', 'R-703'], kind: 'flow', unit: 'share', anchor: 'endedOn', counted: durable, rules: ['R-600'] }),
  define({ id: 'durableAfterWork', published: ['R-701'], kind: 'flow', unit: 'share', anchor: 'endedOn', of: worked, counted: durable, rules: ['R-400'] }),
  define({ id: 'durableWithoutWork', published: ['R-701'], kind: 'flow', unit: 'share', anchor: 'endedOn', of: { unknown: 'firstWorkOn' }, counted: durable, rules: ['R-400'] }),
  define({ id: 'durableAfterExtension', published: ['R-701'], kind: 'flow', unit: 'share', anchor: 'endedOn', of: { yes: 'extendedByWork' }, counted: durable, rules: ['R-403'] }),
  define({ id: 'durableSixMonths', published: ['R-701', 'R-703'], kind: 'cohort', unit: 'share', anchor: 'endedOn', maturityMonths: AFTER_SIX_MONTHS, counted: { all: [durable, { choice: 'situationAtSixMonths', among: ['in_job'] }] }, rules: ['R-309'] }),
  define({ id: 'situationKnown', published: ['R-701'], kind: 'cohort', unit: 'share', anchor: 'endedOn', maturityMonths: AFTER_SIX_MONTHS, of: durable, counted: { known: 'situationAtSixMonths' }, rules: ['R-309'] }),
  define({ id: 'bonusTakeUp', published: ['I10', 'R-701'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: BONUS_SEEN, counted: { known: 'bonusFirstPaidOn' }, rules: ['R-501'] }),
  define({ id: 'bonusFirstAmount', published: ['I11', 'R-701'], kind: 'cohort', unit: 'euros', anchor: 'enteredOn', maturityMonths: BONUS_SEEN, of: { known: 'bonusFirstAmount' }, mean: 'bonusFirstAmount', rules: ['R-502'] }),
  define({ id: 'bonusSecond', published: ['I12', 'R-701'], kind: 'cohort', unit: 'share', anchor: 'enteredOn', maturityMonths: SECOND_SEEN, of: { known: 'bonusFirstPaidOn' }, counted: { number: 'bonusPayments', from: 2, to: null }, rules: ['R-502'] }),
  define({ id: 'bonusClaimInTime', published: ['R-703'], kind: 'flow', unit: 'share', anchor: 'bonusClaimDueOn', judgedTheDayAfter: true, counted: { day: 'bonusClaimedOn', atMost: 'bonusClaimDueOn' }, rules: ['R-501'] }),
  define({ id: 'wageGapClaims', published: ['R-701'], kind: 'flow', unit: 'people', anchor: 'wageGapClaimedOn', rules: ['R-510'] }),
  define({ id: 'wageGapAmongPlaced', published: ['R-701'], kind: 'flow', unit: 'share', anchor: 'durableJobOn', counted: { known: 'wageGapClaimedOn' }, rules: ['R-510'] }),
]

/** Every indicator made from files, in the order of the catalogue. */
export const DEFINITIONS: readonly Definition[] = LIST

const byId = new Map<string, Definition>(LIST.map((definition) => [definition.id, definition]))

/** The definition of an id; throws on one that does not exist (a bug: an address is read by `parseIndicator`). */
export function definitionOf(id: IndicatorId): Definition {
  const found = byId.get(id)
  if (found === undefined) throw new RangeError(`no indicator ${id}`)
  return found
}

/** The id that a text names; `null` where there is none, or no longer one. */
export function parseIndicator(text: string): IndicatorId | null {
  return byId.get(text)?.id ?? null
}

/** What no file holds, as the field numbers and cuts it. */
export interface ImportedDefinition {
  readonly id: ImportedId
  readonly published: readonly string[]
  readonly kind: IndicatorKind
  readonly unit: 'people' | 'share' | 'euros' | 'count'
}

export const IMPORTED: readonly ImportedDefinition[] = [
  { id: 'benefitEntrants', published: ['I2'], kind: 'flow', unit: 'people' },
  { id: 'cspShareOfDismissed', published: ['I3'], kind: 'stock', unit: 'share' },
  { id: 'stillRegisteredSixMonths', published: ['I14'], kind: 'cohort', unit: 'share' },
  { id: 'stillRegistered', published: ['I14'], kind: 'cohort', unit: 'share' },
  { id: 'stillRegisteredTwoYears', published: ['I14'], kind: 'cohort', unit: 'share' },
  { id: 'cspShareOfRegistrations', published: ['I16'], kind: 'flow', unit: 'share' },
  { id: 'adhesionRate', published: ['I17'], kind: 'flow', unit: 'share' },
  { id: 'registeredAgain', published: ['I18'], kind: 'cohort', unit: 'share' },
  { id: 'benefitAfterCsp', published: ['I18'], kind: 'cohort', unit: 'share' },
  { id: 'allocationCost', published: ['I19'], kind: 'cohort', unit: 'euros' },
  { id: 'allocationCostTwoYears', published: ['I19'], kind: 'cohort', unit: 'euros' },
  { id: 'allocationCostEach', published: ['I19'], kind: 'cohort', unit: 'euros' },
  { id: 'contributionRecovery', published: ['I20'], kind: 'flow', unit: 'share' },
  { id: 'businessFailures', published: ['I21'], kind: 'flow', unit: 'count' },
  { id: 'jobsThreatened', published: ['I21'], kind: 'flow', unit: 'count' },
  { id: 'dismissalRegistrations', published: ['I21'], kind: 'flow', unit: 'people' },
]
