import type { z } from 'zod'
import { addDays, type Day } from '../calendar/day.ts'
import { addedTextSchema, type AddedText } from './added.ts'
import type { Agreement, Texts, TextChanges } from './agreement.ts'
import { parametersOf, withChanges } from './governing.ts'
import { changedPaths, PARAMETER_FIELDS } from './parameter-fields.ts'

/** What is wrong with an added text, at its path (`agreement.to`, `upratings.2.value`). */
export interface TextProblem {
  readonly path: string
  readonly code: TextProblemCode
  readonly values: TextProblemValues
}

/** Days and codes that the sentence names. */
export type TextProblemValues = Readonly<Record<string, Day | string>>

export const TEXT_PROBLEMS = [
  'required', 'too_long', 'too_many', 'not_text', 'not_a_code', 'not_a_day', 'not_an_amount', 'impossible_value', 'unknown_parameter', 'unknown_rule', 'unknown_figure', 'wrong_form',
  'nothing_changes', 'code_taken', 'code_of_shipped_text', 'dates_reversed', 'unknown_parent', 'parent_after', 'overlap', 'overlay_parameter',
  'breaks_other', 'leaves_without_text', 'leave_code_taken', 'uprating_too_early', 'uprating_twice',
] as const
export type TextProblemCode = (typeof TEXT_PROBLEMS)[number]

/** What a text does that its author should know, and that refuses nothing. */
export interface TextNotice {
  readonly path: string
  readonly code: 'gap' | 'takes_over' | 'no_article' | 'uprating_replaces'
  readonly values: TextProblemValues
}

export type CheckedText =
  | { readonly ok: true; readonly text: AddedText; readonly notices: readonly TextNotice[] }
  | { readonly ok: false; readonly problems: readonly TextProblem[] }

const PROBLEM_CODES: ReadonlySet<string> = new Set(TEXT_PROBLEMS)

function problemOf(issue: z.core.$ZodIssue): TextProblem {
  const path = issue.path.map(String)
  const keys = issue.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  if (path[0] === 'articles' && keys.length > 0) return { path: [...path, ...keys].join('.'), code: 'unknown_rule', values: {} }
  const code = PROBLEM_CODES.has(issue.message) ? (issue.message as TextProblemCode) : missing ? 'required' : issue.code === 'unrecognized_keys' ? 'unknown_parameter' : 'wrong_form'
  return { path: [...path, ...keys].join('.'), code: code === 'impossible_value' && missing ? 'required' : code, values: {} }
}

/**
 * Reads a text that an administrator writes, and checks it against those already known.
 * @param content the JSON form
 * @param known the shipped texts and those in force, without the edition that this one would supersede
 * @returns the text, with what its author should know; or each thing wrong, at its path
 */
export function checkAddedText(content: unknown, known: Texts): CheckedText {
  const parsed = addedTextSchema.safeParse(content, { reportInput: true })
  if (!parsed.success) {
    const problems = parsed.error.issues.map(problemOf)
    return { ok: false, problems: problems.filter((one, index) => problems.findIndex(({ path }) => path === one.path) === index) }
  }
  const text = parsed.data
  const problems: TextProblem[] = []
  const refuse = (path: string, code: TextProblemCode, values: TextProblemValues = {}) => problems.push({ path, code, values })
  const taken = [...known.agreements, ...known.overlays].find(({ code }) => code === text.code)
  if (taken !== undefined) refuse('code', taken.added === undefined ? 'code_of_shipped_text' : 'code_taken', { code: text.code })
  if (text.agreement === null && text.overlay === null && text.upratings.length === 0) refuse('', 'nothing_changes')
  if (text.agreement !== null) refuseAgreement(text, text.agreement, known, refuse)
  if (text.overlay !== null) refuseOverlay(text.overlay, known, refuse)
  refuseLeaves(text, known, refuse)
  refuseUpratings(text, known, refuse)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, text, notices: noticesOf(text, known) }
}

type Refuse = (path: string, code: TextProblemCode, values?: TextProblemValues) => void
type Part<K extends 'agreement' | 'overlay'> = NonNullable<AddedText[K]>

function refuseAgreement(text: AddedText, part: Part<'agreement'>, known: Texts, refuse: Refuse): void {
  const { from, to, inherits, changes } = part
  if (to < from) refuse('agreement.to', 'dates_reversed', { from })
  const parent = known.agreements.find(({ code }) => code === inherits)
  if (parent === undefined) return refuse('agreement.inherits', 'unknown_parent', { code: inherits })
  // A text only completes one that stood before it: no line of inheritance closes on itself.
  if (parent.from >= from) refuse('agreement.inherits', 'parent_after', { code: inherits, from: parent.from })
  for (const other of known.agreements) {
    // A text that begins within these days would take their procedures, and this one would be there for nothing.
    if (other.from >= from && other.from <= to) refuse('agreement.from', 'overlap', { code: other.code, from: other.from, to: other.to })
  }
  if (isWhole(parent, known)) refuseMissingParts(changes, parametersOf(known, parent), 'agreement.changes', refuse)
}

