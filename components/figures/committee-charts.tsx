import { BarChart } from '@/components/charts/bar-chart.tsx'
import { TrendChart } from '@/components/charts/trend-chart.tsx'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import Link from '@/components/ui/link.tsx'
import { FIXED_VALUES, UNKNOWN } from '@/lib/indicators/slices.ts'
import type { IndicatorId } from '@/lib/indicators/definitions.ts'
import type { CommitteeView } from '@/lib/steering/territory/committee.ts'
import type { Cut, CutRow } from '@/lib/steering/territory/figures.ts'
import { drawnValue, figureIn, useFigureWords } from './figure-words.ts'

const STAGES = ['proposal', 'support', 'suspended', 'placed', 'term'] as const

/** Bands in their own order, what is not known last. */
function rowsOf(view: CommitteeView, cut: Cut): readonly CutRow[] {
  const order: readonly string[] = cut === 'stage' ? STAGES : (FIXED_VALUES[cut] ?? [])
  const rank = ({ value }: CutRow) => (value === UNKNOWN ? order.length + 1 : order.includes(value) ? order.indexOf(value) : order.length)
  return view.here.cuts.filter((row) => row.cut === cut).toSorted((a, b) => rank(a) - rank(b))
}

/** One indicator over the quarters kept, and by groups of people where the place has them. */
export function OpenedIndicator({ view, id }: { readonly view: CommitteeView; readonly id: IndicatorId }) {
  const words = useFigureWords()
  const { t } = words
  const trend = view.opened?.trend ?? []
  const figure = figureIn(view.here, id)
  const cuts = (['seniority', 'age', 'sex', 'qualification', 'sector', 'path'] as const).map((cut) => ({ cut, rows: rowsOf(view, cut).flatMap((row) => row.figures.filter((one) => one.id === id).map((one) => ({ value: row.value, figure: one }))) }))
  return (
    <div className="figures-charts">
      <TrendChart
        id="tendance" heading="h3" title={t('chart.trend', { name: words.name(id) })} unit={words.unit(id)} periodName={t('chart.quarter')}
        reading={t('chart.trendReading', { name: words.name(id), quarter: words.quarter(view.quarter.code), value: words.value(figure), place: words.place(view.path.at(-1)!) })}
        empty={t('chart.empty')} note={t('chart.note')}
        periods={trend.map(({ quarter }) => {
          const name = readQuarter(quarter.code)
          return { key: quarter.code, label: words.quarter(quarter.code), short: name === null ? quarter.code : t('chart.short', { number: name.number }), ...(name !== null && { year: String(name.year) }) }
        })}
        series={[{ key: id, name: words.short(id), values: trend.map((quarter) => drawnValue(figureIn(quarter, id))) }]}
      />
      {cuts.flatMap(({ cut, rows }) => rows.length === 0 ? [] : [
        <BarChart
          key={cut} id={`par-${cut}`} heading="h3" title={t('chart.by', { name: words.short(id), by: words.by(cut) })} unit={words.unit(id)} rowName={words.dimension(cut)} order="given" parts={[{ key: id, name: words.short(id) }]}
          reading={t('chart.byReading', { name: words.name(id), by: words.by(cut), quarter: words.quarter(view.quarter.code) })} empty={t('chart.empty')}
          rows={rows.map((row) => ({ key: row.value, label: words.group(cut, row.value), values: [drawnValue(row.figure)] }))}
        />,
      ])}
      <p className="hint"><Link href={`/indicateurs#${id}`}>{t('definition', { name: words.name(id) })}</Link></p>
    </div>
  )
}

/** Exits by motive. */
export function MotivesChart({ view }: { readonly view: CommitteeView }) {
  const words = useFigureWords()
  const { t } = words
  const rows = rowsOf(view, 'motive').map(({ value, figures }) => ({ key: value, label: value === UNKNOWN ? t('unknownMotive') : words.motive(value), values: [drawnValue(figures[0]!)] }))
  return (
    <BarChart
      id="motifs" heading="h3" title={t('chart.motives')} unit="count" rowName={t('chart.motive')} parts={[{ key: 'exits', name: words.short('exits') }]} rows={rows} empty={t('chart.empty')}
      reading={t('chart.motivesReading', { value: words.value(figureIn(view.here, 'exits')), quarter: words.quarter(view.quarter.code) })}
    />
  )
}

/** Files in course on the day of the edition, by group of stages. */
export function StagesChart({ view, when }: { readonly view: CommitteeView; readonly when: string }) {
  const { t } = useFigureWords()
  const kept = rowsOf(view, 'stage')
  const rows = STAGES.map((stage) => {
    const row = kept.find(({ value }) => value === stage)
    return { key: stage, label: t(`stage.${stage}`), values: [row === undefined ? 0 : (row.files ?? 'withheld')] as const }
  })
  return <BarChart id="etapes" heading="h3" title={t('chart.stages')} unit="count" rowName={t('chart.stage')} order="given" parts={[{ key: 'live', name: t('chart.files') }]} rows={rows} empty={t('chart.empty')} reading={t('chart.stagesReading', { when })} />
}

/** Whether there is anything of a cut to draw. */
export function hasCut(view: CommitteeView, cut: Cut): boolean {
  return rowsOf(view, cut).length > 0
}
