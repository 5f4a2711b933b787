import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnOf } from '@/lib/indicators/columns.ts'
import type { Condition } from '@/lib/indicators/conditions.ts'
import { DEFINITIONS } from '@/lib/indicators/definitions.ts'
import { accepted, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

// What is kept of a figure is added up again where a line marks it: a column that a figure reads and that `counts_of_measure`
// does not would leave it wrong for good.
let house: TwoOffices
let reference: string

beforeAll(async () => {
  house = await twoOffices('2026-02-20')
  reference = await accepted(house, house.north.counsellor)
})
afterAll(() => house.end())

const fieldsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsOf)
  if ('any' in condition) return condition.any.flatMap(fieldsOf)
  return Object.entries(condition).flatMap(([name, value]) => (['known', 'unknown', 'yes', 'no', 'day', 'atMost', 'number', 'choice'].includes(name) ? [value as string] : []))
}

const CHANGED: Readonly<Record<string, (column: string) => string>> = {
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`, boolean: (column) => `not coalesce(${column}, false)`, text: (column) => `coalesce(${column}, '') || 'x'`,
  smallint: (column) => `coalesce(${column}, 0) + 1`, integer: (column) => `coalesce(${column}, 0) + 1`, numeric: (column) => `coalesce(${column}, 0) + 1`, ARRAY: () => `'{202601}'`,
}

/** What is marked where one column changes on a line that has an anchor; undone after. */
async function marksOf(column: string, anchor: string): Promise<readonly { readonly anchor: string; readonly day: string | null; readonly month: string }[]> {
  const { owner } = house
  const [{ type } = { type: '' }] = (await owner.query<{ type: string }>(`select data_type as type from information_schema.columns where table_name = 'case_measure' and column_name = $1`, [column])).rows
  const line = `where case_id = (select id from case_file where reference = '${reference}')`
  await owner.query('begin')
  try {
    await owner.query(`update case_measure set entered_on = coalesce(entered_on, '2026-02-24'), ${anchor === 'entered_on' ? '' : `${anchor} = coalesce(${anchor}, '2026-03-31'), `}work_months = '{}' ${line}`)
    await owner.query('delete from indicator_stale')
    await owner.query(`update case_measure set ${column} = ${CHANGED[type]!(column)} ${line}`)
    return (await owner.query<{ anchor: string; day: string | null; month: string }>('select distinct anchor, day::text, month::text from indicator_stale order by 1, 2')).rows
  } finally {
    await owner.query('rollback')
  }
}

test('a line that changes marks every anchor whose figures read what changed', async () => {
  for (const { id, anchor, of, counted, mean, kind } of DEFINITIONS) {
    if (kind === 'stock') continue
    const read = new Set([anchor, ...fieldsOf(of), ...(counted === null ? [] : fieldsOf(counted)), ...(mean === null ? [] : [mean])])
    for (const field of read) expect((await marksOf(columnOf(field), columnOf(anchor))).map((mark) => mark.anchor), `${id}: ${field}`).toContain(anchor)
  }
})

test('it marks the day it leaves and the one it comes to, and no other', async () => {
  expect(await marksOf('plan_due_on', 'plan_due_on')).toEqual([{ anchor: 'planDueOn', day: '2026-03-31', month: '2026-03-01' }, { anchor: 'planDueOn', day: '2026-04-01', month: '2026-04-01' }])
  expect((await marksOf('ended_on', 'ended_on')).map(({ anchor, day }) => `${anchor} ${day}`)).toEqual(['endedOn 2026-03-31', 'endedOn 2026-04-01', 'leftOn 2026-03-31', 'leftOn 2026-04-01'])
  expect(await marksOf('work_months', 'entered_on')).toEqual([{ anchor: 'workMonths', day: null, month: '2026-01-01' }])
})

test('it marks nothing where no figure that is kept reads what changed', async () => {
  for (const column of ['last_contact_on', 'seniority', 'regime_code']) expect(await marksOf(column, 'entered_on'), column).toEqual([])
})
