// The rows of pack_making: how one is taken, kept alive, ended. One maker at a time holds a lease; a maker who dies lets it
// run out, and the next begins again from the content, which is in the row.
import type { Json } from '../../database/journal-hash.ts'
import { writeJournal } from '../../database/journal.ts'
import type { Transaction } from '../../database/client.ts'
import { inSystemTransaction, withoutActor } from '../../database/transactions.ts'
import { LEASE_SECONDS } from '../../storage/maker.ts'
import type { PackContent } from './content.ts'
import { STEPS_OF_A_PACK } from './steps.ts'

export const PACK_FORMATS = ['pdf', 'pptx', 'xlsx'] as const
export type PackFormat = (typeof PACK_FORMATS)[number]

export const MAKING_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type MakingState = (typeof MAKING_STATES)[number]

export interface HeldMaking {
  readonly id: string
  /** `null`: the platform's. */
  readonly operatorId: string | null
  readonly packId: string
  readonly issued: boolean
  readonly content: PackContent
  readonly fingerprint: string
  readonly attempts: number
  readonly lease: string
  readonly askedBy: string
  readonly createdAt: Date
  /** What makers before left, to take away first. */
  readonly leftKeys: readonly string[]
}

/** Runs the work of a maker, who is nobody: for an operator, or for the platform. */
export function asMaker<T>(operatorId: string | null, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return operatorId === null ? withoutActor(work) : inSystemTransaction(operatorId, work)
}

/** Asks for the files of a pack. Those under way are stopped: they are of what it said before. */
export async function askForFiles(tx: Transaction, asked: { readonly operatorId: string | null; readonly packId: string; readonly version: number; readonly content: PackContent; readonly fingerprint: string; readonly by: string; readonly at: Date }): Promise<string> {
  const { operatorId, packId, version, content, fingerprint, by, at } = asked
  await tx.$executeRaw`
    update pack_making set state = 'cancelled', lease = null, lease_until = null, finished_at = ${at}::timestamptz
    where pack_id = ${packId}::uuid and state in ('waiting', 'running')`
  const [row] = await tx.$queryRaw<[{ id: string }]>`
    insert into pack_making (operator_id, pack_id, pack_version, issued, content, fingerprint, state, steps_total, left_keys, asked_by, created_at)
    values (${operatorId}::uuid, ${packId}::uuid, ${version}, ${content.number !== null}, ${JSON.stringify(content)}::jsonb, ${fingerprint}, 'waiting', ${STEPS_OF_A_PACK}, '{}', ${by}::uuid, ${at}::timestamptz)
    returning id`
  return row.id
}

/** Takes the making that waits for the longest, or whose maker is gone; two makers take different ones. */
export async function takeMaking(tx: Transaction, operatorId: string | null): Promise<HeldMaking | null> {
  const [making] = await tx.$queryRaw<HeldMaking[]>`
    update pack_making set state = 'running', steps_done = 0, attempts = attempts + 1, lease = gen_random_uuid(),
                           lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (select id from pack_making
                where operator_id is not distinct from ${operatorId}::uuid and (state = 'waiting' or (state = 'running' and lease_until < now()))
                order by created_at, id for update skip locked limit 1)
    returning id, operator_id as "operatorId", pack_id as "packId", issued, content, fingerprint, attempts, lease, asked_by as "askedBy", created_at as "createdAt", left_keys as "leftKeys"`
  return making ?? null
}

type Held = Pick<HeldMaking, 'id' | 'operatorId' | 'lease'>

/** Says which keys the maker writes to, before the first byte. @returns whether the making is still the maker's */
export function tellKeys(making: Held, keys: readonly string[]): Promise<boolean> {
  return asMaker(making.operatorId, async (tx) => (await tx.$executeRaw`update pack_making set left_keys = ${[...keys]}::text[] where id = ${making.id}::uuid and lease = ${making.lease}::uuid`) === 1)
}

/** Says how far the maker is, and that it lives. @returns whether the making is still the maker's */
export function tellSteps(making: Held, steps: number): Promise<boolean> {
  return asMaker(making.operatorId, async (tx) => (await tx.$executeRaw`
    update pack_making set steps_done = least(${steps}, steps_total), lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${making.id}::uuid and lease = ${making.lease}::uuid`) === 1)
}

/** Lets go of a making that another maker is to begin again, at once. */
export async function putBack(making: Held): Promise<void> {
  await asMaker(making.operatorId, (tx) => tx.$executeRaw`
    update pack_making set state = 'waiting', lease = null, lease_until = null, attempts = greatest(0, attempts - 1)
    where id = ${making.id}::uuid and lease = ${making.lease}::uuid`)
}

/** What happens to a pack goes to its operator's chain, or to the platform's. */
export async function journalPack(tx: Transaction, pack: { readonly id: string; readonly operatorId: string | null }, action: string, actorId: string | null, at: Date, detail: { readonly [key: string]: Json } = {}): Promise<void> {
  await writeJournal(tx, { operatorId: pack.operatorId, actorId, action: `pack.${action}`, at, detail: { pack: pack.id, ...detail } })
}

/** Ends a making that nobody can do. */
export async function failMaking(making: Held & Pick<HeldMaking, 'packId' | 'askedBy'>, error: string, at: Date): Promise<void> {
  await asMaker(making.operatorId, async (tx) => {
    const ended = await tx.$executeRaw`
      update pack_making set state = 'failed', error = ${error}, lease = null, lease_until = null, finished_at = ${at}::timestamptz
      where id = ${making.id}::uuid and lease = ${making.lease}::uuid`
    if (ended === 1) await journalPack(tx, { id: making.packId, operatorId: making.operatorId }, 'files_failed', making.askedBy, at, { error })
  })
}

export interface MadePackFile {
  readonly format: PackFormat
  readonly fileName: string
  readonly key: string
  readonly size: number
  readonly sha256: string
}

/** Ends a making whose three files are kept. @returns false where it is no longer the maker's */
export function finishMaking(making: Held & Pick<HeldMaking, 'packId' | 'askedBy' | 'issued'>, files: readonly MadePackFile[], at: Date): Promise<boolean> {
  return asMaker(making.operatorId, async (tx) => {
    const ended = await tx.$executeRaw`
      update pack_making set state = 'done', steps_done = steps_total, left_keys = '{}', lease = null, lease_until = null, finished_at = ${at}::timestamptz
      where id = ${making.id}::uuid and lease = ${making.lease}::uuid`
    if (ended !== 1) return false
    for (const { format, fileName, key, size, sha256 } of files) {
      await tx.$executeRaw`
        insert into pack_file (operator_id, pack_id, making_id, issued, format, file_name, storage_key, size, sha256, made_at)
        values (${making.operatorId}::uuid, ${making.packId}::uuid, ${making.id}::uuid, ${making.issued}, ${format}, ${fileName}, ${key}, ${size}, ${sha256}, ${at}::timestamptz)`
    }
    await journalPack(tx, { id: making.packId, operatorId: making.operatorId }, 'files_made', making.askedBy, at, { issued: making.issued, files: files.map(({ format, sha256 }) => ({ format, sha256 })) })
    return true
  })
}
