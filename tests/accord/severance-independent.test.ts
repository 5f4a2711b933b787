import { describe, expect, it } from 'vitest'
import { addDays, day, toPlainDate, type Day } from '@/lib/accord'
import { legalSeverance } from '@/lib/accord/rules/employer-money.ts'
import { asText, euro } from '@/lib/accord/rules/money.ts'
import { chanceOf } from '@/lib/launch/fuzz/chance.ts'

/**
 * The legal severance once more, written from the decrees and not from our code: CT L1234-9 and R1234-2, the
 * order 2017-1387 (24 September 2017) and the decree 2017-1398 (27 September 2017). Exact fractions over BigInt and
 * dates of Temporal, so that neither the arithmetic nor the calendar is shared with what it checks.
 */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const plus = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })
const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under })

/** Cents of a fraction of a cent, a half going up. */
function toNearest({ over, under }: Fraction): bigint {
  const double = over * 2n + under
  return double / (under * 2n)
}

const asFraction = (over: number, under = 1): Fraction => ({ over: BigInt(over), under: BigInt(under) })

/** Whole months of service between two dates, as a person counts them on a calendar: none is counted before it is over. */
function wholeMonths(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let { months } = from.until(to, { largestUnit: 'months' })
  // From the 31st of January the month is over on the last day of February, which `until` does not count.
  while (Temporal.PlainDate.compare(from.add({ months: months + 1 }), to) <= 0) months += 1
  return months
}

/** The severance in cents: `monthlyCents` the monthly wage, `notice` whole months of notice that were not worked. */
function severanceInCents(monthlyCents: number, hiredOn: Temporal.PlainDate, endOn: Temporal.PlainDate, notice: number): bigint {
  const ordinance = Temporal.PlainDate.from('2017-09-24')
  const decree = Temporal.PlainDate.from('2017-09-27')
  const needed = Temporal.PlainDate.compare(endOn, ordinance) < 0 ? 12 : 8
  if (wholeMonths(hiredOn, endOn) < needed) return 0n
  const months = wholeMonths(hiredOn, endOn.add({ months: notice }))
  const wage = asFraction(monthlyCents)
  // Before the decree: a fifth of a month a year, and two fifteenths more for each year beyond ten.
  if (Temporal.PlainDate.compare(endOn, decree) < 0) {
    const fifth = times(asFraction(months, 12), asFraction(1, 5))
    const beyond = times(asFraction(Math.max(0, months - 120), 12), asFraction(2, 15))
    return toNearest(times(wage, plus(fifth, beyond)))
  }
  // Since: a quarter of a month for each of the first ten years, a third for each of the others.
  const firstTen = times(asFraction(Math.min(months, 120), 12), asFraction(1, 4))
  const others = times(asFraction(Math.max(0, months - 120), 12), asFraction(1, 3))
  return toNearest(times(wage, plus(firstTen, others)))
}

const SEED = 20_261_122
const CASES = 10_000

function cents(text: string): bigint {
  return BigInt(text.replace('.', ''))
}

describe('R-140: the legal severance, against one written independently', () => {
  it('finds the two examples of the sources', () => {
    const fifteenYears = (endOn: string) => severanceInCents(200_000, Temporal.PlainDate.from(endOn).subtract({ years: 15 }), Temporal.PlainDate.from(endOn), 0)
    expect([fifteenYears('2017-09-26'), fifteenYears('2017-09-27')]).toEqual([733_333n, 833_333n])
  })

  it(`agrees to the cent on ${CASES} cases drawn from the seed ${SEED}`, { timeout: 30_000 }, () => {
    const chance = chanceOf(SEED)
    const first = day('2011-09-01')
    const last = day('2026-12-31')
    const edges: readonly [Day, ...Day[]] = [day('2017-09-23'), day('2017-09-24'), day('2017-09-26'), day('2017-09-27'), day('2024-02-29'), day('2025-08-31')]
    const disagreements: string[] = []
    let owed = 0
    for (let count = 0; count < CASES; count += 1) {
      const endOn = chance.oneIn(8) ? chance.of(edges) : addDays(first, chance.upTo(last - first))
      const hiredOn = addDays(endOn, -chance.upTo(chance.oneIn(3) ? 400 : 16_000))
      const notice = chance.of([0, 0, 1, 2, 2, 3, 4, 6])
      const monthly = chance.upTo(1_200_000) + 1
      const ours = asText(legalSeverance(euro((monthly / 100).toFixed(2)), hiredOn, endOn, notice))
      const theirs = severanceInCents(monthly, toPlainDate(hiredOn), toPlainDate(endOn), notice)
      if (theirs > 0n) owed += 1
      if (cents(ours) !== theirs) disagreements.push(`${toPlainDate(hiredOn).toString()} to ${toPlainDate(endOn).toString()}, ${notice} months, ${monthly} cents: ${ours}, ${theirs}`)
    }
    expect(disagreements).toEqual([])
    // Most draws are long enough in the job to be owed something: the agreement is not one of zeros.
    expect(owed).toBeGreaterThan(CASES / 2)
  })
})
