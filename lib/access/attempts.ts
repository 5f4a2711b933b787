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

async function secondsToWait(email: string, address: string): Promise<number> {
  const [pair, mail, from] = await Promise.all([byPair.get(pairOf(email, address)), byEmail.get(email), byAddress.get(address)])
  return Math.max(secondsLeft(pair, byPair.points), secondsLeft(mail, byEmail.points), secondsLeft(from, byAddress.points))
}

/**
 * Counts an attempt as failed before its password is looked at: attempts sent all at once would otherwise all be heard
 * before the first one counts. `forgiveFailures` takes it back.
 * @returns seconds to wait; 0 when the attempt is heard
 */
export async function takeAttempt(email: string, address: string): Promise<number> {
  const wait = await secondsToWait(email, address)
  if (wait > 0) return wait
  const counted = await Promise.allSettled([byPair.consume(pairOf(email, address)), byEmail.consume(email), byAddress.consume(address)])
  let longest = 0
  for (const one of counted) {
    if (one.status === 'fulfilled') continue
    // A limiter that is full says so by a rejection of its own kind; anything else is a bug.
    if (!(one.reason instanceof RateLimiterRes)) throw one.reason
    longest = Math.max(longest, 1, Math.ceil(one.reason.msBeforeNext / 1000))
  }
  return longest
}

/** Forgets the failures of who gave the right password from there, and the attempt itself. */
export async function forgiveFailures(email: string, address: string): Promise<void> {
  await Promise.all([byPair.delete(pairOf(email, address)), byEmail.reward(email), byAddress.reward(address)])
}
