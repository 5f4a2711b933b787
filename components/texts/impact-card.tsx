import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, Notice } from '@/components/ui/notices.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import type { AmountName } from '@/lib/accord/file/amounts.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { DateFigures } from '@/lib/cases/texts/file-impact.ts'
import type { OperatorImpact } from '@/lib/cases/texts/views.ts'
import { formatCount, formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { CountButton } from './count-button.tsx'
import type { FormState } from '@/components/ui/form-state.ts'
import { sumDates } from './sum-dates.ts'

export interface ImpactCardProps {
  readonly code: string
  readonly impact: readonly OperatorImpact[]
  /** `null` where the text is no draft: what was counted at its publication stays. */
  readonly count: FormAction<FormState> | null
}

/** What a text does to the live files, operator by operator, in counts. */
export function ImpactCard({ code, impact, count }: ImpactCardProps) {
  const t = useTranslations('texts.impact')
  const locale = useLocale()
  const [first] = impact
  if (first === undefined) {
    return (
      <Card id="impact" title={t('title')}>
        <EmptyState title={t('empty')} action={count === null ? undefined : <CountButton code={code} action={count} again={false} />}>{t('emptyLead')}</EmptyState>
      </Card>
    )
  }
  const sum = (of: (figures: OperatorImpact['figures']) => number) => impact.reduce((total, { figures }) => total + of(figures), 0)
  const refused = sum((figures) => figures.refused)
  const stages = sum((figures) => figures.stages)
  const amounts = new Map<AmountName, number>()
  for (const { figures } of impact) for (const { name, files } of figures.amounts) amounts.set(name, (amounts.get(name) ?? 0) + files)
  return (
    <Card id="impact" title={t('title')} aside={count === null ? undefined : <CountButton code={code} action={count} again />}>
      <p className="impact-sum">{t('sum', { live: sum((figures) => figures.live), moved: sum((figures) => figures.moved) })}</p>
      <p className="hint">{t('on', { when: formatMoment(first.computedAt, locale) })} {t('privacy')}</p>
      {impact.some(({ stale }) => stale) && <Notice>{t('stale')}</Notice>}
      <h3>{t('operators')}</h3>
      <Operators impact={impact} />
      <h3>{t('dates')}</h3>
      <Dates dates={sumDates(impact.map(({ figures }) => figures.dates))} />
      {(amounts.size > 0 || refused > 0 || stages > 0) && (
        <ul className="impact-more">
          {refused > 0 && <li>{t('refused', { count: refused })}</li>}
          {stages > 0 && <li>{t('stages', { count: stages })}</li>}
          {amounts.size > 0 && <li>{t('amounts', { list: [...amounts].map(([name, files]) => t('amountOf', { name: amountName(name, locale), count: formatCount(files, locale) })).join(', ') })}</li>}
        </ul>
      )}
    </Card>
  )
}

/** The name of an amount, as the screens of a file say it. */
export function amountName(name: AmountName, locale: 'fr' | 'en'): string {
  const names: Readonly<Record<AmountName, string>> = messagesFor(locale).amounts.names
  return names[name]
}

function Operators({ impact }: { readonly impact: readonly OperatorImpact[] }) {
  const t = useTranslations('texts.impact')
  const locale = useLocale()
  const most = Math.max(1, ...impact.map(({ figures }) => figures.live))
  return (
    <table className="grid impact-operators">
      <caption className="vh">{t('operators')}</caption>
      <thead><tr>{(['operator', 'movedHead', 'concerned'] as const).map((column) => <th key={column} scope="col" className={column === 'concerned' ? 'num' : undefined}>{t(column)}</th>)}</tr></thead>
      <tbody>
        {impact.map(({ operator, figures }) => (
          <tr key={operator}>
            <th scope="row">{operator}</th>
            <td>
              <span className="impact-bar" aria-hidden="true"><i className="live" style={{ width: `${(figures.live / most) * 100}%` }}><i style={{ width: `${(figures.moved / Math.max(1, figures.live)) * 100}%` }} /></i></span>
              {t('share', { moved: formatCount(figures.moved, locale), live: formatCount(figures.live, locale) })}
            </td>
            <td className="num" data-l={t('concerned')}>{formatCount(figures.concerned, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Dates({ dates }: { readonly dates: readonly DateFigures[] }) {
  const t = useTranslations('texts.impact')
  const locale = useLocale()
  const law = wording(locale)
  if (dates.length === 0) return <p className="muted">{t('nothing')}</p>
  const span = (days: DateFigures['before']) => {
    if (days === null) return t('no')
    const [from, to] = days.map((each) => formatDayPlain(day(each), locale))
    return days[0] === days[1] ? (from ?? '') : t('span', { from: from ?? '', to: to ?? '' })
  }
  const direction = ({ files, earlier, later }: DateFigures) =>
    [earlier > 0 && t('earlier', { count: earlier }), later > 0 && t('later', { count: later }), files > earlier + later && t('set', { count: files - earlier - later })].filter((each) => each !== false).join(', ')
  return (
    <table className="grid impact-dates">
      <caption className="vh">{t('dates')}</caption>
      <thead><tr>{(['dateName', 'files', 'direction', 'from', 'to'] as const).map((column) => <th key={column} scope="col" className={column === 'files' ? 'num' : undefined}>{t(column)}</th>)}</tr></thead>
      <tbody>
        {dates.map((line) => (
          <tr key={line.name}>
            <th scope="row">{law.date(line.name)}</th>
            <td className="num" data-l={t('files')}>{formatCount(line.files, locale)}</td>
            <td data-l={t('direction')}>{direction(line)}</td>
            <td data-l={t('from')}>{span(line.before)}</td>
            <td data-l={t('to')}><b className="hl">{span(line.after)}</b></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
