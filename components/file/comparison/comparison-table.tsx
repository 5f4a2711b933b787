import type { ReactNode } from 'react'
import { RuleChip } from '@/components/ui/rule-chip.tsx'

export interface ComparedColumn {
  readonly key: string
  readonly title: string
  readonly detail?: string
  /** Its name where columns become lines. */
  readonly short?: string
}

export interface ComparedCell {
  readonly text: ReactNode
  /** Whether it is not what the first column says: said strongly, and marked on the row of the total. */
  readonly changed?: boolean
  /** Beneath the value: by how much it moved. */
  readonly note?: ReactNode
}

export interface ComparedRow {
  readonly key: string
  readonly label: ReactNode
  readonly rule?: { readonly rule: string; readonly article: string | null }
  readonly cells: readonly ComparedCell[]
  /** The row that the others add up to. */
  readonly total?: boolean
}

export interface ComparedGroup {
  readonly key: string
  /** `null`: the only group needs no name. */
  readonly title: string | null
  readonly rows: readonly ComparedRow[]
}

interface ComparisonTableProps {
  readonly caption: string
  /** What the rows are: « Date ». */
  readonly what: string
  readonly columns: readonly ComparedColumn[]
  readonly groups: readonly ComparedGroup[]
}

/** The same things in two or three states, side by side; one under the other where there is no room. */
export function ComparisonTable({ caption, what, columns, groups }: ComparisonTableProps) {
  return (
    <div className="cmp-box">
      <table className="cmp" role="table">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{what}</th>
            {columns.map(({ key, title, detail }) => (
              <th key={key} scope="col" role="columnheader">{title}{detail !== undefined && <span className="beneath">{detail}</span>}</th>
            ))}
          </tr>
        </thead>
        {groups.filter(({ rows }) => rows.length > 0).map((group) => (
          <tbody key={group.key} role="rowgroup">
            {group.title !== null && <tr role="row" className="cmp-g"><th scope="rowgroup" role="rowheader" colSpan={columns.length + 1}>{group.title}</th></tr>}
            {group.rows.map((row) => <Row key={row.key} row={row} columns={columns} />)}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Row({ row, columns }: { readonly row: ComparedRow; readonly columns: readonly ComparedColumn[] }) {
  return (
    <tr role="row" className={row.total === true ? 'cmp-t' : undefined}>
      <th scope="row" role="rowheader">
        {row.label}
        {row.rule !== undefined && <> <RuleChip rule={row.rule.rule} article={row.rule.article} /></>}
      </th>
      {row.cells.map(({ text, changed, note }, index) => (
        <td key={columns[index]?.key ?? index} role="cell" data-l={columns[index]?.short ?? columns[index]?.title} className={changed === true ? 'moved' : undefined}>
          <span className={changed === true && row.total === true ? 'hl' : undefined}>{text}</span>
          {note !== undefined && <span className="beneath">{note}</span>}
        </td>
      ))}
    </tr>
  )
}
