import { Readable } from 'node:stream'
import { z } from 'zod'
import { isoOf, toPlainDate } from '../accord/calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { writeJournal } from '../database/journal.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { dropPassing, keepPassing, newPassingKey } from '../cases/stored-file.ts'
import { storage } from '../storage/index.ts'
import type { IssuedContent } from './content.ts'
import { fingerprintOf, sha256 } from './fingerprint.ts'
import { issuedFrom, inForce } from './issued-rows.ts'
import { letterheadOf } from './letterhead.ts'
import { renderPdf, type Rendered } from './pdf/render.ts'
import { draftView } from './queries.ts'
import type { DraftView, OfferStanding } from './views.ts'

const issueSchema = z.strictObject({
  reference: z.string(),
  kind: z.string(),
  about: z.uuid().nullable(),
  /** Digest of the draft that was read. */
  digest: z.string(),
  /** A number of the form itself: sent twice, it issues once. */
  submissionId: z.uuid(),
  /** Why it takes the place of the one before; asked only then. */
  reason: z.string().trim().max(1000, 'too_long').regex(KEPT_TEXT, 'not_text').nullable(),
})
export type IssueInput = z.input<typeof issueSchema>

export type IssueOutcome =
  | { readonly kind: 'issued'; readonly number: string; readonly replaces: string | null }
  | { readonly kind: 'invalid'; readonly fields: { readonly reason?: 'required' | 'too_long' | 'not_text' } }
  /** What would be issued is no longer what was read: a colleague recorded something, or the template changed. */
  | { readonly kind: 'changed_meanwhile' }
  | { readonly kind: 'not_ready'; readonly standing: OfferStanding }
  /** The document in force already says exactly this. */
  | { readonly kind: 'unchanged'; readonly number: string }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_allowed' }

async function nextNumber(tx: Transaction, operatorId: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`select last from document_number where operator_id = ${operatorId}::uuid and year = ${year}`
  return (row?.last ?? 0) + 1
}

async function takeNumber(tx: Transaction, operatorId: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<[{ last: number }]>`
    insert into document_number (operator_id, year, last) values (${operatorId}::uuid, ${year}, 1)
    on conflict (operator_id, year) do update set last = document_number.last + 1 returning last`
  return row.last
}

const numbered = (year: number, serial: number) => `DOC-${year}-${String(serial).padStart(5, '0')}`

/** Thrown inside the transaction to undo it: another document took the number this one was drawn with. */
class NumberTaken extends Error {}
const TRIES = 6

async function alreadyIssued(tx: Transaction, caseId: string, submissionId: string): Promise<{ number: string; replaces: string | null } | null> {
  const [row] = await tx.$queryRaw<{ number: string; replaces: string | null }[]>`
    select d.number, b.number as replaces from document d left join document b on b.id = d.supersedes
    where d.case_id = ${caseId}::uuid and d.submission_id = ${submissionId}::uuid`
  return row ?? null
}

/**
 * Issues the document that was read on the screen: it gets a number, its bytes are kept, and it never changes. Where one
 * of its kind is in force, it takes its place, with a reason; both are kept. Journaled in the file's chain.
 */
export async function issueDocument(actor: Actor, input: IssueInput): Promise<IssueOutcome> {
  const parsed = issueSchema.safeParse(input)
  if (!parsed.success) {
    const reason = parsed.error.issues.find(({ path }) => path[0] === 'reason')?.message
    return reason === 'too_long' || reason === 'not_text' ? { kind: 'invalid', fields: { reason } } : { kind: 'not_found' }
  }
  const asked = { ...parsed.data, reason: parsed.data.reason === '' ? null : parsed.data.reason }
  const draft = await draftView(actor, asked.reference, asked.kind, asked.about)
  if (draft === null) return { kind: 'not_found' }
  if (!draft.view.may.record) return { kind: 'not_allowed' }
  const before = await inActorTransaction(actor, (tx) => alreadyIssued(tx, draft.view.id, asked.submissionId))
  if (before !== null) return { kind: 'issued', ...before }
  if (draft.standing.kind !== 'now' && draft.standing.kind !== 'possible') return { kind: 'not_ready', standing: draft.standing }
  if (draft.digest !== asked.digest) return { kind: 'changed_meanwhile' }
  if (draft.inForce !== null && !draft.moved) return { kind: 'unchanged', number: draft.inForce.number }
  if (draft.inForce !== null && asked.reason === null) return { kind: 'invalid', fields: { reason: 'required' } }
  for (let tries = 1; ; tries += 1) {
    try {
      return await issueOnce(actor, draft, asked)
    } catch (error) {
      if (!(error instanceof NumberTaken) || tries === TRIES) throw error
    }
  }
}

