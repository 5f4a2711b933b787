import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, admit, dayOfFact, derive, isoOf, shippedTexts, type CaseFile, type Day, type Fact, type FileRecord, type Settings } from '@/lib/accord'
import { fileOf } from './a-file'
import { lifeArbitrary, type Life } from './lives'

const RUNS = { numRuns: 200 }

const at = (record: FileRecord, settings: Settings, today: Day): CaseFile => derive(record, shippedTexts, settings, today)

/** The facts of a life that are admitted one after another, in the order in which they were drawn. */
function recorded({ record, settings, today }: Life): FileRecord {
  const facts: Fact[] = []
  for (const fact of record.facts)
    if (admit({ frame: record.frame, facts }, fact, shippedTexts, settings, today).admitted) facts.push(fact)
  return { frame: record.frame, facts }
}

/** A file with each `factIndex` replaced by the fact it names: what two orders of entry have in common. */
function unordered(file: CaseFile, facts: readonly Fact[]): unknown {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'factIndex' && typeof inner === 'number' ? facts[inner] : renamed(inner)]))
  }
  return renamed(file)
}

/** What the projections store of a file; whether a due day has passed is read, not stored. */
function stored(file: CaseFile): unknown {
  return {
    stage: file.stage,
    dates: file.dates,
    exitMotive: file.exitMotive,
    milestones: file.milestones,
    periods: file.periods,
    deadlines: file.deadlines.map(({ code, rule, dueOn, metOn, actionable, status }) => ({
      code, rule, dueOn, metOn, actionable, cancelled: status === 'cancelled',
    })),
  }
}

describe('derive, over lives at random', { timeout: 60_000 }, () => {
  it('never throws, and answers every date that it explains', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const file = at(record, settings, today)
        for (const [name, date] of Object.entries(file.dates)) {
          const explanation = file.explanations[name as keyof CaseFile['explanations']]
          expect((explanation?.steps.length ?? 0) > 0, name).toBe(date !== null)
        }
        for (const refusal of file.refusals) expect(record.facts[refusal.factIndex]).toBeDefined()
        expect(new Set(file.refusals.map((refusal) => refusal.factIndex)).size).toBe(file.refusals.length)
      }),
      RUNS,
    )
  })

  it('R-014: the term never precedes the start, and no period ends before it begins', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const { dates, periods } = at(record, settings, today)
        expect(dates.cspStart === null || (dates.cspTerm !== null && dates.cspTerm > dates.cspStart)).toBe(true)
        expect(periods.filter((period) => period.to !== null && period.to < period.from)).toEqual([])
      }),
      RUNS,
    )
  })

  it('R-400: no two spans that suspend the CSP share a day', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const spans = at(record, settings, today).periods.filter((period) => period.kind === 'work_period' || period.kind === 'suspension')
        for (const [index, span] of spans.entries())
          for (const other of spans.slice(index + 1))
            expect((other.to ?? Infinity) < span.from || (span.to ?? Infinity) < other.from).toBe(true)
      }),
      RUNS,
    )
  })

  it('R-403, R-404: extension days sum to the distance from the initial term, where nothing is planned', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const past = { ...record, facts: record.facts.filter((fact) => dayOfFact(fact) <= today) }
        const { totals, dates, explanations } = at(past, settings, today)
        if (dates.cspTerm === null) return
        const initial = explanations.cspTerm?.steps.find((step) => step.code === 'twelveMonths')?.gives
        const added = Object.values(totals.extensionDays).reduce((sum, days) => sum + days, 0)
        expect(added).toBe(dates.cspTerm - (initial ?? dates.cspTerm))
      }),
      RUNS,
    )
  })

  it('nothing that is stored changes before the next day of change', () => {
    fc.assert(
      fc.property(lifeArbitrary, (life) => {
        const { settings, today } = life
        const record = recorded(life)
        const now = at(record, settings, today)
        const before = stored(now)
        const end = now.nextChangeOn ?? addDays(today, 900)
        expect(end).toBeGreaterThan(today)
        for (let day = addDays(today, 1); day < end; day = addDays(day, 1))
          expect(stored(at(record, settings, day)), isoOf(day)).toEqual(before)
      }),
      // Each run derives the file on every day to the next change: fewer of them.
      { numRuns: 50 },
    )
  })

  it('R-403: an open work period that a planned job closes changes the file every day until then', () => {
    const file = fileOf({
      engagedOn: '2015-02-01',
      facts: [['proposal_handed_over', '2015-02-01'], ['accepted', '2015-02-02'], ['work_period', '2015-02-24', { validatedOn: '2015-02-23' }], ['job_started', '2016-02-23', { contract: 'cdd', months: 1 }]],
      today: '2015-04-22',
    })
    expect(file.nextChangeOn === null ? null : isoOf(file.nextChangeOn)).toBe('2015-04-23')
  })

  it('what was admitted stays admitted as days pass', () => {
    fc.assert(
      fc.property(lifeArbitrary, fc.integer({ min: 1, max: 500 }), (life, days) => {
        const record = recorded(life)
        // A planned fact may yet be refused: an open work period moves the term every day it lasts.
        const happened = (refusals: CaseFile['refusals']) =>
          refusals.map(({ factIndex }) => factIndex).filter((index) => dayOfFact(record.facts[index]!) <= life.today)
        const now = at(record, life.settings, life.today).refusals
        const later = at(record, life.settings, addDays(life.today, days)).refusals
        expect(happened(later)).toEqual(happened(now))
      }),
      RUNS,
    )
  })
})

