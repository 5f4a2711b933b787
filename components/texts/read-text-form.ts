/** The form of a text, read into the JSON that the law checks; what it refuses finds its way back to the field it was typed in. */
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { PARAMETER_FIELDS, type ParameterField } from '@/lib/accord/texts/parameter-fields.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readShare, readValue } from './text-values.ts'

export interface TypedProblem {
  /** The field's name, which is its id. */
  readonly field: string
  readonly code: 'not_a_day' | 'impossible_value' | 'not_an_amount'
}

export interface ReadText {
  /** The JSON form, as far as it could be read. */
  readonly content: Readonly<Record<string, unknown>>
  readonly problems: readonly TypedProblem[]
  /** The field that a path of the JSON was typed in. */
  readonly fieldOf: (path: string) => string
}

type Part = 'agreement' | 'overlay'

/** Most lines of a kind that a form may carry: what a browser sends is not to be believed. */
const MOST_LINES = 80

class Reader {
  readonly problems: TypedProblem[] = []
  readonly form: FormData
  readonly locale: Locale
  constructor(form: FormData, locale: Locale) {
    this.form = form
    this.locale = locale
  }

  text(name: string): string {
    const value = this.form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }

  /** A day as ISO text; what does not read is told, and left as it was typed. */
  day(name: string): string | null {
    const typed = this.text(name)
    if (typed === '') return null
    const read = readTypedDay(typed)
    if (read.ok) return isoOf(read.day)
    this.problems.push({ field: name, code: 'not_a_day' })
    return typed
  }

  changes(part: Part): Record<string, unknown> {
    const changes: Record<string, unknown> = {}
    for (const field of fieldsOf(part)) {
      const name = `${part}.changes.${field.path}`
      const read = readValue(field, this.text(name), this.text(`${name}.none`) !== '', this.locale)
      if (read === null) continue
      if (!read.ok) {
        this.problems.push({ field: name, code: read.code })
        continue
      }
      const [first, second] = field.path.split('.') as [string, string?]
      if (second === undefined) changes[first] = read.value
      else changes[first] = { ...(changes[first] as object | undefined), [second]: read.value }
    }
    return changes
  }

  /** The lines of a list where something was written, with the place each stood at. */
  lines(list: string, keys: readonly string[]): readonly number[] {
    const kept: number[] = []
    for (let index = 0; index < MOST_LINES; index += 1) if (keys.some((key) => this.text(`${list}.${index}.${key}`) !== '')) kept.push(index)
    return kept
  }

  figureValue(name: string, figure: string): string {
    const typed = this.text(name)
    if (typed === '') return ''
    const read = figure === 'areRate' ? readShare(typed) : readTypedAmount(typed, this.locale)
    if (!read.ok) {
      this.problems.push({ field: name, code: figure === 'areRate' ? 'impossible_value' : 'not_an_amount' })
      return ''
    }
    return 'amount' in read ? read.amount : String(read.value)
  }
}

/** The parameters a part may change: all of them, or those that running files listen to. */
export function fieldsOf(part: Part): readonly ParameterField[] {
  return part === 'agreement' ? PARAMETER_FIELDS : PARAMETER_FIELDS.filter(({ onRunningFiles }) => onRunningFiles)
}

/** Reads what was typed. A part left empty is no part of the text. */
export function readTextForm(form: FormData, locale: Locale): ReadText {
  const reader = new Reader(form, locale)
  const agreementChanges = reader.changes('agreement')
  const overlayChanges = reader.changes('overlay')
  const [from, to] = [reader.day('agreement.from'), reader.day('agreement.to')]
  const [since, engagedFrom] = [reader.day('overlay.from'), reader.day('overlay.engagedFrom')]
  const takes = from !== null || to !== null || Object.keys(agreementChanges).length > 0
  const touches = since !== null || engagedFrom !== null || Object.keys(overlayChanges).length > 0
  const leaveLines = reader.lines('leaves', ['code', 'name.fr', 'name.en'])
  const figureLines = reader.lines('upratings', ['figure', 'from', 'value'])
  const articleLines = reader.lines('articles', ['article'])
  const rules = articleLines.map((index) => reader.text(`articles.${index}.rule`))
  const given = (value: string | null) => value ?? undefined
  const content = {
    code: reader.text('code').toLocaleUpperCase('fr'),
    title: { fr: reader.text('title.fr'), en: reader.text('title.en') },
    source: reader.text('source'),
    confidence: reader.text('confidence') || undefined,
    articles: Object.fromEntries(articleLines.map((index, at) => [rules[at] ?? '', reader.text(`articles.${index}.article`)])),
    agreement: takes ? { from: given(from), to: given(to), inherits: reader.text('agreement.inherits'), changes: agreementChanges } : null,
    overlay: touches ? { family: reader.text('overlay.family') || undefined, from: given(since), engagedFrom, path: reader.text('overlay.path') === 'experiment' ? 'experiment' : null, changes: overlayChanges } : null,
    leaves: leaveLines.map((index) => ({
      code: reader.text(`leaves.${index}.code`).toLocaleUpperCase('fr'),
      name: { fr: reader.text(`leaves.${index}.name.fr`), en: reader.text(`leaves.${index}.name.en`) },
      limit: leaveLimit(reader.text(`leaves.${index}.limit`)),
    })),
    upratings: figureLines.map((index) => {
      const figure = reader.text(`upratings.${index}.figure`)
      return { figure, from: given(reader.day(`upratings.${index}.from`)), value: reader.figureValue(`upratings.${index}.value`, figure) }
    }),
  }
  return { content, problems: reader.problems, fieldOf: (path) => fieldOf(path, { leaves: leaveLines, upratings: figureLines }, articleLines, rules) }
}

function leaveLimit(typed: string): unknown {
  return /^\d{1,2}$/u.test(typed) ? { kind: 'months', months: Number(typed) } : { kind: 'legal_length' }
}

function fieldOf(path: string, lists: Readonly<Record<string, readonly number[]>>, articleLines: readonly number[], rules: readonly string[]): string {
  if (path === '' || path === 'agreement') return 'agreement.from'
  if (path === 'overlay') return 'overlay.from'
  if (path === 'leaves') return 'leaves.0.code'
  const article = /^articles\.(.*)$/u.exec(path)
  if (article !== null) return `articles.${articleLines[rules.indexOf(article[1] ?? '')] ?? 0}.${rules.includes(article[1] ?? '') && article[1] !== '' ? 'article' : 'rule'}`
  const line = /^(leaves|upratings)\.(\d+)\.(.+)$/u.exec(path)
  if (line !== null) {
    const [, list = '', index = '0', key = ''] = line
    return `${list}.${lists[list]?.[Number(index)] ?? index}.${key.startsWith('limit') ? 'limit' : key}`
  }
  // A part of a value (the months of a limit) was typed in the value's own field.
  const changed = /^((?:agreement|overlay)\.changes)\.(.+)$/u.exec(path)
  const field = changed === null ? undefined : PARAMETER_FIELDS.find((each) => changed[2] === each.path || changed[2]?.startsWith(`${each.path}.`) === true)
  return field === undefined ? path : `${changed?.[1]}.${field.path}`
}
