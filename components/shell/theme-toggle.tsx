'use client'

import { Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, startTransition } from 'react'
import type { Theme } from '../../lib/wording/theme.ts'
import { Icon } from '../ui/icon.tsx'

const DARK = '(prefers-color-scheme: dark)'

interface ThemeToggleProps {
  readonly theme: Theme
  /** Keeps the choice for the account and in the cookie. */
  readonly keep: (theme: Theme) => Promise<void>
}

const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme
  return chosen === undefined ? window.matchMedia(DARK).matches : chosen === 'dark'
}

/** Turns the light theme dark or the dark one light, at once; `keep` remembers it. */
export function switchTheme(keep: (theme: Theme) => Promise<void>): void {
  const next = isDark() ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  startTransition(() => keep(next))
}

/** Light or dark, at once; the server keeps the choice for the next page. */
export function ThemeToggle({ theme, keep }: ThemeToggleProps) {
  const t = useTranslations('shell.theme')
  const [dark, setDark] = useState(theme === 'dark')

  useEffect(() => {
    setDark(isDark())
  }, [theme])

  function change(): void {
    switchTheme(keep)
    setDark(isDark())
  }

  return (
    <button className="btn ghost icon" type="button" aria-label={dark ? t('toLight') : t('toDark')} onClick={change}>
      <Icon of={dark ? Sun : Moon} />
    </button>
  )
}
