'use client'

import { Keyboard, LogOut, Signpost, UserRound } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import Link from '../ui/link.tsx'
import { usePathname } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import type { Role } from '../../lib/access/actor.ts'
import type { Locale } from '../../lib/wording/locale.ts'
import { askToOpen, type Opening } from '../palette/open.ts'
import { Icon } from '../ui/icon.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { Avatar } from './marks.tsx'

interface AccountMenuProps {
  readonly name: string
  readonly role: Role
  readonly operatorName: string | null
  readonly keepLocale: (locale: Locale) => Promise<void>
}

/** Who is signed in; their language, their account, the way out. A disclosure: Escape or a press elsewhere closes it. */
export function AccountMenu({ name, role, operatorName, keepLocale }: AccountMenuProps) {
  const t = useTranslations('shell.account')
  const roles = useTranslations('common.role')
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const path = usePathname()

  useEffect(() => setOpen(false), [path])
  useEffect(() => {
    if (!open) return undefined
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
    }
  }, [open])

  function ask(what: Opening): void {
    setOpen(false)
    opener.current?.focus()
    askToOpen(what)
  }

  return (
    <div
      className="account-menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        setOpen(false)
        opener.current?.focus()
      }}
    >
      <button
        ref={opener}
        className="btn ghost icon"
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpen(!open)}
      >
        <Avatar name={name} />
        <span className="vh">{t('menu', { name, role: roles(role) })}</span>
      </button>
      <div className="account-panel" id={panelId} hidden={!open}>
        <p className="account-who">
          <b>{name}</b>
          <span>{roles(role)}{operatorName === null ? null : <>, {operatorName}</>}</span>
        </p>
        <LanguageChoice keep={keepLocale} />
        <Link href="/compte">
          <Icon of={UserRound} />
          {t('settings')}
        </Link>
        <button type="button" onClick={() => ask('keys')}>
          <Icon of={Keyboard} />
          {t('keys')}
        </button>
        <button type="button" onClick={() => ask('tour')}>
          <Icon of={Signpost} />
          {t('tour')}
        </button>
        <button type="button" onClick={() => void signOut({ redirect: false }).finally(() => window.location.assign('/connexion?sortie=1'))}>
          <Icon of={LogOut} />
          {t('signOut')}
        </button>
      </div>
    </div>
  )
}
