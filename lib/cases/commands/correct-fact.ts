import type { Day } from '../../accord/calendar/day.ts'
import { factTerms } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { readFactInput, readReason, type FactInput } from '../fact-input.ts'
import { contentOfCorrection } from '../queries/note-of-fact.ts'
import { lineOf, type LockedFile } from '../locked-file.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'

export interface Correction {
  /** The fact to correct; its kind stays. */
  readonly factId: string
  readonly terms: FactInput['terms']
  /** The words kept beside it from now on; left out, those of the corrected fact stay. */
  readonly content?: FactInput['content']
  readonly reason: string
}
export interface CorrectFactInput extends Submission, Correction {}

/** The place of a fact that still counts, or why there is none. */
export function placeOf(file: LockedFile, factId: string): { readonly index: number } | Invalid {
  const index = file.read.factIds.indexOf(factId)
  if (index !== -1) return { index }
  return { kind: 'invalid', fields: { factId: file.facts.some((fact) => fact.id === factId) ? 'already_superseded' : 'unknown_fact' } }
}

function prepareCorrection(file: LockedFile, correction: Correction, today: Day): Prepared | Invalid {
  const place = placeOf(file, correction.factId)
  if ('kind' in place) return place
  const before = file.read.record.facts[place.index]!
  const reason = readReason(correction.reason)
  const read = readFactInput({ kind: before.kind, terms: correction.terms, content: correction.content }, today)
  if (!read.ok || !reason.ok) {
    return { kind: 'invalid', fields: { ...(read.ok ? {} : read.fields), ...(reason.ok ? {} : reason.fields) } }
  }
  return {
    kind: 'prepared',
    change: { kind: 'correct', index: place.index, fact: read.fact },
    line: { ...lineOf(read.fact), content: correction.content === undefined ? 'as_before' : read.content, supersedes: correction.factId, reason: reason.reason },
    action: 'fact.corrected',
    detail: { before: JSON.stringify(factTerms(before)), reason: reason.reason },
  }
}

/**
 * Replaces a fact by another of its kind, with a reason; the first stays in the file, struck. Refused
 * when the whole file, with the correction in place, would refuse it or a fact that was accepted.
 */
export async function correctFact(actor: Actor, input: CorrectFactInput): Promise<WriteOutcome> {
  const content = await contentOfCorrection(actor, input.factId, input.content)
  return writeChange(actor, input, (file, today) => prepareCorrection(file, { ...input, content }, today))
}

/** What the correction would do; its reason may still be missing. */
export function previewCorrection(actor: Actor, input: Omit<Correction, 'reason'> & { readonly reference: string }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (file, today) => prepareCorrection(file, { ...input, reason: '-' }, today))
}
