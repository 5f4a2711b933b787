import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { moment } from '../../clock/civil-day.ts'
import { letterheadOf } from '../../documents/letterhead.ts'
import type { Letterhead } from '../../documents/pdf/render.ts'
import { newKey, storage, type Storage } from '../../storage/index.ts'
import { asMaker, failMaking, finishMaking, MOST_ATTEMPTS, PACK_FORMATS, putBack, tellKeys, tellSteps, type HeldMaking, type MadePackFile, type PackFormat } from './making.ts'
import { packFileStem } from './numbers.ts'
import { packPdf } from './pdf/render.ts'
import { packPptx } from './pptx.ts'
import type { Step } from './steps.ts'
import { packXlsx } from './xlsx.ts'

export type PackMade =
  | { readonly kind: 'made' }
  /** Taken over by another maker, or asked for anew: nothing is left of this one. */
  | { readonly kind: 'lost' }
  /** The program stops: another maker begins again. */
  | { readonly kind: 'put_back' }
  | { readonly kind: 'failed' }
  /** Something stumbled; another maker tries once the lease has run out. */
  | { readonly kind: 'stumbled'; readonly error: unknown }

/** Ends the work from within, for a reason that is no bug. */
class Halt extends Error {
  readonly why: 'lost' | 'put_back'
  constructor(why: 'lost' | 'put_back') {
    super(why)
    this.why = why
  }
}

/** What the platform's packs wear. */
const PLAIN: Letterhead = { logo: null, accent: { stroke: '#0e5a4f', words: '#0b5247', soft: '#eaf4f0', on: '#ffffff' } }

async function bytesOf(format: PackFormat, making: HeldMaking, letterhead: Letterhead, step: Step): Promise<Buffer> {
  const { content } = making
  const fingerprint = content.number === null ? null : making.fingerprint
  switch (format) {
    case 'pdf': return (await packPdf(content, { letterhead, madeAt: making.createdAt, fingerprint, step })).bytes
    case 'pptx': return packPptx(content, { fingerprint, step })
    case 'xlsx': return packXlsx(content, { fingerprint, step })
  }
}

/**
 * Makes the three files of a pack that the caller holds, from the content of its row alone; begins again from it where a
 * maker died.
 * @param stopped asked between two parts
 */
export async function makePack(making: HeldMaking, stopped: () => boolean = () => false, kept: Storage = storage()): Promise<PackMade> {
  for (const key of making.leftKeys) await kept.remove(key)
  if (making.attempts > MOST_ATTEMPTS) {
    await failMaking(making, 'gave_up', await moment())
    return { kind: 'failed' }
  }
  const keys = new Map(PACK_FORMATS.map((format) => [format, newKey('packs')]))
  if (!(await tellKeys(making, [...keys.values()]))) return { kind: 'lost' }
  let steps = 0
  const step: Step = async () => {
    if (stopped()) throw new Halt('put_back')
    steps += 1
    if (!(await tellSteps(making, steps))) throw new Halt('lost')
    // What draws holds the thread: others have their turn between two parts.
    await new Promise((resume) => setImmediate(resume))
  }
  try {
    const { operatorId } = making
    const letterhead = operatorId === null ? PLAIN : await asMaker(operatorId, (tx) => letterheadOf(tx, operatorId))
    const files: MadePackFile[] = []
    for (const format of PACK_FORMATS) {
      const bytes = await bytesOf(format, making, letterhead, step)
      const key = keys.get(format)!
      await kept.put(key, Readable.from([bytes]))
      const stem = packFileStem(making.content.quarter.code, making.content.place, making.content.number)
      files.push({ format, key, fileName: `${stem}.${format}`, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    if (await finishMaking(making, files, await moment())) return { kind: 'made' }
    throw new Halt('lost')
  } catch (error) {
    for (const key of keys.values()) await kept.remove(key).catch(() => undefined)
    if (error instanceof Halt) {
      if (error.why === 'put_back') await putBack(making)
      return { kind: error.why }
    }
    if (making.attempts >= MOST_ATTEMPTS) await failMaking(making, 'gave_up', await moment())
    return { kind: 'stumbled', error }
  }
}
