import { makeDigests } from './make-digests.ts'
import { sendDueMail } from './send-queue.ts'

/** The queues of this room, for the worker: digests first, so that what they write goes at once. */
export const digestQueue = { name: 'digests', work: makeDigests }
export const mailQueue = { name: 'mail', work: (stopped: () => boolean) => sendDueMail(stopped) }
