'use client'

import { useTranslations } from 'next-intl'
import Link from '../ui/link.tsx'
import { usePathname } from 'next/navigation'

const PLACES = [['simulator', '/simulateur'], ['choice', '/accepter-ou-refuser'], ['rules', '/regles']] as const

/** The pages open to everyone: at the head of a wide page, at the foot of a narrow one. */
export function OpenLinks({ place }: { readonly place: 'top' | 'foot' }) {
  const t = useTranslations('shell.open')
  const path = usePathname()
  return (
    <nav className={`open-links at-${place}`} aria-label={t(place === 'top' ? 'label' : 'labelNarrow')}>
      {PLACES.map(([key, href]) => <Link key={key} href={href} aria-current={path === href ? 'page' : undefined}>{t(key)}</Link>)}
    </nav>
  )
}
