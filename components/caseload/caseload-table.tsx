'use client'
import {
  createColumnHelper, functionalUpdate, rowPaginationFeature, rowSortingFeature, tableFeatures, useTable,
  type PaginationState, type SortingState,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp, CircleCheck, CircleDashed, Clock, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useTransition, type ReactNode } from 'react'
import { caseloadAddress } from './address.ts'
import type { CaseloadLine, WordedDay } from './caseload-line.ts'

const features = tableFeatures({ rowPaginationFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, CaseloadLine>()
const stateIcons = { overdue: TriangleAlert, soon: Clock, planned: CircleDashed, met: CircleCheck, cancelled: CircleDashed }

const columns = helper.columns([
  helper.accessor('name', { header: () => <ColumnName id="name" />, cell: ({ row }) => <Link href={row.original.href}>{row.original.name}</Link> }),
  helper.accessor('stage', { header: () => <ColumnName id="stage" /> }),
  helper.accessor('basin', { header: () => <ColumnName id="basin" /> }),
  helper.accessor('deadline', { header: () => <ColumnName id="deadline" />, cell: ({ row }) => <NextDeadline deadline={row.original.deadline} /> }),
  helper.accessor('start', { header: () => <ColumnName id="start" />, cell: ({ row }) => <DayCell day={row.original.start} /> }),
  helper.accessor('term', { header: () => <ColumnName id="term" />, cell: ({ row }) => <DayCell day={row.original.term} /> }),
  helper.accessor('counsellor', { header: () => <ColumnName id="counsellor" /> }),
  helper.accessor('referent', { header: () => <ColumnName id="referent" />, cell: ({ row }) => <Named name={row.original.referent} /> }),
])

type ColumnId = 'name' | 'stage' | 'basin' | 'deadline' | 'start' | 'term' | 'counsellor' | 'referent'

function ColumnName({ id }: { id: ColumnId }) {
  return useTranslations('caseload.column')(id)
}

function NextDeadline({ deadline }: { deadline: CaseloadLine['deadline'] }) {
  const t = useTranslations('caseload.cell')
  if (deadline === null) return <span className="faint">{t('noDeadline')}</span>
  const Icon = stateIcons[deadline.state]
  return (
    <span className="caseload-deadline">
      <span>{deadline.act}, <time dateTime={deadline.iso}>{deadline.label}</time></span>
      <span className={`st ${deadline.state}`}><Icon className="i" aria-hidden="true" />{deadline.relative}</span>
    </span>
  )
}

function DayCell({ day }: { day: WordedDay | null }) {
  const t = useTranslations('caseload.cell')
  return day === null ? <span className="faint">{t('notYet')}</span> : <time dateTime={day.iso}>{day.label}</time>
}

function Named({ name }: { name: string | null }) {
  const t = useTranslations('caseload.cell')
  return name === null ? <span className="faint">{t('none')}</span> : name
}

export interface CaseloadTableProps {
  readonly lines: readonly CaseloadLine[]
  readonly total: number
  /** The query string the lines answer to, without its defaults. */
  readonly search: string
  readonly sort: string
  readonly dir: 'asc' | 'desc'
  readonly page: number
  readonly size: number
  /** The pages below the table. */
  readonly children: ReactNode
}

/** The files, page by page: sorting, filtering and paging are the server's, their state is the address. */
export function CaseloadTable({ lines, total, search, sort, dir, page, size, children }: CaseloadTableProps) {
  const t = useTranslations('caseload')
  const router = useRouter()
  const [waiting, start] = useTransition()
  const sorting = useMemo<SortingState>(() => [{ id: sort, desc: dir === 'desc' }], [sort, dir])
  const pagination = useMemo<PaginationState>(() => ({ pageIndex: page - 1, pageSize: size }), [page, size])
  const rows = useMemo(() => [...lines], [lines])
  const go = (change: Parameters<typeof caseloadAddress>[1]) => start(() => router.push(caseloadAddress(search, change), { scroll: false }))

  const table = useTable({
    features, columns, data: rows, rowCount: total, getRowId: (line) => line.id,
    manualPagination: true, manualSorting: true, enableSortingRemoval: false, sortDescFirst: false,
    state: { sorting, pagination },
    onSortingChange: (update) => {
      const [next] = functionalUpdate(update, sorting)
      if (next !== undefined) go({ sort: next.id === 'deadline' ? null : next.id, dir: next.desc ? 'desc' : null })
    },
    onPaginationChange: (update) => {
      const next = functionalUpdate(update, pagination)
      go({ page: String(next.pageIndex + 1), size: next.pageSize === 25 ? null : String(next.pageSize) })
    },
  })
  const columnName = t(`column.${sort as ColumnId}`)

  return (
    <div aria-busy={waiting}>
      <p className="vh" role="status">{waiting ? t('loading') : ''}</p>
      <div className="caseload-sort">
        <label htmlFor="caseload-sort">{t('sort.label')}</label>
        <select
          id="caseload-sort" className="input" value={`${sort} ${dir}`}
          onChange={(event) => {
            const [id = 'deadline', direction] = event.target.value.split(' ')
            table.setSorting([{ id, desc: direction === 'desc' }])
          }}
        >
          {table.getAllLeafColumns().flatMap((column) => (['asc', 'desc'] as const).map((direction) => (
            <option key={`${column.id} ${direction}`} value={`${column.id} ${direction}`}>
              {t(`column.${column.id as ColumnId}`)}, {t(direction === 'asc' ? 'table.ascending' : 'table.descending')}
            </option>
          )))}
        </select>
      </div>
      <table className="table caseload-table" role="table">
        <caption className="vh">
          {t('table.caption', { column: columnName, direction: t(dir === 'asc' ? 'table.ascending' : 'table.descending') })}
        </caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted()
                return (
                  <th key={header.id} scope="col" role="columnheader" aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}>
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      {sorted === 'asc' && <ArrowUp className="i i-s" aria-hidden="true" />}
                      {sorted === 'desc' && <ArrowDown className="i i-s" aria-hidden="true" />}
                    </button>
                  </th>
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row">
              {row.getAllCells().map((cell) => cell.column.id === 'name'
                ? <th key={cell.id} scope="row" role="rowheader"><table.FlexRender cell={cell} /></th>
                : <td key={cell.id} role="cell" data-l={t(`column.${cell.column.id as ColumnId}`)}><table.FlexRender cell={cell} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </div>
  )
}
