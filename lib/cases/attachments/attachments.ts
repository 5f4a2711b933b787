import type { Readable } from 'node:stream'
import { day, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { storage, type Storage } from '../../storage/index.ts'
import type { AttachmentKind } from '../content/attachment-terms.ts'
import type { StoredKind } from '../outcomes.ts'
import { isUuid } from '../write-path.ts'
import { fileOf, mayKeepIn, type FileOf } from './file-of.ts'

/** An attachment as its file shows it; one withdrawn is told, and can no longer be read. */
export interface AttachmentView {
  readonly id: string
  readonly kind: AttachmentKind
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly addedAt: Date
  readonly addedBy: string
  /** The act it goes with. */
  readonly fact: { readonly kind: StoredKind; readonly on: Day } | null
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

export interface Attachments {
  readonly attachments: readonly AttachmentView[]
  readonly mayAdd: boolean
}

interface Row extends Omit<AttachmentView, 'fact' | 'withdrawn'> {
  readonly factKind: StoredKind | null
  readonly factOn: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string | null
}

/** The attachments of a file, the last added first, those withdrawn at the end; `null` when the file is not the actor's to see. */
export async function attachmentsOf(actor: Actor, reference: string): Promise<Attachments | null> {
  return inActorTransaction(actor, async (tx) => {
    const file = await fileOf(tx, actor, reference)
    if (file === null) return null
    const rows = await tx.$queryRaw<Row[]>`
      select a.id, a.kind, a.title, a.file_name as "fileName", a.media_type as "mediaType", a.size, a.added_at as "addedAt", k.display_name as "addedBy",
             f.kind as "factKind", f.on_day::text as "factOn", a.withdrawn_at as "withdrawnAt", w.display_name as "withdrawnBy", a.withdrawn_reason as "withdrawnReason"
      from attachment a
      join account k on k.id = a.added_by
      left join account w on w.id = a.withdrawn_by
      left join fact f on f.id = a.fact_id
      where a.case_id = ${file.id}::uuid order by a.withdrawn_at is not null, a.added_at desc, a.id desc`
    const attachments = rows.map(({ factKind, factOn, withdrawnAt, withdrawnBy, withdrawnReason, ...row }): AttachmentView => ({
      ...row,
      fact: factKind === null || factOn === null ? null : { kind: factKind, on: day(factOn) },
      withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawnReason ?? '' },
    }))
    return { attachments, mayAdd: mayKeepIn(actor, file) }
  })
}

export interface OpenedAttachment {
  readonly fileName: string
  readonly mediaType: string
  readonly size: number
  readonly content: Readable
}

/**
 * An attachment's content, for someone who may read its file; journaled in the file's chain. `null` for anyone else, and
 * once it is withdrawn.
 */
export async function openAttachment(actor: Actor, id: string, kept: Storage = storage()): Promise<OpenedAttachment | null> {
  if (!isUuid(id)) return null
  const at = await moment(actor.timeZone)
  const found = await inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<(Omit<FileOf, 'transferred'> & { readonly caseId: string; readonly fileName: string; readonly mediaType: string; readonly size: number; readonly sha256: string; readonly storageKey: string })[]>`
      select a.id, a.case_id as "caseId", a.file_name as "fileName", a.media_type as "mediaType", a.size, a.sha256, a.storage_key as "storageKey",
             c.operator_id as "operatorId", c.basin_id as "basinId", c.counsellor_id as "counsellorId", c.referent_id as "referentId"
      from attachment a join case_file c on c.id = a.case_id where a.id = ${id}::uuid and a.withdrawn_at is null`
    return row !== undefined && can(actor, 'file.read', row) ? row : null
  })
  if (found === null) return null
  const content = await kept.open(found.storageKey)
  if (content === null) return null
  try {
    await inActorTransaction(actor, (tx) => writeJournal(tx, {
      operatorId: found.operatorId, caseId: found.caseId, actorId: actor.accountId, action: 'attachment.read', at,
      detail: { attachment: id, sha256: found.sha256 },
    }))
  } catch (error) {
    // What is not journaled does not leave.
    content.destroy()
    throw error
  }
  return { fileName: found.fileName, mediaType: found.mediaType, size: found.size, content }
}
