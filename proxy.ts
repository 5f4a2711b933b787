// Before every page: a content security policy whose nonce changes with each answer, and the page's
// own address. Next puts the nonce on its own scripts; anything else that would run is refused by the
// browser. Nobody is let in or kept out here: that is lib/access, at each page and action.
import { NextResponse, type NextRequest } from 'next/server'
import { addressHeader } from './lib/access/return-address.ts'

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const development = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // React writes style attributes; style elements and files stay ours.
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const address = new URL(request.nextUrl)
  // The router's own mark on the requests it makes for a page.
  address.searchParams.delete('_rsc')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set(addressHeader, address.pathname + address.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static/|_next/image|icon.svg$).*)' }],
}
