import type { Day } from '../calendar/day.ts'
import type { BothLanguages, ExtensionLimit, JobThreshold, TextChanges, TextParameters, Texts } from '../texts/agreement.ts'
import { parametersOf, withChanges } from '../texts/governing.ts'
import { RULE_IDS, type RuleId } from './catalogue.ts'

/** What a text fixes for one parameter, as a person reads it; `none`: the text does not provide it. */
export type ParameterValue =
  | { readonly kind: 'none' | 'yes' | 'no' | 'any_job' | 'any_loss' | 'legal_length' | 'unlimited' }
  | { readonly kind: 'days' | 'months' | 'years' | 'hours' | 'count' | 'from_age' | 'over_months' | 'from_months'; readonly value: number }
  /** A share of one, or euros, as decimal text. */
  | { readonly kind: 'share' | 'euros'; readonly value: string }
  | { readonly kind: 'engaged_from'; readonly value: Day }
  | { readonly kind: 'choice'; readonly value: TextParameters['franceTravailStart'] | TextParameters['trialReturn'] | TextParameters['breachTakes'] }

const NONE: ParameterValue = { kind: 'none' }
const bool = (value: boolean): ParameterValue => ({ kind: value ? 'yes' : 'no' })
type Counted = 'days' | 'months' | 'years' | 'hours' | 'count' | 'from_age'
const many = (kind: Counted, value: number | null | undefined): ParameterValue => (value === null || value === undefined ? NONE : { kind, value })

function threshold(of: JobThreshold): ParameterValue {
  if (of.kind === 'any') return { kind: 'any_job' }
  return { kind: of.kind === 'over' ? 'over_months' : 'from_months', value: of.months }
}

function limit(of: ExtensionLimit | undefined): ParameterValue {
  if (of === undefined) return NONE
  return of.kind === 'months' ? many('months', of.months) : { kind: 'legal_length' }
}

interface Parameter {
  /** The field of `TextParameters` it is read in. */
  readonly field: keyof TextParameters
  readonly rules: readonly RuleId[]
  readonly read: (of: TextParameters) => ParameterValue
}

const parameter = (field: keyof TextParameters, rules: readonly RuleId[], read: Parameter['read']): Parameter => ({ field, rules, read })

