import { shippedTexts, type Texts } from '../../accord/index.ts'
import { addedTextJson, textsWith } from '../../accord/texts/added.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { FileImpact, ImpactFigures } from './file-impact.ts'
import { publishedTexts, readAddedTextOrNull } from './in-force.ts'
import { stateOf, textRows, type TextRow } from './text-rows.ts'
import type { ManagedText, MovedFile, OperatorImpact, OwnImpact, TextView } from './views.ts'
import { checkAgainstForce } from './write-text.ts'

/** Names of the platform's people, for whoever may know them. */
async function namesOf(tx: Transaction, rows: readonly TextRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.draftedBy, row.publishedBy, row.withdrawnBy]).filter((id) => id !== null))]
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`select id, display_name as name from account where id = any(${ids}::uuid[])`
  return new Map(people.map(({ id, name }) => [id, name]))
}

function viewOf(row: TextRow, rows: readonly TextRow[], names: ReadonlyMap<string, string>): TextView {
  const signed = (id: string | null, at: Date | null) => (at === null ? null : { by: names.get(id ?? '') ?? null, at })
  const later = rows.find(({ id }) => id === row.supersededBy)
  return {
    id: row.id,
    code: row.code,
    edition: row.edition,
    version: row.version,
    state: stateOf(row),
    text: row.text,
    drafted: { by: names.get(row.draftedBy) ?? null, at: row.draftedAt },
    published: signed(row.publishedBy, row.publishedAt),
    withdrawn: signed(row.withdrawnBy, row.withdrawnAt),
    reason: row.reason,
    superseded: row.supersededAt === null || later === undefined ? null : { edition: later.edition, at: row.supersededAt },
    supersedes: row.supersedes !== null,
  }
}

/** Every edition of every added text, as the platform's people read them; `null` for anyone else. */
export function managedTexts(actor: Actor): Promise<readonly TextView[] | null> {
  if (!can(actor, 'texts.manage')) return Promise.resolve(null)
  return inActorTransaction(actor, async (tx) => {
    const rows = await textRows(tx)
    const names = await namesOf(tx, rows)
    return rows.map((row) => viewOf(row, rows, names))
  })
}

interface ImpactRow {
  readonly operator: string
  readonly figures: ImpactFigures
  readonly computedAt: Date
  readonly onDay: string
  readonly version: number
}

async function impactsOf(tx: Transaction, row: TextRow): Promise<readonly OperatorImpact[]> {
  const lines = await tx.$queryRaw<ImpactRow[]>`
    select o.name as operator, i.figures, i.computed_at as "computedAt", i.on_day::text as "onDay", i.text_version as version
    from text_impact i join operator o on o.id = i.operator_id where i.text_id = ${row.id}::uuid order by o.name`
  return lines.map(({ version, ...line }) => ({ ...line, stale: version !== row.version }))
}

/**
 * One edition of a text, with its checks and what it does operator by operator, without a name; the latest where no
 * edition is asked. `null` for who does not manage texts, and where there is none.
 */
export function managedText(actor: Actor, code: string, edition: number | null = null): Promise<ManagedText | null> {
  if (!can(actor, 'texts.manage')) return Promise.resolve(null)
  return inActorTransaction(actor, async (tx) => {
    const rows = await textRows(tx, code)
    const row = edition === null ? rows[0] : rows.find((one) => one.edition === edition)
    if (row === undefined) return null
    const names = await namesOf(tx, rows)
    const text = viewOf(row, rows, names)
    const isDraft = text.state === 'draft'
    const checked = isDraft ? await checkAgainstForce(tx, addedTextJson(row.text), row.code) : null
    return {
      text,
      notices: checked?.ok === true ? checked.notices : [],
      problems: checked?.ok === false ? checked.problems : [],
      impact: await impactsOf(tx, row),
      editions: rows.filter(({ id }) => id !== row.id).map((other) => viewOf(other, rows, names)),
      may: {
        edit: isDraft,
        withdraw: isDraft,
        publish: isDraft && row.draftedBy !== actor.accountId,
        needsAnother: isDraft && row.draftedBy === actor.accountId,
        supersede: text.state === 'published' && !rows.some((other) => stateOf(other) === 'draft'),
      },
    }
  })
}

