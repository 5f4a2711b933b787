// Writing to a person: the e-mail, its line in the file's journal and word of it in the outbox, in one transaction. The
// worker sends it; nothing is sent from a screen.
import { randomUUID } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { isUuid } from '../cases/write-path.ts'
import { fileView } from '../cases/queries/file-view.ts'
import { fileForAssignment, type FileRow } from '../cases/locked-file.ts'
import type { FileView } from '../cases/views/file.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { writeJournal } from '../database/journal.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { readEnvironment } from '../environment.ts'
import { fillTemplate, tokensIn } from '../templates/template.ts'
import { tokenValues } from '../templates/tokens.ts'
import { headerName, isHeaderLine, readAddress } from './address.ts'
import { usableModels, type KeptModel } from './models.ts'
import { nextAppointmentOf } from './next-appointment.ts'

export const SUBJECT_LIMIT = 400
export const BODY_LIMIT = 20_000
/** E-mails to the person of one file in one day of the operator, whoever writes them: beyond, it is a mistake or a nuisance. */
export const MOST_A_DAY = 10
/** The key of a model, as the database keeps it. */
const MODEL_KEY = /^[a-z0-9][a-z0-9_]{0,59}$/u

/** The domain of identifiers of messages: that of the address they are sent from. */
export function messageIdOf(id: string): string {
  const read = readEnvironment(process.env)
  const from = read.kind === 'read' ? read.environment.MAIL_FROM : undefined
  return `<${id}@${from?.split('@')[1] ?? 'rebond.invalid'}>`
}

export interface MessageDraft {
  readonly modelKey: string
  readonly subject: string
  readonly body: string
  /** Tokens the file has no value for: they stand in the text, to be replaced by hand. */
  readonly missing: readonly string[]
}

async function draftOf(actor: Actor, view: FileView, model: KeptModel): Promise<MessageDraft> {
  const nextAppointment = await nextAppointmentOf(actor, view.id)
  // The person reads French, whatever the language of who writes.
  const values = tokenValues(view, { operator: { name: actor.operatorName ?? '' }, today: view.today, locale: 'fr', nextAppointment })
  const [subject, body] = [fillTemplate(model.subject, values), fillTemplate(model.body, values)]
  return { modelKey: model.key, subject: subject.text, body: body.text, missing: [...new Set([...subject.missing, ...body.missing])] }
}

/** A model filled with a file's own words and dates; `null` where there is no such model. */
export async function draftMessage(actor: Actor, view: FileView, modelKey: string): Promise<MessageDraft | null> {
  const model = (await usableModels(actor)).find(({ key }) => key === modelKey)
  return model === undefined ? null : draftOf(actor, view, model)
}

export interface MessageInput {
  readonly reference: string
  readonly submissionId: string
  readonly modelKey: string | null
  readonly to: string
  /** Keeps the address with the person, where they had none or another. */
  readonly keepAddress: boolean
  readonly subject: string
  readonly body: string
}

export type MessageField = 'to' | 'subject' | 'body'
/** `unfilled`: a token still stands in the text. */
export type MessageProblem = 'required' | 'not_an_email' | 'too_long' | 'not_text' | 'unfilled'
export type MessageProblems = Readonly<Partial<Record<MessageField, MessageProblem>>>

export type MessageOutcome =
  /** The person was written to enough for one day. */
  | { readonly kind: 'too_many_today'; readonly most: number }
  | { readonly kind: 'queued'; readonly mailId: string; readonly to: string }
  | { readonly kind: 'invalid'; readonly fields: MessageProblems }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_allowed' }

function textProblem(text: string, limit: number, fits: (text: string) => boolean): MessageProblem | null {
  if (text.trim() === '') return 'required'
  if (text.length > limit) return 'too_long'
  if (!fits(text)) return 'not_text'
  return tokensIn(text).length > 0 ? 'unfilled' : null
}

function messageProblems({ to, subject, body }: Pick<MessageInput, 'to' | 'subject' | 'body'>): MessageProblems {
  const found: [MessageField, MessageProblem | null][] = [
    ['to', to.trim() === '' ? 'required' : readAddress(to) === null ? 'not_an_email' : null],
    ['subject', textProblem(subject, SUBJECT_LIMIT, isHeaderLine)],
    ['body', textProblem(body, BODY_LIMIT, (text) => KEPT_TEXT.test(text))],
  ]
  return Object.fromEntries(found.filter(([, problem]) => problem !== null))
}

interface Written {
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly modelKey: string | null
  readonly submissionId: string
}

async function queueIn(tx: Transaction, actor: Actor, row: FileRow, { address, subject, body, modelKey, submissionId }: Written): Promise<string> {
  const at = await moment(actor.timeZone)
  const [person] = await tx.$queryRaw<[{ name: string }]>`
    select p.first_name || ' ' || p.last_name as name from case_file c join person p on p.id = c.person_id where c.id = ${row.id}::uuid`
  const [kept] = await tx.$queryRaw<{ id: string }[]>`
    insert into mail (operator_id, case_id, sender_id, template_key, submission_id, recipient_address, recipient_name, subject, body, message_id, queued_at)
    values (${row.operatorId}::uuid, ${row.id}::uuid, ${actor.accountId}::uuid, ${modelKey}, ${submissionId}::uuid, ${address}, ${headerName(person.name)},
            ${subject.trim()}, ${body.trim()}, ${messageIdOf(randomUUID())}, ${at}::timestamptz)
    on conflict (case_id, submission_id) do nothing returning id`
  if (kept === undefined) {
    const [first] = await tx.$queryRaw<[{ id: string }]>`select id from mail where case_id = ${row.id}::uuid and submission_id = ${submissionId}::uuid`
    return first.id
  }
  await tellMail(tx, { operatorId: row.operatorId, caseId: row.id, reference: row.reference, mailId: kept.id, actorId: actor.accountId, action: 'mail.queued', at })
  return kept.id
}

