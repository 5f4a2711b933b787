import { addDays, addMonths, day, partsOf } from '@/lib/accord/index.ts'
import { CLOSED_STAGES } from '@/lib/cases/projection.ts'
import { chanceOf } from '@/lib/population/chance.ts'
import { employerOf } from '@/lib/population/employers.ts'
import { drawEntry, entriesOfMonth, entriesOfQuarter, entryMonths, FIRST_ENTRY } from '@/lib/population/entries.ts'
import { entrantsOf, monthsInStock, PUBLISHED } from '@/lib/population/figures.ts'
import { firstEntry, openShare } from '@/lib/population/horizon.ts'
import { identities } from '@/lib/population/identities.ts'
import { liveOn, type Life } from '@/lib/population/life.ts'
import { scaleHouse } from '@/lib/population/scale-house.ts'
import { layPopulation } from '@/lib/population/scale-lives.ts'
import { describe, expect, test } from 'vitest'

const TODAY = day('2026-11-22')

function drawn(active: number, past: number, seed: string): readonly Life[] {
  const house = scaleHouse(chanceOf(seed, 'house'), identities(chanceOf(seed), 0), 'figures', active)
  return layPopulation({ active, past, seed, today: TODAY }, house, 0, active + past).map(({ life }) => life)
}

describe('a population of four thousand files', () => {
  const lives = drawn(650, 3350, 'published')
  const entrants = entrantsOf(lives, TODAY)

  test('is as many live and past files as asked', () => {
    expect(lives.filter(({ file }) => !CLOSED_STAGES.includes(file.stage))).toHaveLength(650)
    expect(lives).toHaveLength(4000)
    expect(entrants.length).toBeGreaterThan(2400)
  })

  test.each(PUBLISHED.map((figure) => [figure.code, figure] as const))('%s is as published', (_, { of, between: [low, high] }) => {
    const ours = of(entrants)
    expect(ours).toBeGreaterThanOrEqual(low)
    expect(ours).toBeLessThanOrEqual(high)
  })

  test('first trainings begin in the middle of the CSP rather than at either end', () => {
    const within = (from: number, to: number) => entrants.filter(({ line }) => line.firstTrainingMonth !== null && line.firstTrainingMonth >= from && line.firstTrainingMonth <= to).length
    expect(within(5, 8)).toBeGreaterThan(within(1, 4))
    expect(within(1, 4)).toBeGreaterThan(within(9, 15))
    expect(within(9, 15)).toBeGreaterThan(entrants.length * 0.05)
  })

  test('some nine months and a half of entries are in a CSP at once, today as two years ago', () => {
    for (const on of [TODAY, addMonths(TODAY, -24)]) {
      expect(monthsInStock(lives, on)).toBeGreaterThan(8.5)
      expect(monthsInStock(lives, on)).toBeLessThan(10.8)
    }
  })

  test('entries follow the country’s quarters, up to the last weeks', () => {
    const entries = lives.flatMap(({ file }) => (file.dates.cspStart === null || file.stage === 'annulled' ? [] : [file.dates.cspStart]))
    const ours = (year: number, quarter: number) => entries.filter((on) => partsOf(on).year === year && Math.ceil(partsOf(on).month / 3) === quarter).length
    const scale = (ours(2024, 1) + ours(2024, 2) + ours(2024, 3) + ours(2024, 4)) / [1, 4, 7, 10].reduce((sum, month) => sum + entriesOfQuarter(2024, month), 0)
    for (const [year, quarter] of [[2022, 1], [2022, 3], [2023, 1], [2023, 4], [2025, 2], [2026, 1], [2026, 3]] as const) {
      const wanted = entriesOfQuarter(year, quarter * 3 - 2) * scale
      // Four times what chance alone does to such a count.
      expect(Math.abs(ours(year, quarter) - wanted), `${year} Q${quarter}: ${ours(year, quarter)} for ${Math.round(wanted)}`).toBeLessThan(4 * Math.sqrt(wanted))
    }
  })
})

