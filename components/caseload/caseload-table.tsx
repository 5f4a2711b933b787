'use client'
import {
  createColumnHelper, functionalUpdate, rowPaginationFeature, rowSortingFeature, tableFeatures, useTable,
  type PaginationState, type SortingState,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useOptimistic, useTransition, type ReactNode } from 'react'
import type { CaseloadColumn, Density } from '@/lib/cases/caseload-columns.ts'
import { classNames } from '../ui/class-names.ts'
import { useHeldWait } from '../ui/waiting.ts'
import { caseloadAddress } from './address.ts'
import { CaseloadCell } from './caseload-cell.tsx'
import type { CaseloadLine } from './caseload-line.ts'
import { isPicked, useDesk, withLines } from './desk-state.ts'
import { orderText, type Order } from './order.ts'

const features = tableFeatures({ rowPaginationFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, CaseloadLine>()

export interface CaseloadTableProps {
  readonly lines: readonly CaseloadLine[]
  readonly total: number
  /** The query string the lines answer to, without its defaults. */
  readonly search: string
  /** The columns shown, the name first. */
  readonly shown: readonly CaseloadColumn[]
  /** Those the list can be put in the order of. */
  readonly sortable: readonly string[]
  readonly density: Density
  /** The orders at work, the strongest first. */
  readonly orders: readonly Order[]
  readonly page: number
  readonly size: number
  /** The pages below the table. */
  readonly children: ReactNode
}

/** The files, page by page: sorting, filtering and paging are the server's, their state is the address. */
export function CaseloadTable({ lines, total, search, shown, sortable, density, orders: kept, page, size, children }: CaseloadTableProps) {
  const t = useTranslations('caseload')
  const router = useRouter()
  const desk = useDesk()
  const [waiting, start] = useTransition()
  const [asked, setAsked] = useOptimistic<string | null>(null)
  useHeldWait(waiting ? 'page' : null, asked)
  // The order asked for is shown from the press on; the lines follow.
  const [orders, setOrders] = useOptimistic(kept)
  const sorting = useMemo<SortingState>(() => orders.map(({ column, descending }) => ({ id: column, desc: descending })), [orders])
  const pagination = useMemo<PaginationState>(() => ({ pageIndex: page - 1, pageSize: size }), [page, size])
  const rows = useMemo(() => [...lines], [lines])
  const references = useMemo(() => lines.map(({ reference }) => reference), [lines])
  const columns = useMemo(
    () => helper.columns(shown.map((column) => helper.accessor(column, { enableSorting: sortable.includes(column) }))),
    [shown, sortable],
  )
  const go = (change: Parameters<typeof caseloadAddress>[1]) => {
    const address = caseloadAddress(search, change)
    setAsked(address)
    router.push(address, { scroll: false })
  }
  const order = (next: readonly Order[]) => start(() => {
    setOrders(next)
    go({ dir: null, sort: orderText(next) })
  })

  const table = useTable({
    features, columns, data: rows, rowCount: total, getRowId: (line) => line.id,
    manualPagination: true, manualSorting: true, enableSortingRemoval: false, sortDescFirst: false, maxMultiSortColCount: 3,
    state: { sorting, pagination },
    onSortingChange: (update) => {
      const next = functionalUpdate(update, sorting)
      if (next.length > 0) order(next.map(({ id, desc }) => ({ column: id, descending: desc })))
    },
    onPaginationChange: (update) => {
      const next = functionalUpdate(update, pagination)
      start(() => go({ page: String(next.pageIndex + 1), size: next.pageSize === 25 ? null : String(next.pageSize) }))
    },
  })
  const said = ({ column, descending }: Order) => `${t(`column.${column as CaseloadColumn}`)}, ${t(descending ? 'table.descending' : 'table.ascending')}`
  const first = orders[0]
  const pickedHere = references.filter((reference) => isPicked(desk.picked, reference))

  return (
    <div aria-busy={waiting}>
      <p className="vh" role="status">{waiting ? t('loading') : ''}</p>
      <p className="vh" id="caseload-sort-hint">{t('table.sortHint')}</p>
      <div className="caseload-sort">
        <label className="choice">
          <input type="checkbox" className="box" checked={pickedHere.length === references.length} onChange={(event) => desk.pick(withLines(desk.picked, references, event.target.checked, references))} />
          <span>{t('table.selectPage')}</span>
        </label>
        <label htmlFor="caseload-sort">{t('sort.label')}</label>
        <select
          id="caseload-sort" className="input" value={`${first?.column ?? 'deadline'} ${first?.descending === true ? 'desc' : 'asc'}`}
          onChange={(event) => {
            const [column = 'deadline', direction] = event.target.value.split(' ')
            order([{ column, descending: direction === 'desc' }])
          }}
        >
          {sortable.filter((column) => shown.includes(column as CaseloadColumn) || column === first?.column).flatMap((column) => [false, true].map((descending) => (
            <option key={`${column} ${descending}`} value={`${column} ${descending ? 'desc' : 'asc'}`}>{said({ column, descending })}</option>
          )))}
        </select>
      </div>
      <div className="caseload-scroll">
        <table className={classNames('table caseload-table', density === 'compact' && 'compact')} role="table">
          <caption className="vh">{t('table.captionBy', { order: orders.map(said).reduce((before, next) => t('table.andThen', { first: before, next })) })}</caption>
          <thead role="rowgroup">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} role="row">
                <th scope="col" role="columnheader" className="check">
                  <label className="check-hit">
                    <input
                      type="checkbox" className="box" aria-label={t('table.selectPage')} checked={pickedHere.length === references.length}
                      ref={(box) => {
                        if (box !== null) box.indeterminate = pickedHere.length > 0 && pickedHere.length < references.length
                      }}
                      onChange={(event) => desk.pick(withLines(desk.picked, references, event.target.checked, references))}
                    />
                  </label>
                </th>
                {group.headers.map((header) => {
                  const column = header.column.id as CaseloadColumn
                  const sorted = header.column.getIsSorted()
                  const rank = orders.findIndex((order) => order.column === column)
                  return (
                    <th key={header.id} scope="col" role="columnheader" data-c={column} aria-sort={rank === 0 ? (sorted === 'desc' ? 'descending' : 'ascending') : undefined}>
                      {!header.column.getCanSort() ? t(`column.${column}`) : (
                        <button type="button" onClick={header.column.getToggleSortingHandler()} aria-describedby="caseload-sort-hint">
                          {t(`column.${column}`)}
                          {sorted === 'asc' && <ArrowUp className="i i-s" aria-hidden="true" />}
                          {sorted === 'desc' && <ArrowDown className="i i-s" aria-hidden="true" />}
                          {sorted !== false && orders.length > 1 && (
                            <>
                              <span className="caseload-rank" aria-hidden="true">{rank + 1}</span>
                              <span className="vh">{t('table.rank', { direction: t(sorted === 'asc' ? 'table.ascending' : 'table.descending'), rank: rank + 1 })}</span>
                            </>
                          )}
                        </button>
                      )}
                    </th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody role="rowgroup">
            {table.getRowModel().rows.map(({ id, original: line }) => {
              const picked = isPicked(desk.picked, line.reference)
              return (
                <tr key={id} role="row" className={picked ? 'selected' : undefined}>
                  <td className="check" role="cell">
                    <label className="check-hit">
                      <input
                        type="checkbox" className="box" aria-label={t('table.selectLine', { name: line.name })} checked={picked}
                        onChange={(event) => desk.pick(withLines(desk.picked, [line.reference], event.target.checked, references))}
                      />
                    </label>
                  </td>
                  {shown.map((column) => column === 'name'
                    ? <th key={column} scope="row" role="rowheader"><CaseloadCell line={line} column={column} /></th>
                    : <td key={column} role="cell" data-c={column} data-l={t(`column.${column}`)}><CaseloadCell line={line} column={column} /></td>)}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {children}
    </div>
  )
}
