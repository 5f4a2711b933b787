import { createReadStream } from 'node:fs'
import type { Actor } from '../../access/actor.ts'
import { moment } from '../../clock/civil-day.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { storage, type Storage } from '../../storage/index.ts'
import { ATTACHMENT_KINDS, MOST_OF_A_FILE, TITLE_LIMIT, type AttachmentError, type AttachmentKind } from '../content/attachment-terms.ts'
import { dropPassing, keepPassing, newPassingKey } from '../stored-file.ts'
import { isUuid } from '../write-path.ts'
import { checkContent, keptName } from './content-check.ts'
import { fileOf, mayKeepIn, type FileOf } from './file-of.ts'
import { withUpload, type Received, type Upload } from './receive-upload.ts'

export type AddOutcome =
  | { readonly kind: 'added'; readonly id: string; readonly title: string }
  | { readonly kind: 'refused'; readonly error: AttachmentError }

const refused = (error: AttachmentError): AddOutcome => ({ kind: 'refused', error })

interface ReadForm {
  readonly title: string
  readonly kind: AttachmentKind
  readonly factId: string | null
  readonly submissionId: string
}

function readForm(fields: Readonly<Record<string, string>>): ReadForm | AttachmentError {
  const title = (fields['title'] ?? '').trim().replace(/\s+/gu, ' ')
  if (title === '' || !KEPT_LINE.test(title)) return 'title_missing'
  if ([...title].length > TITLE_LIMIT) return 'title_long'
  const kind = ATTACHMENT_KINDS.find((one) => one === fields['kind'])
  if (kind === undefined) return 'kind_missing'
  const factId = fields['factId'] === undefined || fields['factId'] === '' ? null : fields['factId']
  if (factId !== null && !isUuid(factId)) return 'fact_unknown'
  const submissionId = fields['submissionId'] ?? ''
  return isUuid(submissionId) ? { title, kind, factId, submissionId } : 'unreadable'
}

/** Who may add to a file, asked before anything is read of what they send, and again when it is kept. */
async function fileToAddTo(actor: Actor, reference: string): Promise<FileOf | AttachmentError> {
  const file = await inActorTransaction(actor, (tx) => fileOf(tx, actor, reference))
  if (file === null) return 'not_found'
  return mayKeepIn(actor, file) ? file : 'not_allowed'
}

/**
 * Adds to a file what a form brings: a title, a kind, the act it goes with where there is one, and a document that is what
 * its extension says. Sent twice, the same form adds it once. Journaled in the file's chain.
 */
export async function addAttachment(actor: Actor, reference: string, upload: Upload, kept: Storage = storage()): Promise<AddOutcome> {
  const allowed = await fileToAddTo(actor, reference)
  if (typeof allowed === 'string') {
    await upload.body?.cancel()
    return refused(allowed)
  }
  return withUpload(upload, (received) => keep(actor, { operatorId: allowed.operatorId, reference }, received, kept))
}

async function keep(actor: Actor, { operatorId, reference }: { readonly operatorId: string; readonly reference: string }, received: Received, kept: Storage): Promise<AddOutcome> {
  if (received.kind !== 'received') return refused(received.kind)
  const { file } = received
  if (file === null) return refused('file_missing')
  const form = readForm(received.fields)
  if (typeof form === 'string') return refused(form)
  if (file.size === 0) return refused('file_empty')
  const name = keptName(file.name)
  const content = await checkContent(file.path, name)
  if (content.kind !== 'is') return refused(content.kind)
  const key = await newPassingKey(operatorId, 'attachments')
  try {
    const stored = await kept.put(key, createReadStream(file.path)).then(() => true, () => false)
    return stored ? await record(actor, reference, form, { key, name, type: content.type, size: file.size, sha256: file.sha256 }) : refused('storage')
  } finally {
    // Left to the worker where it cannot be done now.
    await dropPassing(operatorId, key, kept).catch(() => undefined)
  }
}

interface Brought {
  readonly key: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
}

async function record(actor: Actor, reference: string, form: ReadForm, brought: Brought): Promise<AddOutcome> {
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const file = await fileOf(tx, actor, reference)
    if (file === null) return refused('not_found')
    if (!mayKeepIn(actor, file)) return refused('not_allowed')
    if (form.factId !== null) {
      const known = await tx.$queryRaw<unknown[]>`select 1 from fact where id = ${form.factId}::uuid and case_id = ${file.id}::uuid`
      if (known.length === 0) return refused('fact_unknown')
    }
    const [there] = await tx.$queryRaw<[{ count: number; again: boolean }]>`
      select count(*) filter (where withdrawn_at is null)::integer as count, coalesce(bool_or(submission_id = ${form.submissionId}::uuid), false) as again
      from attachment where case_id = ${file.id}::uuid`
    if (there.count >= MOST_OF_A_FILE && !there.again) return refused('too_many')
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      insert into attachment (operator_id, case_id, fact_id, kind, title, file_name, media_type, size, sha256, storage_key, submission_id, added_by, added_at)
      values (${file.operatorId}::uuid, ${file.id}::uuid, ${form.factId}::uuid, ${form.kind}, ${form.title}, ${brought.name}, ${brought.type}, ${brought.size},
              ${brought.sha256}, ${brought.key}, ${form.submissionId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz)
      on conflict (case_id, submission_id) do nothing returning id`
    if (added === undefined) {
      const [first] = await tx.$queryRaw<[{ id: string; title: string }]>`
        select id, title from attachment where case_id = ${file.id}::uuid and submission_id = ${form.submissionId}::uuid`
      return { kind: 'added', ...first }
    }
    await writeJournal(tx, {
      operatorId: file.operatorId, caseId: file.id, factId: form.factId, actorId: actor.accountId, action: 'attachment.added', at,
      detail: { attachment: added.id, kind: form.kind, title: form.title, type: brought.type, size: brought.size, sha256: brought.sha256 },
    })
    await keepPassing(tx, brought.key)
    return { kind: 'added', id: added.id, title: form.title }
  })
}
