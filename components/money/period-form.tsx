import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SelectField } from '@/components/ui/text-fields.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { CostFilter, CostProblem } from '@/lib/cases/costs/cost-params.ts'
import type { PeriodOffered } from '@/lib/steering/money/presets.ts'
import { formatPeriod } from '@/lib/wording/format/index.ts'

/** What the address could not say, where it is no field of the form. */
export function GoneNotice({ problems }: { readonly problems: readonly CostProblem[] }) {
  const t = useTranslations('money.gone')
  const gone = problems.filter((problem) => problem.kind === 'gone')
  if (gone.length === 0) return null
  return <Notice>{gone.map(({ name, value }) => <p key={name}>{t(name, { value })}</p>)}</Notice>
}

interface PeriodFormProps {
  readonly path: string
  readonly filter: CostFilter
  readonly problems: readonly CostProblem[]
  readonly basins: readonly { readonly code: string; readonly name: string }[]
  readonly periods?: readonly PeriodOffered[]
}

/** The span of days and the basin that the accounts are of: an address, so that a link restores them. */
export function PeriodForm({ path, filter, problems, basins, periods = [] }: PeriodFormProps) {
  const t = useTranslations('money.period')
  const locale = useLocale()
  const { period, place } = filter
  const unread = (name: 'from' | 'to') => problems.find((problem) => problem.kind === 'not_a_day' && problem.name === name)
  const shown = t('shown', { period: formatPeriod(period.from, period.to, locale) })
  const error = (name: 'from' | 'to') => {
    const problem = unread(name)
    if (problem?.kind === 'not_a_day') return <>{t('not_a_day', { value: problem.value })} {shown}</>
    const whole = name === 'to' ? problems.find(({ kind }) => kind === 'upside_down' || kind === 'too_long') : undefined
    return whole === undefined ? undefined : <>{whole.kind === 'upside_down' ? t('upside_down') : t('too_long')} {shown}</>
  }
  const current = basins.length === 1 && place.level === 'nation' ? '' : place.level === 'basin' ? `basin:${place.code}` : ''
  return (
    <div className="money-ask no-print">
      <form action={path} method="get" className="money-period">
        <DateField key={`from-${period.from}`} name="from" label={t('from')} error={error('from')} defaultValue={isoOf(period.from)} />
        <DateField key={`to-${period.to}`} name="to" label={t('to')} error={error('to')} defaultValue={isoOf(period.to)} />
        {basins.length > 1 && <SelectField key={current} name="place" label={t('place')} defaultValue={current} placeholder={t('everywhere')} choices={basins.map(({ code, name }) => ({ value: `basin:${code}`, label: name }))} />}
        <Button type="submit">{t('show')}</Button>
      </form>
      {periods.length > 0 && (
        <nav className="seg money-presets" aria-label={t('usual')}>
          {periods.map(({ year, quarter, search, current: shownNow }) => (
            <Link key={search} href={`${path}?${search}`} aria-current={shownNow ? 'true' : undefined} scroll={false}>
              {quarter === null ? t('year', { year: String(year) }) : t('quarter', { number: quarter, year: String(year) })}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}
