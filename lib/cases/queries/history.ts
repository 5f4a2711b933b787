import { day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { journalBreaks } from '../../database/journal.ts'
import { chainOf } from '../../database/journal-hash.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { StoredKind } from '../outcomes.ts'
import { isReference } from '../reference.ts'
import type { AssignmentView, History } from '../views/file.ts'
import { tellRead } from './file-view.ts'

interface EntryRow {
  readonly at: Date
  readonly action: string
  readonly who: string | null
  readonly factId: string | null
  readonly factKind: StoredKind | null
  readonly factOn: string | null
  readonly reason: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly position: bigint
  readonly hash: string
}

interface FileHead {
  readonly id: string
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly personName: string
}

/**
 * Who did what to a file, in order, with its assignments and a check of its chain; that it was read is journaled too. `null` when the file
 * is not the actor's to see.
 */
export async function history(actor: Actor, reference: string): Promise<History | null> {
  if (!isReference(reference)) return null
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx) => {
    const [head] = await tx.$queryRaw<FileHead[]>`
      select c.id, c.operator_id as "operatorId", c.basin_id as "basinId", c.counsellor_id as "counsellorId", c.referent_id as "referentId",
             p.first_name || ' ' || p.last_name as "personName"
      from case_file c join person p on p.id = c.person_id where c.reference = ${reference}`
    if (head === undefined || !can(actor, 'file.read', head)) return null
    const chain = chainOf(head.operatorId, head.id)
    const entries = await tx.$queryRaw<EntryRow[]>`
      select e.at, e.action, k.display_name as who, e.fact_id as "factId", f.kind as "factKind", f.on_day::text as "factOn", f.reason,
             d.detail, e.position, left(encode(e.hash, 'hex'), 12) as hash
      from journal_entry e
      left join journal_detail d on d.entry_id = e.id
      left join account k on k.id = e.actor_id
      left join fact f on f.id = e.fact_id
      where e.chain = ${chain} order by e.position`
    const assignments = await tx.$queryRaw<AssignmentView[]>`
      select a.assigned_at as at, k.display_name as counsellor, r.display_name as referent, w.display_name as by, a.reason
      from assignment a
      join account k on k.id = a.counsellor_id
      left join account r on r.id = a.referent_id
      join account w on w.id = a.assigned_by
      where a.case_id = ${head.id}::uuid order by a.assigned_at, a.id`
    const breaks = await journalBreaks(tx, chain)
    await tellRead(tx, head, actor, today, at)
    return {
      reference,
      personName: head.personName,
      entries: entries.map((entry) => ({
        ...entry,
        factOn: entry.factOn === null ? null : day(entry.factOn),
        detail: entry.detail ?? {},
        position: Number(entry.position),
      })),
      assignments,
      chain: { verified: breaks.length === 0, length: entries.length, breaks: breaks.map((fault) => `${fault.position}: ${fault.fault}`) },
    }
  })
}
