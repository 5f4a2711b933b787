import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/wording/format/index.ts'

/** A count that opens the list of exactly its files; a zero opens nothing. `label` says what is counted. */
export function FileLink({ count, search, label, children }: { readonly count: number; readonly search: string | null; readonly label: string; readonly children?: string }) {
  const t = useTranslations('steering')
  const said = formatCount(count, useLocale())
  if (count === 0 || search === null) return <>{children ?? said}</>
  return <Link href={`/dossiers?${search}`} aria-label={t('open', { label, count: children ?? said })}>{children ?? said}</Link>
}
