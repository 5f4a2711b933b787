import type { Actor } from '../../access/actor.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { BulkAction, BulkLine, BulkResult } from './views.ts'

/**
 * Work done on many files: each file in a transaction of its own, so that one refusal undoes nothing of the others. The
 * run's id is the number of the form that asked for it. What is asked is written first, a line a file; a run sent twice, or
 * cut short and sent again, goes on with the lines still waiting and does none twice.
 */
export interface PlannedLine {
  readonly caseId: string
  readonly targetId?: string
  /** Given where nothing will be done: why. */
  readonly outcome?: string
}

/** Whether a run of this number is already there, the actor's own. */
export async function runExists(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select id from bulk_run where id = ${id}::uuid`
  return rows.length > 0
}

/** Writes what is asked, in the transaction that evaluated it. */
export async function startRun(tx: Transaction, actor: Actor, id: string, action: BulkAction, lines: readonly PlannedLine[]): Promise<void> {
  await tx.$executeRaw`
    insert into bulk_run (id, operator_id, account_id, action, asked)
    values (${id}::uuid, ${actor.operatorId}::uuid, ${actor.accountId}::uuid, ${action}, ${lines.length})`
  const rows = JSON.stringify(lines.map((line, position) => ({ case_id: line.caseId, target_id: line.targetId ?? null, outcome: line.outcome ?? 'waiting', position })))
  await tx.$executeRaw`
    insert into bulk_line (operator_id, run_id, case_id, position, target_id, outcome)
    select ${actor.operatorId}::uuid, ${id}::uuid, case_id, position, target_id, outcome
    from jsonb_to_recordset(${rows}::jsonb) as line(case_id uuid, target_id uuid, outcome text, position integer)`
}

export interface WaitingLine {
  readonly caseId: string
  readonly reference: string
  readonly targetId: string | null
}

export interface LineOutcome {
  /** `done`, or a code that says why not. */
  readonly outcome: string
  readonly detail?: string | null
}

async function waitingLines(actor: Actor, id: string): Promise<WaitingLine[]> {
  return inActorTransaction(actor, (tx) => tx.$queryRaw<WaitingLine[]>`
    select l.case_id as "caseId", c.reference, l.target_id as "targetId"
    from bulk_line l join bulk_run r on r.operator_id = l.operator_id and r.id = l.run_id join case_file c on c.id = l.case_id
    where l.run_id = ${id}::uuid and l.outcome = 'waiting' order by l.position`)
}

const settle = (tx: Transaction, id: string, caseId: string, { outcome, detail }: LineOutcome) =>
  tx.$executeRaw`update bulk_line set outcome = ${outcome}, detail = ${detail ?? null} where run_id = ${id}::uuid and case_id = ${caseId}::uuid`

/** Does each waiting line, held in the transaction that does it. */
export async function doLines(actor: Actor, id: string, work: (tx: Transaction, line: WaitingLine) => Promise<LineOutcome>): Promise<void> {
  for (const line of await waitingLines(actor, id)) {
    await inActorTransaction(actor, async (tx) => {
      const held = await tx.$queryRaw<{ outcome: string }[]>`
        select outcome from bulk_line where run_id = ${id}::uuid and case_id = ${line.caseId}::uuid for update`
      if (held[0]?.outcome === 'waiting') await settle(tx, id, line.caseId, await work(tx, line))
    })
  }
  await finish(actor, id)
}

/** Settles waiting lines with what a command of another room answered: it keeps its own transactions. */
export async function settleLines(actor: Actor, id: string, outcomes: ReadonlyMap<string, LineOutcome>): Promise<void> {
  const waiting = await waitingLines(actor, id)
  await inActorTransaction(actor, async (tx) => {
    for (const { caseId, reference } of waiting) {
      const answer = outcomes.get(reference)
      if (answer !== undefined) await settle(tx, id, caseId, answer)
    }
  })
  await finish(actor, id)
}

/** The references of a run's files that still wait, for a command that takes them all. */
export async function waitingReferences(actor: Actor, id: string): Promise<string[]> {
  return (await waitingLines(actor, id)).map(({ reference }) => reference)
}

async function finish(actor: Actor, id: string): Promise<void> {
  const at = await moment(actor.timeZone)
  await inActorTransaction(actor, async (tx) => {
    const ended = await tx.$queryRaw<{ action: string; asked: number }[]>`
      update bulk_run set finished_at = ${at}::timestamptz
      where id = ${id}::uuid and finished_at is null
        and not exists (select from bulk_line l where l.run_id = ${id}::uuid and l.outcome = 'waiting')
      returning action, asked`
    const run = ended[0]
    if (run === undefined) return
    const [{ done }] = await tx.$queryRaw<[{ done: number }]>`select count(*)::integer as done from bulk_line where run_id = ${id}::uuid and outcome = 'done'`
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: `bulk.${run.action}`, at, detail: { run: id, asked: run.asked, done } })
  })
}

/** What a run gave, read by whoever asked for it; `null` when there is none of theirs. */
export async function bulkResult(actor: Actor, id: string): Promise<BulkResult | null> {
  return inActorTransaction(actor, async (tx): Promise<BulkResult | null> => {
    const [run] = await tx.$queryRaw<{ action: BulkAction; asked: number; finished: boolean }[]>`
      select action, asked, finished_at is not null as finished from bulk_run where id = ${id}::uuid`
    if (run === undefined) return null
    const [{ done }] = await tx.$queryRaw<[{ done: number }]>`select count(*)::integer as done from bulk_line where run_id = ${id}::uuid and outcome = 'done'`
    const notDone = await tx.$queryRaw<BulkLine[]>`
      select c.reference, p.first_name || ' ' || p.last_name as "personName", l.outcome, l.detail
      from bulk_line l join case_file c on c.id = l.case_id join person p on p.id = c.person_id
      where l.run_id = ${id}::uuid and l.outcome <> 'done' order by l.outcome, l.position`
    return { id, ...run, done, notDone }
  })
}
