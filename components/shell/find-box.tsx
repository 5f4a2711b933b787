'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Form from 'next/form'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'

/** Looks for a person or a file from anywhere: Ctrl K or ⌘ K brings the focus here. On a phone, a way to the list. */
export function FindBox() {
  const t = useTranslations('shell')
  const box = useRef<HTMLInputElement>(null)
  const path = usePathname()
  const query = useSearchParams()
  const asked = path === '/dossiers' ? (query.get('q') ?? '') : ''

  useEffect(() => {
    const focusOnShortcut = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener('keydown', focusOnShortcut)
    return () => document.removeEventListener('keydown', focusOnShortcut)
  }, [])

  return (
    <>
      <Form className="find" action="/dossiers" role="search">
        <Icon of={Search} />
        <input
          ref={box}
          key={asked}
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={200}
          autoComplete="off"
          aria-label={t('findLabel')}
          aria-keyshortcuts="Control+K Meta+K"
          placeholder={t('find')}
        />
        <kbd aria-hidden="true">Ctrl K</kbd>
      </Form>
      <Link className="btn ghost icon find-link" href="/dossiers" aria-label={t('findLabel')}>
        <Icon of={Search} size={20} />
      </Link>
    </>
  )
}
