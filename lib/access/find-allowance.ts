import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Searches that one account may make in ten seconds: faster than anyone types, far slower than who copies a list. */
const SEARCHES = 80
const SECONDS = 10

const limiter = new RateLimiterMemory({ points: SEARCHES, duration: SECONDS })

/** Counts a search of an account: `null` when it may go on, else the seconds to wait. */
export async function findAllowance(accountId: string): Promise<number | null> {
  const outcome = await limiter.consume(accountId).then(
    () => null,
    (refusal: unknown) => refusal,
  )
  if (outcome === null) return null
  const wait = typeof outcome === 'object' && 'msBeforeNext' in outcome ? Number(outcome.msBeforeNext) : 0
  return Math.max(1, Math.ceil(wait / 1000))
}
