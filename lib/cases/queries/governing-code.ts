import { day } from '../../accord/calendar/day.ts'
import type { EntryPath } from '../../accord/file/frame.ts'
import type { GoverningText } from '../../accord/file/case-file.ts'
import { selectText } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { isReference } from '../reference.ts'
import { textsInForce } from '../texts/in-force.ts'

interface CodeRow {
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly regimeCode: string | null
  readonly engagedOn: string | null
  readonly entryPath: EntryPath | null
}

export type CitedText = Pick<GoverningText, 'code' | 'articles'>

/**
 * The text that governs a file, for the articles its answers cite: its code, and the articles of the texts that
 * administrators added to it. No code where none governs, or the file is not theirs.
 */
export function citedTextOf(actor: Actor, reference: string): Promise<CitedText> {
  if (!isReference(reference)) return Promise.resolve({ code: null })
  return inActorTransaction(actor, async (tx): Promise<CitedText> => {
    const [row] = await tx.$queryRaw<CodeRow[]>`
      select operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId", regime_code as "regimeCode",
             engaged_on::text as "engagedOn", entry_path as "entryPath"
      from case_file where reference = ${reference}`
    if (row === undefined || !can(actor, 'file.read', row) || row.regimeCode === null) return { code: null }
    if (row.engagedOn === null || row.entryPath === null) return { code: row.regimeCode }
    const selection = selectText(await textsInForce(tx), day(row.engagedOn), row.entryPath, row.regimeCode)
    return selection.kind === 'governed' ? { code: row.regimeCode, articles: selection.governing.articles } : { code: row.regimeCode }
  })
}