describe('admit, over lives at random', { timeout: 60_000 }, () => {
  it('the same facts, no two on one day, give the same file in any order in which each is admitted', () => {
    fc.assert(
      fc.property(lifeArbitrary, fc.infiniteStream(fc.nat()), (life, stream) => {
        const kept = recorded(life)
        const days = new Set<Day>()
        const facts = kept.facts.filter((fact) => !days.has(dayOfFact(fact)) && days.add(dayOfFact(fact)).size > 0)
        const [...weights] = stream.take(facts.length)
        const shuffled = facts.map((fact, index) => ({ fact, weight: weights[index] ?? 0 })).toSorted((a, b) => a.weight - b.weight).map(({ fact }) => fact)
        const entered = (order: readonly Fact[]): readonly Fact[] => {
          let left = order
          const taken: Fact[] = []
          for (;;) {
            const next = left.find((fact) => admit({ frame: kept.frame, facts: taken }, fact, shippedTexts, life.settings, life.today).admitted)
            if (next === undefined) return taken
            taken.push(next)
            left = left.filter((fact) => fact !== next)
          }
        }
        const first = entered(facts)
        const second = entered(shuffled)
        if (new Set([...first, ...second]).size !== first.length || first.length !== second.length) return
        const a = unordered(at({ frame: kept.frame, facts: first }, life.settings, life.today), first)
        const b = unordered(at({ frame: kept.frame, facts: second }, life.settings, life.today), second)
        expect(b).toEqual(a)
      }),
      RUNS,
    )
  })

  it('a correction entered late gives the file that would have been, had it been right at once', () => {
    fc.assert(
      fc.property(lifeArbitrary, fc.nat(), fc.integer({ min: -20, max: 20 }), (life, pick, moved) => {
        const kept = recorded(life)
        const wrong = kept.facts[pick % Math.max(1, kept.facts.length)]
        if (wrong === undefined) return
        const right: Fact = 'from' in wrong ? { ...wrong, from: addDays(wrong.from, moved), to: wrong.to === null ? null : addDays(wrong.to, moved) } : { ...wrong, on: addDays(wrong.on, moved) }
        const others = kept.facts.filter((fact) => fact !== wrong)
        if (others.some((fact) => dayOfFact(fact) === dayOfFact(right))) return
        const late = [...others, right]
        const atOnce = kept.facts.map((fact) => (fact === wrong ? right : fact))
        const a = unordered(at({ frame: kept.frame, facts: atOnce }, life.settings, life.today), atOnce)
        const b = unordered(at({ frame: kept.frame, facts: late }, life.settings, life.today), late)
        expect(b).toEqual(a)
      }),
      RUNS,
    )
  })

  it('no fact that it accepts makes an accepted fact inadmissible', () => {
    fc.assert(
      fc.property(lifeArbitrary, (life) => {
        const record = recorded(life)
        expect(at(record, life.settings, life.today).refusals).toEqual([])
      }),
      RUNS,
    )
  })

  it('adding a fact never changes the file as it was known before', () => {
    fc.assert(
      fc.property(lifeArbitrary, (life) => {
        const record = recorded(life)
        const known = { frame: record.frame, facts: record.facts.slice(0, -1) }
        const before = structuredClone(at(known, life.settings, life.today))
        at(record, life.settings, life.today)
        expect(at(known, life.settings, life.today)).toEqual(before)
      }),
      RUNS,
    )
  })
})
