import type { Actor } from '../../access/actor.ts'
import { scopeCondition } from '../../access/scope.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { BulkAction } from './views.ts'

/** Runs told of, the latest first. */
const MOST_RUNS = 30
/** Files told of for one run; the others are counted. */
const MOST_LINES = 50

export interface PastLine {
  readonly reference: string
  /** `null` once the file is no longer the reader's. */
  readonly personName: string | null
  readonly outcome: string
  readonly detail: string | null
}

/** Work on many files that someone asked for, found again. */
export interface PastRun {
  readonly id: string
  readonly action: BulkAction
  readonly askedAt: Date
  readonly asked: number
  readonly done: number
  readonly finished: boolean
  /** The first of the files for which nothing was done. */
  readonly notDone: readonly PastLine[]
  readonly notDoneCount: number
}

/** The work on many files of who asks, the latest first, with the files left and why. */
export async function ownBulkRuns(actor: Actor): Promise<readonly PastRun[]> {
  if (actor.operatorId === null) return []
  return inActorTransaction(actor, async (tx) => {
    const runs = await tx.$queryRaw<Omit<PastRun, 'notDone'>[]>`
      select r.id, r.action, r.started_at as "askedAt", r.asked, r.finished_at is not null as finished,
             (select count(*)::integer from bulk_line l where l.run_id = r.id and l.outcome = 'done') as done,
             (select count(*)::integer from bulk_line l where l.run_id = r.id and l.outcome <> 'done') as "notDoneCount"
      from bulk_run r where r.account_id = ${actor.accountId}::uuid order by r.started_at desc, r.id desc limit ${MOST_RUNS}`
    const lines = await tx.$queryRaw<(PastLine & { readonly runId: string })[]>`
      select l.run_id as "runId", c.reference, l.outcome, l.detail,
             case when ${scopeCondition(actor, 'c')} then p.first_name || ' ' || p.last_name end as "personName"
      from unnest(${runs.map(({ id }) => id)}::uuid[]) run(id)
      cross join lateral (select * from bulk_line l where l.run_id = run.id and l.outcome <> 'done' order by l.position limit ${MOST_LINES}) l
      join case_file c on c.id = l.case_id join person p on p.id = c.person_id order by l.position`
    return runs.map((run) => ({ ...run, notDone: lines.filter(({ runId }) => runId === run.id).map(({ runId: _, ...line }) => line) }))
  })
}
