import type { Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { readFactInput, type FactInput } from '../fact-input.ts'
import { lineOf } from '../locked-file.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'

export interface RecordFactInput extends Submission, FactInput {}

export function prepareFact(input: FactInput, today: Day): Prepared | Invalid {
  const read = readFactInput(input, today)
  if (!read.ok) return { kind: 'invalid', fields: read.fields }
  return {
    kind: 'prepared',
    change: { kind: 'record', fact: read.fact },
    line: { ...lineOf(read.fact), content: read.content, supersedes: null, reason: null },
    action: 'fact.recorded',
    detail: {},
  }
}

/** Records what happened in a file the actor may write. A form sent twice is recorded once. */
export function recordFact(actor: Actor, input: RecordFactInput): Promise<WriteOutcome> {
  return writeChange(actor, input, (_, today) => prepareFact(input, today))
}

/** What recording the fact would do to the file; nothing is written. */
export function previewFact(actor: Actor, input: FactInput & { readonly reference: string }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (_, today) => prepareFact(input, today))
}
