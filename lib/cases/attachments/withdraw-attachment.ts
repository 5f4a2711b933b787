import type { Actor } from '../../access/actor.ts'
import { moment } from '../../clock/civil-day.ts'
import { KEPT_TEXT } from '../../database/kept-text.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { REASON_LIMIT } from '../content/attachment-terms.ts'
import { isUuid } from '../write-path.ts'
import { fileOf, mayKeepIn } from './file-of.ts'

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly title: string }
  /** It was withdrawn already, perhaps by this very form. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'invalid'; readonly error: 'missing' | 'long' }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_allowed' }

/** Withdraws an attachment from a file, with a reason: it can no longer be read, and stays told. Journaled. */
export async function withdrawAttachment(actor: Actor, asked: { readonly reference: string; readonly id: string; readonly reason: string }): Promise<WithdrawOutcome> {
  const reason = asked.reason.trim()
  if (reason === '' || !KEPT_TEXT.test(reason)) return { kind: 'invalid', error: 'missing' }
  if ([...reason].length > REASON_LIMIT) return { kind: 'invalid', error: 'long' }
  if (!isUuid(asked.id)) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<WithdrawOutcome> => {
    const file = await fileOf(tx, actor, asked.reference)
    if (file === null) return { kind: 'not_found' }
    if (!mayKeepIn(actor, file)) return { kind: 'not_allowed' }
    const [withdrawn] = await tx.$queryRaw<{ title: string; sha256: string }[]>`
      update attachment set withdrawn_by = ${actor.accountId}::uuid, withdrawn_at = ${at}::timestamptz, withdrawn_reason = ${reason}
      where id = ${asked.id}::uuid and case_id = ${file.id}::uuid and withdrawn_at is null returning title, sha256`
    if (withdrawn === undefined) {
      const known = await tx.$queryRaw<unknown[]>`select 1 from attachment where id = ${asked.id}::uuid and case_id = ${file.id}::uuid`
      return { kind: known.length === 0 ? 'not_found' : 'gone' }
    }
    await writeJournal(tx, {
      operatorId: file.operatorId, caseId: file.id, actorId: actor.accountId, action: 'attachment.withdrawn', at,
      detail: { attachment: asked.id, title: withdrawn.title, sha256: withdrawn.sha256, reason },
    })
    return { kind: 'withdrawn', title: withdrawn.title }
  })
}
