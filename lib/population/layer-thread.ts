// The other thread of layers.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { layerHere, type LayerSettings } from './layers.ts'

const lay = layerHere(workerData as LayerSettings)
parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  const laid = lay(from, to)
  parentPort?.postMessage(laid, laid.tables.flatMap(({ chunks }) => chunks.map(({ buffer }) => buffer)))
})
