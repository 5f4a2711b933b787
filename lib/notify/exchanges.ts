// What passed between the person and those who follow them, as one stream: contacts, follow-ups, e-mails.
import type { Actor } from '../access/actor.ts'
import { fileView } from '../cases/queries/file-view.ts'
import type { FactView, FileView } from '../cases/views/file.ts'
import { civilTimeOf } from '../agenda/civil-time.ts'
import type { Day } from '../accord/calendar/day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { mailOfFile, type MailView } from './mailbox.ts'

export const EXCHANGE_KINDS = ['contacts', 'follow_ups', 'mail'] as const

export type Exchange =
  | { readonly of: 'contacts' | 'follow_ups'; readonly on: Day; readonly fact: FactView }
  | { readonly of: 'mail'; readonly on: Day; readonly mail: MailView }

export interface Exchanges {
  readonly view: FileView
  readonly exchanges: readonly Exchange[]
}

const kindOf = (fact: FactView): 'contacts' | 'follow_ups' | null => (fact.kind === 'contact_held' ? 'contacts' : fact.kind === 'follow_up_held' ? 'follow_ups' : null)

/** The exchanges of a file, the latest first; `null` when the file is not the actor's to see. That it was read is journaled. */
export async function exchanges(actor: Actor, reference: string): Promise<Exchanges | null> {
  const view = await fileView(actor, reference)
  if (view === null) return null
  const mail = await inActorTransaction(actor, (tx) => mailOfFile(tx, view.id))
  const held = view.facts.flatMap((fact): Exchange[] => {
    const of = kindOf(fact)
    return of === null || fact.supersededBy !== null ? [] : [{ of, on: fact.on, fact }]
  })
  const written = mail.map((one): Exchange => ({ of: 'mail', on: civilTimeOf(one.queuedAt, actor.timeZone).day, mail: one }))
  const at = (one: Exchange) => (one.of === 'mail' ? one.mail.queuedAt : one.fact.recordedAt).getTime()
  return { view, exchanges: [...held, ...written].sort((a, b) => b.on - a.on || at(b) - at(a)) }
}
