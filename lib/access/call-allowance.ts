import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * An allowance of so many calls in so many seconds, counted apart for each caller and in this process alone.
 * @returns what counts a call of a caller: `null` when it may go on, else the whole seconds to wait, 1 at least
 */
export function callAllowance(calls: number, seconds: number): (caller: string) => Promise<number | null> {
  const limiter = new RateLimiterMemory({ points: calls, duration: seconds })
  return async (caller) => {
    const refusal: unknown = await limiter.consume(caller).then(
      () => null,
      (refused: unknown) => refused,
    )
    if (refusal === null) return null
    const wait = typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal ? Number(refusal.msBeforeNext) : 0
    return Math.max(1, Math.ceil(wait / 1000))
  }
}
