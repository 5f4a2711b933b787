import type { Day } from '../../accord/calendar/day.ts'
import { couldExplain } from '../../accord/file/hearing.ts'
import { derive } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { readFactInput, type FactInput } from '../fact-input.ts'
import { lineOf, type LockedFile } from '../locked-file.ts'
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

/** An exclusion says why the person was not heard, where they were not: no text asks to hear them, every appeal will. */
function withHearing(file: LockedFile, prepared: Prepared | Invalid, today: Day): Prepared | Invalid {
  if (prepared.kind === 'invalid' || prepared.change.kind !== 'record' || prepared.change.fact.kind !== 'exclusion_decided') return prepared
  const { breach } = derive(file.read.record, file.texts, file.settings, today)
  const { content } = prepared.line
  const said = content !== null && content !== 'as_before' && typeof content['withoutHearing'] === 'string'
  if (breach === null || said || couldExplain(breach, prepared.change.fact.on)) return prepared
  return { kind: 'invalid', fields: { 'content.withoutHearing': 'required' } }
}

/** Records what happened in a file the actor may write. A form sent twice is recorded once. */
export function recordFact(actor: Actor, input: RecordFactInput): Promise<WriteOutcome> {
  return writeChange(actor, input, (file, today) => withHearing(file, prepareFact(input, today), today))
}

/** What recording the fact would do to the file; nothing is written. */
export function previewFact(actor: Actor, input: FactInput & { readonly reference: string }): Promise<PreviewOutcome> {
  return previewChange(actor, input.reference, (_, today) => prepareFact(input, today))
}
