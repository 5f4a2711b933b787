import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import { useChartWords } from '@/components/charts/chart-words.ts'
import type { BasinMapSpec, MapColumn, Unit, Value } from '@/lib/charts/chart.ts'
import { valueWords } from '@/lib/charts/figure-words.ts'
import { inOrder } from '@/lib/charts/map.ts'

/** The basins of the map with their two figures; each head is the address of its order. */
export function BasinsTable({ title, basins, size, colour, order }: BasinMapSpec) {
  const t = useTranslations('map')
  const words = useChartWords()
  const cell = (value: Value, unit: Unit) => <td className={typeof value === 'number' ? 'num' : 'num faint'}>{valueWords(value, unit, words)}</td>
  return (
    <table className="grid">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <Head column="name" name={t('basin')} order={order} />
          <Head column="size" name={size.name} order={order} />
          <Head column="colour" name={colour.name} order={order} />
        </tr>
      </thead>
      <tbody>
        {inOrder(basins, order).map((basin) => (
          <tr key={basin.code}>
            <th scope="row"><Link href={basin.href}>{basin.name}</Link></th>
            {cell(basin.size, size.unit)}
            {cell(basin.colour, colour.unit)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ column, name, order }: { readonly column: MapColumn; readonly name: string; readonly order: BasinMapSpec['order'] }) {
  const t = useTranslations('map.sorted')
  const sorted = order.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={sorted} className={column === 'name' ? undefined : 'num'}>
      <Link href={order.hrefs[column]} scroll={false} title={t(sorted, { column: name })}>
        {name}
        {sorted !== 'none' && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={16} />}
      </Link>
    </th>
  )
}