/** Every parameter a text fixes, with the rules that apply it; the names are the keys of their words. */
const PARAMETERS = {
  reflection: parameter('reflectionDays', ['R-010', 'R-130'], (of) => many('days', of.reflectionDays)),
  franceTravailStart: parameter('franceTravailStart', ['R-013'], (of) => ({ kind: 'choice', value: of.franceTravailStart })),
  length: parameter('cspMonths', ['R-014'], (of) => many('months', of.cspMonths)),
  ceiling: parameter('ceilingMonths', ['R-014', 'R-403'], (of) => many('months', of.ceilingMonths)),
  claims: parameter('claimsYears', ['R-016'], (of) => many('years', of.claimsYears)),
  workExtends: parameter('workExtendsTerm', ['R-017', 'R-403'], (of) => bool(of.workExtendsTerm)),
  workExtension: parameter('workExtensionMaxMonths', ['R-403'], (of) => many('months', of.workExtensionMaxMonths)),
  fullSeniority: parameter('fullSeniorityYears', ['R-101', 'R-201'], (of) => many('years', of.fullSeniorityYears)),
  affiliationDays: parameter('affiliation', ['R-102'], (of) => many('days', of.affiliation?.days)),
  affiliationHours: parameter('affiliation', ['R-102'], (of) => many('hours', of.affiliation?.hours)),
  affiliationWindow: parameter('affiliation', ['R-102'], (of) => many('months', of.affiliation?.windowMonths)),
  affiliationOlder: parameter('affiliation', ['R-102'], (of) => many('months', of.affiliation?.windowMonthsOlder)),
  affiliationAge: parameter('affiliation', ['R-102'], (of) => many('from_age', of.affiliation?.olderFrom)),
  experimentBonus: parameter('experimentBonus', ['R-105'], (of) => (of.experimentBonus === null ? NONE : { kind: 'euros', value: of.experimentBonus })),
  twoSteps: parameter('twoStepSending', ['R-120'], (of) => bool(of.twoStepSending)),
  contest: parameter('contestMonths', ['R-141'], (of) => many('months', of.contestMonths)),
  penalty: parameter('penaltyMonths', ['R-150'], (of) => many('months', of.penaltyMonths)),
  penaltyIfJoined: parameter('penaltyMonthsIfJoined', ['R-150'], (of) => many('months', of.penaltyMonthsIfJoined)),
  noticeContribution: parameter('noticeContributionMonths', ['R-151'], (of) => many('months', of.noticeContributionMonths)),
  trainingHours: parameter('trainingHoursOwed', ['R-152'], (of) => bool(of.trainingHoursOwed)),
  aspRate: parameter('aspRate', ['R-200'], (of) => ({ kind: 'share', value: of.aspRate })),
  aspCapped: parameter('aspCapped', ['R-200'], (of) => bool(of.aspCapped)),
  ownReferenceWage: parameter('ownReferenceWageFrom', ['R-203'], (of) => (of.ownReferenceWageFrom === null ? NONE : { kind: 'engaged_from', value: of.ownReferenceWageFrom })),
  preBilan: parameter('preBilanDays', ['R-301'], (of) => many('days', of.preBilanDays)),
  plan: parameter('planMonthsAfterPreBilan', ['R-302'], (of) => many('months', of.planMonthsAfterPreBilan)),
  twoSignatures: parameter('twoSignatures', ['R-302'], (of) => bool(of.twoSignatures)),
  month4Review: parameter('month4Review', ['R-306'], (of) => bool(of.month4Review)),
  finalInterview: parameter('finalInterviewLastMonths', ['R-307'], (of) => many('months', of.finalInterviewLastMonths)),
  termLetter: parameter('termLetterDaysBefore', ['R-308'], (of) => many('days', of.termLetterDaysBefore)),
  followUp: parameter('followUpMonths', ['R-309'], (of) => many('months', of.followUpMonths)),
  workLeast: parameter('work', ['R-400'], ({ work }) => (work.minimumMonths === null ? many('days', work.minimumDays) : many('months', work.minimumMonths))),
  workCount: parameter('work', ['R-400'], ({ work }) => (work.maxCount === null ? { kind: 'unlimited' } : many('count', work.maxCount))),
  workValidated: parameter('work', ['R-400'], ({ work }) => bool(work.priorValidation)),
  workReviewed: parameter('work', ['R-400'], ({ work }) => bool(work.reviewAfter)),
  workTotal: parameter('work', ['R-400', 'R-402'], ({ work }) => many('months', work.totalMaxMonths)),
  workTotalDays: parameter('work', ['R-402'], ({ work }) => many('days', work.totalMaxDays)),
  workWarnAbove: parameter('work', ['R-402'], ({ work }) => many('days', work.warnAboveDays)),
  workEndsAt: parameter('work', ['R-411'], ({ work }) => threshold(work.endsAt)),
  extensionSickness: parameter('extensions', ['R-208', 'R-404'], (of) => limit(of.extensions.sickness)),
  extensionMaternity: parameter('extensions', ['R-404'], (of) => limit(of.extensions.maternity)),
  extensionPaternity: parameter('extensions', ['R-404'], (of) => limit(of.extensions.paternity)),
  extensionAdoption: parameter('extensions', ['R-404'], (of) => limit(of.extensions.adoption)),
  extensionCarer: parameter('extensions', ['R-404'], (of) => limit(of.extensions.carer)),
  extensionParentalPresence: parameter('extensions', ['R-404'], (of) => limit(of.extensions.parental_presence)),
  jobThreshold: parameter('jobThreshold', ['R-410'], (of) => threshold(of.jobThreshold)),
  trialReturn: parameter('trialReturn', ['R-412'], (of) => ({ kind: 'choice', value: of.trialReturn })),
  bonus: parameter('bonus', ['R-500'], (of) => bool(of.bonus)),
  bonusWindow: parameter('bonusWindowMonths', ['R-501'], (of) => many('months', of.bonusWindowMonths)),
  bonusStretched: parameter('bonusWindowStretched', ['R-501'], (of) => bool(of.bonusWindowStretched)),
  bonusClaim: parameter('bonusClaimDays', ['R-501'], (of) => many('days', of.bonusClaimDays)),
  excludesAre: parameter('incentivesExcludeAre', ['R-501', 'R-510'], (of) => bool(of.incentivesExcludeAre)),
  bonusSecond: parameter('bonusSecondAfterMonths', ['R-502'], (of) => many('months', of.bonusSecondAfterMonths)),
  bonusShare: parameter('incentiveShare', ['R-502', 'R-511'], (of) => (of.bonus ? { kind: 'share', value: of.incentiveShare } : NONE)),
  wageGapShare: parameter('incentiveShare', ['R-510'], (of) => ({ kind: 'share', value: of.incentiveShare })),
  wageGapLoss: parameter('wageGapLeastLoss', ['R-510'], (of) => (Number(of.wageGapLeastLoss) === 0 ? { kind: 'any_loss' } : { kind: 'share', value: of.wageGapLeastLoss })),
  wageGapMonths: parameter('wageGapMonths', ['R-510'], (of) => many('months', of.wageGapMonths)),
  breachTakes: parameter('breachTakes', ['R-601'], (of) => ({ kind: 'choice', value: of.breachTakes })),
  falseStatement: parameter('falseStatementIsBreach', ['R-601'], (of) => bool(of.falseStatementIsBreach)),
} as const satisfies Readonly<Record<string, Parameter>>

export type ParameterName = keyof typeof PARAMETERS
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[]

