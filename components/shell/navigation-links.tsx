'use client'

import { Ellipsis } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '../ui/link.tsx'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Role } from '../../lib/access/actor.ts'
import { formatCount } from '../../lib/wording/format/amount.ts'
import { Icon } from '../ui/icon.tsx'
import { dockPlacesOf, morePlacesOf, placeAt, placesOf, type Place, type PlaceCount, type PlaceCounts } from './navigation.ts'

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

/** The same places at the foot of a phone: four of them, and the others behind « Plus ». */
export function DockLinks({ role }: LinksProps) {
  const t = useTranslations('shell.nav')
  const path = usePathname()
  const here = placeAt(role, path)
  const more = morePlacesOf(role)
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    if (sheet.current?.matches(':popover-open') === true) sheet.current.hidePopover()
  }, [path])
  return (
    <>
      {dockPlacesOf(role).map((place) => <DockLink key={place.key} place={place} here={here} />)}
      {more.length > 0 && (
        <>
          <button type="button" popoverTarget="dock-more" aria-current={more.some(({ key }) => key === here) ? 'true' : undefined}>
            <Icon of={Ellipsis} size={20} />
            {t('more')}
          </button>
          <nav ref={sheet} className="dock-more" id="dock-more" popover="auto" aria-label={t('moreLabel')}>
            {more.map((place) => <DockLink key={place.key} place={place} here={here} />)}
          </nav>
        </>
      )}
    </>
  )
}

function DockLink({ place, here }: { readonly place: Place; readonly here: string | null }) {
  const t = useTranslations('shell.nav')
  return (
    <Link href={place.href} aria-current={place.key === here ? 'page' : undefined}>
      <Icon of={place.sign} size={20} />
      {t(place.key === 'accounts' ? 'accountsShort' : place.key)}
    </Link>
  )
}
