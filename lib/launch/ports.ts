import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below what systems hand to outgoing connections (32768 on Linux, 49152 elsewhere): a port that is free now is not taken by
 * somebody's connection between the asking and the listening.
 */
const CHOSEN_FROM = { first: 20_000, last: 32_000 } as const

/** @returns a TCP port of this machine that nothing listens on now, for a server that may start a while later */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(CHOSEN_FROM.first, CHOSEN_FROM.last + 1)
    if (await isFree(port)) return port
  }
  throw new Error(`No port found free between ${CHOSEN_FROM.first} and ${CHOSEN_FROM.last}.`)
}

/** @returns whether this port can be listened on now, on every address */
export async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}
