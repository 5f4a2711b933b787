import { day, type Day } from '../../accord/calendar/day.ts'
import type { Stage } from '../../accord/file/case-file.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { TransferPart } from './transfer-content.ts'
import type { TransferState } from './transfer-outcomes.ts'
import { fromIso } from '../../database/calendar-columns.ts'

/** A proposal as both operators may read it: initials, stage and days, no name. */
export interface TransferView {
  readonly id: string
  readonly state: TransferState
  /** The file moved on since: proposed again, it can be accepted. */
  readonly outdated: boolean
  readonly initials: string
  readonly stage: Stage
  readonly cspStart: Day | null
  readonly cspTerm: Day | null
  readonly facts: number
  readonly parts: readonly TransferPart[]
  readonly basin: { readonly code: string; readonly name: string }
  readonly reason: string
  readonly from: string
  readonly to: string
  readonly proposedAt: Date
  readonly settledAt: Date | null
  readonly settledBy: string | null
  readonly answer: string | null
}

export interface SentTransfer extends TransferView {
  readonly reference: string
  readonly personName: string
}

export interface ReceivedTransfer extends TransferView {
  /** The file it became here, once accepted. */
  readonly reference: string | null
}

export interface Transfers {
  readonly sent: readonly SentTransfer[]
  readonly received: readonly ReceivedTransfer[]
}

interface Summary {
  readonly initials: string
  readonly stage: Stage
  readonly cspStart: string | null
  readonly cspTerm: string | null
  readonly facts: number
  readonly parts: readonly TransferPart[]
  readonly basinName: string
  readonly basinCode: string
}

type Row = Omit<TransferView, keyof Omit<Summary, 'basinName' | 'basinCode'> | 'basin'> & { readonly summary: Summary; readonly reference: string | null; readonly personName: string | null }

function viewOf({ summary, reference: _, personName: __, ...row }: Row): TransferView {
  const { initials, stage, facts, parts, basinName, basinCode } = summary
  return { ...row, initials, stage, facts, parts, cspStart: fromIso(summary.cspStart), cspTerm: fromIso(summary.cspTerm), basin: { code: basinCode, name: basinName } }
}

/** Proposals kept in sight once settled, at most. */
const MOST = 200

/** Files offered to other operators and by them, in the actor's basins, the most recent first; `null` for who moves none. */
export async function transfers(actor: Actor): Promise<Transfers | null> {
  if (!can(actor, 'file.transfer')) return null
  const basins = [...actor.basinIds]
  return inActorTransaction(actor, async (tx) => {
    const list = (side: Prisma.Sql, reference: Prisma.Sql) => tx.$queryRaw<Row[]>`
      select t.id, t.state, t.id in (select transfers_outdated()) as outdated, t.summary, t.reason, t.from_name as "from", t.to_name as "to",
             t.proposed_at as "proposedAt", t.settled_at as "settledAt", t.settled_by_name as "settledBy", t.answer, ${reference} as reference,
             p.first_name || ' ' || p.last_name as "personName"
      from transfer t left join case_file c on c.id = t.from_case_id left join person p on p.id = c.person_id
      where ${side} = ${actor.operatorId}::uuid and t.basin_id = any(${basins}::uuid[])
      order by (t.state = 'proposed') desc, t.proposed_at desc, t.id desc limit ${MOST}`
    const sent = await list(Prisma.sql`t.from_operator_id`, Prisma.sql`t.from_reference`)
    const received = await list(Prisma.sql`t.to_operator_id`, Prisma.sql`t.to_reference`)
    return {
      sent: sent.map((row) => ({ ...viewOf(row), reference: row.reference ?? '', personName: row.personName ?? '' })),
      received: received.map((row) => ({ ...viewOf(row), reference: row.reference })),
    }
  })
}

/** Proposals that wait for the actor's answer. */
export async function waitingTransfers(tx: Transaction, actor: Actor): Promise<number> {
  if (!can(actor, 'file.transfer')) return 0
  const [row] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::integer as count from transfer
    where to_operator_id = ${actor.operatorId}::uuid and state = 'proposed' and basin_id = any(${[...actor.basinIds]}::uuid[])`
  return row.count
}

/** What a file has to do with other operators. */
export interface FileTransfers {
  /** Offered, no answer yet. */
  readonly offeredTo: string | null
  /** Gone there: here it is only read. */
  readonly wentTo: { readonly operator: string; readonly on: Day } | null
  /** Received from there. */
  readonly cameFrom: { readonly operator: string; readonly reference: string } | null
}

/** The same for one file of the asking operator. */
export async function transfersOfFile(tx: Transaction, caseId: string): Promise<FileTransfers> {
  const rows = await tx.$queryRaw<{ state: TransferState; from: string; to: string; reference: string; here: 'from' | 'to'; on: string | null }[]>`
    select t.state, t.from_name as "from", t.to_name as "to", t.from_reference as reference, case when t.from_case_id = ${caseId}::uuid then 'from' else 'to' end as here,
           c.transferred_on::text as "on"
    from transfer t left join case_file c on c.id = t.from_case_id
    where (t.from_case_id = ${caseId}::uuid and t.state in ('proposed', 'accepted')) or t.to_case_id = ${caseId}::uuid`
  const sent = rows.filter(({ here }) => here === 'from')
  const went = sent.find(({ state }) => state === 'accepted')
  const came = rows.find(({ here }) => here === 'to')
  return {
    offeredTo: sent.find(({ state }) => state === 'proposed')?.to ?? null,
    wentTo: went === undefined || went.on === null ? null : { operator: went.to, on: day(went.on) },
    cameFrom: came === undefined ? null : { operator: came.from, reference: came.reference },
  }
}
