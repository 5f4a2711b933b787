import { scopeCondition } from '../../access/scope.ts'
import { caseloadSearch, type CaseloadFilter } from '../../cases/caseload-params.ts'
import { caseloadWhere, standing } from '../../cases/caseload-where.ts'
import { every, partSql } from '../../cases/indicator-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import { definitionOf } from '../../indicators/definitions.ts'
import { isDrifting, type Lateness } from '../../indicators/drift.ts'
import { placeText, type Slice } from '../../indicators/slices.ts'
import { listFilter, type Steering } from '../figures.ts'
import { dimensionsOf, measuresFrom, sliceSql } from '../scope.ts'

/** What may drift: pré-bilans not held, plans not validated, people not heard of for thirty days. */
export const DRIFT_KINDS = ['preBilan', 'plan', 'contact'] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]

/** Late files, and the address that lists them. */
export interface Late extends Lateness {
  readonly search: string
}

export interface DriftingGroup extends Late {
  readonly by: 'basin' | 'counsellor'
  /** The basin's code, or the account. */
  readonly id: string
  readonly name: string
}

export interface Drift extends Late {
  readonly kind: DriftKind
  /** Those whose share is well above the others', the worst first. */
  readonly groups: readonly DriftingGroup[]
}

/** What a slice is as filters of the list of files. */
export function sliceFilter({ place, counsellor, where }: Slice): CaseloadFilter {
  return { place: place.level === 'nation' ? null : placeText(place), counsellor, ...(where as CaseloadFilter) }
}

interface Row {
  readonly basinId: string
  readonly counsellorId: string
  readonly kind: DriftKind
  readonly late: number
  readonly of: number
}

async function deadlinesPassed({ actor, today, tx }: Steering, slice: Slice): Promise<Row[]> {
  // Those that passed unmet are few: each looks its file up, rather than all files being read for them.
  const rows = await tx.$queryRaw<Omit<Row, 'of'>[]>`
    select c.basin_id::text as "basinId", c.counsellor_id::text as "counsellorId", d.label as kind, count(distinct c.id)::integer as late
    from deadline d cross join lateral (
      select c.id, c.basin_id, c.counsellor_id from case_file c
      where c.id = d.case_id and ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(sliceFilter(slice), today)} offset 0) c
    where d.operator_id = ${actor.operatorId}::uuid and d.label in ('preBilan', 'plan') and ${standing.overdue(today)}
    group by 1, 2, 3`
  return rows.map((row) => ({ ...row, of: 0 }))
}

/** People in a CSP today, and those of them nobody has heard of lately. */
async function silent({ actor, today, tx }: Steering, slice: Slice): Promise<Row[]> {
  const definition = definitionOf('withoutContact')
  const day = { from: today, to: today }
  return tx.$queryRaw<Row[]>`
    select m.basin_id::text as "basinId", m.counsellor_id::text as "counsellorId", 'contact' as kind,
           count(*) filter (where ${partSql(definition, 'counted', day, today)})::integer as late, count(*)::integer as of
    from ${measuresFrom(dimensionsOf(slice))}
    where ${every([sliceSql(actor, slice), partSql(definition, 'of', day, today)])} group by 1, 2`
}

type Totals = { readonly of: number } & Readonly<Record<DriftKind, number>>
const NONE: Totals = { of: 0, preBilan: 0, plan: 0, contact: 0 }

/** What the rows of each group add up to. */
function totalsOf(rows: readonly Row[], groupOf: (row: Row) => string): ReadonlyMap<string, Totals> {
  const groups = new Map<string, Totals>()
  for (const row of rows) {
    const known = groups.get(groupOf(row)) ?? NONE
    groups.set(groupOf(row), { ...known, of: known.of + row.of, [row.kind]: known[row.kind] + row.late })
  }
  return groups
}

function searchOf({ today }: Steering, slice: Slice, kind: DriftKind): string {
  if (kind === 'contact') return caseloadSearch(listFilter(definitionOf('withoutContact'), slice, { from: today, to: today }, 'counted'))
  return caseloadSearch({ ...sliceFilter(slice), due: kind, standing: 'overdue' })
}

interface Names {
  readonly basin: (id: string) => { readonly code: string; readonly name: string } | null
  readonly counsellor: (id: string) => string | null
}

const MOST_GROUPS = 5

/**
 * What drifts in a slice today: each kind with its files, and the basins and counsellors well above the others. A basin is
 * compared inside a place of several, a counsellor wherever they are not the only one.
 */
export async function drifts(steering: Steering, slice: Slice, names: Names): Promise<readonly Drift[]> {
  const rows = [...(await silent(steering, slice)), ...(await deadlinesPassed(steering, slice))]
  const here = totalsOf(rows, () => '').get('') ?? NONE
  const groupsOf = { basin: totalsOf(rows, ({ basinId }) => basinId), counsellor: totalsOf(rows, ({ counsellorId }) => counsellorId) }
  return DRIFT_KINDS.map((kind): Drift => {
    const whole: Late = { late: here[kind], of: here.of, search: searchOf(steering, slice, kind) }
    const groupsBy = (by: 'basin' | 'counsellor'): DriftingGroup[] =>
      [...groupsOf[by]].flatMap(([id, totals]): DriftingGroup[] => {
        const lateness = { late: totals[kind], of: totals.of }
        if (!isDrifting(lateness, whole)) return []
        const basin = by === 'basin' ? names.basin(id) : null
        const name = by === 'basin' ? (basin?.name ?? null) : names.counsellor(id)
        if (name === null) return []
        const narrow: Slice = by === 'basin' ? { ...slice, place: { level: 'basin', code: basin!.code } } : { ...slice, counsellor: id }
        return [{ ...lateness, by, id: basin?.code ?? id, name, search: searchOf(steering, narrow, kind) }]
      })
    const groups = [...(slice.place.level === 'basin' ? [] : groupsBy('basin')), ...(slice.counsellor === null ? groupsBy('counsellor') : [])]
    return { kind, ...whole, groups: groups.toSorted((a, b) => b.late / b.of - a.late / a.of || b.late - a.late).slice(0, MOST_GROUPS) }
  })
}

