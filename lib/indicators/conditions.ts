import type { Measures } from './measures.ts'

type Named<T> = { [Name in keyof Measures]: Extract<T, Measures[Name]> extends never ? never : NonNullable<Measures[Name]> extends T ? Name : never }[keyof Measures]
type Ending<Suffix extends string> = Extract<keyof Measures, `${string}${Suffix}`>

/** Fields of a line by what they hold. */
export type DayField = Ending<'On'>
export type FlagField = Named<boolean>
export type NumberField = Exclude<Named<number>, DayField>
/** Decimal text: a sum of money. */
export type MoneyField = 'bonusFirstAmount' | 'aspDaily'
export type ChoiceField = 'seniority' | 'entryPath' | 'exitMotive' | 'situationAtSixMonths' | 'regimeCode'

/**
 * What a figure asks of a file, as data: the same condition is read over a line (`holds`) and over the table (in SQL), so
 * that a figure, its list and its test cannot differ. A field that is not known satisfies nothing but `unknown`.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly known: keyof Measures }
  | { readonly unknown: keyof Measures }
  | { readonly yes: FlagField }
  | { readonly no: FlagField }
  /** This day is the other or before it. */
  | { readonly day: DayField; readonly atMost: DayField }
  | { readonly number: NumberField; readonly from: number; readonly to: number | null }
  | { readonly choice: ChoiceField; readonly among: readonly string[] }

/** Every file. */
export const EVERY: Condition = { all: [] }

/** Whether a file satisfies a condition. */
export function holds(condition: Condition, line: Measures): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, line))
  if ('any' in condition) return condition.any.some((one) => holds(one, line))
  if ('known' in condition) return line[condition.known] !== null
  if ('unknown' in condition) return line[condition.unknown] === null
  if ('yes' in condition) return line[condition.yes] === true
  if ('no' in condition) return line[condition.no] === false
  if ('day' in condition) {
    const [day, limit] = [line[condition.day], line[condition.atMost]]
    return day !== null && limit !== null && day <= limit
  }
  if ('number' in condition) {
    const value = line[condition.number]
    return value !== null && value >= condition.from && (condition.to === null || value <= condition.to)
  }
  const value = line[condition.choice]
  return value !== null && condition.among.includes(value)
}
