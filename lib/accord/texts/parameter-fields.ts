import { z } from 'zod'
import { amountField, dayField } from '../file/fields.ts'
import { SUSPENSION_CAUSES } from '../file/facts.ts'
import type { TextChanges } from './agreement.ts'

/**
 * The parameters that a text added by an administrator may change, one line each: what the form asks, and what
 * is refused as impossible. Bounds are wide: they catch a slip of the hand, not an unwise negotiation.
 */
export type ParameterField = {
  /** Place in the changes: `cspMonths`, `work.minimumDays`, `extensions.carer`. */
  readonly path: string
  readonly group: ParameterGroup
  /** Whether an overlay may change it: the law reads it on a day of the file, not once for all from its text. */
  readonly onRunningFiles: boolean
} & (
  | { readonly kind: 'whole'; readonly unit: 'days' | 'months' | 'years' | 'count' | 'hours' | 'age'; readonly least: number; readonly most: number; readonly mayBeNone: boolean }
  | { readonly kind: 'share' | 'yesNo' }
  | { readonly kind: 'amount' | 'day'; readonly mayBeNone: true }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** By how much a leave extends the CSP: not at all, for its legal length, for some months at most. */
  | { readonly kind: 'extension' }
  /** Which job ends the CSP: any, over some months, from some months. */
  | { readonly kind: 'threshold' }
)

export const PARAMETER_GROUPS = ['course', 'work', 'extensions', 'job', 'allowance', 'incentives', 'employer'] as const
export type ParameterGroup = (typeof PARAMETER_GROUPS)[number]

type Bounds = readonly [least: number, most: number]
type Whole = Extract<ParameterField, { readonly kind: 'whole' }>

const whole = (group: ParameterGroup, path: string, unit: Whole['unit'], [least, most]: Bounds, mayBeNone = false): ParameterField => ({ path, group, kind: 'whole', unit, least, most, mayBeNone, onRunningFiles: path.startsWith('work.') })
const said = (group: ParameterGroup, path: string): ParameterField => ({ path, group, kind: 'yesNo', onRunningFiles: path.startsWith('work.') })
const share = (group: ParameterGroup, path: string): ParameterField => ({ path, group, kind: 'share', onRunningFiles: false })
const choice = (group: ParameterGroup, path: string, options: readonly string[], onRunningFiles = false): ParameterField => ({ path, group, kind: 'choice', options, onRunningFiles })

export const PARAMETER_FIELDS: readonly ParameterField[] = [
  whole('course', 'reflectionDays', 'days', [1, 90]),
  choice('course', 'franceTravailStart', ['last_day_of_reflection', 'day_after_reflection']),
  whole('course', 'cspMonths', 'months', [1, 36]),
  whole('course', 'ceilingMonths', 'months', [1, 48], true),
  whole('course', 'preBilanDays', 'days', [1, 90]),
  whole('course', 'planMonthsAfterPreBilan', 'months', [1, 12]),
  said('course', 'twoSignatures'),
  said('course', 'twoStepSending'),
  said('course', 'month4Review'),
  whole('course', 'finalInterviewLastMonths', 'months', [1, 12], true),
  whole('course', 'termLetterDaysBefore', 'days', [1, 180], true),
  whole('course', 'followUpMonths', 'months', [1, 24]),
  whole('work', 'work.minimumDays', 'days', [1, 180], true),
  whole('work', 'work.minimumMonths', 'months', [1, 12], true),
  whole('work', 'work.maxCount', 'count', [1, 50], true),
  whole('work', 'work.totalMaxMonths', 'months', [1, 24]),
  whole('work', 'work.totalMaxDays', 'days', [1, 732]),
  whole('work', 'work.warnAboveDays', 'days', [1, 732], true),
  { path: 'work.endsAt', group: 'work', kind: 'threshold', onRunningFiles: true },
  said('work', 'work.priorValidation'),
  said('work', 'work.reviewAfter'),
  said('work', 'workExtendsTerm'),
  whole('work', 'workExtensionMaxMonths', 'months', [1, 24], true),
  ...SUSPENSION_CAUSES.map((cause): ParameterField => ({ path: `extensions.${cause}`, group: 'extensions', kind: 'extension', onRunningFiles: true })),
  { path: 'jobThreshold', group: 'job', kind: 'threshold', onRunningFiles: true },
  choice('job', 'trialReturn', ['none', 'same_term', 'remaining_duration'], true),
  choice('job', 'breachTakes', ['allowance', 'contract']),
  said('job', 'falseStatementIsBreach'),
  share('allowance', 'aspRate'),
  said('allowance', 'aspCapped'),
  whole('allowance', 'fullSeniorityYears', 'years', [0, 10]),
  { path: 'ownReferenceWageFrom', group: 'allowance', kind: 'day', mayBeNone: true, onRunningFiles: false },
  whole('allowance', 'affiliation.days', 'days', [1, 1_000]),
  whole('allowance', 'affiliation.hours', 'hours', [1, 8_000]),
  whole('allowance', 'affiliation.windowMonths', 'months', [1, 72]),
  whole('allowance', 'affiliation.windowMonthsOlder', 'months', [1, 72]),
  whole('allowance', 'affiliation.olderFrom', 'age', [16, 80]),
  said('incentives', 'bonus'),
  whole('incentives', 'bonusWindowMonths', 'months', [1, 36], true),
  said('incentives', 'bonusWindowStretched'),
  whole('incentives', 'bonusClaimDays', 'days', [1, 365], true),
  whole('incentives', 'bonusSecondAfterMonths', 'months', [1, 24], true),
  share('incentives', 'incentiveShare'),
  share('incentives', 'wageGapLeastLoss'),
  whole('incentives', 'wageGapMonths', 'months', [1, 36]),
  said('incentives', 'incentivesExcludeAre'),
  { path: 'experimentBonus', group: 'incentives', kind: 'amount', mayBeNone: true, onRunningFiles: false },
  whole('employer', 'noticeContributionMonths', 'months', [0, 12]),
  whole('employer', 'penaltyMonths', 'months', [0, 12]),
  whole('employer', 'penaltyMonthsIfJoined', 'months', [0, 12]),
  said('employer', 'trainingHoursOwed'),
  whole('employer', 'contestMonths', 'months', [1, 60]),
  whole('employer', 'claimsYears', 'years', [1, 10], true),
]

