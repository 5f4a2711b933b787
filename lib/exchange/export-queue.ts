import { moment } from '../clock/civil-day.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { storage, type Storage } from '../storage/index.ts'
import { journalExport, KEPT_DAYS, takeJob } from './job.ts'
import { makeExport } from './make-export.ts'

/** How long the line of an export whose file is gone is still shown. */
const TOLD_DAYS = 30

interface LeftFile {
  readonly id: string
  readonly accountId: string
  readonly storageKey: string
  readonly state: string
}

/** Takes away the files whose week has passed, and those of exports cancelled or failed; then lines grown old. */
async function takeAway(operatorId: string, at: Date, kept: Storage): Promise<number> {
  const left = await inSystemTransaction(operatorId, (tx) => tx.$queryRaw<LeftFile[]>`
    select id, account_id as "accountId", storage_key as "storageKey", state from export_job
    where storage_key is not null and (state in ('cancelled', 'failed') or (state = 'done' and expires_at <= ${at}::timestamptz))
    order by created_at limit 500`)
  for (const { id, accountId, storageKey, state } of left) {
    // The file first: cut short in between, it is done again.
    await kept.remove(storageKey)
    await inSystemTransaction(operatorId, async (tx) => {
      const gone = await tx.$executeRaw`
        update export_job set storage_key = null, state = case when state = 'done' then 'expired' else state end
        where id = ${id}::uuid and storage_key = ${storageKey}`
      if (gone === 1 && state === 'done') await journalExport(tx, { id, operatorId }, 'expired', accountId, at)
    })
  }
  const old = await inSystemTransaction(operatorId, (tx) => tx.$executeRaw`
    delete from export_job where storage_key is null and finished_at < ${at}::timestamptz - make_interval(days => ${KEPT_DAYS + TOLD_DAYS})`)
  return left.length + old
}

/**
 * Makes the exports that wait, and takes away those whose week has passed.
 * @returns how many of both
 */
export async function workExports(stopped: () => boolean = () => false, kept: Storage = storage()): Promise<number> {
  let done = 0
  const errors: unknown[] = []
  for (const operator of await operatorsToVisit()) {
    done += await takeAway(operator.id, await moment(operator.timeZone), kept)
    while (!stopped()) {
      const job = await inSystemTransaction(operator.id, (tx) => takeJob(tx))
      if (job === null) break
      const making = await makeExport(job, stopped, kept)
      if (making.kind === 'stumbled') errors.push(making.error)
      done += 1
    }
  }
  // The next attempts go on by themselves; the log must know.
  if (errors.length > 0) throw new AggregateError(errors, 'an export stumbled')
  return done
}

export const exportQueue = { name: 'exports', work: (stopped: () => boolean) => workExports(stopped) }
