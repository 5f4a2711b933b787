/** The request header in which proxy.ts gives pages their own address. */
export const addressHeader = 'x-rebond-address'

/** Reads an address to come back to after signing in; `null` unless it stays inside the application. */
export function parseReturnAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null
  // `//host` and `/\host` lead elsewhere; a control character is nobody's address.
  if (!/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value)) return null
  return value.startsWith('/connexion') ? null : value
}

/** The sign-in page, told where to come back. */
export function signInAddress(from: string | null): string {
  const back = parseReturnAddress(from)
  return back === null || back === '/' ? '/connexion' : `/connexion?suite=${encodeURIComponent(back)}`
}
