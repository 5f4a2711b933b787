'use client'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { usePathname, useSearchParams } from 'next/navigation'
import { formatCount } from '../../lib/wording/format/amount.ts'

export interface SideView {
  readonly id: string
  readonly name: string
  readonly href: string
  /** Files it lists for whoever looks; `most` stands for that many and more. */
  readonly count: number
  /** Said where it is someone else's: who shares it. */
  readonly by: string | null
}

/** The views under « Dossiers », each with its count. */
export function SideViews({ views, most }: { views: readonly SideView[]; most: number }) {
  const t = useTranslations('views')
  const locale = useLocale()
  const path = usePathname()
  const here = useSearchParams().get('view')
  if (views.length === 0) return null
  return (
    <ul className="side-views" aria-label={t('nav')}>
      {views.map(({ id, name, href, count, by }) => {
        const many = count >= most
        return (
          <li key={id}>
            <Link href={href} aria-current={path === '/dossiers' && here === id ? 'true' : undefined} title={by === null ? name : `${name}, ${t('by', { name: by })}`}>
              <span className="lbl">{name}</span>
              <span className="n" aria-hidden="true">{many ? `${formatCount(most - 1, locale)}+` : formatCount(count, locale)}</span>
              <span className="vh">, {many ? t('more', { count: most - 1 }) : t('count', { count })}{by !== null && <>, {t('by', { name: by })}</>}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
