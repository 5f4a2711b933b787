import { describe, expect, it } from 'vitest'
import { SUSPENSION_CAUSES } from '@/lib/accord'
import { PARAMETER_FIELDS, PARAMETER_GROUPS, shareField, textChangesSchema, valueAt } from '@/lib/accord/texts/parameter-fields.ts'

/*
 * The parameters as an administrator meets them: where each stands in the form, what it admits at its bounds and
 * what it refuses beyond them. A slip of the hand in a text is read by every file it governs.
 */
const WHOLE = [
  // path, chapter of the form, unit, least, most, and whether a text may provide none
  ['reflectionDays', 'course', 'days', 1, 90, false],
  ['cspMonths', 'course', 'months', 1, 36, false],
  ['ceilingMonths', 'course', 'months', 1, 48, true],
  ['preBilanDays', 'course', 'days', 1, 90, false],
  ['planMonthsAfterPreBilan', 'course', 'months', 1, 12, false],
  ['finalInterviewLastMonths', 'course', 'months', 1, 12, true],
  ['termLetterDaysBefore', 'course', 'days', 1, 180, true],
  ['followUpMonths', 'course', 'months', 1, 24, false],
  ['work.minimumDays', 'work', 'days', 1, 180, true],
  ['work.minimumMonths', 'work', 'months', 1, 12, true],
  ['work.maxCount', 'work', 'count', 1, 50, true],
  ['work.totalMaxMonths', 'work', 'months', 1, 24, false],
  ['work.totalMaxDays', 'work', 'days', 1, 732, false],
  ['work.warnAboveDays', 'work', 'days', 1, 732, true],
  ['workExtensionMaxMonths', 'work', 'months', 1, 24, true],
  ['fullSeniorityYears', 'allowance', 'years', 0, 10, false],
  ['affiliation.days', 'allowance', 'days', 1, 1_000, false],
  ['affiliation.hours', 'allowance', 'hours', 1, 8_000, false],
  ['affiliation.windowMonths', 'allowance', 'months', 1, 72, false],
  ['affiliation.windowMonthsOlder', 'allowance', 'months', 1, 72, false],
  ['affiliation.olderFrom', 'allowance', 'age', 16, 80, false],
  ['bonusWindowMonths', 'incentives', 'months', 1, 36, true],
  ['bonusClaimDays', 'incentives', 'days', 1, 365, true],
  ['bonusSecondAfterMonths', 'incentives', 'months', 1, 24, true],
  ['wageGapMonths', 'incentives', 'months', 1, 36, false],
  ['noticeContributionMonths', 'employer', 'months', 0, 12, false],
  ['penaltyMonths', 'employer', 'months', 0, 12, false],
  ['penaltyMonthsIfJoined', 'employer', 'months', 0, 12, false],
  ['contestMonths', 'employer', 'months', 1, 60, false],
  ['claimsYears', 'employer', 'years', 1, 10, true],
] as const

/** Other fields: path, chapter of the form, what it admits, what it refuses. */
const THRESHOLDS = [{ kind: 'any' }, { kind: 'over', months: 1 }, { kind: 'over', months: 36 }, { kind: 'from', months: 6 }]
const NO_THRESHOLDS = [{ kind: 'any', months: 1 }, { kind: 'over' }, { kind: 'over', months: 0 }, { kind: 'from', months: 37 }, { kind: 'from', months: 1.5 }, { kind: 'under', months: 6 }, null, 'any']
const EXTENSIONS = [null, { kind: 'legal_length' }, { kind: 'months', months: 1 }, { kind: 'months', months: 36 }]
const NO_EXTENSIONS = [{ kind: 'legal_length', months: 1 }, { kind: 'months' }, { kind: 'months', months: 0 }, { kind: 'months', months: 37 }, { kind: 'months', months: 2.5 }, { kind: 'days', days: 3 }, true]
const YES_NO = [[true, false], ['true', 1, null]] as const
const SHARES = [['0', '1', '0.5', '0.1234', '1.0', '1.0000'], ['1.01', '2', '-0.1', '0.12345', '1.00000', '0.', '.5', '0,5', ' 0.5', '0.5 ', 0.5, null]] as const

type Other = readonly [path: string, chapter: string, admitted: readonly unknown[], refused: readonly unknown[]]
const OTHER: readonly Other[] = [
  ['franceTravailStart', 'course', ['last_day_of_reflection', 'day_after_reflection'], ['never', '', null]],
  ['twoSignatures', 'course', ...YES_NO],
  ['twoStepSending', 'course', ...YES_NO],
  ['month4Review', 'course', ...YES_NO],
  ['work.endsAt', 'work', THRESHOLDS, NO_THRESHOLDS],
  ['work.priorValidation', 'work', ...YES_NO],
  ['work.reviewAfter', 'work', ...YES_NO],
  ['workExtendsTerm', 'work', ...YES_NO],
  ...SUSPENSION_CAUSES.map((cause): Other => [`extensions.${cause}`, 'extensions', EXTENSIONS, NO_EXTENSIONS]),
  ['jobThreshold', 'job', THRESHOLDS, NO_THRESHOLDS],
  ['trialReturn', 'job', ['none', 'same_term', 'remaining_duration'], ['maybe', '', null]],
  ['breachTakes', 'job', ['allowance', 'contract'], ['nothing', '', null]],
  ['falseStatementIsBreach', 'job', ...YES_NO],
  ['aspRate', 'allowance', ...SHARES],
  ['aspCapped', 'allowance', ...YES_NO],
  ['ownReferenceWageFrom', 'allowance', [null, '2021-10-01'], ['2021-02-30', '01/10/2021', '']],
  ['bonus', 'incentives', ...YES_NO],
  ['bonusWindowStretched', 'incentives', ...YES_NO],
  ['incentiveShare', 'incentives', ...SHARES],
  ['wageGapLeastLoss', 'incentives', ...SHARES],
  ['incentivesExcludeAre', 'incentives', ...YES_NO],
  ['experimentBonus', 'incentives', [null, '1000.00', '0.50'], ['1000', '1000.5', '-1.00', 1000]],
  ['trainingHoursOwed', 'employer', ...YES_NO],
]

