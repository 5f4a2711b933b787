import { NextResponse, type NextRequest } from 'next/server'
import { addressHeader } from './lib/access/return-address.ts'

// Scripts run only with the request's own nonce. Inline style attributes stay allowed: positions on the band and
// widths of bars are computed. Nobody is let in or kept out here: that is lib/access, at each page and action.
function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Gives each page its content security policy and tells it its own address. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const address = new URL(request.nextUrl)
  // The router's own mark on the requests it makes for a page.
  address.searchParams.delete('_rsc')
  headers.set(addressHeader, address.pathname + address.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [{ source: '/((?!api|_next/static|_next/image|favicon.ico|icon.svg).*)' }],
}
