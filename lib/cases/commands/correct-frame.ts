import { partsOf, type Day } from '../../accord/calendar/day.ts'
import { frameSchema, type Frame } from '../../accord/file/frame.ts'
import { frameTerms } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { readReason } from '../fact-input.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { fieldErrorsOf, type FieldErrorCode, type FieldErrors } from '../field-errors.ts'
import { frameLineOf, type LockedFile } from '../locked-file.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'

export interface FrameCorrection {
  /** The frame's fields that change, in their JSON form; the others keep their value. */
  readonly frame: Readonly<Record<string, unknown>>
  readonly reason: string
}
export interface CorrectFrameInput extends Submission, FrameCorrection {}

/** What is wrong, on a day, with dates that read: the procedure and the hiring are past, and a birth date is someone's alive. */
export function frameErrors(frame: Pick<Frame, 'engagedOn' | 'hiredOn' | 'birthDate' | 'chosenRegime'>, today: Day): FieldErrors {
  const fields: Record<string, FieldErrorCode> = {}
  if (frame.engagedOn > today) fields['frame.engagedOn'] = 'in_the_future'
  if (frame.hiredOn !== null && frame.hiredOn > today) fields['frame.hiredOn'] = 'in_the_future'
  if (frame.birthDate !== null && (frame.birthDate > today || partsOf(frame.birthDate).year < partsOf(today).year - 100)) fields['frame.birthDate'] = 'birth_date_not_plausible'
  if (frame.chosenRegime !== null && (frame.chosenRegime.length > 12 || !KEPT_LINE.test(frame.chosenRegime))) fields['frame.chosenRegime'] = 'not_an_option'
  return fields
}

function prepareFrame(file: LockedFile, input: FrameCorrection, today: Day): Prepared | Invalid {
  const before = frameTerms(file.read.record.frame)
  const parsed = frameSchema.safeParse({ ...before, ...input.frame })
  const reason = readReason(input.reason)
  if (!parsed.success || !reason.ok) {
    return { kind: 'invalid', fields: { ...(parsed.success ? {} : fieldErrorsOf(parsed.error, 'frame')), ...(reason.ok ? {} : reason.fields) } }
  }
  const fields = frameErrors(parsed.data, today)
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  const after = frameTerms(parsed.data)
  const changed = Object.keys(after).filter((key) => after[key] !== before[key])
  if (changed.length === 0) return { kind: 'invalid', fields: { frame: 'unchanged' } }
  return {
    kind: 'prepared',
    change: { kind: 'frame', frame: parsed.data },
    line: { ...frameLineOf(parsed.data), content: null, supersedes: file.read.frameId, reason: reason.reason },
    action: 'frame.corrected',
    detail: { changed, reason: reason.reason },
  }
}

/**
 * Corrects what the file starts from (dates of the procedure, age, wage, France Travail's figures),
 * with a reason. Refused when a fact that was accepted would no longer be admissible.
 */
export function correctFrame(actor: Actor, input: CorrectFrameInput): Promise<WriteOutcome> {
  return writeChange(actor, input, (file, today) => prepareFrame(file, input, today))
}

/** What the correction would do; its reason may still be missing. */
export function previewFrame(actor: Actor, input: { readonly reference: string; readonly frame: FrameCorrection['frame'] }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (file, today) => prepareFrame(file, { ...input, reason: '-' }, today))
}
