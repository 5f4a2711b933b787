import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'
import { isReference } from '../reference.ts'

/** As much of a file as rights ask. */
export interface FileOf {
  readonly id: string
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  /** It went to another operator: here it is only read. */
  readonly transferred: boolean
}

/** Whether something may be added to a file, or taken from it, by someone who reads it. */
export function mayKeepIn(actor: Actor, file: FileOf): boolean {
  return !file.transferred && can(actor, 'file.record', file)
}

/** The file of a reference, for someone who may read it; `null` for anyone else. */
export async function fileOf(tx: Transaction, actor: Actor, reference: string): Promise<FileOf | null> {
  if (!isReference(reference)) return null
  const [file] = await tx.$queryRaw<FileOf[]>`
    select id, operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId",
           transferred_on is not null as transferred
    from case_file where reference = ${reference}`
  return file !== undefined && can(actor, 'file.read', file) ? file : null
}