/** What may change on a day of a running file, whatever its procedure: work, leaves, jobs and a broken trial. */
const ON_RUNNING_FILES = [
  'work.minimumDays', 'work.minimumMonths', 'work.maxCount', 'work.totalMaxMonths', 'work.totalMaxDays', 'work.warnAboveDays', 'work.endsAt', 'work.priorValidation', 'work.reviewAfter',
  ...SUSPENSION_CAUSES.map((cause) => `extensions.${cause}`), 'jobThreshold', 'trialReturn',
]

const holding = (path: string, value: unknown): unknown => {
  const [name, part] = path.split('.') as [string, string?]
  return part === undefined ? { [name]: value } : { [name]: { [part]: value } }
}
const admits = (path: string, value: unknown): boolean => textChangesSchema.safeParse(holding(path, value)).success
const refusal = (path: string, value: unknown): string => {
  const parsed = textChangesSchema.safeParse(holding(path, value))
  return parsed.success ? 'admitted' : `${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`
}

describe('the parameters of a text, as a form asks them', () => {
  it('has each parameter once, in its chapter, with its unit', () => {
    const told = PARAMETER_FIELDS.map((field) => `${field.path} ${field.group} ${field.kind === 'whole' ? field.unit : ''}`.trim())
    const wanted = [...WHOLE.map(([path, group, unit]) => `${path} ${group} ${unit}`), ...OTHER.map(([path, group]) => `${path} ${group}`)]
    expect(told.toSorted()).toEqual(wanted.toSorted())
    expect([...PARAMETER_GROUPS]).toEqual(['course', 'work', 'extensions', 'job', 'allowance', 'incentives', 'employer'])
  })
  it.each(WHOLE)('%s (%s, %s) goes from %i to %i, none: %s', (path, _group, _unit, least, most, none) => {
    expect([least, most].map((value) => admits(path, value))).toEqual([true, true])
    for (const value of [least - 1, most + 1, least + 0.5, String(least), true]) expect([value, refusal(path, value)]).toEqual([value, `${path} impossible_value`])
    expect(refusal(path, null)).toBe(none ? 'admitted' : `${path} impossible_value`)
    const field = PARAMETER_FIELDS.find((candidate) => candidate.path === path)
    expect(field).toMatchObject({ kind: 'whole', least, most, mayBeNone: none })
  })
  it.each(OTHER)('%s (%s)', (path, _group, admitted, refused) => {
    for (const value of admitted) expect([value, admits(path, value)]).toEqual([value, true])
    for (const value of refused) expect([value, admits(path, value)]).toEqual([value, false])
  })
  it('says that a value is impossible where it stands', () => {
    expect(refusal('trialReturn', 'maybe')).toBe('trialReturn impossible_value')
    expect(refusal('aspRate', 0.75)).toBe('aspRate impossible_value')
    expect(refusal('bonus', 'yes')).toBe('bonus impossible_value')
    expect(refusal('jobThreshold', { kind: 'under' })).toBe('jobThreshold.kind impossible_value')
    expect(refusal('jobThreshold', { kind: 'over', months: 'six' })).toBe('jobThreshold.months impossible_value')
    expect(refusal('extensions.carer', { kind: 'days' })).toBe('extensions.carer.kind impossible_value')
    expect(refusal('extensions.carer', { kind: 'months', months: 2.5 })).toBe('extensions.carer.months impossible_value')
    expect(shareField.safeParse('2').error?.issues[0]?.message).toBe('impossible_value')
  })
  it('knows no other parameter, at the top or in a part', () => {
    const issue = (changes: unknown) => textChangesSchema.safeParse(changes).error?.issues[0]
    expect(issue({ cspWeeks: 3 })).toMatchObject({ code: 'unrecognized_keys', message: 'unknown_parameter', keys: ['cspWeeks'], path: [] })
    expect(issue({ work: { colour: 1 } })).toMatchObject({ code: 'unrecognized_keys', message: 'unknown_parameter', keys: ['colour'], path: ['work'] })
    expect(issue({ work: 3 })?.message).not.toBe('unknown_parameter')
    expect(issue(3)?.message).not.toBe('unknown_parameter')
  })
  it('R-002: what may change on a day of a running file', () => {
    expect(PARAMETER_FIELDS.filter(({ onRunningFiles }) => onRunningFiles).map(({ path }) => path).toSorted()).toEqual(ON_RUNNING_FILES.toSorted())
  })
  it('may say nothing at all', () => {
    expect(textChangesSchema.safeParse({})).toMatchObject({ success: true, data: {} })
    expect(textChangesSchema.safeParse({ work: {}, extensions: {}, affiliation: {} }).success).toBe(true)
  })
  it('finds what a path holds, and nothing where nothing is', () => {
    const parameters = { cspMonths: 12, work: { maxCount: null }, affiliation: null, name: 'text' }
    expect(['cspMonths', 'work.maxCount', 'affiliation', 'work.minimumDays', 'affiliation.days', 'name.length', 'nothing.at.all'].map((path) => valueAt(parameters, path))).toEqual([12, null, null, undefined, undefined, undefined, undefined])
  })
})
