// The store of figures across operators, filled by hand as its own role would: eight quarters of a few places.
import type pg from 'pg'
import { day } from '@/lib/accord/calendar/day.ts'
import { quartersBack } from '@/lib/cases/quarter.ts'
import { DEFINITIONS } from '@/lib/indicators/definitions.ts'
import { readPlace } from '@/lib/indicators/slices.ts'
import { POPULATIONS } from '@/lib/steering/territory/populations.ts'

export interface StoreOptions {
  readonly edition: number
  readonly madeOn?: string
  readonly places?: readonly string[]
  /** People of `entries` in the last quarter; `null`: masked. */
  readonly entries?: number | null
}

/** Puts an edition in the place of the one before. */
export async function fillStore(owner: pg.Client, { edition, madeOn = '2026-03-02', places = ['basin:8401', 'basin:8402', 'department:69', 'region:84', 'nation'], entries = 60 }: StoreOptions): Promise<void> {
  const quarters = quartersBack(day(madeOn), 9).slice(1).map(({ code }) => code)
  await owner.query('insert into territory_edition (number, made_on, newest_quarter) values ($1, $2, $3)', [edition, madeOn, quarters[0]])
  await owner.query('delete from territory_count')
  const rows = places.flatMap((text) => {
    const { level, code } = readPlace(text)!
    return quarters.flatMap((quarter, back) => [
      ...[...POPULATIONS.values()].map(({ name: { indicator, part } }) => ({
        quarter, level, code, indicator, part, amount: null,
        figure: indicator === 'entries' && back === 0 ? entries : indicator === 'wageGapClaims' ? null : part === 'of' ? 50 + back : 30 + back,
      })),
      ...DEFINITIONS.filter(({ mean }) => mean !== null).map(({ id, unit }) => ({ quarter, level, code, indicator: id, part: 'sum', figure: null, amount: unit === 'days' ? '390.00' : '40000.00' })),
    ])
  })
  await owner.query(`
    insert into territory_count (quarter, level, code, indicator, part, figure, amount, edition)
    select quarter, level, code, indicator, part, figure, amount, $2 from jsonb_to_recordset($1::jsonb)
      as r (quarter text, level text, code text, indicator text, part text, figure integer, amount numeric)`, [JSON.stringify(rows), edition])
}
