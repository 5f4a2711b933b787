/** Streams that one person may have open at once: as many tabs as anyone keeps, and no flood of connections. */
export const MOST_STREAMS = 60

const open = new Map<string, number>()

/** Counts one more stream of an account. @returns how to give it back, once; `null` where there are too many */
export function takeStream(accountId: string): (() => void) | null {
  const held = open.get(accountId) ?? 0
  if (held >= MOST_STREAMS) return null
  open.set(accountId, held + 1)
  let given = false
  return () => {
    if (given) return
    given = true
    const left = (open.get(accountId) ?? 1) - 1
    if (left > 0) open.set(accountId, left)
    else open.delete(accountId)
  }
}
