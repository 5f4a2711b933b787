/** Hosts as a browser names them; anything else is nobody's address. */
const HOST = /^[\w.:[\]-]+$/u

/**
 * Whether a request that changes something comes from a page of ours, as server actions ask: a browser names the origin
 * of every such request, and a page elsewhere cannot lie about its own. Routes check it themselves.
 */
export function isSameOrigin(sent: Pick<Headers, 'get'>): boolean {
  const host = sent.get('x-forwarded-host')?.split(',')[0]?.trim() ?? sent.get('host')
  const origin = sent.get('origin')
  if (host == null || !HOST.test(host) || origin === null || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}
