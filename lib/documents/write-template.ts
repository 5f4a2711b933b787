import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import type { Transaction } from '../database/client.ts'
import { writeJournal } from '../database/journal.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { checkTemplate, TEMPLATE_LIMIT, type KnownTokens, type MarkupProblem } from '../templates/checked-template.ts'
import { TOKEN_NAMES } from '../templates/tokens.ts'
import { DOCUMENT_KINDS, isDocumentKind, type DocumentKindName } from './content.ts'
import { blocksOf } from './draft.ts'
import { kindOf } from './kinds/index.ts'
import { templatesInForce } from './templates-in-force.ts'

/** The tokens and parts that a kind's template may hold. */
export function knownTokens(kind: DocumentKindName): KnownTokens {
  const definition = kindOf(kind)
  return { tokens: TOKEN_NAMES, blocks: blocksOf(definition), required: definition.required }
}

export interface TemplateLine {
  readonly kind: DocumentKindName
  readonly version: number
  /** Whether the operator wrote the one in force. */
  readonly own: boolean
  readonly writtenBy: string | null
  readonly writtenAt: Date | null
}

export interface TemplateView extends TemplateLine {
  readonly body: string
  readonly ours: string
  readonly known: KnownTokens
  /** The operator's versions, the latest first; `restored`: ours put back. */
  readonly versions: readonly { readonly version: number; readonly restored: boolean; readonly writtenBy: string; readonly writtenAt: Date }[]
}

export function mayWriteTemplates(actor: Actor): actor is Actor & { readonly operatorId: string } {
  return actor.operatorId !== null && can(actor, 'templates.manage', { operatorId: actor.operatorId })
}

interface VersionRow {
  readonly kind: DocumentKindName
  readonly version: number
  readonly restored: boolean
  readonly writtenBy: string
  readonly writtenAt: Date
}

function versionsOf(tx: Transaction, operatorId: string): Promise<VersionRow[]> {
  return tx.$queryRaw<VersionRow[]>`
    select t.kind, t.version, t.body is null as restored, k.display_name as "writtenBy", t.written_at as "writtenAt"
    from document_template t join account k on k.id = t.written_by where t.operator_id = ${operatorId}::uuid order by t.kind, t.version desc`
}

/** Every kind of document with the template it is made with; `null` for who may not change them. */
export async function templateLines(actor: Actor): Promise<readonly TemplateLine[] | null> {
  if (!mayWriteTemplates(actor)) return null
  return inActorTransaction(actor, async (tx) => {
    const [inForce, versions] = [await templatesInForce(tx, actor.operatorId), await versionsOf(tx, actor.operatorId)]
    return DOCUMENT_KINDS.map((kind): TemplateLine => {
      const last = versions.find((each) => each.kind === kind)
      const { version, own } = inForce(kind)
      return { kind, version, own, writtenBy: last?.writtenBy ?? null, writtenAt: last?.writtenAt ?? null }
    })
  })
}

/** The template of a kind, to change it; `null` for who may not, or where there is no such kind. */
export async function templateView(actor: Actor, name: string): Promise<TemplateView | null> {
  if (!mayWriteTemplates(actor) || !isDocumentKind(name)) return null
  return inActorTransaction(actor, async (tx) => {
    const { version, own, body } = (await templatesInForce(tx, actor.operatorId))(name)
    const versions = (await versionsOf(tx, actor.operatorId)).filter((each) => each.kind === name)
    return { kind: name, version, own, body, ours: kindOf(name).template, known: knownTokens(name), versions, writtenBy: versions[0]?.writtenBy ?? null, writtenAt: versions[0]?.writtenAt ?? null }
  })
}

const writeSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  /** The version that was open in the editor. */
  version: z.int().min(0),
  /** `null`: ours again. */
  body: z.string().max(100_000).regex(KEPT_TEXT).nullable(),
})

function unkept(body: string | null): MarkupProblem {
  return body !== null && body.length > TEMPLATE_LIMIT ? { kind: 'too_long', most: TEMPLATE_LIMIT } : { kind: 'empty' }
}

export type WriteTemplateOutcome =
  | { readonly kind: 'written'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly MarkupProblem[] }
  | { readonly kind: 'changed_meanwhile'; readonly by: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' }

/** Keeps a new version of a template. Nothing that was issued changes; what is issued next is made with it. */
export async function writeTemplate(actor: Actor, input: z.input<typeof writeSchema>): Promise<WriteTemplateOutcome> {
  if (!mayWriteTemplates(actor)) return { kind: 'not_allowed' }
  const parsed = writeSchema.safeParse(input)
  if (!parsed.success) return parsed.error.issues[0]?.path[0] === 'body' ? { kind: 'refused', problems: [unkept(input.body)] } : { kind: 'not_found' }
  const { kind, version } = parsed.data
  const body = parsed.data.body?.replaceAll('\r\n', '\n').trimEnd() ?? null
  if (body !== null) {
    const problems = checkTemplate(body, knownTokens(kind))
    if (problems.length > 0) return { kind: 'refused', problems }
  }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<WriteTemplateOutcome> => {
    // One writer at a time for an operator: its line is held.
    await tx.$queryRaw`select id from operator where id = ${actor.operatorId}::uuid for update`
    const inForce = (await templatesInForce(tx, actor.operatorId))(kind)
    if (inForce.version !== version) {
      const last = (await versionsOf(tx, actor.operatorId)).find((each) => each.kind === kind)
      return { kind: 'changed_meanwhile', by: last?.writtenBy ?? '' }
    }
    if (body === null ? !inForce.own : inForce.body.trimEnd() === body) return { kind: 'unchanged' }
    await tx.$executeRaw`
      insert into document_template (operator_id, kind, version, body, written_by, written_at)
      values (${actor.operatorId}::uuid, ${kind}, ${version + 1}, ${body}, ${actor.accountId}::uuid, ${at}::timestamptz)`
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: body === null ? 'template.restored' : 'template.written', detail: { document: kind, version: version + 1 }, at })
    return { kind: 'written', version: version + 1 }
  })
}
