import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { definitionNamed } from '@/lib/exchange/definitions.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { definitionOf, INDICATOR_IDS } from '@/lib/indicators/definitions.ts'
import { answerIndicators } from '@/lib/steering/dashboard/answer.ts'
import { dashboard } from '@/lib/steering/dashboard/overview.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { accepted, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-20')
  const { counsellor } = house.north
  for (const day of ['2026-02-27', '2026-02-28', null]) {
    const reference = await accepted(house, counsellor)
    if (day !== null) await record(house, counsellor, reference, 'pre_bilan_held', { on: day }, { profile: 'p', project: 'p' })
  }
  await house.setDay('2026-04-15')
})
afterAll(() => house.end())

interface Body {
  readonly figures: readonly { readonly id: string; readonly value: number | null; readonly of: number; readonly counted: number | null }[]
}

const QUARTER = { period: '2026-Q1' }
const ask = async (search: Record<string, string>, who = house.north.manager) => answerIndicators(who, search)

describe('one definition, one figure', () => {
  it('the API, the screen and the export say the same', async () => {
    const answer = await ask(QUARTER)
    const shown = (await dashboard(house.north.manager, { place: null, counsellor: null, where: {}, period: { period: '2026-Q1', from: null, to: null } }))!
    expect(answer.kind).toBe('answered')
    const { figures } = (answer as { body: Body }).body
    expect(figures.map(({ id }) => id)).toEqual([...INDICATOR_IDS])
    expect(figures.find(({ id }) => id === 'entries')!.value).toBeGreaterThanOrEqual(3)
    for (const { id, value, of, counted } of figures) expect([value, of, counted], id).toEqual([shown.lines[id as 'entries'].now.value, shown.lines[id as 'entries'].now.of, shown.lines[id as 'entries'].now.counted])

    const definition = definitionNamed('indicators')!
    const head = definition.columns({}, 'fr').map(({ key }) => key)
    const rows: unknown[][] = []
    await definition.read(house.north.manager, QUARTER, 'fr', async (some) => void rows.push(...some.map((row) => [...row])))
    const names = messagesFor('fr').indicators
    const exported = rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at]])))
    const told = ({ id, value, of, counted }: Figure) => ({
      name: names[id].name, of, counted, value: value === null ? null : Math.round((definitionOf(id).unit === 'share' ? value * 100 : value) * 100) / 100,
    })
    // Each as the screen says it; a cohort too young, then the latest that the screen tells instead.
    const lines = Object.values(shown.lines)
    const wanted = lines.flatMap(({ now, seen }) => (now.missing === 'too_young' && seen !== null ? [told(now), told(seen.now)] : [told(now)]))
    expect(exported.map(({ name, of, counted, value }) => ({ name, of, counted, value }))).toEqual(wanted)
    expect(wanted.length).toBeGreaterThan(INDICATOR_IDS.length)
    expect(exported.filter(({ name }) => name === names.bonusTakeUp.name).map(({ from, to, why }) => [isoOf(from as Day), isoOf(to as Day), why])).toEqual([
      ['2026-01-01', '2026-03-31', 'trop tôt pour le dire'], ['2024-12-01', '2025-02-28', 'personne dans ce cas'],
    ])
    expect(await definition.count(house.north.manager, QUARTER)).toBe(wanted.length)
    expect(await requestExport(house.north.manager, { definition: 'indicators', params: QUARTER, format: 'xlsx', filter: ['Lyon'] })).toMatchObject({ kind: 'done', rows: wanted.length })
  })

  it('some of them, cut by a dimension, add up', async () => {
    const { body } = (await ask({ ...QUARTER, id: 'entries,exits', by: 'basin' })) as { body: { parts: readonly { figures: Body['figures'] }[] } }
    const whole = ((await ask({ ...QUARTER, id: 'entries' })) as { body: Body }).body.figures[0]!
    expect(body.parts.reduce((sum, { figures }) => sum + figures[0]!.of, 0)).toBe(whole.of)
  })

  it('a counsellor reads their own files’ figures alone', async () => {
    const own = ((await ask({ ...QUARTER, id: 'entries' }, house.north.colleague)) as { body: Body }).body.figures[0]!
    expect(own.value).toBe(0)
  })
})

describe('refused, field by field', () => {
  it.each([
    [{ id: 'entries,gone' }, { id: 'unknown' }],
    [{ by: 'colour' }, { by: 'unknown' }],
    [{ place: 'region' }, { place: 'unreadable' }],
    [{ place: 'basin:0000' }, { place: 'unknown' }],
    [{ place: 'region:11' }, { place: 'not_yours' }],
    [{ from: '2026-03-31', to: '2026-01-01' }, { from: 'upside_down' }],
    [{ period: '2027-Q1' }, { period: 'to_come' }],
    [{ from: '1999-12-31', to: '2026-01-01' }, { from: 'too_early' }],
    [{ place: 'region:constructor' }, { place: 'unknown' }],
    [{ period: 'hier' }, { period: 'unreadable' }],
    [{ age: 'old' }, { age: 'unknown' }],
    [{ counsellor: '00000000-0000-7000-8000-000000000000' }, { counsellor: 'unknown' }],
    [{ shape: 'round' }, { shape: 'unknown' }],
    [{ id: 'x'.repeat(200) }, { id: 'unreadable' }],
  ])('%j', async (search, fields) => {
    expect(await ask(search as unknown as Record<string, string>)).toEqual({ kind: 'invalid', fields })
  })
  it('a counsellor of another operator is nobody here', async () => {
    expect(await ask({ counsellor: house.south.counsellor.accountId })).toEqual({ kind: 'invalid', fields: { counsellor: 'unknown' } })
  })
  it('is not for a committee, a platform or a referent', async () => {
    for (const actor of [house.committee, house.platform[0], house.north.referent]) expect(await ask(QUARTER, actor)).toEqual({ kind: 'not_allowed' })
  })
})
