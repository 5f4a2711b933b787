import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { isReference } from '../reference.ts'

interface CodeRow {
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly regimeCode: string | null
}

/** The code of the text that governs a file, for the articles its answers cite; `null` where none does or the file is not theirs. */
export function governingCodeOf(actor: Actor, reference: string): Promise<string | null> {
  if (!isReference(reference)) return Promise.resolve(null)
  return inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<CodeRow[]>`
      select operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId", regime_code as "regimeCode"
      from case_file where reference = ${reference}`
    return row !== undefined && can(actor, 'file.read', row) ? row.regimeCode : null
  })
}
