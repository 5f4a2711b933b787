// Drawing and laying files costs as much as writing them: beside it, in a thread of its own, where there are many.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { chanceOf } from './chance.ts'
import { newBundle, type LaidFiles } from './file-rows.ts'
import { identities } from './identities.ts'
import type { ScaleHouse } from './scale-house.ts'
import { layPopulation, type Population } from './scale-lives.ts'
import { identityEpoch, layLives, References } from './writing.ts'
import { isoOf } from '../accord/index.ts'

const MANNERS = { late: 0.03, corrected: 0.02 }

/** What files of a population are laid from. */
export interface LayerSettings {
  readonly population: Population
  readonly house: ScaleHouse
  /** The basin's identity, by the code of its zone. */
  readonly basins: ReadonlyMap<string, string>
  /** The last numbers given before. */
  readonly references: ReadonlyMap<string, number>
}

/** A run of files, and the last numbers given once they are laid. */
export interface LaidRun extends LaidFiles {
  readonly references: ReadonlyMap<string, number>
}

/** Lays runs of files one after the other, from the first of a population that is not there yet. */
export interface Layer {
  readonly lay: (from: number, to: number) => Promise<LaidRun>
  readonly close: () => Promise<void>
}

/** Lays where it is called. */
export function layerHere({ population, house, basins, references: given }: LayerSettings): (from: number, to: number) => LaidRun {
  const references = new References(given)
  const { seed, today } = population
  return (from, to) => {
    const recording = chanceOf(seed, 'recording', isoOf(today), from)
    const bundle = newBundle()
    layLives(bundle, layPopulation(population, house, from, to), {
      chance: recording,
      newId: identities(recording, identityEpoch(today) + 1000 + from),
      today,
      references,
      basins,
      manners: MANNERS,
    })
    return { ...bundle.laid(), references: new Map(references.last) }
  }
}

/** Megabytes for what does not live long: rows do not, and moving them costs a fifth of the time. */
const YOUNG = 192

/** Lays in another thread. */
export function layerBeside(settings: LayerSettings): Layer {
  const worker = new Worker(new URL('layer-thread.ts', import.meta.url), { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } })
  return {
    lay: async (from, to) => {
      worker.postMessage({ from, to }, [])
      const [laid] = (await once(worker, 'message')) as [LaidRun]
      return laid
    },
    close: async () => void (await worker.terminate()),
  }
}
