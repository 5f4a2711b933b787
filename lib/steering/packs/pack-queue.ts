import { operatorsToVisit } from '../../database/transactions.ts'
import { storage, type Storage } from '../../storage/index.ts'
import { makePack } from './make-pack.ts'
import { asMaker, takeMaking } from './making.ts'

interface OldFile {
  readonly id: string
  readonly storageKey: string
}

/** Takes away the files of drafts that later ones replaced, and what cancelled makings left. */
async function takeAway(operatorId: string | null, kept: Storage): Promise<number> {
  const old = await asMaker(operatorId, (tx) => tx.$queryRaw<OldFile[]>`
    select f.id, f.storage_key as "storageKey" from pack_file f
    where f.operator_id is not distinct from ${operatorId}::uuid and not f.issued
      and exists (select from pack_file later where later.pack_id = f.pack_id and later.making_id <> f.making_id and later.made_at >= f.made_at and later.id > f.id)
    order by f.made_at limit 300`)
  for (const { id, storageKey } of old) {
    // The file first: cut short in between, it is done again.
    await kept.remove(storageKey)
    await asMaker(operatorId, (tx) => tx.$executeRaw`delete from pack_file where id = ${id}::uuid and not issued`)
  }
  const left = await asMaker(operatorId, (tx) => tx.$queryRaw<{ id: string; keys: string[] }[]>`
    select id, left_keys as keys from pack_making
    where operator_id is not distinct from ${operatorId}::uuid and state in ('cancelled', 'failed') and left_keys <> '{}' order by created_at limit 300`)
  for (const { id, keys } of left) {
    for (const key of keys) await kept.remove(key)
    await asMaker(operatorId, (tx) => tx.$executeRaw`update pack_making set left_keys = '{}' where id = ${id}::uuid`)
  }
  return old.length + left.length
}

/**
 * Makes the files of the packs that wait, operator by operator, then the platform's.
 * @returns how many were made or taken away
 */
export async function workPacks(stopped: () => boolean = () => false, kept: Storage = storage()): Promise<number> {
  let done = 0
  const errors: unknown[] = []
  for (const operatorId of [...(await operatorsToVisit()).map(({ id }) => id), null]) {
    while (!stopped()) {
      const making = await asMaker(operatorId, (tx) => takeMaking(tx, operatorId))
      if (making === null) break
      const made = await makePack(making, stopped, kept)
      if (made.kind === 'stumbled') errors.push(made.error)
      done += 1
    }
    done += await takeAway(operatorId, kept)
  }
  // The next attempts go on by themselves; the log must know.
  if (errors.length > 0) throw new AggregateError(errors, 'a pack stumbled')
  return done
}

export const packQueue = { name: 'packs', work: (stopped: () => boolean) => workPacks(stopped) }
