import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay } from '../../clock/civil-day.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'
import { bulkResult, runExists, settleLines, startRun, waitingReferences, type LineOutcome } from './bulk-run.ts'
import { selectedFiles, selectionSchema, type Selected } from './selection.ts'
import type { BulkAction, BulkResult, Selection } from './views.ts'

const schema = z.strictObject({ selection: selectionSchema, submissionId: z.uuid() })

export type BulkThroughOutcome = { readonly kind: 'done'; readonly result: BulkResult } | Exclude<Selected, { kind: 'selected' }> | Invalid | NotAllowed

/**
 * What another room does to many files (appointments, messages): it keeps its own transactions, one a file, and does a
 * submission once. It answers by reference, or refuses what was asked of it; then nothing is kept, and the same form can be
 * sent again once it is put right.
 */
export type RoomCommand = (references: readonly string[], submissionId: string) => Promise<ReadonlyMap<string, LineOutcome> | Invalid | NotAllowed>

/** Does it on a selection, evaluated now and in the actor's scope. */
export async function bulkThrough(
  actor: Actor, input: { readonly action: Exclude<BulkAction, 'assign'>; readonly selection: Selection; readonly submissionId: string }, command: RoomCommand,
): Promise<BulkThroughOutcome> {
  if (!can(actor, 'file.record')) return { kind: 'not_allowed' }
  const parsed = schema.safeParse({ selection: input.selection, submissionId: input.submissionId })
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { selection, submissionId } = parsed.data
  const selected = await inActorTransaction(actor, async (tx) =>
    (await runExists(tx, submissionId)) ? null : selectedFiles(tx, actor, selection, await civilDay(actor.timeZone)))
  if (selected !== null && selected.kind !== 'selected') return selected
  const references = selected === null ? await waitingReferences(actor, submissionId) : selected.files.map(({ reference }) => reference)
  const answer = references.length === 0 ? new Map<string, LineOutcome>() : await command(references, submissionId)
  if (!(answer instanceof Map)) return answer as Invalid | NotAllowed
  if (selected !== null) {
    await inActorTransaction(actor, async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bulk_run ' || ${submissionId}, 0))`
      if (!(await runExists(tx, submissionId))) await startRun(tx, actor, submissionId, input.action, selected.files.map(({ id }) => ({ caseId: id })))
    })
  }
  await settleLines(actor, submissionId, answer)
  const result = await bulkResult(actor, submissionId)
  return result === null ? { kind: 'not_allowed' } : { kind: 'done', result }
}
