import { isoOf, type Day } from '../../accord/calendar/day.ts'
import { AMOUNT_NAMES, type AmountName, type Amounts } from '../../accord/file/amounts.ts'
import { DATE_NAMES, type CaseFile, type DateName, type Stage } from '../../accord/file/case-file.ts'
import { selectText, type FileRecord, type Texts } from '../../accord/index.ts'
import type { Governing } from '../../accord/texts/governing.ts'

/** A date that a text moves, sets or takes away, as ISO text: it is kept, and read back years later. */
export interface MovedDate {
  readonly name: DateName
  readonly before: string | null
  readonly after: string | null
}

/** An amount that a text changes: euros as text, a number of days, or whether a right is open. */
export interface MovedAmount {
  readonly name: AmountName
  readonly before: AmountSaid
  readonly after: AmountSaid
}
export type AmountSaid = string | number | boolean | null

/** What a text does to one file. */
export interface FileImpact {
  readonly regime: { readonly before: string | null; readonly after: string | null }
  readonly stage: { readonly before: Stage; readonly after: Stage }
  readonly dates: readonly MovedDate[]
  readonly amounts: readonly MovedAmount[]
  /** Facts already recorded that the text would no longer admit. */
  readonly refused: number
}

const iso = (value: Day | null): string | null => (value === null ? null : isoOf(value))

function said(value: Amounts[AmountName]): AmountSaid {
  return Array.isArray(value) ? value.map(({ on, amount }) => `${isoOf(on)} ${amount}`).join(', ') : (value as AmountSaid)
}

/** What separates a file derived under two sets of texts, on the same day; `null` where a person would see no difference. */
export function fileImpact(before: CaseFile, after: CaseFile): FileImpact | null {
  const dates = DATE_NAMES.filter((name) => before.dates[name] !== after.dates[name]).map((name) => ({ name, before: iso(before.dates[name]), after: iso(after.dates[name]) }))
  const amounts = AMOUNT_NAMES.map((name) => ({ name, before: said(before.amounts[name]), after: said(after.amounts[name]) })).filter((amount) => amount.before !== amount.after)
  const refused = Math.max(0, after.refusals.length - before.refusals.length)
  const sameText = before.regime.code === after.regime.code
  if (dates.length === 0 && amounts.length === 0 && refused === 0 && sameText && before.stage === after.stage) return null
  return {
    regime: { before: before.regime.code, after: after.regime.code },
    stage: { before: before.stage, after: after.stage },
    dates,
    amounts,
    refused,
  }
}

/**
 * Whether two sets of texts are the same law for a file: the same text, parameters and figures. Most files are so spared
 * a derivation, since a text seldom touches those of the years before.
 */
export function lawComparison(before: Texts, after: Texts): (record: FileRecord) => boolean {
  const seen = new Map<Governing, Map<Governing, boolean>>()
  const law = (governing: Governing) => JSON.stringify([governing.agreement.code, governing.overlays.map(({ code }) => code), governing.base, governing.timeline, governing.figures, governing.articles])
  return ({ frame }) => {
    const was = selectText(before, frame.engagedOn, frame.entryPath, frame.chosenRegime)
    const is = selectText(after, frame.engagedOn, frame.entryPath, frame.chosenRegime)
    if (was.kind === 'hole' || is.kind === 'hole') return was.kind === is.kind
    let known = seen.get(was.governing)
    if (known === undefined) seen.set(was.governing, (known = new Map()))
    let same = known.get(is.governing)
    if (same === undefined) known.set(is.governing, (same = law(was.governing) === law(is.governing)))
    return same
  }
}

/** Files whose date moves, of one name: how many, and between which days. */
export interface DateFigures {
  readonly name: DateName
  readonly files: number
  readonly later: number
  readonly earlier: number
  /** Earliest and latest day before, and after; `null` where every file of them has none. */
  readonly before: readonly [from: string, to: string] | null
  readonly after: readonly [from: string, to: string] | null
}

export interface AmountFigures {
  readonly name: AmountName
  readonly files: number
}

/** What a text does to the live files of one operator, without a name. */
export interface ImpactFigures {
  readonly live: number
  /** Files whose law is not the same under the text. */
  readonly concerned: number
  readonly moved: number
  /** Files with a fact that the text would no longer admit. */
  readonly refused: number
  readonly stages: number
  readonly dates: readonly DateFigures[]
  readonly amounts: readonly AmountFigures[]
}

function spanOf(days: readonly (string | null)[]): readonly [string, string] | null {
  const known = days.filter((day) => day !== null).sort()
  const [first] = known
  return first === undefined ? null : [first, known.at(-1) ?? first]
}

/** Sums what a text does to each file. */
export function impactFigures(counted: { readonly live: number; readonly concerned: number }, impacts: readonly FileImpact[]): ImpactFigures {
  const dates = DATE_NAMES.flatMap((name): DateFigures[] => {
    const moved = impacts.flatMap((impact) => impact.dates.filter((date) => date.name === name))
    if (moved.length === 0) return []
    const both = moved.filter((date): date is MovedDate & { before: string; after: string } => date.before !== null && date.after !== null)
    return [{
      name,
      files: moved.length,
      later: both.filter((date) => date.after > date.before).length,
      earlier: both.filter((date) => date.after < date.before).length,
      before: spanOf(moved.map((date) => date.before)),
      after: spanOf(moved.map((date) => date.after)),
    }]
  })
  const amounts = AMOUNT_NAMES.map((name) => ({ name, files: impacts.filter((impact) => impact.amounts.some((amount) => amount.name === name)).length })).filter(({ files }) => files > 0)
  return {
    ...counted,
    moved: impacts.length,
    refused: impacts.filter((impact) => impact.refused > 0).length,
    stages: impacts.filter((impact) => impact.stage.before !== impact.stage.after).length,
    dates,
    amounts,
  }
}
