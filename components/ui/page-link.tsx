'use client'

import type { MouseEvent } from 'react'
import { followedPage, type PageStep } from './followed-page.ts'
import Link, { type LinkProps } from './link.tsx'
import { latestAsked, useGo } from './waiting.ts'

/** A link to a page of a list. Pressed while the list is on its way in another order, it asks for that order. */
export function PageLink({ href, step, ...rest }: Omit<LinkProps, 'onClick'> & { readonly step: PageStep }) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const followed = followedPage(latestAsked(), href, step)
    if (followed === null) return
    event.preventDefault()
    go(followed)
  }
  return <Link {...rest} href={href} onClick={follow} />
}