/** Months of a leave or of a job, where a text bounds them. */
const months = z.number('impossible_value').int('impossible_value').min(1, 'impossible_value').max(36, 'impossible_value')

export const extensionLimitField = z.discriminatedUnion(
  'kind',
  [z.strictObject({ kind: z.literal('legal_length') }), z.strictObject({ kind: z.literal('months'), months })],
  'impossible_value',
)

const thresholdField = z.discriminatedUnion(
  'kind',
  [z.strictObject({ kind: z.literal('any') }), z.strictObject({ kind: z.literal('over'), months }), z.strictObject({ kind: z.literal('from'), months })],
  'impossible_value',
)

/** A share of one, as decimal text: `0.75`. */
export const shareField = z
  .string('impossible_value')
  .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/u, 'impossible_value')

function schemaOf(field: ParameterField): z.ZodType {
  switch (field.kind) {
    case 'whole': {
      const number = z.number('impossible_value').int('impossible_value').min(field.least, 'impossible_value').max(field.most, 'impossible_value')
      return field.mayBeNone ? number.nullable() : number
    }
    case 'share':
      return shareField
    case 'yesNo':
      return z.boolean('impossible_value')
    case 'amount':
      return amountField.nullable()
    case 'day':
      return dayField.nullable()
    case 'choice':
      return z.enum(field.options as [string, ...string[]], 'impossible_value')
    case 'extension':
      return extensionLimitField.nullable()
    case 'threshold':
      return thresholdField
  }
}

/** The changes of an added text in their JSON form, only what is changed; an unknown parameter is refused at its path. */
export const textChangesSchema: z.ZodType<TextChanges> = (() => {
  const shape: Record<string, z.ZodType> = {}
  const parts: Record<string, Record<string, z.ZodType>> = {}
  for (const field of PARAMETER_FIELDS) {
    const [first, second] = field.path.split('.') as [string, string?]
    if (second === undefined) shape[first] = schemaOf(field).optional()
    else (parts[first] ??= {})[second] = schemaOf(field).optional()
  }
  for (const [name, part] of Object.entries(parts)) shape[name] = z.strictObject(part, { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_parameter' : undefined) }).optional()
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown_parameter' : undefined) })
})()

/** The paths that changes hold a value for, in the order of the fields. */
export function changedPaths(changes: object): readonly string[] {
  return PARAMETER_FIELDS.map(({ path }) => path).filter((path) => valueAt(changes, path) !== undefined)
}

/** What a path of the parameters, or of changes to them, holds; `undefined` where nothing does. */
export function valueAt(parameters: object, path: string): unknown {
  let found: unknown = parameters
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Readonly<Record<string, unknown>>)[key]
  }
  return found
}
