// Failed sign-ins are counted in this process: enough to slow a guesser down; a restart forgives.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const QUARTER_OF_AN_HOUR = 15 * 60

// The pair stops a guesser without locking the account's owner out; the address stops one who tries many accounts; the
// e-mail alone stops one who comes from many addresses.
const byPair = new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: QUARTER_OF_AN_HOUR })
const byEmail = new RateLimiterMemory({ keyPrefix: 'email', points: 50, duration: QUARTER_OF_AN_HOUR })
const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 200, duration: QUARTER_OF_AN_HOUR })

const pairOf = (email: string, address: string) => `${email} ${address}`

function secondsLeft(state: RateLimiterRes | null, points: number): number {
  return state !== null && state.consumedPoints >= points ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0
}

/** Seconds to wait before another attempt is heard; 0 when it is now. */
export async function secondsToWait(email: string, address: string): Promise<number> {
  const [pair, mail, from] = await Promise.all([byPair.get(pairOf(email, address)), byEmail.get(email), byAddress.get(address)])
  return Math.max(secondsLeft(pair, byPair.points), secondsLeft(mail, byEmail.points), secondsLeft(from, byAddress.points))
}

/** Counts a failed attempt. */
export async function countFailure(email: string, address: string): Promise<void> {
  const counted = await Promise.allSettled([byPair.consume(pairOf(email, address)), byEmail.consume(email), byAddress.consume(address)])
  for (const one of counted) {
    // A limiter that is already full says so by a rejection of its own kind; anything else is a bug.
    if (one.status === 'rejected' && !(one.reason instanceof RateLimiterRes)) throw one.reason
  }
}

/** Forgets the failures of who has signed in from there. */
export async function forgiveFailures(email: string, address: string): Promise<void> {
  await byPair.delete(pairOf(email, address))
}
