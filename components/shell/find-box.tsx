'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { askToOpen } from '../palette/open.ts'
import { Icon } from '../ui/icon.tsx'

/** The way to the palette that is seen: a box at a desk, a sign on a phone. */
export function FindBox() {
  const t = useTranslations('palette')
  return (
    <>
      <button className="find" type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => askToOpen('palette')}>
        <Icon of={Search} />
        <span><span className="vh">{t('openFor')} </span>{t('open')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <button className="btn ghost icon find-link" type="button" aria-haspopup="dialog" aria-label={t('openLabel')} onClick={() => askToOpen('palette')}>
        <Icon of={Search} size={20} />
      </button>
    </>
  )
}
