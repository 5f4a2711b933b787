import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import { writeJournal } from '../database/journal.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { storage } from '../storage/index.ts'
import { sha256 } from './fingerprint.ts'
import { letterheadOf } from './letterhead.ts'
import { renderPdf } from './pdf/render.ts'
import { draftView } from './queries.ts'
import { isUuid } from '../cases/write-path.ts'

export interface PdfFile {
  readonly kind: 'file'
  readonly bytes: Buffer
  /** Plain letters, digits and hyphens. */
  readonly name: string
}

export type PdfOutcome =
  | PdfFile
  | { readonly kind: 'not_found' }
  /** The bytes are gone, or are not those that were issued: they are given to nobody. */
  | { readonly kind: 'altered' }

interface Row {
  readonly caseId: string
  readonly number: string
  readonly fileKey: string
  readonly fileSha256: string
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

/** The PDF of an issued document, byte for byte as it was issued; journaled in the file's chain. */
export async function issuedPdf(actor: Actor, id: string): Promise<PdfOutcome> {
  if (!isUuid(id) || actor.operatorId === null) return { kind: 'not_found' }
  const at = await moment(actor.timeZone)
  const row = await inActorTransaction(actor, async (tx) => {
    const [found] = await tx.$queryRaw<Row[]>`
      select d.case_id as "caseId", d.number, d.file_key as "fileKey", d.file_sha256 as "fileSha256",
             c.operator_id as "operatorId", c.basin_id as "basinId", c.counsellor_id as "counsellorId", c.referent_id as "referentId"
      from document d join case_file c on c.id = d.case_id where d.id = ${id}::uuid`
    return found !== undefined && can(actor, 'file.read', found) ? found : null
  })
  if (row === null) return { kind: 'not_found' }
  const bytes = await storage().read(row.fileKey)
  const whole = bytes !== null && sha256(bytes) === row.fileSha256
  await inActorTransaction(actor, (tx) =>
    writeJournal(tx, { operatorId: row.operatorId, caseId: row.caseId, actorId: actor.accountId, action: whole ? 'document.read' : 'document.altered', detail: { number: row.number }, at }),
  )
  return whole ? { kind: 'file', bytes, name: row.number } : { kind: 'altered' }
}

/** The PDF of a draft, marked as one on every page. */
export async function draftPdf(actor: Actor, reference: string, kind: string, about: string | null): Promise<PdfOutcome> {
  const draft = await draftView(actor, reference, kind, about)
  if (draft === null || actor.operatorId === null) return { kind: 'not_found' }
  const { operatorId } = actor
  const letterhead = await inActorTransaction(actor, (tx) => letterheadOf(tx, operatorId))
  const { bytes } = await renderPdf(draft.content, { letterhead, madeAt: await moment(actor.timeZone), fingerprint: null })
  return { kind: 'file', bytes, name: `projet-${draft.kind.replaceAll('_', '-')}-${draft.view.reference}` }
}
