import { PassThrough } from 'node:stream'
import type { Actor } from '../access/actor.ts'
import { actorOfAccount } from '../access/live-account.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import { newKey, storage, type Storage } from '../storage/index.ts'
import { Halt, MOST_ATTEMPTS, workToItsEnd, type Making } from '../storage/maker.ts'
import { meter } from '../storage/meter.ts'
import { aboutExport } from './about.ts'
import { csvWriter } from './csv.ts'
import { definitionNamed } from './definitions.ts'
import { failJob, finishJob, putBack, tellKey, tellProgress, type HeldJob, type MadeFile } from './job.ts'
import type { ExportDefinition, SheetWriter } from './sheet.ts'
import { xlsxWriter } from './xlsx.ts'

/** How often a maker that waits for the storage says that it lives. */
const BEAT_EVERY = 15_000

function writerFor(out: PassThrough, job: HeldJob, definition: ExportDefinition): Promise<SheetWriter> | SheetWriter {
  const columns = definition.columns(job.params, job.locale)
  return job.format === 'csv' ? csvWriter(out, columns, job.locale) : xlsxWriter(out, definition.title(job.locale), columns, job.locale)
}

async function write(job: HeldJob, actor: Actor, definition: ExportDefinition, key: string, kept: Storage, stopped: () => boolean): Promise<MadeFile> {
  const out = new PassThrough()
  const { through, told } = meter()
  const storing = kept.put(key, out.pipe(through))
  // Heard at the end; until then a broken storage must not end the program.
  storing.catch((error: unknown) => out.destroy(error as Error))
  out.on('error', (error) => through.destroy(error))
  // Where the storage broke before it listened, nobody else does.
  through.on('error', () => undefined)
  let rows = 0
  const go = async () => {
    if (stopped()) throw new Halt('put_back')
    if (!(await tellProgress(job, rows))) throw new Halt('lost')
  }
  const beat = setInterval(() => void tellProgress(job, rows).catch(() => undefined), BEAT_EVERY)
  try {
    const writer = await writerFor(out, job, definition)
    await definition.read(actor, job.params, job.locale, async (batch) => {
      if (out.destroyed) throw out.errored ?? new Error('the storage closed')
      await writer.rows(batch)
      rows += batch.length
      await go()
    })
    await writer.end(aboutExport(job, actor, definition, rows, await moment(actor.timeZone)))
    await storing
    return { rows, ...told() }
  } catch (error) {
    out.destroy(error as Error)
    await storing.catch(() => undefined)
    throw error
  } finally {
    clearInterval(beat)
  }
}

/**
 * Makes the file of a job that the caller holds, as its owner, with the rights they have now. It is written to the storage
 * as it is read; a job taken over from a maker that died begins again.
 * @param stopped asked between two batches
 */
export async function makeExport(job: HeldJob, stopped: () => boolean = () => false, kept: Storage = storage()): Promise<Making> {
  if (job.leftKey !== null) await kept.remove(job.leftKey)
  const actor = await actorOfAccount(job.accountId)
  const definition = definitionNamed(job.definition)
  const at = await moment(actor?.timeZone)
  const refused =
    job.attempts > MOST_ATTEMPTS ? 'gave_up'
    : definition === null ? 'unknown_definition'
    : actor === null || actor.operatorId !== job.operatorId || !can(actor, 'export.make') ? 'not_allowed'
    : null
  if (refused !== null || actor === null || definition === null) {
    await failJob(job, refused ?? 'not_allowed', at)
    return { kind: 'failed' }
  }
  const key = newKey('exports')
  if (!(await tellKey(job, key))) return { kind: 'lost' }
  return workToItsEnd(
    job.attempts,
    async () => {
      const made = await write(job, actor, definition, key, kept, stopped)
      if (!(await finishJob(job, actor, made, await moment(actor.timeZone)))) throw new Halt('lost')
    },
    { clear: () => kept.remove(key), putBack: () => putBack(job), giveUp: () => failJob(job, 'gave_up', at) },
  )
}
