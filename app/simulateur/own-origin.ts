/** Hosts as a browser names them; anything else is nobody's address. */
const HOST = /^[\w.:[\]-]+$/u

/**
 * Where the application answers, as who asks reaches it, for the addresses a page writes out: the host that the
 * browser named, else the public address of the installation.
 */
export function ownOrigin(sent: Pick<Headers, 'get'>): string {
  const host = sent.get('x-forwarded-host')?.split(',')[0]?.trim() ?? sent.get('host')
  const fallback = (process.env.NEXTAUTH_URL ?? '').replace(/\/+$/u, '')
  if (host == null || !HOST.test(host)) return fallback
  const protocol = sent.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http'
  return `${protocol}://${host}`
}
