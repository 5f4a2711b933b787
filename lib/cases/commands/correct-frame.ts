import { frameSchema } from '../../accord/file/frame.ts'
import { frameTerms } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { readReason } from '../fact-input.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { frameLineOf, type LockedFile } from '../locked-file.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'

export interface FrameCorrection {
  /** The frame's fields that change, in their JSON form; the others keep their value. */
  readonly frame: Readonly<Record<string, unknown>>
  readonly reason: string
}
export interface CorrectFrameInput extends Submission, FrameCorrection {}

function prepareFrame(file: LockedFile, input: FrameCorrection): Prepared | Invalid {
  const before = frameTerms(file.read.record.frame)
  const parsed = frameSchema.safeParse({ ...before, ...input.frame })
  const reason = readReason(input.reason)
  if (!parsed.success || !reason.ok) {
    return { kind: 'invalid', fields: { ...(parsed.success ? {} : fieldErrorsOf(parsed.error, 'frame')), ...(reason.ok ? {} : reason.fields) } }
  }
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
  return writeChange(actor, input, (file) => prepareFrame(file, input))
}

/** What the correction would do; its reason may still be missing. */
export function previewFrame(actor: Actor, input: { readonly reference: string; readonly frame: FrameCorrection['frame'] }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (file) => prepareFrame(file, { ...input, reason: '-' }))
}
