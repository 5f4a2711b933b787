'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

/**
 * A page with a form beside it. Must be the direct child of `main`: the drawer then takes the right of
 * the screen and pushes the page; under 1400 pixels it stands in line above the page.
 */
export function DrawerLayout({ drawer, children }: { readonly drawer: ReactNode; readonly children: ReactNode }) {
  const open = drawer !== null && drawer !== undefined && drawer !== false
  return (
    <div className={open ? 'with-drawer' : undefined}>
      <div className={open ? 'drawer-page' : undefined}>{children}</div>
      {open && drawer}
    </div>
  )
}

export interface DrawerProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The form's own place: takes the focus when it opens, gives it back when it closes; Escape closes it. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useTranslations('common.drawer')
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <aside
      className="drawer"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <div className="drawer-head">
        <h2 id={titleId} tabIndex={-1} ref={heading}>{title}</h2>
        <button className="btn ghost icon" type="button" aria-label={t('close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      <div className="drawer-body">{children}</div>
    </aside>
  )
}
