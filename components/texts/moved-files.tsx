import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import { day } from '@/lib/accord/calendar/day.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { MovedDate } from '@/lib/cases/texts/file-impact.ts'
import type { MovedFile } from '@/lib/cases/texts/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { amountName } from './impact-card.tsx'

/** The reader's own files that a text moves: each date before and after, and what else changes. */
export function MovedFiles({ files }: { readonly files: readonly MovedFile[] }) {
  const t = useTranslations('texts.own')
  const locale = useLocale()
  const law = wording(locale)
  const others = ({ impact }: MovedFile): readonly string[] => [
    ...(impact.stage.before === impact.stage.after ? [] : [t('stage', { before: law.stage(impact.stage.before), after: law.stage(impact.stage.after) })]),
    ...(impact.regime.before === impact.regime.after ? [] : [t('text', { before: impact.regime.before ?? t('noText'), after: impact.regime.after ?? t('noText') })]),
    ...(impact.refused === 0 ? [] : [t('refused', { count: impact.refused })]),
    ...(impact.amounts.length === 0 ? [] : [t('amounts', { list: impact.amounts.map(({ name }) => amountName(name, locale)).join(', ') })]),
  ]
  return (
    <table className="table moved-files" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup"><tr role="row">{(['file', 'dates', 'other'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(column)}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {files.map((file) => {
          const more = others(file)
          return (
            <tr key={file.reference} role="row">
              <th scope="row" role="rowheader"><Link href={`/dossiers/${file.reference}`}><bdi>{file.personName}</bdi></Link><small>{file.reference}</small></th>
              <td role="cell" data-l={t('dates')} className="moved-dates">
                {file.impact.dates.length === 0 ? t('none') : <dl>{file.impact.dates.map((date) => <div key={date.name}><dt>{law.date(date.name)}</dt><dd><Moved date={date} /></dd></div>)}</dl>}
              </td>
              <td role="cell" data-l={t('other')} className={more.length === 0 ? 'moved-other nothing' : 'moved-other'}>{more.length === 0 ? t('none') : more.map((line) => <span key={line}>{line}</span>)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** `mar. 5 mars 2027` struck, then what it becomes, and by how many days. */
function Moved({ date: { before, after } }: { readonly date: MovedDate }) {
  const t = useTranslations('texts.own')
  const locale = useLocale()
  const days = before === null || after === null ? null : day(after) - day(before)
  return (
    <>
      {before === null ? <span className="faint">{t('unset')}</span> : <s>{formatDay(day(before), locale)}</s>}
      <span aria-hidden="true">→</span>
      <b className="hl">{after === null ? t('unset') : formatDay(day(after), locale)}</b>
      {days !== null && <span className="faint">{days > 0 ? t('days', { count: days }) : t('daysLess', { count: -days })}</span>}
    </>
  )
}
