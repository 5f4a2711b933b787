import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'

export const MONEY_PATHS = { accounts: '/pilotage/moyens', lines: '/pilotage/moyens/lignes', persons: '/pilotage/moyens/personnes', experiment: '/pilotage/experimentation' } as const
export type MoneyPlace = keyof typeof MONEY_PATHS

/** From one screen of money to another, over the same span where it has one. */
export function MoneyPlaces({ here, search = '' }: { readonly here: MoneyPlace; readonly search?: string }) {
  const t = useTranslations('money.places')
  return (
    <nav className="places money-places no-print" aria-label={t('label')}>
      <ul>
        {(Object.keys(MONEY_PATHS) as MoneyPlace[]).map((place) => (
          <li key={place}><Link href={`${MONEY_PATHS[place]}${place === 'experiment' || here === 'experiment' || search === '' ? '' : `?${search}`}`} aria-current={place === here ? 'page' : undefined}>{t(place)}</Link></li>
        ))}
      </ul>
    </nav>
  )
}
