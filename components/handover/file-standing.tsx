import { useLocale, useTranslations } from 'next-intl'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { Notice } from '../ui/notices.tsx'

/** Who has the file, where it is not only whoever it is entrusted to: a stand-in, another operator. Nothing otherwise. */
export function FileStanding({ view }: { readonly view: Pick<FileView, 'away' | 'transfers'> }) {
  const t = useTranslations('handover')
  const moved = useTranslations('transfers.file')
  const locale = useLocale()
  const { offeredTo, wentTo, cameFrom } = view.transfers
  const lines = [
    ...view.away.map(({ name, standIn, until }) => t('meanwhile', { name, standIn, day: formatDay(until, locale) })),
    ...(wentTo === null ? [] : [moved('went', { operator: wentTo.operator, day: formatDay(wentTo.on, locale) })]),
    ...(offeredTo === null ? [] : [moved('offered', { operator: offeredTo })]),
    ...(cameFrom === null ? [] : [moved('came', { operator: cameFrom.operator, reference: cameFrom.reference })]),
  ]
  return lines.length === 0 ? null : <div className="file-standing">{lines.map((line) => <Notice key={line}>{line}</Notice>)}</div>
}