export interface MailLine {
  readonly operatorId: string
  /** `null` for an e-mail to a colleague. */
  readonly caseId: string | null
  readonly reference: string | null
  readonly mailId: string
  readonly actorId: string | null
  /** `mail.queued`, `mail.sent`, `mail.bounced`… */
  readonly action: string
  readonly at: Date
}

/** Says in the journal what became of an e-mail, and leaves word of it; its words stand in its own table. */
export async function tellMail(tx: Transaction, { operatorId, caseId, reference, mailId, actorId, action, at }: MailLine): Promise<void> {
  await writeJournal(tx, { operatorId, caseId, actorId, action, detail: { mail: mailId }, at })
  if (caseId === null) return
  await tx.$executeRaw`
    insert into outbox (operator_id, topic, payload, created_at)
    values (${operatorId}::uuid, 'mail_changed', ${JSON.stringify({ caseId, reference, mailId, action })}::jsonb, ${at}::timestamptz)`
}

/** Whether the person of a file was written to enough today; the same form sent again is not one more. */
async function enoughToday(tx: Transaction, actor: Actor, row: FileRow, submissionId: string, at: Date): Promise<boolean> {
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::integer as count from mail
    where case_id = ${row.id}::uuid and state <> 'cancelled' and submission_id is distinct from ${submissionId}::uuid
      and (queued_at at time zone ${actor.timeZone})::date = (${at}::timestamptz at time zone ${actor.timeZone})::date`
  if (count < MOST_A_DAY) return false
  const again = await tx.$queryRaw<unknown[]>`select 1 from mail where case_id = ${row.id}::uuid and submission_id = ${submissionId}::uuid`
  return again.length === 0
}

/** Puts an e-mail to the person of a file in the queue. A form sent twice is sent once. */
export async function queueMessage(actor: Actor, input: MessageInput): Promise<MessageOutcome> {
  if (!isUuid(input.submissionId) || (input.modelKey !== null && !MODEL_KEY.test(input.modelKey))) return { kind: 'invalid', fields: { body: 'required' } }
  const fields = messageProblems(input)
  const address = readAddress(input.to)
  if (address === null || Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<MessageOutcome> => {
    const row = await fileForAssignment(tx, input.reference)
    if (row === null || !can(actor, 'file.read', row)) return { kind: 'not_found' }
    if (!can(actor, 'file.record', row) || row.transferred === true) return { kind: 'not_allowed' }
    if (await enoughToday(tx, actor, row, input.submissionId, at)) return { kind: 'too_many_today', most: MOST_A_DAY }
    const mailId = await queueIn(tx, actor, row, { ...input, address })
    if (input.keepAddress) {
      const changed = await tx.$executeRaw`
        update person set email = ${address} where id = (select person_id from case_file where id = ${row.id}::uuid) and email is distinct from ${address}`
      if (changed > 0) await writeJournal(tx, { operatorId: row.operatorId, caseId: row.id, actorId: actor.accountId, action: 'person.address_kept', detail: { mail: mailId }, at })
    }
    return { kind: 'queued', mailId, to: address }
  })
}

/** Most files written to at once. */
export const MOST_FILES = 500

export type BulkOutcome =
  | { readonly reference: string; readonly kind: 'queued'; readonly mailId: string }
  | { readonly reference: string; readonly kind: 'no_address' | 'wrong_address' | 'not_found' | 'not_allowed' | 'too_many_today' | 'failed' }
  /** The file has no value for tokens of the model: nothing half-filled is sent. */
  | { readonly reference: string; readonly kind: 'missing_values'; readonly tokens: readonly string[] }

export type BulkAnswer =
  | { readonly kind: 'done'; readonly outcomes: readonly BulkOutcome[] }
  | { readonly kind: 'no_such_model' }
  | { readonly kind: 'too_many'; readonly most: number }

/**
 * Writes to the people of many files from one model, each filled with their own file. What cannot be written to one stops
 * no other; sent again with the same submission, nobody is written to twice.
 */
export async function queueMessages(
  actor: Actor,
  { references, templateId }: { readonly references: readonly string[]; readonly templateId: string },
  submissionId: string,
): Promise<BulkAnswer> {
  const model = (await usableModels(actor)).find(({ key }) => key === templateId)
  if (model === undefined || !isUuid(submissionId)) return { kind: 'no_such_model' }
  const asked = [...new Set(references)]
  if (asked.length > MOST_FILES) return { kind: 'too_many', most: MOST_FILES }
  const outcomes: BulkOutcome[] = []
  for (const reference of asked) outcomes.push(await writeToOne(actor, reference, model, submissionId))
  return { kind: 'done', outcomes }
}

async function writeToOne(actor: Actor, reference: string, model: KeptModel, submissionId: string): Promise<BulkOutcome> {
  const view = await fileView(actor, reference)
  if (view === null) return { reference, kind: 'not_found' }
  if (!view.may.record) return { reference, kind: 'not_allowed' }
  if (view.person.email === null) return { reference, kind: 'no_address' }
  const { subject, body, missing } = await draftOf(actor, view, model)
  if (missing.length > 0) return { reference, kind: 'missing_values', tokens: missing }
  const outcome = await queueMessage(actor, { reference, submissionId, modelKey: model.key, to: view.person.email, keepAddress: false, subject, body })
  switch (outcome.kind) {
    case 'queued':
      return { reference, kind: 'queued', mailId: outcome.mailId }
    case 'invalid':
      return { reference, kind: outcome.fields.to === undefined ? 'failed' : 'wrong_address' }
    default:
      return { reference, kind: outcome.kind }
  }
}
