'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { locales, type Locale } from '../../lib/wording/locale.ts'

/** The two languages, each in its own words. */
export function LanguageChoice({ keep }: { readonly keep: (locale: Locale) => Promise<void> }) {
  const t = useTranslations('shell')
  const current = useLocale()
  const [waiting, start] = useTransition()
  return (
    <div className="seg" role="group" aria-label={t('account.language')}>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          aria-disabled={waiting}
          onClick={() => start(() => keep(locale))}
        >
          {t(`language.${locale}`)}
        </button>
      ))}
    </div>
  )
}