/** The texts that a draft of a code is written beside: shipped, and in force without the edition whose place it takes. */
export function textsToWriteBeside(actor: Actor, code: string | null): Promise<Texts | null> {
  if (!can(actor, 'texts.manage')) return Promise.resolve(null)
  return inActorTransaction(actor, async (tx) => textsWith(shippedTexts, (await publishedTexts(tx)).filter((text) => text.code !== code)))
}

interface OwnRow {
  readonly textId: string
  readonly code: string
  readonly content: unknown
  readonly figures: ImpactFigures
  readonly computedAt: Date
  readonly onDay: string
  readonly publishedAt: Date | null
  readonly supersededAt: Date | null
}

/** A text whose effect on the actor's files was counted, without its files. */
export type CountedText = Omit<OwnImpact, 'files'>

async function ownRows(tx: Transaction, actor: Actor): Promise<readonly (CountedText & { readonly textId: string })[]> {
  // A draft is seen through what was counted with it, which holds the text as it then stood; its withdrawal takes it away.
  const rows = await tx.$queryRaw<OwnRow[]>`
    select i.text_id as "textId", i.content->>'code' as code, i.content, i.figures, i.computed_at as "computedAt", i.on_day::text as "onDay",
           t.published_at as "publishedAt", t.superseded_at as "supersededAt"
    from text_impact i left join added_text t on t.id = i.text_id
    where i.operator_id = ${actor.operatorId}::uuid
    order by coalesce(t.published_at, i.computed_at) desc`
  const counted: (CountedText & { textId: string })[] = []
  for (const row of rows) {
    const text = readAddedTextOrNull(row.content, row.textId)
    if (text === null) continue
    const [{ total }] = await tx.$queryRaw<[{ total: number }]>`
      select count(*)::integer as total from text_impact_file f join case_file c on c.id = f.case_id
      where f.text_id = ${row.textId}::uuid and ${scopeCondition(actor, 'c', 'texts.impact')}`
    counted.push({
      textId: row.textId,
      code: row.code,
      text,
      state: stateOf({ publishedAt: row.publishedAt, withdrawnAt: null, supersededAt: row.supersededAt }),
      publishedAt: row.publishedAt,
      computedAt: row.computedAt,
      onDay: row.onDay,
      operator: { live: row.figures.live, moved: row.figures.moved },
      total,
    })
  }
  return counted
}

/** The texts whose effect was counted for the actor's operator, with how many of the actor's own files each moves. */
export function ownImpacts(actor: Actor): Promise<readonly CountedText[]> {
  if (actor.operatorId === null || !can(actor, 'texts.impact')) return Promise.resolve([])
  return inActorTransaction(actor, (tx) => ownRows(tx, actor))
}

/** Lines shown on one page. */
export const MOVED_FILES_SHOWN = 50

/** What a text does to the files that the actor may open, before and after; `null` where nothing was counted for them. */
export function ownImpact(actor: Actor, code: string, page = 1): Promise<OwnImpact | null> {
  if (actor.operatorId === null || !can(actor, 'texts.impact')) return Promise.resolve(null)
  // A page beyond any list, or none, is the first.
  const at = Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
  return inActorTransaction(actor, async (tx) => {
    const found = (await ownRows(tx, actor)).find((row) => row.code === code)
    if (found === undefined) return null
    const { textId, ...counted } = found
    const files = await tx.$queryRaw<{ reference: string; personName: string; impact: FileImpact }[]>`
      select c.reference, p.last_name || ' ' || p.first_name as "personName", f.changes as impact
      from text_impact_file f
      join case_file c on c.id = f.case_id
      join person p on p.id = c.person_id
      where f.text_id = ${textId}::uuid and ${scopeCondition(actor, 'c', 'texts.impact')}
      order by p.last_name, p.first_name, c.reference
      limit ${MOVED_FILES_SHOWN} offset ${(at - 1) * MOVED_FILES_SHOWN}`
    return { ...counted, files: files satisfies readonly MovedFile[] }
  })
}
