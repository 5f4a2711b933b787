import type { Actor } from '../../access/actor.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { readsNote, withNoteOf, type NotedFile } from '../note-readers.ts'
import { isUuid } from '../write-path.ts'
import { factLines } from './file-view.ts'

type Content = Readonly<Record<string, unknown>> | null

/**
 * What is kept beside a correction: what its form gave, but for words that whoever corrects does not read. Facts never
 * change, so that what is read here is what the correction will supersede.
 */
export async function contentOfCorrection(actor: Actor, factId: string, given: Content | undefined): Promise<Content | undefined> {
  if (given === undefined || !isUuid(factId)) return given
  return inActorTransaction(actor, async (tx) => {
    const [file] = await tx.$queryRaw<(NotedFile & { readonly id: string })[]>`
      select c.id, c.counsellor_id as "counsellorId", c.referent_id as "referentId"
      from fact f join case_file c on c.id = f.case_id where f.id = ${factId}::uuid`
    if (file === undefined) return given
    const lines = await factLines(tx, file.id)
    const line = lines.find(({ id }) => id === factId)
    if (line === undefined || line.content === null || readsNote(actor, file, line, lines)) return given
    return withNoteOf(given, line.content)
  })
}
