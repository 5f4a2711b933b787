import { day } from '../accord/calendar/day.ts'
import type { FactKind } from '../accord/file/facts.ts'
import { Prisma } from '../database/generated/client.ts'
import type { Transaction } from '../database/client.ts'
import type { DocumentKindName, IssuedContent } from './content.ts'
import type { IssuedDocument } from './views.ts'

interface Row {
  readonly id: string
  readonly number: string
  readonly kind: DocumentKindName
  readonly aboutId: string | null
  readonly aboutKind: FactKind | null
  readonly aboutOn: string | null
  readonly issuedOn: string
  readonly issuedAt: Date
  readonly issuedBy: string
  readonly pages: number
  readonly fingerprint: string
  readonly supersedes: string | null
  readonly supersededBy: string | null
  readonly reason: string | null
  readonly fileVersion: number
  readonly draftDigest: string
}

/** An issued document, and what was said in it when it was drafted. */
export interface KeptDocument extends IssuedDocument {
  readonly draftDigest: string
}

const columns = Prisma.sql`
  d.id, d.number, d.kind, d.about_fact as "aboutId", f.kind as "aboutKind", f.on_day::text as "aboutOn", d.issued_on::text as "issuedOn",
  d.issued_at as "issuedAt", k.display_name as "issuedBy", d.pages, d.fingerprint, before.number as supersedes, after.number as "supersededBy",
  d.reason, d.file_version as "fileVersion", d.draft_digest as "draftDigest"`
const joins = Prisma.sql`
  join account k on k.id = d.issued_by
  left join fact f on f.id = d.about_fact
  left join document before on before.id = d.supersedes
  left join document after on after.supersedes = d.id`

function kept({ aboutId, aboutKind, aboutOn, issuedOn, ...row }: Row): KeptDocument {
  return { ...row, issuedOn: day(issuedOn), about: aboutId === null ? null : { id: aboutId, kind: aboutKind!, on: day(aboutOn!) } }
}

/** Every document issued from a file, the latest first. */
export async function issuedFrom(tx: Transaction, caseId: string): Promise<readonly KeptDocument[]> {
  const rows = await tx.$queryRaw<Row[]>`select ${columns} from document d ${joins} where d.case_id = ${caseId}::uuid order by d.issued_at desc, d.number desc`
  return rows.map(kept)
}

/** One of them, with what it said. */
export async function issuedByNumber(tx: Transaction, caseId: string, number: string): Promise<{ document: KeptDocument; content: IssuedContent } | null> {
  const [row] = await tx.$queryRaw<(Row & { content: IssuedContent })[]>`
    select ${columns}, d.content from document d ${joins} where d.case_id = ${caseId}::uuid and d.number = ${number}`
  if (row === undefined) return null
  const { content, ...rest } = row
  return { document: kept(rest), content }
}

/** The one in force of a kind and a fact: the one that none took the place of. */
export function inForce(documents: readonly KeptDocument[], kind: DocumentKindName, aboutId: string | null): KeptDocument | null {
  return documents.find((each) => each.kind === kind && (each.about?.id ?? null) === aboutId && each.supersededBy === null) ?? null
}
