import type { FactKind } from '@/lib/accord/file/facts.ts'

/**
 * The form of an act, as data: which fields, in which order, read into which path of the fact. What
 * the law asks of the values is not here: `parseFact` and `admit` say it.
 */
export interface DayField extends FieldBase {
  readonly type: 'day'
  /** Whether the form proposes today's date when it opens. */
  readonly today?: boolean
}
export interface TextField extends FieldBase {
  readonly type: 'text' | 'longText' | 'amount' | 'number'
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice' | 'select' | 'several'
  readonly options: readonly string[]
}
export interface YesNoField extends FieldBase {
  readonly type: 'yesNo' | 'check'
}
/** The measures of a plan: each chosen one opens its own line. */
export interface MeasuresField extends FieldBase {
  readonly type: 'measures'
  readonly options: readonly string[]
}
/** A value the form carries without asking: the number of an offer. */
export interface GivenField extends FieldBase {
  readonly type: 'given'
}
interface FieldBase {
  /** Path in the fact: `on` for a legal term, `content.note` for what is kept beside it. */
  readonly path: string
  readonly required?: boolean
  /** Shown only while another field has one of these values. */
  readonly when?: { readonly path: string; readonly is: readonly string[] }
}
export type ActField = DayField | TextField | ChoiceField | YesNoField | MeasuresField | GivenField

/** Moments of a file's life, by which acts are grouped. */
export const MOMENTS = ['proposal', 'support', 'work', 'job', 'breach', 'ending'] as const
export type Moment = (typeof MOMENTS)[number]

export interface ActDefinition {
  readonly kind: FactKind
  readonly moment: Moment
  readonly fields: readonly ActField[]
}

/** The date of an event, proposed as today. */
export const onDay: DayField = { path: 'on', type: 'day', required: true, today: true }
/** A date nobody should accept without looking: it is read on a document. */
export const onDocumentDay: DayField = { path: 'on', type: 'day', required: true }
export const firstDay: DayField = { path: 'from', type: 'day', required: true }
export const lastDay: DayField = { path: 'to', type: 'day' }
export const note: TextField = { path: 'content.note', type: 'longText' }
export const adjustments: TextField = { path: 'content.adjustments', type: 'longText' }

/** Whether a field shows, given the values typed so far (by path). */
export function isShown(field: ActField, valueOf: (path: string) => string): boolean {
  return field.when === undefined || field.when.is.includes(valueOf(field.when.path))
}
