import { Readable } from 'node:stream'
import { moment } from '../../clock/civil-day.ts'
import { sha256 } from '../../documents/fingerprint.ts'
import { letterheadOf, PLAIN_LETTERHEAD } from '../../documents/letterhead.ts'
import type { Letterhead } from '../../documents/pdf/render.ts'
import { newKey, storage, type Storage } from '../../storage/index.ts'
import { Halt, MOST_ATTEMPTS, workToItsEnd, type Making } from '../../storage/maker.ts'
import { asMaker, failMaking, finishMaking, PACK_FORMATS, putBack, tellKeys, tellSteps, type HeldMaking, type MadePackFile, type PackFormat } from './making.ts'
import { packFileStem } from './numbers.ts'
import { packPdf } from './pdf/render.ts'
import { packPptx } from './pptx.ts'
import type { Step } from './steps.ts'
import { packXlsx } from './xlsx.ts'

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
export async function makePack(making: HeldMaking, stopped: () => boolean = () => false, kept: Storage = storage()): Promise<Making> {
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
  return workToItsEnd(
    making.attempts,
    async () => {
      const { operatorId } = making
      const letterhead = operatorId === null ? PLAIN_LETTERHEAD : await asMaker(operatorId, (tx) => letterheadOf(tx, operatorId))
      const files: MadePackFile[] = []
      for (const format of PACK_FORMATS) {
        const bytes = await bytesOf(format, making, letterhead, step)
        const key = keys.get(format)!
        await kept.put(key, Readable.from([bytes]))
        const stem = packFileStem(making.content.quarter.code, making.content.place, making.content.number)
        files.push({ format, key, fileName: `${stem}.${format}`, size: bytes.length, sha256: sha256(bytes) })
      }
      if (!(await finishMaking(making, files, await moment()))) throw new Halt('lost')
    },
    {
      clear: () => Promise.allSettled([...keys.values()].map((key) => kept.remove(key))),
      putBack: () => putBack(making),
      giveUp: async () => failMaking(making, 'gave_up', await moment()),
    },
  )
}
