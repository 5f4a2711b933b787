import { articleOf } from '../../accord/rules/articles.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import { selectText } from '../../accord/texts/governing.ts'
import type { TextParameters } from '../../accord/texts/agreement.ts'
import type { Day } from '../../accord/calendar/day.ts'
import type { DateName } from '../../accord/file/case-file.ts'
import { derive, type FactKind, type FactOf, type FileRecord } from '../../accord/index.ts'
import { formatDay } from '../../accord/wording/day-words.ts'
import type { FactView, FileView } from '../../cases/views/file.ts'
import type { Block, DocumentKindName, Source, TableRow } from '../content.ts'

/** What a document is made from. */
export interface Ground {
  readonly view: FileView
  /** The fact it is about, for kinds made once for each; `null` for the others. */
  readonly about: FactView | null
  readonly today: Day
  /** What the file's text fixes; `null` while no text governs. */
  readonly text: TextParameters | null
  /** Of the two families of texts, the one that governs. */
  readonly family: '2011' | '2015' | null
}

/** A fact that a document cannot be made without; worded by the screen. */
export const NEEDED = [
  'text', 'proposal', 'authorisation', 'start', 'pre_bilan', 'plan', 'plan_measures', 'appeal_routes', 'both_signatures',
  'month4_review', 'review_words', 'final_interview', 'work_period', 'work_validated', 'work_end', 'job', 'term', 'breach', 'breach_words',
] as const
export type Needed = (typeof NEEDED)[number]

/** Why a document has no place in a file. */
export const UNFIT = ['plan_is_it', 'no_month4', 'no_final_interview', 'no_bonus', 'bonus_barred', 'bonus_over', 'reflection_over', 'no_work_period', 'no_breach', 'not_begun', 'far_from_end', 'no_job'] as const
export type Unfit = (typeof UNFIT)[number]

/** Where a document stands in a file: its time has come; it may be made; facts are missing; it has no place there. */
export type Standing =
  | { readonly kind: 'now' }
  | { readonly kind: 'possible' }
  | { readonly kind: 'missing'; readonly facts: readonly Needed[] }
  | { readonly kind: 'unfit'; readonly reason: Unfit; readonly rule: RuleId }

export interface DocumentKind {
  readonly name: DocumentKindName
  /** Printed at its head. */
  readonly title: string
  /** The rules it answers to, the first being its reason. */
  readonly rules: readonly RuleId[]
  /** The facts it is made for, one document each, the latest first; absent: one for the file. */
  readonly subjects?: (view: FileView) => readonly FactView[]
  readonly standing: (ground: Ground) => Standing
  /** The parts that a template places and does not write, by name. */
  readonly blocks: Readonly<Record<string, (ground: Ground) => readonly Block[]>>
  /** Parts that the texts ask for. */
  readonly required: readonly string[]
  /** The template it is made with until the operator writes another. */
  readonly template: string
}

/** The ground of a document in a file, seen on its day. */
export function groundOf(view: FileView, about: FactView | null): Ground {
  const selected = selectText(view.texts, view.frame.engagedOn, view.frame.entryPath, view.frame.chosenRegime)
  const governing = selected.kind === 'governed' ? selected.governing : null
  return { view, about, today: view.today, text: governing?.base ?? null, family: governing?.agreement.family ?? null }
}

/** Facts of a kind that still count, in the order of their days. */
export function counting(view: FileView, ...kinds: readonly FactKind[]): readonly FactView[] {
  return view.facts.filter(({ kind, factIndex }) => factIndex !== null && (kinds as readonly string[]).includes(kind))
}

/** The last of them, with its terms. */
export function lastOf<K extends FactKind>(view: FileView, kind: K): (FactView & { readonly fact: FactOf<K> }) | null {
  return (counting(view, kind).at(-1) as (FactView & { readonly fact: FactOf<K> }) | undefined) ?? null
}

/** What was written beside a fact under a name; `null` where nothing was. */
export function wordOf(fact: FactView | null, key: string): string | null {
  const value = fact?.content?.[key]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function sourceOf({ view }: Ground, rule: RuleId): Source {
  return { rule, article: articleOf(rule, view.file.regime) }
}

export function dayIn(day: Day): string {
  return formatDay(day, 'fr')
}

/** A row for a date of the file, with the rule that gives it; none while the file does not say. */
export function dateRow(ground: Ground, head: string, name: DateName, file = ground.view.file): readonly TableRow[] {
  const date = file.dates[name]
  if (date === null) return []
  const rule = file.explanations[name]?.rule
  return [{ head, cells: [dayIn(date)], ...(rule === undefined ? {} : { source: sourceOf(ground, rule) }) }]
}

/** A row for a day that is a fact. */
export function factRow(head: string, day: Day | null | undefined, source?: Source): readonly TableRow[] {
  return day === null || day === undefined ? [] : [{ head, cells: [dayIn(day)], ...(source === undefined ? {} : { source }) }]
}

/** A table, or nothing when it would be empty. */
export function table(caption: string, columns: readonly string[], rows: readonly TableRow[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }]
}

/** The record that a view was derived from. */
export function recordOf(view: FileView): FileRecord {
  const facts = view.facts.filter(({ fact, factIndex }) => fact !== null && factIndex !== null).toSorted((a, b) => a.factIndex! - b.factIndex!)
  return { frame: view.frame, facts: facts.map(({ fact }) => fact!) }
}

/** The file as it would be, were the proposal accepted: today, or on the last day when it has passed. */
export function ifAccepted({ view, today }: Ground): FileView['file'] {
  const { reflectionEnd, contractEnd } = view.file.dates
  if (contractEnd !== null || view.file.milestones.acceptedOn !== null) return view.file
  const record = recordOf(view)
  const on = reflectionEnd !== null && reflectionEnd < today ? reflectionEnd : today
  return derive({ ...record, facts: [...record.facts, { kind: 'accepted', on }] }, view.texts, view.settings, on)
}

export const unfit = (reason: Unfit, rule: RuleId): Standing => ({ kind: 'unfit', reason, rule })
export const missing = (...facts: readonly Needed[]): Standing => ({ kind: 'missing', facts })

/** `now` or `possible`, unless something is missing. */
export function readyUnless(needs: readonly (readonly [boolean, Needed])[], now: boolean): Standing {
  const facts = needs.filter(([met]) => !met).map(([, need]) => need)
  return facts.length > 0 ? { kind: 'missing', facts } : { kind: now ? 'now' : 'possible' }
}
