import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { listen, listening, presentOn, sayPresence } from './hub.ts'
import type { Present } from './presences.ts'
import type { FileChanged } from './said.ts'

/** How often a screen says that somebody is still there. */
const STILL_HERE_EVERY = 15_000

/** What a screen is told. */
export type LiveEvent =
  /** The file as it is when the screen begins to listen, or hears again. */
  | { readonly kind: 'at'; readonly version: number }
  | { readonly kind: 'changed'; readonly reference: string; readonly version: number; readonly by: string | null; readonly mine: boolean }
  /** The others on the same file. */
  | { readonly kind: 'present'; readonly people: readonly string[] }
  /** A list may have changed while nothing was heard. */
  | { readonly kind: 'again' }
  /** The file is no longer the reader's. */
  | { readonly kind: 'gone' }

export interface FollowedFile {
  readonly id: string
  readonly reference: string
  readonly version: number
}

interface FileRow extends FollowedFile {
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

/** A file that the actor may read, as it is now; `null` for any other. */
export async function fileToFollow(actor: Actor, reference: string): Promise<FollowedFile | null> {
  if (!/^RB-\d{4}-\d{5,12}$/u.test(reference)) return null
  return inActorTransaction(actor, async (tx) => {
    const [file] = await tx.$queryRaw<FileRow[]>`
      select id, reference, version, operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId"
      from case_file where reference = ${reference}`
    return file !== undefined && can(actor, 'file.read', file) ? { id: file.id, reference: file.reference, version: file.version } : null
  })
}

function concerns(actor: Actor, { operator, basin, counsellors, referents }: FileChanged): boolean {
  // As it was, or as it is: a list shows the file that leaves it.
  return counsellors.some((counsellorId, index) => can(actor, 'file.read', { operatorId: operator, basinId: basin, counsellorId, referentId: referents[index] ?? null }))
}

async function nameOf(actor: Actor, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null
  return inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ name: string }[]>`select display_name as name from account where id = ${accountId}::uuid`
    return row?.name ?? null
  })
}

function changeTold(change: FileChanged, actor: Actor, name: string | null): LiveEvent {
  return { kind: 'changed', reference: change.reference, version: change.version, by: name, mine: change.by === actor.accountId }
}

/**
 * Tells a screen of the lists' files that change: those the actor may read.
 * @returns how to stop
 */
export async function followList(actor: Actor, tell: (event: LiveEvent) => void): Promise<() => void> {
  const stop = listen({
    changed: (change) => {
      if (change === null) tell({ kind: 'again' })
      else if (concerns(actor, change)) void nameOf(actor, change.by).then((name) => tell(changeTold(change, actor, name))).catch(() => tell({ kind: 'again' }))
    },
    present: () => undefined,
  })
  await listening()
  return stop
}

/**
 * Tells a screen of one file's changes and of who else has it open, and says to the others that the actor has.
 * @param screen a number of the screen's own
 * @returns how to stop
 */
export async function followFile(actor: Actor, file: FollowedFile, screen: string, tell: (event: LiveEvent) => void): Promise<() => void> {
  const own = { file: file.id, screen, account: actor.accountId, name: actor.displayName }
  // Once the file is someone else's, who is on it is no longer told here, nor that one is.
  let theirs = true
  // One word after the other: each goes by a connection of its own, and a « here » that came after the « left » would leave
  // a ghost on the file until it is forgotten.
  let lastSaid = Promise.resolve()
  const say = (said: 'hello' | 'here' | 'left') => {
    lastSaid = lastSaid.then(() => sayPresence({ ...own, said })).catch(() => undefined)
  }
  const tellPeople = () => {
    if (!theirs) return
    const others: readonly Present[] = presentOn(file.id).filter(({ accountId }) => accountId !== actor.accountId)
    tell({ kind: 'present', people: others.map(({ name }) => name) })
  }
  const keepTheirs = (readable: boolean) => {
    if (theirs && !readable) say('left')
    theirs = readable
  }
  const look = async () => {
    const now = await fileToFollow(actor, file.reference)
    keepTheirs(now !== null)
    tell(now === null ? { kind: 'gone' } : { kind: 'at', version: now.version })
  }
  const stop = listen({
    changed: (change) => {
      if (change === null) void look().catch(() => undefined)
      else if (change.file === file.id) {
        const readable = can(actor, 'file.read', { operatorId: change.operator, basinId: change.basin, counsellorId: change.counsellors.at(-1) ?? null, referentId: change.referents.at(-1) ?? null })
        keepTheirs(readable)
        if (!readable) tell({ kind: 'gone' })
        else void nameOf(actor, change.by).then((name) => tell(changeTold(change, actor, name))).catch(() => tell({ kind: 'at', version: change.version }))
      }
    },
    present: (presence, moved) => {
      if (presence.file !== file.id) return
      if (presence.said === 'hello' && presence.screen !== screen && theirs) say('here')
      if (moved) tellPeople()
    },
  })
  try {
    await listening()
    await look()
  } catch (error) {
    stop()
    throw error
  }
  tellPeople()
  say('hello')
  const still = setInterval(() => {
    if (theirs) say('here')
    // Someone whose machine went off says nothing: who is there is looked at again.
    tellPeople()
  }, STILL_HERE_EVERY)
  return () => {
    clearInterval(still)
    stop()
    say('left')
  }
}
