import { fieldViews, kindName, optionWord, type FieldView, type OptionView } from '@/components/file/acts/form-view.ts'
import { isShown } from '@/components/file/acts/definition.ts'
import { parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import { formatAmount, formatDayPlain, formatPeriod, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { eventName, type SimulatedEvent, type SimulatorState } from './address.ts'
import { eventFields, proposedEvents } from './events.ts'
import { QUESTION_GROUPS, questionsOn, QUESTIONS, type Question, type QuestionGroup } from './questions.ts'

interface Words {
  readonly label: string
  readonly hint?: string
}

function questionWords(name: string, today: Day, locale: Locale): Words {
  const words: Readonly<Record<string, Words>> = messagesFor(locale).simulator.question
  const { label, hint } = words[name] ?? { label: name }
  return { label, ...(hint === undefined ? {} : { hint: hint.replace('{today}', formatDayPlain(today, locale)) }) }
}

function optionsOf({ field }: Question, texts: readonly OptionView[], locale: Locale): readonly OptionView[] {
  if (field.path === 'texte') return texts
  if (field.type === 'yesNo') {
    const { yes, no, unsaid } = messagesFor(locale).acts.form
    return [{ value: 'true', label: yes }, { value: 'false', label: no }, { value: '', label: unsaid }]
  }
  if (!('options' in field)) return []
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = messagesFor(locale).simulator.option
  return field.options.map((value) => {
    const detail = words[`${field.path}Detail`]?.[value]
    const label = words[field.path]?.[value] ?? optionWord(field.path === 'procedure' ? 'procedureType' : field.path, value, locale)
    return { value, label, ...(detail === undefined ? {} : { detail }) }
  })
}

function viewOf(question: Question, today: Day, texts: readonly OptionView[], locale: Locale): FieldView {
  const { field, group } = question
  return {
    path: field.path,
    type: field.type,
    // A folded group says once that it may be left blank; its fields do not say it again. The text is asked for.
    required: field.required === true || group !== 'first' || field.path === 'texte',
    today: false,
    when: null,
    options: optionsOf(question, texts, locale),
    ...questionWords(field.path, today, locale),
  }
}

export interface GroupField extends FieldView {
  /** Entry paths on which it is asked; `null`: all. */
  readonly asked: readonly string[] | null
}

export interface GroupView {
  readonly id: QuestionGroup
  readonly title: string
  readonly fields: readonly GroupField[]
  /** How many of its questions were answered: a folded group says so. */
  readonly answered: number
}

/**
 * The questions in a language, by group. `texts` are the texts proposed where the texts leave a hole: without
 * any, and no text chosen, that question is not asked.
 */
export function groupViews(state: SimulatorState, today: Day, texts: readonly OptionView[], locale: Locale): readonly GroupView[] {
  const titles = messagesFor(locale).simulator.group
  return QUESTION_GROUPS.map((id) => {
    const questions = QUESTIONS.filter(({ group, field }) => group === id && (field.path !== 'texte' || texts.length > 0))
    return {
      id,
      title: titles[id],
      fields: questions.map((question) => ({ ...viewOf(question, today, texts, locale), asked: question.asked ?? null })),
      answered: questions.filter(({ field }) => state.answers[field.path] !== undefined).length,
    }
  })
}

export interface EventView {
  readonly number: number
  readonly kind: string
  readonly title: string
  /** What was typed, in one line: its day, its period, its terms. */
  readonly said: string
  /** Named as in the form: `f2-on`. */
  readonly fields: readonly FieldView[]
  readonly values: Readonly<Record<string, string>>
  readonly blank: boolean
}

/** The events of a simulation, each with its questions. */
export function eventViews(events: readonly SimulatedEvent[], locale: Locale): readonly EventView[] {
  return events.map(({ kind, values }, index) => {
    const number = index + 1
    const name = (path: string): string => eventName(number, path)
    return {
      number,
      kind,
      title: kindName(kind, locale),
      said: saidOf({ kind, values }, locale),
      fields: fieldViews(kind, eventFields(kind), locale).map((field) => ({
        ...field, path: name(field.path), when: field.when === null ? null : { ...field.when, path: name(field.when.path) },
      })),
      values: Object.fromEntries(Object.entries(values).map(([path, value]) => [name(path), value])),
      blank: Object.keys(values).length === 0,
    }
  })
}

export interface EventChoices {
  readonly title: string
  readonly kinds: readonly OptionView[]
}

/** The kinds of event proposed, by moment of a file's life. */
export function eventChoices(locale: Locale): readonly EventChoices[] {
  const { moments } = messagesFor(locale).acts
  return proposedEvents().map(({ moment, kinds }) => ({
    title: moments[moment],
    kinds: kinds.map((kind) => ({ value: kind, label: kindName(kind, locale) })),
  }))
}

/** What was supposed, as lines to print: a label and what was answered. */
export function supposed(state: SimulatorState, today: Day, locale: Locale): readonly { readonly label: string; readonly said: string }[] {
  const answered = questionsOn(state.answers['voie'] ?? '').flatMap((question) => {
    const answer = state.answers[question.field.path]
    if (answer === undefined || question.field.path === 'aujourdhui') return []
    const view = viewOf(question, today, [], locale)
    return [{ label: view.label, said: saidIn(view, answer, locale) }]
  })
  const happened = state.events.flatMap((event) => {
    const said = saidOf(event, locale)
    return said === '' ? [] : [{ label: kindName(event.kind, locale), said }]
  })
  return [...answered, ...happened]
}

/** An event in one line: its day or its period first, then its terms, each named where its value alone does not tell. */
function saidOf({ kind, values }: SimulatedEvent, locale: Locale): string {
  const fields = eventFields(kind).filter((field) => isShown(field, (path) => values[path] ?? ''))
  const terms = fieldViews(kind, fields.filter(({ path }) => !IN_PERIOD.has(path)), locale).flatMap((view) => {
    const value = values[view.path]
    if (value === undefined) return []
    const said = saidIn(view, value, locale)
    const tells = view.options.length > 0 && view.type !== 'yesNo'
    // « Validée par le référent le » leads to its day without a colon.
    const colon = / (?:le|on)$/u.test(view.label) ? ' ' : locale === 'fr' ? `${NBSP}: ` : ': '
    return [tells ? said : `${lower(view.label)}${colon}${said}`]
  })
  return [periodOf(values, locale), ...terms].filter((piece) => piece !== '').join(', ')
}

const IN_PERIOD: ReadonlySet<string> = new Set(['on', 'from', 'to'])

function periodOf({ on, from, to }: Readonly<Record<string, string>>, locale: Locale): string {
  const day = (text: string | undefined): Day | null => (text === undefined ? null : parseDay(text))
  const first = day(from)
  if (first !== null) return formatPeriod(first, day(to), locale)
  const only = day(on)
  return only === null ? (on ?? from ?? '') : formatDayPlain(only, locale)
}

const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)

function saidIn(view: FieldView, value: string, locale: Locale): string {
  switch (view.type) {
    case 'day': {
      const day = parseDay(value)
      return day === null ? value : formatDayPlain(day, locale)
    }
    case 'amount':
      return /^\d+\.\d{2}$/u.test(value) ? formatAmount(value, locale) : value
    default:
      return chosen(view, value)
  }
}

function chosen({ type, options }: FieldView, value: string): string {
  const label = options.find((option) => option.value === value)?.label ?? value
  return type === 'yesNo' ? lower(label) : label
}