/**
 * Whether a text and all it completes are known, down to one that completes none: while a text is written again, those
 * that complete it hang from a text that is not there.
 */
function isWhole(agreement: Agreement, known: Texts, below: readonly string[] = []): boolean {
  if (agreement.inherits === null) return true
  const parent = known.agreements.find(({ code }) => code === agreement.inherits)
  return parent !== undefined && !below.includes(parent.code) && isWhole(parent, known, [...below, agreement.code])
}

function refuseOverlay(part: Part<'overlay'>, known: Texts, refuse: Refuse): void {
  const allowed = new Set(PARAMETER_FIELDS.filter(({ onRunningFiles }) => onRunningFiles).map(({ path }) => path))
  for (const path of changedPaths(part.changes)) if (!allowed.has(path)) refuse(`overlay.changes.${path}`, 'overlay_parameter')
  const reached = known.agreements.findLast((agreement) => agreement.family === part.family && isWhole(agreement, known))
  if (reached !== undefined) refuseMissingParts(part.changes, parametersOf(known, reached), 'overlay.changes', refuse)
}

/** Changing a part of what the text before does not have leaves a hole in it. */
function refuseMissingParts(changes: TextChanges, inherited: ReturnType<typeof parametersOf>, path: string, refuse: Refuse): void {
  const { affiliation } = withChanges(inherited, changes)
  if (affiliation === null) return
  for (const name of ['days', 'hours', 'windowMonths', 'windowMonthsOlder', 'olderFrom'] as const)
    if (affiliation[name] === undefined) refuse(`${path}.affiliation.${name}`, 'required')
}

function refuseLeaves(text: AddedText, known: Texts, refuse: Refuse): void {
  if (text.leaves.length > 0 && text.agreement === null && text.overlay === null) refuse('leaves', 'leaves_without_text')
  const others = new Set([...known.agreements, ...known.overlays].flatMap(({ changes }) => Object.keys(changes.addedLeaves ?? {})))
  for (const [index, { code }] of text.leaves.entries()) {
    const twice = text.leaves.findIndex((leave) => leave.code === code) !== index
    if (twice || others.has(code)) refuse(`leaves.${index}.code`, 'leave_code_taken', { code })
  }
}

function refuseUpratings(text: AddedText, known: Texts, refuse: Refuse): void {
  for (const [index, { figure, from, value }] of text.upratings.entries()) {
    const first = known.figures[figure][0]
    if (first !== undefined && from < first.from) refuse(`upratings.${index}.from`, 'uprating_too_early', { from: first.from })
    if (text.upratings.findIndex((other) => other.figure === figure && other.from === from) !== index) refuse(`upratings.${index}.from`, 'uprating_twice', { from })
    const isShare = figure === 'areRate'
    const amount = Number(value)
    if (amount <= 0 || (isShare ? amount > 1 : !/\.\d{2}$/u.test(value))) refuse(`upratings.${index}.value`, 'impossible_value')
  }
}

function noticesOf(text: AddedText, known: Texts): readonly TextNotice[] {
  const notices: TextNotice[] = []
  if (text.agreement !== null) {
    const { from } = text.agreement
    const before = known.agreements.filter((other) => other.from < from)
    const last = before.reduce<Agreement | null>((found, other) => (found === null || other.to > found.to ? other : found), null)
    if (last !== null && addDays(last.to, 1) < from) notices.push({ path: 'agreement.from', code: 'gap', values: { from: addDays(last.to, 1), to: addDays(from, -1) } })
    for (const other of before) if (other.to >= from && other === before.at(-1)) notices.push({ path: 'agreement.from', code: 'takes_over', values: { code: other.code, from, to: other.to } })
  }
  const changes = [text.agreement?.changes, text.overlay?.changes].some((part) => part !== undefined && changedPaths(part).length > 0)
  if ((changes || text.leaves.length > 0) && Object.keys(text.articles).length === 0) notices.push({ path: 'articles', code: 'no_article', values: {} })
  for (const [index, { figure, from }] of text.upratings.entries())
    if (known.figures[figure].some((entry) => entry.from === from)) notices.push({ path: `upratings.${index}.from`, code: 'uprating_replaces', values: { from } })
  return notices
}