test('before 2015, fewer left early and fewer worked', () => {
  const companies = Array.from({ length: 20 }, (_, index) => employerOf(chanceOf('before', index), 'C'))
  const setting = { commune: '', companies, settings: { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 30, followUpIntervalDays: 30 } as const, today: TODAY, contactGap: 200 }
  const enteredBetween = (from: string, days: number) =>
    entrantsOf(Array.from({ length: 600 }, (_, index) => {
      const chance = chanceOf(from, index)
      return liveOn(chance, setting, { proposedOn: addDays(day(from), chance.whole(0, days)), course: { closedAfter: 3 } })
    }), TODAY)
  const under = PUBLISHED.find(({ code }) => code === 'stayUnderTwelve')
  const [before, since] = [enteredBetween('2013-10-01', 400), enteredBetween('2017-01-01', 364)]
  expect(under?.of(before)).toBeGreaterThan(0.25)
  expect(under?.of(before)).toBeLessThan(0.35)
  expect(under?.of(since)).toBeGreaterThan(0.38)
})

describe('entries', () => {
  test('add up to what is published', () => {
    expect(entriesOfQuarter(2019, 10)).toBeCloseTo(19_500, 0)
    expect(entriesOfQuarter(2020, 4)).toBeCloseTo(12_500, 0)
    expect(entriesOfQuarter(2024, 4)).toBeCloseTo(22_000, 0)
    const year = (of: number) => [1, 4, 7, 10].reduce((sum, month) => sum + entriesOfQuarter(of, month), 0)
    expect(year(2023)).toBeCloseTo(80_000, -3)
    expect(year(2011) + year(2012) + year(2013) + year(2014)).toBeGreaterThan(320_000)
    expect(year(2011) + year(2012) + year(2013) + year(2014)).toBeLessThan(350_000)
    expect(entriesOfMonth(2031, 2)).toBe(entriesOfMonth(2025, 2))
    expect(entriesOfMonth(2010, 12)).toBe(0)
  })

  test('a month cut short counts its days alone, and a day is drawn within', () => {
    const [first, ...rest] = entryMonths(day('2026-02-15'), day('2026-04-10'))
    expect(first).toMatchObject({ from: day('2026-02-15'), to: day('2026-02-28') })
    expect(first?.entries).toBeCloseTo(entriesOfMonth(2026, 2) / 2, 5)
    expect(rest.map(({ from, to }) => [from, to])).toEqual([[day('2026-03-01'), day('2026-03-31')], [day('2026-04-01'), day('2026-04-10')]])
    const months = entryMonths(day('2026-02-15'), day('2026-04-10'))
    const days = Array.from({ length: 300 }, (_, index) => drawEntry(chanceOf('entry', index), months))
    expect(Math.min(...days)).toBeGreaterThanOrEqual(day('2026-02-15'))
    expect(Math.max(...days)).toBeLessThanOrEqual(day('2026-04-10'))
  })
})

describe('since when a population entered', () => {
  test('as far back as its past files need, no further than the first text', () => {
    expect(firstEntry(1000, 0, TODAY)).toBeGreaterThan(addMonths(TODAY, -1))
    const [three, six] = [firstEntry(1000, 2500, TODAY), firstEntry(1000, 5000, TODAY)]
    expect(six).toBeLessThan(three)
    expect(three).toBeLessThan(addMonths(TODAY, -18))
    expect(firstEntry(1000, 10_000_000, TODAY)).toBe(FIRST_ENTRY)
    expect(firstEntry(0, 10, TODAY)).toBe(FIRST_ENTRY)
  })

  test('nine files in ten are open after a month, few after eighteen, none after two years and a half', () => {
    expect(openShare(30)).toBeGreaterThan(0.85)
    expect(openShare(550)).toBeLessThan(0.15)
    expect(openShare(900)).toBe(0)
    expect(openShare(200)).toBeGreaterThan(openShare(380))
  })
})
