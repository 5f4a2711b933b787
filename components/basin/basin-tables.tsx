import { useLocale, useTranslations } from 'next-intl'
import type { BasinOverview } from '@/lib/cases/views/basins.ts'
import { formatPercent } from '@/lib/wording/format/index.ts'
import { RuleChip } from '../ui/rule-chip.tsx'
import { isOwnSetting } from '@/lib/accord/file/deadline-dates.ts'
import { FigureLink } from './figure-link.tsx'
import type { LawWords } from './law-words.ts'
import { percentOf } from './stage-bands.ts'

/** Live files by stage, each count with a bar on the same scale. */
export function StageTable({ byStage, words }: { byStage: BasinOverview['byStage']; words: LawWords }) {
  const t = useTranslations('basin.stage')
  const locale = useLocale()
  const present = byStage.filter(({ figure }) => figure.count > 0)
  if (present.length === 0) return <p className="muted">{t('empty')}</p>
  const total = present.reduce((sum, { figure }) => sum + figure.count, 0)
  const largest = Math.max(...present.map(({ figure }) => figure.count))
  return (
    <table className="grid counted-lines">
      <caption className="vh">{t('caption')}</caption>
      <thead><tr><th scope="col">{t('stage')}</th><th scope="col">{t('share')}</th><th scope="col" className="num">{t('count')}</th></tr></thead>
      <tbody>
        {present.map(({ stage, figure }) => (
          <tr key={stage}>
            <th scope="row">{words.stage(stage)}</th>
            <td className="counted-bar"><Share count={figure.count} largest={largest} />{formatPercent(percentOf(figure.count, total) ?? 0, locale)}</td>
            <td className="num"><FigureLink figure={figure} label={words.stage(stage)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Share({ count, largest }: { count: number; largest: number }) {
  return <i aria-hidden="true" style={{ width: `${(count / largest) * 60}%` }} />
}

/** Deadlines that fell in the quarter: in time, late, still overdue. */
export function DeadlineTable({ deadlines, words }: { deadlines: BasinOverview['deadlines']; words: LawWords }) {
  const t = useTranslations('basin.deadline')
  const locale = useLocale()
  const fallen = deadlines.filter(({ met, metLate, overdue }) => met.count + metLate.count + overdue.count > 0)
  if (fallen.length === 0) return <p className="muted">{t('empty')}</p>
  return (
    <table className="grid deadline-figures" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('what')}</th>
          <th scope="col" role="columnheader">{t('rule')}</th>
          {(['met', 'metLate', 'overdue', 'rate'] as const).map((column) => <th key={column} scope="col" role="columnheader" className="num">{t(column)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {fallen.map(({ code, rule, met, metLate, overdue }) => {
          const name = words.deadline(code)
          // A setting's contacts are only kept while they wait: a share in time would say nothing.
          const rate = isOwnSetting(code) ? null : percentOf(met.count, met.count + metLate.count + overdue.count)
          return (
            <tr key={code} role="row">
              <th scope="row" role="rowheader">{name}</th>
              <td role="cell" data-l={t('rule')}><RuleChip rule={rule} setting={isOwnSetting(code)} /></td>
              <td role="cell" className="num" data-l={t('met')}><FigureLink figure={met} label={`${name}, ${t('met')}`} /></td>
              <td role="cell" className="num" data-l={t('metLate')}><FigureLink figure={metLate} label={`${name}, ${t('metLate')}`} /></td>
              <td role="cell" className="num" data-l={t('overdue')}>
                <FigureLink figure={overdue} label={`${name}, ${t('overdue')}`} className={overdue.count > 0 ? 'late-figure' : undefined} />
              </td>
              <td role="cell" className="num" data-l={t('rate')}>{rate === null ? '–' : formatPercent(rate, locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Exits of the quarter by motive, the most frequent first. */
export function ExitTable({ exits, words }: { exits: BasinOverview['exits']; words: LawWords }) {
  const t = useTranslations('basin.exit')
  const present = exits.byMotive.filter(({ figure }) => figure.count > 0).toSorted((a, b) => b.figure.count - a.figure.count)
  if (present.length === 0) return <p className="muted">{t('empty')}</p>
  const largest = present[0]?.figure.count ?? 1
  return (
    <table className="grid counted-lines">
      <caption className="vh">{t('caption')}</caption>
      <thead><tr><th scope="col">{t('motive')}</th><td aria-hidden="true" /><th scope="col" className="num">{t('count')}</th></tr></thead>
      <tbody>
        {present.map(({ motive, figure }) => {
          const name = motive === null ? t('unknown') : words.motive(motive)
          return (
            <tr key={motive ?? 'unknown'}>
              <th scope="row">{name}</th>
              <td className="counted-bar"><Share count={figure.count} largest={largest} /></td>
              <td className="num"><FigureLink figure={figure} label={name} /></td>
            </tr>
          )
        })}
        <tr className="sum">
          <th scope="row">{t('total')}</th><td />
          <td className="num"><FigureLink figure={exits.total} label={t('total')} /></td>
        </tr>
      </tbody>
    </table>
  )
}
