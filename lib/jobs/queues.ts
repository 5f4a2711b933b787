import { sweepQueue } from '../cases/stored-file.ts'
import { exportQueue } from '../exchange/export-queue.ts'
import { digestQueue, mailQueue } from '../notify/index.ts'
import { cellsQueue } from '../steering/freshen.ts'
import { packQueue } from '../steering/packs/pack-queue.ts'

/**
 * Work that waits in tables of its own (exports, e-mails, digests, files to take away), done by the worker in between. A
 * queue takes what is due by `for update skip locked`, in transactions of its own, so that two workers share it, a killed
 * one loses nothing, and what failed stands in its table with the day it will be tried again.
 */
export interface Queue {
  /** For the log. */
  readonly name: string
  /**
   * Does what is due now.
   * @param stopped asked between two pieces; the rest is done next time
   * @returns how many pieces were done, failures included
   */
  readonly work: (stopped: () => boolean) => Promise<number>
}

export const QUEUES: readonly Queue[] = [cellsQueue, exportQueue, digestQueue, mailQueue, packQueue, sweepQueue]
