import type { Locale } from '@/lib/wording/locale.ts'
import { CHOSEN_TEXT, FRAME_FIELDS } from './frame.ts'
import { actOf } from './index.ts'
import { readActForm, type ReadAct } from './read-form.ts'

export const ACT_MODES = ['record', 'correct', 'withdraw', 'frame'] as const
export type ActMode = (typeof ACT_MODES)[number]

/** An act as its form sent it. */
export interface ActRequest extends ReadAct {
  readonly mode: ActMode
  readonly kind: string
  readonly factId: string
  readonly reason: string
  readonly submission: { readonly reference: string; readonly version: number; readonly submissionId: string }
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const NOTHING: ReadAct = { terms: {}, content: {}, errors: {} }

/** Reads what the form of an act sent. A kind that does not exist is read as nothing, and refused by the command. */
export function readActRequest(form: FormData, locale: Locale): ActRequest {
  const asked = text(form, 'mode')
  const mode = ACT_MODES.find((candidate) => candidate === asked) ?? 'record'
  const kind = text(form, 'kind')
  return {
    mode,
    kind,
    factId: text(form, 'factId'),
    reason: text(form, 'reason'),
    submission: { reference: text(form, 'reference'), version: Number(text(form, 'version')), submissionId: text(form, 'submissionId') },
    ...fieldsOf(mode, kind, form, locale),
  }
}

function fieldsOf(mode: ActMode, kind: string, form: FormData, locale: Locale): ReadAct {
  if (mode === 'withdraw') return NOTHING
  if (mode === 'frame') {
    // The text is asked only where a person has to choose it: not asked, it stays as it was.
    const fields = form.has(CHOSEN_TEXT.path) ? [...FRAME_FIELDS, CHOSEN_TEXT] : FRAME_FIELDS
    const read = readActForm({ fields }, form, locale)
    // An emptied answer is « not known », said as such.
    const cleared = Object.fromEntries(fields.map(({ path }) => [path, null]))
    return { ...read, terms: { ...cleared, ...read.terms } }
  }
  const act = actOf(kind)
  return act === null ? NOTHING : readActForm(act, form, locale)
}

