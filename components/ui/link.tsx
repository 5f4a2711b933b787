'use client'

import NextLink, { useLinkStatus } from 'next/link'
import { useEffect, type ComponentProps } from 'react'
import { waitFor } from './drawer-address.ts'
import { beginWait } from './waiting.ts'

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & { readonly href: string }

/**
 * A link to a page of ours. Pressed, it says so at once, until the page is there. Nothing is asked for before it is
 * pressed: our pages are made for who reads them, a page of a file is journaled as read, and what would be fetched ahead
 * holds nothing to show.
 */
export default function Link({ href, children, ...rest }: LinkProps) {
  return (
    <NextLink {...rest} href={href} prefetch={false}>
      {children}
      <Pressed href={href} />
    </NextLink>
  )
}

/** The mark that styles look for in a pressed link; it has no size and no words. */
function Pressed({ href }: { readonly href: string }) {
  const { pending } = useLinkStatus()
  useEffect(() => (pending ? beginWait(waitFor(window.location.href, href), href) : undefined), [pending, href])
  return pending ? <span data-pending="" hidden /> : null
}
