import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/cases/views/basins.ts'
import { formatCount } from '@/lib/wording/format/index.ts'

/** A figure that opens the list of exactly its files; a zero opens nothing. `label` says what is counted. */
export function FigureLink({ figure, label, className }: { figure: Figure; label: string; className?: string }) {
  const t = useTranslations('basin')
  const count = formatCount(figure.count, useLocale())
  if (figure.count === 0) return <span className={className ?? 'faint'}>{count}</span>
  return <Link className={className} href={`/dossiers?${figure.search}`} aria-label={t('open', { label, count })}>{count}</Link>
}
