import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { ActDefinition, ActField } from './definition.ts'

/** A form ready to show: the definition with its words, as plain values a browser component can receive. */
export interface OptionView {
  readonly value: string
  readonly label: string
  readonly detail?: string
}
export interface FieldView {
  readonly path: string
  readonly type: ActField['type']
  readonly required: boolean
  readonly today: boolean
  readonly when: NonNullable<ActField['when']> | null
  readonly label: string
  readonly hint?: string
  readonly options: readonly OptionView[]
}
export interface FormView {
  readonly kind: string
  readonly title: string
  readonly save: string
  readonly fields: readonly FieldView[]
}

/** Words are looked up by path in the message files, which have one tree per kind and one for all. */
type Tree = { readonly [key: string]: Tree | string }

function at(tree: Tree | string | undefined, path: readonly string[]): Tree | string | undefined {
  let found: Tree | string | undefined = tree
  for (const key of path) {
    if (typeof found !== 'object') return undefined
    found = found[key]
  }
  return found
}

function textAt(tree: Tree, path: readonly string[]): string | undefined {
  const found = at(tree, path)
  return typeof found === 'string' ? found : undefined
}

/** The label and the hint of a field: those of the kind, else those all kinds share. */
export function fieldWords(kind: string, path: string, locale: Locale): { readonly label: string; readonly hint?: string } {
  const { acts, opening } = messagesFor(locale)
  const fields: Tree = { ...acts.fields, opening: opening.fields }
  const keys = path.split('.')
  const word = (part: 'label' | 'hint'): string | undefined =>
    textAt(fields, [kind, ...keys, part]) ?? (part === 'hint' && at(fields, [kind, ...keys]) !== undefined ? undefined : textAt(fields, ['any', ...keys, part]))
  const hint = word('hint')
  return { label: word('label') ?? path, ...(hint === undefined ? {} : { hint }) }
}

/** The word of a choice. */
export function optionWord(path: string, value: string, locale: Locale): string {
  const { acts, opening } = messagesFor(locale)
  const keys = [...path.split('.'), value]
  return textAt(acts.options, keys) ?? textAt(opening.options, keys) ?? value
}

/** The name of a kind of fact, as lists and history show it. */
export function kindName(kind: string, locale: Locale): string {
  const kinds: Tree = messagesFor(locale).acts.kinds
  return textAt(kinds, [kind, 'name']) ?? kind
}

/** The act as a verb: « Enregistrer le pré-bilan ». */
export function kindTitle(kind: string, locale: Locale): string {
  return textAt(messagesFor(locale).acts.kinds, [kind, 'title']) ?? kindName(kind, locale)
}

/** « Pré-bilan enregistré », « CSP document handed over recorded ». */
export function kindRecorded(kind: string, locale: Locale): string {
  return textAt(messagesFor(locale).acts.kinds, [kind, 'recorded']) ?? kindName(kind, locale)
}

function optionsOf(field: ActField, locale: Locale): readonly OptionView[] {
  const words = messagesFor(locale).acts.form
  if (field.type === 'yesNo') {
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
      { value: '', label: words.unsaid },
    ]
  }
  if (!('options' in field)) return []
  return field.options.map((value) => {
    const detail = textAt(messagesFor(locale).acts.options, [`${field.path}Detail`, value])
    return { value, label: optionWord(field.path, value, locale), ...(detail === undefined ? {} : { detail }) }
  })
}

/** Questions in a language, those of a kind of fact or of the frame. */
export function fieldViews(kind: string, fields: readonly ActField[], locale: Locale): readonly FieldView[] {
  return fields.map((field) => ({
    path: field.path,
    type: field.type,
    required: field.required === true,
    today: field.type === 'day' && field.today === true,
    when: field.when ?? null,
    options: optionsOf(field, locale),
    ...fieldWords(kind, field.path, locale),
  }))
}

/** The form of an act in a language. */
export function formViewOf(act: ActDefinition, locale: Locale): FormView {
  const { title, save } = messagesFor(locale).acts.kinds[act.kind]
  return { kind: act.kind, title, save, fields: fieldViews(act.kind, act.fields, locale) }
}
