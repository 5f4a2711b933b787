'use client'

import { CircleCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from './link.tsx'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { flashCookie, readFlash, type Flash } from './flash.ts'
import { Icon } from './icon.tsx'

const SHOWN_MS = 8000
const TOAST_EVENT = 'rebond:toast'

/** Says what was just recorded, from a browser component. Never for a refusal: that stays at its form. */
export function toast(notice: Flash): void {
  window.dispatchEvent(new CustomEvent<Flash>(TOAST_EVENT, { detail: notice }))
}

function takeFlash(): Flash | null {
  const entry = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${flashCookie}=`))
  if (entry === undefined) return null
  document.cookie = `${flashCookie}=; path=/; max-age=0`
  return readFlash(decodeURIComponent(entry.slice(flashCookie.length + 1)))
}

function tellFlash(): void {
  const left = takeFlash()
  if (left !== null) toast(left)
}

/** The place where notices appear, once in the shell. A notice stays 8 seconds, longer under the pointer or the focus. */
export function Toasts() {
  const t = useTranslations('common.toast')
  const [notice, setNotice] = useState<Flash | null>(null)
  const held = useRef(false)
  // A new address draws this again.
  usePathname()
  useSearchParams()

  useEffect(() => {
    const show = (event: Event): void => {
      if (event instanceof CustomEvent) setNotice(event.detail as Flash)
    }
    window.addEventListener(TOAST_EVENT, show)
    return () => window.removeEventListener(TOAST_EVENT, show)
  }, [])

  // So does an act that leads back to where one is: each drawing looks, for the address may be the same.
  useEffect(tellFlash)

  useEffect(() => {
    if (notice === null) return undefined
    const timer = setInterval(() => {
      if (!held.current) setNotice(null)
    }, SHOWN_MS)
    return () => clearInterval(timer)
  }, [notice])

  return (
    <div
      className="toasts"
      role="status"
      onPointerEnter={() => (held.current = true)}
      onPointerLeave={() => (held.current = false)}
      onFocus={() => (held.current = true)}
      onBlur={() => (held.current = false)}
    >
      {notice !== null && (
        <div className="toast">
          <Icon of={CircleCheck} />
          <span>{notice.text}</span>
          {notice.link !== undefined && <Link href={notice.link.href}>{notice.link.label}</Link>}
          <button type="button" aria-label={t('close')} onClick={() => setNotice(null)}>
            <Icon of={X} />
          </button>
        </div>
      )}
    </div>
  )
}
