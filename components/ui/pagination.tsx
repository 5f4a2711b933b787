import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '../../lib/wording/format/amount.ts'
import { Icon } from './icon.tsx'
import { PageLink } from './page-link.tsx'

export interface PaginationProps {
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** The address of the list without its page: `/dossiers?q=roum`. The page is added as `page`. */
  readonly address: string
}

/** The pages shown around the current one: first, last, neighbours, `null` for a gap. */
export function pagesShown(page: number, last: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last)
  const sorted = [...new Set(near)].toSorted((a, b) => a - b)
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1]
    if (before === undefined || each === before + 1) return [each]
    return each === before + 2 ? [before + 1, each] : [null, each]
  })
}

function addressOf(address: string, page: number): string {
  const [path = '', query = ''] = address.split('?')
  const search = new URLSearchParams(query)
  if (page === 1) search.delete('page')
  else search.set('page', String(page))
  return search.size === 0 ? path : `${path}?${search}`
}

/** « 1 à 25 sur 64 », and the pages as addresses. */
export function Pagination({ page, pageSize, total, address }: PaginationProps) {
  const t = useTranslations('common.pages')
  const locale = useLocale()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const range =
    total === 0
      ? t('none')
      : t('range', {
          from: formatCount((page - 1) * pageSize + 1, locale),
          to: formatCount(Math.min(page * pageSize, total), locale),
          total: formatCount(total, locale),
        })
  return (
    <nav className="pages" aria-label={t('label')}>
      <span className="muted">{range}</span>
      {last > 1 && (
        <span>
          <Step to={page > 1 ? addressOf(address, page - 1) : null} back>{t('previous')}</Step>
          {pagesShown(page, last).map((each, index) =>
            each === null ? (
              <span className="page faint" key={`gap-${index}`}>…</span>
            ) : (
              <PageLink
                className="btn ghost page"
                key={each}
                step={0}
                href={addressOf(address, each)}
                aria-label={t('page', { page: each })}
                aria-current={each === page ? 'page' : undefined}
              >
                {each}
              </PageLink>
            ),
          )}
          <Step to={page < last ? addressOf(address, page + 1) : null}>{t('next')}</Step>
        </span>
      )}
    </nav>
  )
}

function Step({ to, back = false, children }: { readonly to: string | null; readonly back?: boolean; readonly children: string }) {
  const content = back ? (
    <>
      <Icon of={ChevronLeft} />
      {children}
    </>
  ) : (
    <>
      {children}
      <Icon of={ChevronRight} />
    </>
  )
  if (to === null) return <span className="btn ghost" aria-disabled="true">{content}</span>
  return <PageLink className="btn ghost" href={to} step={back ? -1 : 1}>{content}</PageLink>
}
