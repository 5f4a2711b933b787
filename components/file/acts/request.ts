import type { Locale } from '@/lib/wording/locale.ts'
import { FILE_PLACES, type FilePlace } from '../file-places.tsx'
import { CHOSEN_TEXT, FRAME_FIELDS } from './frame.ts'
import { actOf } from './index.ts'
import { readActForm, type ReadAct } from './read-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

export const ACT_MODES = ['record', 'correct', 'withdraw', 'frame'] as const
export type ActMode = (typeof ACT_MODES)[number]

/** An act as its form sent it. */
export interface ActRequest extends Omit<ReadAct, 'content'> {
  /** What is kept beside the fact; `undefined`: what was kept stays. */
  readonly content: ReadAct['content'] | undefined
  readonly mode: ActMode
  readonly kind: string
  readonly factId: string
  readonly reason: string
  /** The part of the file that the form stood beside. */
  readonly place: FilePlace
  readonly submission: { readonly reference: string; readonly version: number; readonly submissionId: string }
}

const NOTHING: ReadAct = { terms: {}, content: {}, errors: {} }

/** Reads what the form of an act sent. A kind that does not exist is read as nothing, and refused by the command. */
export function readActRequest(form: FormData, locale: Locale): ActRequest {
  const asked = textIn(form, 'mode')
  const mode = ACT_MODES.find((candidate) => candidate === asked) ?? 'record'
  const kind = textIn(form, 'kind')
  return {
    mode,
    kind,
    factId: textIn(form, 'factId'),
    reason: textIn(form, 'reason'),
    place: FILE_PLACES.find((place) => place === textIn(form, 'place')) ?? 'file',
    submission: { reference: textIn(form, 'reference'), version: Number(textIn(form, 'version')), submissionId: textIn(form, 'submissionId') },
    ...fieldsOf(mode, kind, form, locale),
  }
}

function fieldsOf(mode: ActMode, kind: string, form: FormData, locale: Locale): Pick<ActRequest, 'terms' | 'content' | 'errors'> {
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
  if (act === null) return NOTHING
  if (mode !== 'correct' || textIn(form, 'keeps') !== 'content') return readActForm(act, form, locale)
  const { content: _, ...terms } = readActForm({ fields: act.fields.filter(({ path }) => !path.startsWith('content.')) }, form, locale)
  return { ...terms, content: undefined }
}

