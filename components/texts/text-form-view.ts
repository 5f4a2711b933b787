/** The form of a text, ready to show: its questions with their words and today's values, and what it is filled with. */
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { ruleEntries } from '@/lib/accord/rules/statements.ts'
import type { AddedText } from '@/lib/accord/texts/added.ts'
import { FIGURE_NAMES, type Texts } from '@/lib/accord/texts/agreement.ts'
import { parametersOf } from '@/lib/accord/texts/governing.ts'
import { PARAMETER_GROUPS, valueAt, type ParameterField } from '@/lib/accord/texts/parameter-fields.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { formatAmount, formatPercent } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { Choice } from '@/components/ui/text-fields.tsx'
import { choiceWords, parameterName, parameterValue, type TextMessages, type ValueMessages } from './parameter-words.ts'
import { fieldsOf } from './read-text-form.ts'
import { choicesOf, isChosen, mayBeNone, shownValue } from './text-values.ts'

export interface ParameterView {
  readonly name: string
  readonly label: string
  /** What the text completed fixes today. */
  readonly now: string
  /** The choices, where one is chosen; `null` where the value is typed. */
  readonly choices: readonly Choice[] | null
  readonly mayBeNone: boolean
  readonly isDay: boolean
}

export interface ParameterGroupView {
  readonly key: string
  readonly label: string
  readonly fields: readonly ParameterView[]
  /** How many of them the text changes. */
  readonly changed: number
}

export interface TextFormView {
  readonly parents: readonly Choice[]
  readonly agreement: readonly ParameterGroupView[]
  readonly overlay: readonly ParameterGroupView[]
  readonly rules: readonly Choice[]
  readonly figures: readonly Choice[]
  /** What each field is filled with, by its name. */
  readonly values: Readonly<Record<string, string>>
  /** Lines shown at first, a blank one included. */
  readonly lines: Readonly<Record<'leaves' | 'upratings' | 'articles', number>>
}

interface Words {
  readonly t: TextMessages
  readonly values: ValueMessages
  readonly figures: (name: (typeof FIGURE_NAMES)[number]) => string
  readonly locale: Locale
}

/**
 * The form of a text.
 * @param text what it is filled with; `null` for a blank one
 * @param beside the texts it is written beside, whose latest gives today's values
 */
export function textFormView(text: AddedText | null, beside: Texts, words: Words): TextFormView {
  const latest = beside.agreements.at(-1)
  const completed = beside.agreements.find(({ code }) => code === text?.agreement?.inherits) ?? latest
  const today = completed === undefined ? {} : parametersOf(beside, completed)
  const { locale } = words
  const names = wording(locale).book.texts
  return {
    parents: beside.agreements.toReversed().map(({ code, added }) => ({ value: code, label: `${code} – ${added?.title[locale] ?? names[code] ?? code}` })),
    agreement: groupsOf('agreement', text?.agreement?.changes ?? {}, today, words),
    overlay: groupsOf('overlay', text?.overlay?.changes ?? {}, today, words),
    rules: ruleEntries(locale).map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
    figures: FIGURE_NAMES.map((name) => ({ value: name, label: `${words.figures(name)} (${words.t('form.figureNow', { value: figureWords(name, beside.figures[name].at(-1)?.value ?? '0', locale) })})` })),
    values: text === null ? { 'agreement.inherits': latest?.code ?? '', confidence: 'H', 'overlay.family': '2015' } : valuesOf(text, locale),
    lines: { leaves: (text?.leaves.length ?? 0) + 1, upratings: (text?.upratings.length ?? 0) + 1, articles: Object.keys(text?.articles ?? {}).length + 1 },
  }
}

/** A dated figure: euros, or a share of one. */
export function figureWords(name: string, value: string, locale: Locale): string {
  return name === 'areRate' ? formatPercent(Number(value) * 100, locale) : formatAmount(value, locale)
}

function groupsOf(part: 'agreement' | 'overlay', changes: object, today: object, { t, values, locale }: Words): readonly ParameterGroupView[] {
  const view = (field: ParameterField): ParameterView => ({
    name: `${part}.changes.${field.path}`,
    label: parameterName(field.path, t),
    now: parameterValue(field, valueAt(today, field.path), t, values, locale),
    choices: isChosen(field) ? choicesOf(field).map((choice) => ({ value: choice, label: choiceWords(field, choice, t, values) })) : null,
    mayBeNone: mayBeNone(field),
    isDay: field.kind === 'day',
  })
  return PARAMETER_GROUPS.flatMap((group) => {
    const fields = fieldsOf(part).filter((field) => field.group === group)
    const changed = fields.filter(({ path }) => valueAt(changes, path) !== undefined).length
    return fields.length === 0 ? [] : [{ key: group, label: t(`group.${group}`), fields: fields.map(view), changed }]
  })
}

function valuesOf(text: AddedText, locale: Locale): Readonly<Record<string, string>> {
  const values: Record<string, string> = { code: text.code, 'title.fr': text.title.fr, 'title.en': text.title.en, source: text.source, confidence: text.confidence, 'overlay.family': '2015' }
  for (const part of ['agreement', 'overlay'] as const) {
    for (const field of fieldsOf(part)) {
      const value = valueAt(text[part]?.changes ?? {}, field.path)
      const name = `${part}.changes.${field.path}`
      if (value === undefined) continue
      values[name] = shownValue(field, value, locale)
      if (value === null && mayBeNone(field)) values[`${name}.none`] = 'on'
    }
  }
  if (text.agreement !== null) Object.assign(values, { 'agreement.from': isoOf(text.agreement.from), 'agreement.to': isoOf(text.agreement.to), 'agreement.inherits': text.agreement.inherits })
  if (text.overlay !== null) {
    const { from, engagedFrom, path, family } = text.overlay
    Object.assign(values, { 'overlay.from': isoOf(from), 'overlay.engagedFrom': engagedFrom === null ? '' : isoOf(engagedFrom), 'overlay.path': path ?? '', 'overlay.family': family })
  }
  for (const [index, { code, name, limit }] of text.leaves.entries())
    Object.assign(values, { [`leaves.${index}.code`]: code, [`leaves.${index}.name.fr`]: name.fr, [`leaves.${index}.name.en`]: name.en, [`leaves.${index}.limit`]: limit.kind === 'months' ? String(limit.months) : '' })
  for (const [index, { figure, from, value }] of text.upratings.entries()) {
    const typed = figure === 'areRate' ? String(Math.round(Number(value) * 10_000) / 100) : value
    Object.assign(values, { [`upratings.${index}.figure`]: figure, [`upratings.${index}.from`]: isoOf(from), [`upratings.${index}.value`]: locale === 'fr' ? typed.replace('.', ',') : typed })
  }
  for (const [index, [rule, article]] of Object.entries(text.articles).entries()) Object.assign(values, { [`articles.${index}.rule`]: rule, [`articles.${index}.article`]: article })
  return values
}