/** Draws the document with the number to come, outside the transaction that takes it: nobody waits for a drawing. */
async function issueOnce(actor: Actor, draft: DraftView, asked: z.output<typeof issueSchema>): Promise<IssueOutcome> {
  const operatorId = actor.operatorId!
  const at = await moment(actor.timeZone)
  const { view } = draft
  const { year } = toPlainDate(view.today)
  const { expected, letterhead } = await inActorTransaction(actor, async (tx) => ({ expected: await nextNumber(tx, operatorId, year), letterhead: await letterheadOf(tx, operatorId) }))
  const content: IssuedContent = { ...draft.content, number: numbered(year, expected), replaces: draft.inForce?.number ?? null }
  const fingerprint = fingerprintOf(content)
  const rendered = await renderPdf(content, { letterhead, madeAt: at, fingerprint })
  const key = await newPassingKey(operatorId, 'documents')
  try {
    await storage().put(key, Readable.from([rendered.bytes]))
    return await inActorTransaction(actor, async (tx): Promise<IssueOutcome> => {
      const [row] = await tx.$queryRaw<{ version: number; operatorId: string; basinId: string; counsellorId: string; referentId: string | null }[]>`
        select version, operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"
        from case_file where id = ${view.id}::uuid for update`
      if (row === undefined) return { kind: 'not_found' }
      if (!can(actor, 'file.record', row)) return { kind: 'not_allowed' }
      const before = await alreadyIssued(tx, view.id, asked.submissionId)
      if (before !== null) return { kind: 'issued', ...before }
      const live = inForce(await issuedFrom(tx, view.id), draft.kind, draft.about?.id ?? null)
      if (row.version !== view.version || (live?.id ?? null) !== (draft.inForce?.id ?? null)) return { kind: 'changed_meanwhile' }
      if ((await takeNumber(tx, operatorId, year)) !== expected) throw new NumberTaken()
      await keep(tx, { actor, draft, content, fingerprint, rendered, key, at, asked })
      await keepPassing(tx, key)
      return { kind: 'issued', number: content.number, replaces: content.replaces }
    })
  } finally {
    // Not by its number: the same form sent twice may have drawn the same one, and only one drawing is the document.
    // Left to the worker where it cannot be done now.
    await dropPassing(operatorId, key).catch(() => undefined)
  }
}

interface Kept {
  readonly actor: Actor
  readonly draft: DraftView
  readonly content: IssuedContent
  readonly fingerprint: string
  readonly rendered: Rendered
  readonly key: string
  readonly at: Date
  readonly asked: z.output<typeof issueSchema>
}

async function keep(tx: Transaction, { actor, draft, content, fingerprint, rendered, key, at, asked }: Kept): Promise<void> {
  const { view } = draft
  const factsThrough = Math.max(...view.facts.map(({ sequence }) => sequence))
  await tx.$executeRaw`
    insert into document (operator_id, case_id, kind, about_fact, number, title, content, draft_digest, fingerprint, file_key, file_sha256, file_bytes, pages,
                          template_version, file_version, facts_through, submission_id, issued_on, issued_by, issued_at, supersedes, reason)
    values (${actor.operatorId}::uuid, ${view.id}::uuid, ${draft.kind}, ${asked.about}::uuid, ${content.number}, ${content.title}, ${JSON.stringify(content)}::jsonb,
            ${draft.digest}, ${fingerprint}, ${key}, ${sha256(rendered.bytes)}, ${rendered.bytes.length}, ${rendered.pages}, ${draft.templateVersion},
            ${view.version}, ${factsThrough}, ${asked.submissionId}::uuid, ${isoOf(view.today)}::date, ${actor.accountId}::uuid, ${at}::timestamptz,
            ${draft.inForce?.id ?? null}::uuid, ${draft.inForce === null ? null : asked.reason})`
  await writeJournal(tx, {
    operatorId: actor.operatorId,
    caseId: view.id,
    factId: asked.about,
    actorId: actor.accountId,
    action: draft.inForce === null ? 'document.issued' : 'document.superseded',
    detail: { number: content.number, document: draft.kind, fingerprint, template: draft.templateVersion, replaces: content.replaces, reason: draft.inForce === null ? null : asked.reason },
    at,
  })
}
