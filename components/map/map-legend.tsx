import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Sample } from '@/components/charts/drawing.tsx'
import { useChartWords } from '@/components/charts/chart-words.ts'
import type { BasinMapSpec } from '@/lib/charts/chart.ts'
import { drawnWords } from '@/lib/charts/figure-words.ts'
import { boxSample } from '@/lib/charts/legend.ts'
import { LARGEST } from '@/lib/charts/map-frame.ts'
import { classWords, RING, type MapLayout, type MapWindow } from '@/lib/charts/map.ts'
import { RATIO, sheetOf, spotOf } from '@/lib/charts/projection.ts'
import { useMapWords } from './map-words.ts'

interface MapLegendProps {
  readonly layout: MapLayout
  readonly size: BasinMapSpec['size']
  readonly colour: BasinMapSpec['colour']
  readonly ground: BasinMapSpec['ground']
  readonly id: string
}

/** What sizes and colours say, in words, with the signs of figures that are not there. */
export function MapLegend({ layout, size, colour, ground, id }: MapLegendProps) {
  const words = useChartWords()
  const map = useMapWords()
  return (
    <div className="map-legend">
      {layout.window !== null && <Locator window={layout.window} ground={ground} />}
      <p>{map.sized(size.name)}</p>
      <ul className="map-sizes">
        {layout.sizes.map(({ value, k }) => <li key={value}><Circle k={k} look="before" />{drawnWords(value, size.unit, words)}</li>)}
        {layout.unsized > 0 && <li><Circle k={RING} look="no-size" />{map.noSize}</li>}
      </ul>
      <p>{map.coloured(colour.name)}</p>
      <ul>
        {layout.classes.map((one) => <li key={one.look}><Sample shapes={boxSample(one.look)} prefix={`${id}-${one.look}`} />{classWords(one, colour.unit, words, map)}</li>)}
        {layout.uncoloured > 0 && <li><Sample shapes={boxSample('no-colour')} prefix={`${id}-legend`} />{map.noColour}</li>}
      </ul>
    </div>
  )
}

/** Where in the country the part that is shown lies. */
function Locator({ window: { x, y, share }, ground }: { readonly window: MapWindow; readonly ground: BasinMapSpec['ground'] }) {
  const t = useTranslations('map')
  const tall = 100 * RATIO.metropole
  const spots = ground.filter((place) => sheetOf(place) === 'metropole').map((place) => spotOf(place, 'metropole'))
  return (
    <svg className="map-locator" viewBox={`0 0 100 ${tall}`} role="img" aria-label={t('locator')}>
      {spots.map((spot, at) => <circle key={at} cx={Math.round(spot.x * 1000) / 10} cy={Math.round(spot.y * tall * 10) / 10} r="1" className="sign-dust" />)}
      <rect x={x * 100} y={y * tall} width={share * 100} height={share * tall} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** As large as in the map, whatever the width of the page. */
function Circle({ k, look }: { readonly k: number; readonly look: 'before' | 'no-size' }) {
  return (
    <svg className="map-size" style={{ '--k': k } as CSSProperties} width={2 * LARGEST * k + 2} height={2 * LARGEST * k + 2} aria-hidden="true">
      <circle cx="50%" cy="50%" r={LARGEST * k} className={`map-bubble sign-${look}`} />
    </svg>
  )
}
