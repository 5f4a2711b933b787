import type { AddedText } from '../../accord/texts/added.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { readAddedText, readAddedTextOrNull } from './in-force.ts'
import type { TextState } from './views.ts'

/** A line of the table of added texts. */
export interface TextRow {
  readonly id: string
  readonly code: string
  readonly edition: number
  readonly version: number
  readonly text: AddedText
  readonly draftedBy: string
  readonly draftedAt: Date
  readonly publishedBy: string | null
  readonly publishedAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnAt: Date | null
  readonly reason: string | null
  readonly supersedes: string | null
  readonly supersededBy: string | null
  readonly supersededAt: Date | null
}

type StoredRow = Omit<TextRow, 'text'> & { readonly content: unknown }

const columns = Prisma.sql`
  t.id, t.code, t.edition, t.version, t.content, t.drafted_by as "draftedBy", t.drafted_at as "draftedAt", t.published_by as "publishedBy",
  t.published_at as "publishedAt", t.withdrawn_by as "withdrawnBy", t.withdrawn_at as "withdrawnAt", t.reason, t.supersedes,
  t.superseded_by as "supersededBy", t.superseded_at as "supersededAt"`

const CODE = /^[A-Z][A-Z0-9-]{0,11}$/u

function rowOf({ content, ...row }: StoredRow): TextRow {
  return { ...row, text: readAddedText(content, row.id) }
}

/** As `rowOf`; one that the law does not rest on and that cannot be read is left out, so that the others are still shown. */
function shownOf({ content, ...row }: StoredRow): readonly TextRow[] {
  if (stateOf(row) === 'published') return [rowOf({ content, ...row })]
  const text = readAddedTextOrNull(content, row.id)
  return text === null ? [] : [{ ...row, text }]
}

/** Every edition of every text that the transaction may see, or of one code, the latest edition first. */
export async function textRows(tx: Transaction, code: string | null = null): Promise<readonly TextRow[]> {
  if (code !== null && !CODE.test(code)) return []
  const rows = await tx.$queryRaw<StoredRow[]>`
    select ${columns} from added_text t where ${code}::text is null or t.code = ${code} order by t.code, t.edition desc`
  return rows.flatMap(shownOf)
}

/** Holds the draft of a code; `null` when there is none. */
export async function lockDraft(tx: Transaction, code: string): Promise<TextRow | null> {
  if (!CODE.test(code)) return null
  const rows = await tx.$queryRaw<StoredRow[]>`
    select ${columns} from added_text t where t.code = ${code} and t.published_at is null and t.withdrawn_at is null for update`
  return rows[0] === undefined ? null : rowOf(rows[0])
}

/** Where a text stands. */
export function stateOf(row: Pick<TextRow, 'publishedAt' | 'withdrawnAt' | 'supersededAt'>): TextState {
  if (row.supersededAt !== null) return 'superseded'
  if (row.publishedAt !== null) return 'published'
  return row.withdrawnAt === null ? 'draft' : 'withdrawn'
}
