import type { Transaction } from '../database/client.ts'
import type { DocumentKindName } from './content.ts'
import { kindOf } from './kinds/index.ts'

export interface TemplateInForce {
  /** 0: ours, that nobody changed. */
  readonly version: number
  readonly body: string
  /** Whether the operator wrote it. */
  readonly own: boolean
}

interface Row {
  readonly kind: string
  readonly version: number
  readonly body: string | null
}

/** The templates an operator prints with, by kind; where it wrote none, or put ours back, ours. */
export async function templatesInForce(tx: Transaction, operatorId: string): Promise<(kind: DocumentKindName) => TemplateInForce> {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (kind) kind, version, body from document_template where operator_id = ${operatorId}::uuid order by kind, version desc`
  return (kind) => {
    const row = rows.find((each) => each.kind === kind)
    return { version: row?.version ?? 0, body: row?.body ?? kindOf(kind).template, own: row !== undefined && row.body !== null }
  }
}
