// « Et si… ? » and two days of a kept file: nothing is written but that the file was read, and only by who may read it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, isoOf } from '@/lib/accord'
import type { Move } from '@/lib/accord/file/attribution.ts'
import { correctFact } from '@/lib/cases/commands/correct-fact.ts'
import { withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import { twoDays } from '@/lib/cases/queries/two-days.ts'
import { whatIf } from '@/lib/cases/queries/what-if.ts'
import type { LearnedCause, TwoDaysView } from '@/lib/cases/views/two-days.ts'
import { published } from './texts/avenants.ts'
import { accepted, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-02-10')
})
afterAll(() => house.end())

const NOTHING = { facts: [], laterBy: null, seenOn: null }
const sick = { kind: 'suspension', terms: { cause: 'sickness', from: '2026-06-01', to: '2026-06-10' } }

/** How many lines of each kind the file has: facts, and journal entries by their action. */
async function linesOf(reference: string) {
  const { rows } = await house.owner.query<{ what: string; count: number }>(
    `select 'fact' as what, count(*)::int as count from fact f join case_file c on c.id = f.case_id where c.reference = $1
     union all select e.action, count(*)::int from journal_entry e join case_file c on e.chain = 'case:' || c.id where c.reference = $1 group by e.action order by 1`,
    [reference],
  )
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

describe('supposing', () => {
  test('weighs the facts beside the file, and writes nothing but one reading a day', async () => {
    const { counsellor } = house.north
    const reference = await accepted(house, counsellor)
    const before = await linesOf(reference)
    const asked = await whatIf(counsellor, reference, { facts: [sick], laterBy: 14, seenOn: null })
    expect(asked?.variants.map(({ supposition }) => isoOf(supposition.file.dates.cspTerm!))).toEqual(['2027-03-05', '2027-03-05'])
    expect(isoOf(asked!.base.dates.cspTerm!)).toBe('2027-02-23')
    await whatIf(counsellor, reference, NOTHING)
    expect(await linesOf(reference)).toEqual({ ...before, 'file.read': 1 })
  })

  test('is for who may read the file: not another office, not a committee, not a colleague who does not follow it', async () => {
    const reference = await accepted(house, house.north.counsellor)
    for (const actor of [house.south.counsellor, house.south.manager, house.committee, house.platform[0], house.north.colleague]) {
      expect(await whatIf(actor, reference, NOTHING), actor.displayName).toBeNull()
      expect(await twoDays(actor, reference, { from: null, to: null }), actor.displayName).toBeNull()
    }
    expect(await whatIf(house.north.manager, reference, NOTHING)).not.toBeNull()
  })

  test.each(['', 'RB-0000-0', 'RB-2026-00001; drop table fact', '\u0000'])('a reference that is none (%j) finds nothing', async (reference) => {
    expect(await whatIf(house.north.counsellor, reference, NOTHING)).toBeNull()
    expect(await twoDays(house.north.counsellor, reference, { from: null, to: null })).toBeNull()
  })
})

const story = (view: TwoDaysView | null, name: string) => {
  const found: Move<LearnedCause> | undefined = view?.attribution?.moves.find(({ before }) => 'name' in before && before.name === name)
  return found?.causes.map(({ cause, after }) => [cause === 'time' ? 'time' : cause.of === 'text' ? cause.code : cause.change, after.of === 'date' && after.value !== null ? isoOf(after.value) : after.value])
}

describe('two days of one file', () => {
  let reference = ''
  const two = (from: string, to: string) => twoDays(house.north.counsellor, reference, { from: day(from), to: day(to) })

  /** Recorded on 10 February; a leave on 3 June, corrected on the 12th; another, withdrawn the day it was recorded, the 15th. */
  beforeAll(async () => {
    const { counsellor } = house.north
    await house.setDay('2026-02-10')
    reference = await accepted(house, counsellor)
    await house.setDay('2026-06-03')
    const first = await record(house, counsellor, reference, sick.kind, sick.terms)
    if (first.kind !== 'recorded') throw new Error(first.kind)
    await house.setDay('2026-06-12')
    const form = async () => ({ reference, version: await versionOf(house, reference), submissionId: randomUUID() })
    const corrected = await correctFact(counsellor, { ...(await form()), factId: first.factId, terms: { cause: 'sickness', from: '2026-06-01', to: '2026-06-14' }, reason: 'date lue sur l’arrêt' })
    expect(corrected.kind).toBe('recorded')
    await house.setDay('2026-06-15')
    const second = await record(house, counsellor, reference, 'suspension', { cause: 'sickness', from: '2026-07-01', to: '2026-07-05' })
    if (second.kind !== 'recorded') throw new Error(second.kind)
    expect((await withdrawFact(counsellor, { ...(await form()), factId: second.factId, reason: 'autre dossier' })).kind).toBe('recorded')
    await house.setDay('2026-06-20')
  })

  test('tells each line that moved the term, in order, with who and why', async () => {
    const view = await two('2026-06-02', '2026-06-20')
    expect(story(view, 'cspTerm')).toEqual([['recorded', '2027-03-05'], ['corrected', '2027-03-09'], ['recorded', '2027-03-14'], ['withdrawn', '2027-03-09']])
    expect(view?.learned).toHaveLength(4)
    expect(view?.learned[1]).toMatchObject({ of: 'fact', kind: 'suspension', change: 'corrected', who: 'Ines', reason: 'date lue sur l’arrêt' })
    expect(view?.learned[3]).toMatchObject({ change: 'withdrawn', kind: 'suspension' })
  })

  test('the evening counts: what was recorded that day is known', async () => {
    expect(story(await two('2026-06-03', '2026-06-12'), 'cspTerm')).toEqual([['corrected', '2027-03-09']])
    expect(story(await two('2026-06-12', '2026-06-14'), 'cspTerm')).toBeUndefined()
  })

  test('both states are those that the file shows as known on these days', async () => {
    const view = await two('2026-06-05', '2026-06-13')
    expect(isoOf(view!.attribution!.before.dates.cspTerm!)).toBe('2027-03-05')
    expect(isoOf(view!.attribution!.after.dates.cspTerm!)).toBe('2027-03-09')
  })

  test('two days in the wrong order are put right, a day to come is today, and by default a month ago', async () => {
    expect(await two('2027-01-01', '2026-06-05')).toMatchObject({ from: day('2026-06-05'), to: day('2026-06-20') })
    expect(await twoDays(house.north.counsellor, reference, { from: null, to: null })).toMatchObject({ from: day('2026-05-20'), to: day('2026-06-20') })
  })

  test('a day before the opening has no state to compare, and says which is the first', async () => {
    expect(await two('2026-02-01', '2026-06-20')).toMatchObject({ attribution: null, openedOn: day('2026-02-10') })
  })

  test('a text published in between is told as what moved its dates', async () => {
    await published(house.platform, {
      code: 'ESSAI', title: { fr: 'Avenant d’essai', en: 'Test amendment' }, source: 'Avenant d’essai', agreement: { from: '2026-02-01', to: '2026-12-31', inherits: 'H', changes: { preBilanDays: 10 } },
    })
    await house.setDay('2026-06-22')
    const view = await two('2026-06-19', '2026-06-22')
    expect(story(view, 'preBilanDue')).toEqual([['ESSAI', '2026-03-06']])
    expect(view?.learned).toMatchObject([{ of: 'text', code: 'ESSAI', title: { fr: 'Avenant d’essai' } }])
    expect(story(await two('2026-06-18', '2026-06-19'), 'preBilanDue')).toBeUndefined()
  })
})
