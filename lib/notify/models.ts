// The models of e-mail of an operator: those that come with the code, worded over or retired, and its own.
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { writeJournal } from '../database/journal.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { templateProblems, type TemplateProblem } from '../templates/template.ts'
import { TOKEN_NAMES } from '../templates/tokens.ts'
import { isHeaderLine } from './address.ts'
import { SHIPPED_MODELS, type MailModel } from './shipped-templates.ts'

export interface KeptModel extends MailModel {
  /** 0: as it came with the code. */
  readonly version: number
  readonly retired: boolean
  /** Whether it came with the code, whatever was made of it since. */
  readonly shipped: boolean
  readonly editedBy: string | null
  readonly editedAt: Date | null
}

interface ModelRow extends MailModel {
  readonly version: number
  readonly retired: boolean
  readonly editedBy: string
  readonly editedAt: Date
}

async function modelsOf(tx: Transaction): Promise<readonly KeptModel[]> {
  const rows = await tx.$queryRaw<ModelRow[]>`
    select m.key, m.name, m.subject, m.body, m.version, m.retired, k.display_name as "editedBy", m.edited_at as "editedAt"
    from mail_template m join account k on k.id = m.edited_by order by m.key`
  const own = new Map(rows.map((row) => [row.key, row]))
  const shipped = SHIPPED_MODELS.map((model): KeptModel => {
    const row = own.get(model.key)
    own.delete(model.key)
    return { ...model, version: 0, retired: false, editedBy: null, editedAt: null, ...row, shipped: true }
  })
  return [...shipped, ...[...own.values()].map((row) => ({ ...row, shipped: false }))]
}

/** Every model of the actor's operator, the retired last; `null` for who manages none. */
export async function mailModels(actor: Actor): Promise<readonly KeptModel[] | null> {
  if (!can(actor, 'templates.manage') || actor.operatorId === null) return null
  const models = await inActorTransaction(actor, modelsOf)
  return models.toSorted((a, b) => Number(a.retired) - Number(b.retired))
}

/** The models that may be sent, for whoever writes to people. */
export async function usableModels(actor: Actor): Promise<readonly KeptModel[]> {
  if (actor.operatorId === null) return []
  return (await inActorTransaction(actor, modelsOf)).filter(({ retired }) => !retired)
}

const modelSchema = z.strictObject({
  /** Left out: a new model. */
  key: z.string().nullable(),
  /** The version the form was opened on. */
  version: z.number().int().min(0),
  name: z.string().trim().min(1, 'required').max(200, 'too_long').refine(isHeaderLine, 'not_text'),
  subject: z.string().trim().min(1, 'required').max(200, 'too_long').refine(isHeaderLine, 'not_text'),
  body: z.string().trim().min(1, 'required').max(10_000, 'too_long').regex(KEPT_TEXT, 'not_text'),
  retired: z.boolean(),
})
export type MailModelInput = z.input<typeof modelSchema>

export type ModelField = 'name' | 'subject' | 'body'
export type ModelProblem = { readonly kind: 'required' | 'too_long' | 'not_text' } | TemplateProblem

export type ModelOutcome =
  | { readonly kind: 'kept'; readonly key: string }
  | { readonly kind: 'invalid'; readonly fields: Readonly<Partial<Record<ModelField, ModelProblem>>> }
  /** A colleague worded it meanwhile. */
  | { readonly kind: 'changed_meanwhile'; readonly by: string }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_allowed' }

const CODES = ['required', 'too_long', 'not_text'] as const

function problemsOf(error: z.ZodError): Partial<Record<ModelField, ModelProblem>> {
  const fields: Partial<Record<ModelField, ModelProblem>> = {}
  for (const issue of error.issues) {
    const field = (['name', 'subject', 'body'] as const).find((name) => name === issue.path[0])
    if (field !== undefined) fields[field] ??= { kind: CODES.find((code) => code === issue.message) ?? 'required' }
  }
  return fields
}

function keyFrom(name: string, taken: readonly string[]): string {
  const base = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^_+|_+$/gu, '').slice(0, 50) || 'modele'
  if (!taken.includes(base)) return base
  let next = 2
  while (taken.includes(`${base}_${next}`)) next += 1
  return `${base}_${next}`
}

/**
 * Words a model, adds one or retires one. Refuses a token that does not exist, naming the nearest, and a subject that a
 * header could not carry.
 */
export async function saveMailModel(actor: Actor, input: MailModelInput): Promise<ModelOutcome> {
  if (!can(actor, 'templates.manage') || actor.operatorId === null) return { kind: 'not_allowed' }
  const parsed = modelSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: problemsOf(parsed.error) }
  const asked = parsed.data
  const [subjectProblem] = templateProblems(asked.subject, TOKEN_NAMES)
  const [bodyProblem] = templateProblems(asked.body, TOKEN_NAMES)
  if (subjectProblem !== undefined || bodyProblem !== undefined) {
    return { kind: 'invalid', fields: { ...(subjectProblem === undefined ? {} : { subject: subjectProblem }), ...(bodyProblem === undefined ? {} : { body: bodyProblem }) } }
  }
  const operatorId = actor.operatorId
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<ModelOutcome> => {
    // One wording at a time: the second is told of the first.
    await tx.$queryRaw`select id from operator where id = ${operatorId}::uuid for update`
    const models = await modelsOf(tx)
    const before = asked.key === null ? null : (models.find(({ key }) => key === asked.key) ?? null)
    if (asked.key !== null && before === null) return { kind: 'not_found' }
    if (before !== null && before.version !== asked.version) return { kind: 'changed_meanwhile', by: before.editedBy ?? '' }
    const key = asked.key ?? keyFrom(asked.name, models.map((model) => model.key))
    const version = (before?.version ?? 0) + 1
    await tx.$executeRaw`
      insert into mail_template (operator_id, key, name, subject, body, version, retired, edited_by, edited_at)
      values (${operatorId}::uuid, ${key}, ${asked.name}, ${asked.subject}, ${asked.body}, ${version}, ${asked.retired}, ${actor.accountId}::uuid, ${at}::timestamptz)
      on conflict (operator_id, key) do update set name = excluded.name, subject = excluded.subject, body = excluded.body,
        version = excluded.version, retired = excluded.retired, edited_by = excluded.edited_by, edited_at = excluded.edited_at`
    await writeJournal(tx, { operatorId, actorId: actor.accountId, action: 'mail_template.kept', detail: { key, version, subject: asked.subject, body: asked.body, retired: asked.retired }, at })
    return { kind: 'kept', key }
  })
}
