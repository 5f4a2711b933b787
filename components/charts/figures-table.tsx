import Link from '@/components/ui/link.tsx'
import { valueWords } from '@/lib/charts/figure-words.ts'
import type { ChartTable } from '@/lib/charts/table.ts'
import { useChartWords } from './chart-words.ts'

/** The figures that are drawn, each leading to its files where it can. */
export function FiguresTable({ table }: { readonly table: ChartTable }) {
  const words = useChartWords()
  const { caption, rowName, columns, rows, unit, standing } = table
  return (
    <table className="grid">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowName}</th>
          {columns.map((column) => <th key={column} scope="col" className="num">{column}</th>)}
          {standing && <th scope="col">{words.standing}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {row.cells.map(({ value, href }, at) => {
              const text = valueWords(value, unit, words)
              return (
                <td key={columns[at]} className={typeof value === 'number' ? 'num' : 'num faint'}>
                  {href === null ? text : <Link href={href} aria-label={words.named([row.label, columns[at]].join(', '), text)}>{text}</Link>}
                </td>
              )
            })}
            {standing && <td className={row.standing === '' ? 'faint' : undefined}>{row.standing === '' ? words.settled : row.standing}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
