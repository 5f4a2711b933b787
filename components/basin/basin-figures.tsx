import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import type { BasinOverview, DeadlineFigures, Figure } from '@/lib/cases/views/basins.ts'
import { formatCount, formatPercent } from '@/lib/wording/format/index.ts'
import { useQuarterWords } from './quarter-switch.tsx'
import { percentOf } from './stage-bands.ts'

interface FigureCardProps {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly search: string | null
}

function FigureCard({ label, value, note, search }: FigureCardProps) {
  const inside = (
    <>
      <span className="basin-figure-label">{label}</span>
      <span className="basin-figure-value">{value}</span>
      <span className="basin-figure-note">{note}</span>
    </>
  )
  return <li>{search === null ? <div className="basin-figure">{inside}</div> : <Link className="basin-figure" href={`/dossiers?${search}`}>{inside}</Link>}</li>
}

/** The basin in six figures, each leading to its files. */
export function BasinFigures({ overview }: { overview: BasinOverview }) {
  const t = useTranslations('basin.figure')
  const locale = useLocale()
  const quarter = t('during', { quarter: useQuarterWords()(overview.quarter.code) })
  const { basin } = overview
  const open = (figure: Figure) => (figure.count === 0 ? null : figure.search)
  const count = (figure: Figure) => formatCount(figure.count, locale)
  const lateShare = percentOf(basin.overdue.count, basin.live.count)
  const inTime = (deadline: DeadlineFigures | undefined): Pick<FigureCardProps, 'value' | 'note' | 'search'> => {
    const all = deadline === undefined ? 0 : deadline.met.count + deadline.metLate.count + deadline.overdue.count
    const share = deadline === undefined ? null : percentOf(deadline.met.count, all)
    if (deadline === undefined || share === null) return { value: '–', note: t('noneDue', { quarter }), search: null }
    return { value: formatPercent(share, locale), note: t('inTime', { met: deadline.met.count, all, quarter }), search: open(deadline.met) }
  }
  const of = (code: DeadlineFigures['code']) => overview.deadlines.find((deadline) => deadline.code === code)
  return (
    <ul className="basin-figures" aria-label={t('label')}>
      <FigureCard label={t('live')} value={count(basin.live)} note={t('liveNote')} search={open(basin.live)} />
      <FigureCard label={t('entries')} value={count(overview.entries)} note={t('entriesNote', { quarter })} search={open(overview.entries)} />
      <FigureCard label={t('exits')} value={count(overview.exits.total)} note={t('exitsNote', { quarter })} search={open(overview.exits.total)} />
      <FigureCard label={t('preBilan')} {...inTime(of('preBilan'))} />
      <FigureCard label={t('plan')} {...inTime(of('plan'))} />
      <FigureCard
        label={t('overdue')} value={count(basin.overdue)} search={open(basin.overdue)}
        note={lateShare === null ? t('overdueNote') : t('overdueShare', { share: formatPercent(lateShare, locale) })}
      />
    </ul>
  )
}
