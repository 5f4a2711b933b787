/** Longest address kept as a key: an IPv6 address with its zone is shorter. */
const LONGEST = 64

/**
 * Where a request comes from, to count its attempts.
 *
 * The last hop of `x-forwarded-for` is the one that our own proxy or server wrote; what comes before is
 * what the client claims. With no proxy in front a client may write it all: the counts by e-mail hold still.
 */
export function clientAddress(forwarded: unknown): string {
  return typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim().slice(0, LONGEST) ?? '') : ''
}