/** The fields of `TextParameters` that the rules page shows: all of them, which a test holds. */
export const FIELDS_SHOWN: ReadonlySet<keyof TextParameters> = new Set<keyof TextParameters>([...PARAMETER_NAMES.map((name) => PARAMETERS[name].field), 'addedLeaves'])

/** A column of a rule's table: texts one after the other that say the same, or a text added to running files. */
export type ParameterColumn =
  | { readonly kind: 'agreements'; readonly first: string; readonly last: string; readonly all: boolean }
  | { readonly kind: 'overlay'; readonly code: string; readonly from: Day; readonly engagedFrom: Day | null }

export interface ParameterRow {
  /** A parameter of the shipped texts, or a leave that an added text names. */
  readonly label: { readonly name: ParameterName } | { readonly leave: BothLanguages }
  /** One value by column. */
  readonly values: readonly ParameterValue[]
}

/** What each text fixes for a rule; no row where no text fixes anything for it. */
export interface ParameterTable {
  readonly columns: readonly ParameterColumn[]
  readonly rows: readonly ParameterRow[]
}

interface Reader {
  readonly label: ParameterRow['label']
  readonly field: keyof TextParameters
  readonly read: (of: TextParameters) => ParameterValue
}

function readersOf(rule: RuleId, texts: Texts): readonly Reader[] {
  const readers: Reader[] = PARAMETER_NAMES.filter((name) => PARAMETERS[name].rules.includes(rule))
    .map((name) => ({ label: { name }, field: PARAMETERS[name].field, read: PARAMETERS[name].read }))
  if (rule !== 'R-404') return readers
  const leaves = new Map([...texts.agreements, ...texts.overlays].flatMap(({ changes }) => Object.entries(changes.addedLeaves ?? {})))
  for (const [code, { name }] of leaves) readers.push({ label: { leave: name }, field: 'addedLeaves', read: (of) => limit(of.addedLeaves[code]?.limit) })
  return readers
}

const same = (a: ParameterValue, b: ParameterValue) => a.kind === b.kind && ('value' in a ? a.value : null) === ('value' in b ? b.value : null)
const alike = (a: readonly ParameterValue[], b: readonly ParameterValue[]) => a.every((value, index) => same(value, b[index] ?? NONE))

/**
 * The parameters of a rule under each text, in the order of the texts' days: texts that say the same stand in one
 * column; an overlay that touches the rule has its own, after the text whose running files it reaches first (R-002).
 */
export function parameterTable(rule: RuleId, texts: Texts): ParameterTable {
  const readers = readersOf(rule, texts)
  if (readers.length === 0) return { columns: [], rows: [] }
  const agreements = texts.agreements.toSorted((a, b) => a.from - b.from)
  const columns: { column: ParameterColumn; values: readonly ParameterValue[]; on: Day }[] = []
  for (const agreement of agreements) {
    const parameters = parametersOf(texts, agreement)
    const values = readers.map(({ read }) => read(parameters))
    const before = columns.at(-1)
    if (before?.column.kind === 'agreements' && alike(before.values, values)) before.column = { ...before.column, last: agreement.code }
    else columns.push({ column: { kind: 'agreements', first: agreement.code, last: agreement.code, all: false }, values, on: agreement.from })
  }
  const only = columns[0]
  if (columns.length === 1 && only?.column.kind === 'agreements') only.column = { ...only.column, all: true }
  for (const family of ['2011', '2015'] as const) {
    let changed: TextChanges[] = []
    for (const overlay of texts.overlays.filter((each) => each.family === family).toSorted((a, b) => a.from - b.from)) {
      const under = agreements.findLast((agreement) => agreement.family === family && agreement.from <= overlay.from) ?? agreements.find((agreement) => agreement.family === family)
      if (under === undefined) continue
      changed = [...changed, overlay.changes]
      if (!readers.some(({ field }) => field in overlay.changes)) continue
      const parameters = changed.reduce<TextParameters>((of, changes) => withChanges(of, changes), parametersOf(texts, under))
      const at = columns.findLastIndex(({ on, column }) => on <= overlay.from && (column.kind === 'overlay' || texts.agreements.some((each) => each.code === column.first && each.family === family)))
      columns.splice(at + 1, 0, { column: { kind: 'overlay', code: overlay.code, from: overlay.from, engagedFrom: overlay.engagedFrom }, values: readers.map(({ read }) => read(parameters)), on: overlay.from })
    }
  }
  return { columns: columns.map(({ column }) => column), rows: readers.map(({ label }, row) => ({ label, values: columns.map(({ values }) => values[row] ?? NONE) })) }
}

/** The rules whose parameters a text changes, in the order of the catalogue: what an added text is said to do. */
export function rulesChangedBy(changes: TextChanges): readonly RuleId[] {
  const changed = new Set<RuleId>(PARAMETER_NAMES.filter((name) => PARAMETERS[name].field in changes).flatMap((name) => PARAMETERS[name].rules))
  if (changes.addedLeaves !== undefined) changed.add('R-404')
  return RULE_IDS.filter((rule) => changed.has(rule))
}
