import { scopeCondition } from '../../access/scope.ts'
import { caseloadSearch, type CaseloadFilter } from '../../cases/caseload-params.ts'
import { caseloadWhere, standing } from '../../cases/caseload-where.ts'
import { every, partSql, placeSql } from '../../cases/indicator-where.ts'
import { Prisma } from '../../database/generated/client.ts'
import { definitionOf } from '../../indicators/definitions.ts'
import { chanceOf, isDrifting, type Lateness } from '../../indicators/drift.ts'
import { placeText, type Slice } from '../../indicators/slices.ts'
import { asidesInForce, type AlertSubject, type SetAside } from '../asides.ts'
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
  readonly by: AlertSubject
  /** The basin's code, or the account. */
  readonly id: string
  readonly name: string
  /** Of the one that waits for longest: the last day it should have been done, or that of the last contact. ISO text. */
  readonly oldest: string | null
  /** How often chance alone would give as many late files. */
  readonly chance: number
  /** Set aside by a manager, until a day. */
  readonly aside: SetAside | null
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
  readonly oldest: string | null
}

async function deadlinesPassed({ actor, today, tx }: Steering, slice: Slice): Promise<Row[]> {
  // Those that passed unmet are few: each looks its file up, rather than all files being read for them.
  const rows = await tx.$queryRaw<Omit<Row, 'of'>[]>`
    select c.basin_id::text as "basinId", c.counsellor_id::text as "counsellorId", d.label as kind, count(distinct c.id)::integer as late, min(d.due_on)::text as oldest
    from deadline d cross join lateral (
      select c.id, c.basin_id, c.counsellor_id from case_file c
      where c.id = d.case_id and ${scopeCondition(actor, 'c', 'caseload.read')} and ${caseloadWhere(sliceFilter(slice), today)} offset 0) c
    where d.operator_id = ${actor.operatorId}::uuid and d.label in ('preBilan', 'plan') and ${standing.overdue(today)} and ${placeSql(slice.place, Prisma.sql`d.basin_id`) ?? Prisma.sql`true`}
    group by 1, 2, 3`
  return rows.map((row) => ({ ...row, of: 0 }))
}

/** People in a CSP today, and those of them nobody has heard of lately. */
async function silent({ actor, today, tx }: Steering, slice: Slice): Promise<Row[]> {
  const definition = definitionOf('withoutContact')
  const day = { from: today, to: today }
  return tx.$queryRaw<Row[]>`
    select m.basin_id::text as "basinId", m.counsellor_id::text as "counsellorId", 'contact' as kind,
           count(*) filter (where ${partSql(definition, 'counted', day, today)})::integer as late, count(*)::integer as of,
           (min(coalesce(m.last_contact_on, m.entered_on)) filter (where ${partSql(definition, 'counted', day, today)}))::text as oldest
    from ${measuresFrom(dimensionsOf(slice))}
    where ${every([sliceSql(actor, slice), partSql(definition, 'of', day, today)])} group by 1, 2`
}

interface Totals {
  readonly of: number
  readonly late: Readonly<Record<DriftKind, number>>
  readonly oldest: Readonly<Record<DriftKind, string | null>>
}
const NONE: Totals = { of: 0, late: { preBilan: 0, plan: 0, contact: 0 }, oldest: { preBilan: null, plan: null, contact: null } }

const earlier = (one: string | null, other: string | null) => (one === null || (other !== null && other < one) ? other : one)

/** What the rows of each group add up to. */
function totalsOf(rows: readonly Row[], groupOf: (row: Row) => string): ReadonlyMap<string, Totals> {
  const groups = new Map<string, Totals>()
  for (const row of rows) {
    const { of, late, oldest } = groups.get(groupOf(row)) ?? NONE
    groups.set(groupOf(row), {
      of: of + row.of, late: { ...late, [row.kind]: late[row.kind] + row.late }, oldest: { ...oldest, [row.kind]: earlier(oldest[row.kind], row.oldest) },
    })
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

/** A basin or a counsellor as they stand today, drifting or not. */
export interface StandingGroup extends DriftingGroup {
  readonly subjectId: string
  readonly drifting: boolean
}

export interface Standing extends Late {
  readonly kind: DriftKind
  readonly groups: readonly StandingGroup[]
}

/** How each basin and each counsellor of a slice stands today, each kind against all of the slice. */
export async function standings(steering: Steering, slice: Slice, names: Names): Promise<readonly Standing[]> {
  const rows = [...(await silent(steering, slice)), ...(await deadlinesPassed(steering, slice))]
  const asides = await asidesInForce(steering)
  const here = totalsOf(rows, () => '').get('') ?? NONE
  const groupsOf = { basin: totalsOf(rows, ({ basinId }) => basinId), counsellor: totalsOf(rows, ({ counsellorId }) => counsellorId) }
  return DRIFT_KINDS.map((kind): Standing => {
    const whole: Late = { late: here.late[kind], of: here.of, search: searchOf(steering, slice, kind) }
    const groupsBy = (by: AlertSubject): StandingGroup[] =>
      [...groupsOf[by]].flatMap(([id, totals]): StandingGroup[] => {
        const lateness = { late: totals.late[kind], of: totals.of }
        const basin = by === 'basin' ? names.basin(id) : null
        const name = by === 'basin' ? (basin?.name ?? null) : names.counsellor(id)
        if (lateness.late === 0 || name === null) return []
        const narrow: Slice = by === 'basin' ? { ...slice, place: { level: 'basin', code: basin!.code } } : { ...slice, counsellor: id }
        const drifting = isDrifting(lateness, whole)
        return [{
          ...lateness, by, subjectId: id, id: basin?.code ?? id, name, drifting, oldest: totals.oldest[kind], chance: chanceOf(lateness, whole),
          aside: asides.get(`${kind} ${by} ${id}`) ?? null, search: searchOf(steering, narrow, kind),
        }]
      })
    return { kind, ...whole, groups: [...(slice.place.level === 'basin' ? [] : groupsBy('basin')), ...(slice.counsellor === null ? groupsBy('counsellor') : [])] }
  })
}

const MOST_GROUPS = 5

/**
 * What drifts in a slice today: each kind with its files, and the basins and counsellors well above the others, those set
 * aside last. A basin is compared inside a place of several, a counsellor wherever they are not the only one.
 */
export async function drifts(steering: Steering, slice: Slice, names: Names): Promise<readonly Drift[]> {
  return (await standings(steering, slice, names)).map(({ groups, ...drift }): Drift => {
    const drifting = groups.filter((group) => group.drifting).toSorted((a, b) => b.late / b.of - a.late / a.of || b.late - a.late)
    return { ...drift, groups: [...drifting.filter(({ aside }) => aside === null).slice(0, MOST_GROUPS), ...drifting.filter(({ aside }) => aside !== null).slice(0, MOST_GROUPS)] }
  })
}
