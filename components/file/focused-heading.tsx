'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/** The heading of a panel that was just asked for: it takes the focus, and is brought into sight. */
export function FocusedHeading({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return <h2 id={id} tabIndex={-1} ref={heading}>{children}</h2>
}
