import { useTranslations } from 'next-intl'
import { ChartFiles } from '@/components/charts/chart-files.tsx'
import { ChartHeading, NoFigures, type HeadingRank } from '@/components/charts/chart-figure.tsx'
import { useChartWords } from '@/components/charts/chart-words.ts'
import type { BasinMapSpec } from '@/lib/charts/chart.ts'
import { imageOf } from '@/lib/charts/image.ts'
import { mapCsv } from '@/lib/charts/map-csv.ts'
import { mapFrame } from '@/lib/charts/map-frame.ts'
import { layMap } from '@/lib/charts/map.ts'
import { BasinsTable } from './basins-table.tsx'
import { MapLegend } from './map-legend.tsx'
import { Sheet } from './map-sheet.tsx'
import { useMapWords } from './map-words.ts'

/** Up to so many basins, the table is open from the start. */
const SHORT = 40

/** Basins as bubbles, each a link; under them the same figures as a table, in the order the address asks. */
export function BasinMap({ heading, ...spec }: BasinMapSpec & { readonly heading?: HeadingRank }) {
  const t = useTranslations('map')
  const words = useChartWords()
  const map = useMapWords()
  const { id, title, reading, note, empty, basins, order } = spec
  if (basins.length === 0) return <NoFigures id={id} title={title} rank={heading} why={empty ?? t('empty')} />
  const layout = layMap(spec)
  const [metropole, ...insets] = layout.sheets
  const reordered = order.column !== 'size' || !order.descending
  return (
    <figure className="chart map" aria-labelledby={`${id}-title`} aria-describedby={`${id}-reading`}>
      <ChartHeading id={id} rank={heading}>{title}</ChartHeading>
      <p className="chart-reading" id={`${id}-reading`}>{reading}</p>
      <a className="map-skip" href={`#${id}-table`}>{t('skip')}</a>
      <div className="map-body">
        <div className="map-plot" role="group" aria-label={t('drawing', { title })}>
          <p className="map-point" aria-hidden="true">{t('point')}</p>
          {metropole !== undefined && <Sheet sheet={metropole} prefix={id} label={t('basins')} />}
          {insets.length > 0 && (
            <ul className="map-insets">
              {insets.map((inset) => inset.sheet !== 'metropole' && (
                <li key={inset.sheet}>
                  <Sheet sheet={inset} prefix={id} label={map.insets[inset.sheet]} />
                  <span aria-hidden="true">{map.insets[inset.sheet]}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="map-side">
          <MapLegend layout={layout} size={spec.size} colour={spec.colour} ground={spec.ground} id={id} />
          {layout.unplaced.length > 0 && <p className="chart-note">{t('unplaced', { names: layout.unplaced.map(({ name }) => name).join(', ') })}</p>}
          {note !== undefined && <p className="chart-note">{note}</p>}
          <div className="chart-foot">
            <details className="chart-table" id={`${id}-table`} open={basins.length <= SHORT || reordered}>
              <summary>{t('asTable', { count: basins.length })}</summary>
              <BasinsTable {...spec} />
            </details>
            <ChartFiles id={id} title={title} csv={mapCsv(spec, { code: t('code'), name: t('basin') }, words)} image={imageOf({ title, reading, note }, mapFrame(spec, layout, words, map))} />
          </div>
        </div>
      </div>
    </figure>
  )
}
