'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useTransition, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { SkeletonLines } from './notices.tsx'
import { useHeldWait, useWait } from './waiting.ts'

/**
 * A page with a form beside it. Must be the direct child of `main`: the drawer then takes the right of
 * the screen and pushes the page; under 1400 pixels it stands in line above the page.
 *
 * What a press asks is shown before the server answers: the frame of a drawer that opens, the whole page under one that closes.
 */
export function DrawerLayout({ drawer, children }: { readonly drawer: ReactNode; readonly children: ReactNode }) {
  const wait = useWait()
  const there = drawer !== null && drawer !== undefined && drawer !== false
  const coming = !there && wait === 'opening'
  const beside = coming || (there && wait !== 'closing')
  return (
    <div className={beside ? 'with-drawer' : undefined}>
      <div className={beside ? 'drawer-page' : undefined}>{children}</div>
      {coming && <ComingDrawer />}
      {there && drawer}
    </div>
  )
}

/** The frame of a drawer whose form is awaited. At a desk only: elsewhere a drawer stands above the page and would move it twice. */
function ComingDrawer() {
  const t = useTranslations('common')
  return (
    <aside className="drawer coming" aria-busy="true" aria-label={t('loading')}>
      <div className="drawer-head" />
      <div className="drawer-body"><div className="skeleton" aria-hidden="true"><SkeletonLines count={7} /></div></div>
    </aside>
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
  const [closing, start] = useTransition()
  useHeldWait(closing ? 'closing' : null)
  const leaving = useWait() === 'closing'
  const close = (): void => {
    if (!closing) start(onClose)
  }
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
      hidden={leaving}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className="drawer-head">
        <h2 id={titleId} tabIndex={-1} ref={heading}>{title}</h2>
        <button className="btn ghost icon" type="button" aria-label={t('close')} onClick={close}>
          <Icon of={X} />
        </button>
      </div>
      <div className="drawer-body">{children}</div>
    </aside>
  )
}
