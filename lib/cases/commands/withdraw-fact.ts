import type { Actor } from '../../access/actor.ts'
import { readReason } from '../fact-input.ts'
import type { LockedFile } from '../locked-file.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'
import { placeOf } from './correct-fact.ts'

export interface WithdrawFactInput extends Submission {
  readonly factId: string
  readonly reason: string
}

function prepareWithdrawal(file: LockedFile, input: { readonly factId: string; readonly reason: string }): Prepared | Invalid {
  const place = placeOf(file, input.factId)
  if ('kind' in place) return place
  const reason = readReason(input.reason)
  if (!reason.ok) return { kind: 'invalid', fields: reason.fields }
  const withdrawn = file.facts.find((fact) => fact.id === input.factId)!
  return {
    kind: 'prepared',
    change: { kind: 'withdraw', index: place.index },
    line: { kind: 'withdrawn', onDay: withdrawn.onDay, untilDay: null, terms: {}, content: null, supersedes: input.factId, reason: reason.reason },
    action: 'fact.withdrawn',
    detail: { withdrawn: withdrawn.kind, reason: reason.reason },
  }
}

/** Takes out of account a fact recorded by mistake, with a reason; it stays in the file, struck. */
export function withdrawFact(actor: Actor, input: WithdrawFactInput): Promise<WriteOutcome> {
  return writeChange(actor, input, (file) => prepareWithdrawal(file, input))
}

/** What the withdrawal would do; nothing is written. */
export function previewWithdrawal(actor: Actor, input: { readonly reference: string; readonly factId: string }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (file) => prepareWithdrawal(file, { factId: input.factId, reason: '-' }))
}
