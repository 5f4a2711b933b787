import { BasinMap } from '@/components/map/basin-map.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { MapBasin, MapColumn, Value } from '@/lib/charts/chart.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import type { OneIndicator } from '@/lib/steering/dashboard/one-indicator.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { steeringHref, type SteeringAddress } from './address.ts'
import { IndicatorSelect } from './dashboard-filters.tsx'
import { useSteeringWords } from './steering-words.ts'
import { CHART_UNIT, charted } from './values.ts'

const COLUMNS: readonly MapColumn[] = ['name', 'size', 'colour']

/** `-size`: the largest first, what the map itself says. */
function readOrder(order: string | null): { readonly column: MapColumn; readonly descending: boolean } {
  const column = COLUMNS.find((one) => one === order?.replace('-', ''))
  return column === undefined ? { column: 'size', descending: true } : { column, descending: order!.startsWith('-') }
}

/**
 * The basins of the place as bubbles: a count is an area; a share, a time or an amount is a colour. Of two of the same kind,
 * the area says how many files the first is of.
 */
export function BasinsMap({ one, asked }: { readonly one: OneIndicator; readonly asked: SteeringAddress }) {
  const { t, name, short, value } = useSteeringWords()
  const { line, basins, country } = one
  const opened = line.id
  const other = basins?.[0]?.beside.id ?? opened
  const counts = (id: IndicatorId) => definitionOf(id).unit === 'people'
  const [sized, coloured] = counts(opened) || !counts(other) ? [opened, other] : [other, opened]
  const order = readOrder(asked.order)
  const sizeOf = (figure: Figure): Value => (counts(sized) ? charted('people', figure) : figure.of)
  const shown = (basins ?? []).map(({ basin, figure, beside }): MapBasin => {
    const [size, colour] = sized === opened ? [figure, beside] : [beside, figure]
    const said = (id: IndicatorId, one: Figure) => t('one.mapSide', { name: short(id), value: value(id, one) })
    return {
      code: basin.code, name: basin.name, latitude: basin.latitude ?? Number.NaN, longitude: basin.longitude ?? Number.NaN,
      size: sizeOf(size), colour: charted(definitionOf(coloured).unit, colour),
      href: steeringHref(asked, { indicator: null, place: { level: 'basin', code: basin.code } }),
      words: t('one.mapWords', { basin: basin.name, size: said(sized, size), colour: said(coloured, colour) }),
    }
  })
  const orderHref = (column: MapColumn) => {
    const descending = column === order.column ? !order.descending : column !== 'name'
    return `${steeringHref(asked, { order: `${descending ? '-' : ''}${column}` })}#bassins`
  }
  const rest = new URLSearchParams(steeringHref(asked, { beside: null }).split('?')[1] ?? '')
  return (
    <>
      <form action="/pilotage" method="get" className="steer-form no-print">
        {[...rest].map(([key, text]) => <input key={key} type="hidden" name={key} value={text} />)}
        <div className="field">
          <label htmlFor="steer-beside">{t('one.beside')}</label>
          <IndicatorSelect id="steer-beside" name="beside" value={other} />
        </div>
        <Button type="submit">{t('one.change')}</Button>
      </form>
      <BasinMap
        id="carte" heading="h3" title={t('one.map', { name: name(opened) })} reading={t('one.mapReading', { count: shown.length, size: name(sized), colour: name(coloured) })}
        basins={shown} ground={country} size={{ name: short(sized), unit: 'count' }} colour={{ name: short(coloured), unit: CHART_UNIT[definitionOf(coloured).unit] }}
        order={{ ...order, hrefs: { name: orderHref('name'), size: orderHref('size'), colour: orderHref('colour') } }}
      />
    </>
  )
}
