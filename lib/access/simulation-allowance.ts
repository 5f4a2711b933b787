import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Calls of the public simulator that one address may make in a minute; each may carry a thousand requests. */
const CALLS_PER_MINUTE = 300

const limiter = new RateLimiterMemory({ points: CALLS_PER_MINUTE, duration: 60 })

/** Counts a call of the public simulator: `null` when it may go on, else the seconds to wait. */
export async function simulationAllowance(address: string): Promise<number | null> {
  const outcome = await limiter.consume(address).then(
    () => null,
    (refusal: unknown) => refusal,
  )
  if (outcome === null) return null
  const wait = typeof outcome === 'object' && 'msBeforeNext' in outcome ? Number(outcome.msBeforeNext) : 0
  return Math.max(1, Math.ceil(wait / 1000))
}
