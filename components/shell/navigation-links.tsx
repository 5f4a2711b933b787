'use client'

import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Role } from '../../lib/access/actor.ts'
import { formatCount } from '../../lib/wording/format/amount.ts'
import { Icon } from '../ui/icon.tsx'
import { dockPlacesOf, placeAt, placesOf, type PlaceCount, type PlaceCounts } from './navigation.ts'

interface LinksProps {
  readonly role: Role
  readonly counts?: PlaceCounts
  /** What stands under « Dossiers ». */
  readonly views?: ReactNode
}

function Count({ count }: { readonly count: PlaceCount }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const late = count.late ?? 0
  return (
    <>
      <span className="n" aria-hidden="true">{formatCount(count.total, locale)}</span>
      <span className="vh">
        , {t('count', { count: count.total })}
        {late > 0 && <>, {t('lateCount', { count: late })}</>}
      </span>
    </>
  )
}

/** The places of a role: a column at a desk, a rail of signs at tablet width. */
export function SideLinks({ role, counts = {}, views }: LinksProps) {
  const t = useTranslations('shell.nav')
  const here = placeAt(role, usePathname())
  return (
    <ul>
      {placesOf(role).map((place) => {
        const count = counts[place.key]
        return (
          <li key={place.key}>
            <Link href={place.href} aria-current={place.key === here ? 'page' : undefined}>
              <Icon of={place.sign} />
              <span className="lbl">{t(place.key)}</span>
              {count !== undefined && <Count count={count} />}
            </Link>
            {place.key === 'files' && views}
          </li>
        )
      })}
    </ul>
  )
}

/** The same places at the foot of a phone. */
export function DockLinks({ role }: LinksProps) {
  const t = useTranslations('shell.nav')
  const here = placeAt(role, usePathname())
  return (
    <>
      {dockPlacesOf(role).map((place) => (
        <Link key={place.key} href={place.href} aria-current={place.key === here ? 'page' : undefined}>
          <Icon of={place.sign} size={20} />
          {t(place.key === 'accounts' ? 'accountsShort' : place.key)}
        </Link>
      ))}
    </>
  )
}
