import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { parseCaseloadSearch } from '@/lib/cases/caseload-params.ts'
import { basinOverview, basinsOverview } from '@/lib/cases/queries/basins.ts'
import { createView, savedViews } from '@/lib/cases/lists/saved-views.ts'
import { selectedFiles } from '@/lib/cases/lists/selection.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { team } from '@/lib/cases/queries/team.ts'
import { closeDatabase } from '@/lib/database/client.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { caseloadExport } from '@/lib/exchange/caseload-export.ts'
import { INDICATOR_IDS, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { AGE_BANDS, NATION, PERSON_DIMENSIONS, type Place } from '@/lib/indicators/slices.ts'
import { connected } from '@/lib/launch/database.ts'
import { seedDemo } from '@/lib/population/seed-demo.ts'
import { oneIndicator } from '@/lib/steering/dashboard/one-indicator.ts'
import { dashboard, type Dashboard, type Question } from '@/lib/steering/dashboard/overview.ts'
import { widerPlace, type ReachedBasin } from '@/lib/steering/dashboard/reach.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'

const TODAY = day('2026-11-22')
let database: FreshDatabase
let manager: Actor
let administrator: Actor
let counsellor: Actor
let referent: Actor

const rows = <Row>(text: string, values: readonly unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, [...values])).rows as Row[])

async function actorOf(email: string): Promise<Actor> {
  const [account] = await rows<Record<string, string>>('select id, operator_id, role, display_name from account where email = $1', [email])
  const basins = await rows<{ id: string }>('select basin_id as id from account_basin where account_id = $1', [account!['id']])
  return {
    accountId: account!['id']!, operatorId: account!['operator_id'] ?? null, operatorName: null, timeZone: 'Europe/Paris', role: account!['role'] as Actor['role'],
    basinIds: basins.map(({ id }) => id), standsInFor: [], displayName: account!['display_name']!, email, locale: 'fr', theme: 'system', territory: null,
  }
}

const NOTHING: Question = { place: null, counsellor: null, where: {}, period: { period: null, from: null, to: null } }
const ask = (change: Partial<Question> & { readonly code?: string } = {}): Question => {
  const { code, ...rest } = change
  return { ...NOTHING, ...rest, ...(code === undefined ? {} : { period: { period: code, from: null, to: null } }) }
}
const shown = async (actor: Actor, question: Question = NOTHING): Promise<Dashboard> => (await dashboard(actor, question))!
const listed = async (actor: Actor, search: string) => (await caseload(actor, parseCaseloadSearch(search)))!.total

/** Every count of a figure, with the address that must list as many. */
const counts = (figure: Figure): [number, string][] => [[figure.of, figure.ofSearch], ...(figure.counted === null || figure.countedSearch === null ? [] : [[figure.counted, figure.countedSearch] as [number, string]])]

function countsOf(board: Dashboard): [number, string][] {
  return [
    ...Object.values(board.lines).flatMap(({ now, before, wider, seen }) => [now, before, wider, seen?.now ?? null, seen?.wider ?? null].flatMap((figure) => (figure === null ? [] : counts(figure)))),
    ...board.drifts.flatMap((drift) => [[drift.late, drift.search] as [number, string], ...drift.groups.map((group) => [group.late, group.search] as [number, string])]),
    ...[board.stages.whole, ...board.stages.stages.map((part) => part.listed)].map(({ count, search }) => [count, search] as [number, string]),
    ...board.motives.flatMap(({ figures }) => figures.flatMap(counts)),
    ...[board.loads.inCsp, ...board.loads.ends, ...(board.loads.counsellors ?? []).flatMap((one) => [one.inCsp, ...one.ends])].map(({ count, search }) => [count, search] as [number, string]),
  ]
}

/** Some of them, drawn at random: a list costs a query. */
async function expectListed(actor: Actor, board: Dashboard, draw: readonly number[]): Promise<void> {
  const all = countsOf(board)
  for (const at of draw) {
    const [count, search] = all[at % all.length]!
    expect({ search, listed: await listed(actor, search) }).toEqual({ search, listed: count })
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.REBOND_CLOCK = 'settable'
  await seedDemo({ ownerUrl: database.ownerUrl, today: isoOf(TODAY) })
  ;[manager, administrator, counsellor, referent] = [await actorOf(demoEmail('responsable')), await actorOf(demoEmail('direction')), await actorOf(demoEmail('conseillere')), await actorOf(demoEmail('referent'))]
  // One more basin is served, where nobody has been proposed anything yet.
  await rows(`insert into operator_basin (operator_id, basin_id) select $1, id from basin where code = '5315' on conflict do nothing`, [manager.operatorId])
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

const anyQuestion = (actor: () => Actor) => fc.record({
  place: fc.option(fc.constantFrom<Place>(NATION, { level: 'region', code: '84' }, { level: 'department', code: '69' }, { level: 'basin', code: '8421' })),
  counsellor: fc.constant(null).map((none) => none ?? (actor().role === 'counsellor' ? actor().accountId : null)),
  where: fc.record({ age: fc.constantFrom(...AGE_BANDS), sex: fc.constant('female'), seniority: fc.constant('over_2'), path: fc.constant('employer') }, { requiredKeys: [] }),
  period: fc.constantFrom('2026-Q4', '2026-Q2', '2025', '2026-09', '12m').map((period) => ({ period, from: null, to: null })),
})

describe('every count of a dashboard', () => {
  test.each(['manager', 'administrator', 'counsellor'] as const)('is the length of the list it opens, for the %s', async (who) => {
    const actor = () => ({ manager, administrator, counsellor })[who]
    await fc.assert(
      fc.asyncProperty(anyQuestion(actor), fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }), async (question, draw) => {
        await expectListed(actor(), await shown(actor(), question), draw)
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2) },
    )
  }, 60_000)

  test('adds up: stages to open files, motives to exits, counsellors to the place, months to months', async () => {
    for (const actor of [manager, administrator, counsellor]) {
      const { stages, motives, lines, loads, drifts } = await shown(actor, ask({ code: '2026-Q3' }))
      const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
      expect(stages.whole.count).toBeGreaterThan(0)
      expect(sum(stages.stages.map(({ listed: { count } }) => count))).toBe(stages.whole.count)
      expect(sum(motives.map(({ figures: [figure] }) => figure!.of))).toBe(lines.exits.now.of)
      expect(sum(loads.counsellors!.map((one) => one.inCsp.count))).toBe(loads.inCsp.count)
      for (const [month, { count }] of loads.ends.entries()) expect(sum(loads.counsellors!.map((one) => one.ends[month]!.count))).toBe(count)
      expect(drifts.map(({ kind }) => kind)).toEqual(['preBilan', 'plan', 'contact'])
    }
  })

  test('is kept with its list: as a saved view, a sheet, a selection', async () => {
    const { counted, countedSearch: search } = (await shown(manager, ask({ code: '2025', where: { sex: 'female' } }))).lines.preBilanInTime.now
    expect(counted).toBeGreaterThan(3)
    expect((await createView(manager, { name: 'Pré-bilans à temps', search: search!, shared: false })).kind).toBe('kept')
    const view = (await savedViews(manager)).find(({ name }) => name === 'Pré-bilans à temps')!
    expect(await listed(manager, view.search)).toBe(counted)
    expect(await caseloadExport.count(manager, { search: search! })).toBe(counted)
    const selected = await inActorTransaction(manager, (tx) => selectedFiles(tx, manager, { kind: 'filter', search: search!, expected: counted! }, TODAY))
    expect(selected.kind === 'selected' && selected.files.length).toBe(counted)
  })

  test('says every indicator of the catalogue', async () => {
    const { lines } = await shown(manager)
    expect(Object.keys(lines).toSorted()).toEqual(INDICATOR_IDS.toSorted())
    for (const [id, line] of Object.entries(lines)) expect(new Set([line.now.id, line.before.id, line.wider?.id ?? id, line.seen?.now.id ?? id])).toEqual(new Set([id]))
  })
})

describe('the pages of a basin and of the team say the same', () => {
  test.each(['2026-Q4', '2026-Q3'])('of a basin, in %s', async (quarter) => {
    for (const { code } of (await basinsOverview(manager, quarter))!.basins) {
      const page = (await basinOverview(manager, code, quarter))!
      const { lines, stages, loads, motives } = await shown(manager, ask({ place: { level: 'basin', code }, code: quarter }))
      expect([lines.entries.now.of, lines.exits.now.of]).toEqual([page.entries.count, page.exits.total.count])
      for (const [id, deadline] of [['preBilanInTime', 'preBilan'], ['planInTime', 'plan'], ['reviewInTime', 'month4Review']] as const) {
        const told = page.deadlines.find((one) => one.code === deadline)
        expect([lines[id].now.counted, lines[id].now.of], id).toEqual(told === undefined ? [0, 0] : [told.met.count, told.met.count + told.metLate.count + told.overdue.count])
      }
      expect(stages.stages.map(({ stage, listed: { count } }) => [stage, count])).toEqual(page.byStage.map(({ stage, figure }) => [stage, figure.count]))
      expect(loads.ends.map(({ count }) => count)).toEqual(page.ends.map(({ figure }) => figure.count))
      const byMotive = (parts: readonly (readonly [string, number])[]) => parts.filter(([, count]) => count > 0).toSorted(([a], [b]) => a.localeCompare(b))
      expect(byMotive(motives.map(({ value, figures: [figure] }) => [value, figure!.of]))).toEqual(byMotive(page.exits.byMotive.map(({ motive, figure }) => [motive ?? 'unknown', figure.count])))
    }
  })

  test('of the team, the open files', async () => {
    const { members } = (await team(manager))!
    for (const { id, live } of members.filter((member) => member.live.count > 0).slice(0, 3)) {
      expect((await shown(manager, ask({ counsellor: id }))).stages.whole.count).toBe(live.count)
    }
  })
})

describe('what may not be seen, or is not there', () => {
  test('no figure for a referent, a committee member, the platform', async () => {
    expect(await dashboard(referent, NOTHING)).toBeNull()
    for (const name of ['comite', 'admin'] as const) expect(await dashboard(await actorOf(demoEmail(name)), NOTHING)).toBeNull()
  })

  test('a place of the public list that is not theirs, one that no list knows: told apart, and their own is shown', async () => {
    const whole = await shown(manager)
    for (const [place, standing, name] of [
      [{ level: 'region', code: '94' }, 'elsewhere', 'Corse'], [{ level: 'department', code: '2A' }, 'elsewhere', 'Corse-du-Sud'], [{ level: 'basin', code: '9401' }, 'elsewhere', 'Ajaccio'],
      [{ level: 'basin', code: '0000' }, 'nowhere', null], [{ level: 'department', code: '20' }, 'nowhere', null], [{ level: 'region', code: '00' }, 'nowhere', null],
    ] as const) {
      const { ground, lines } = await shown(manager, ask({ place }))
      expect(ground.placeRefused).toEqual({ place, standing, name })
      expect(ground.slice.place).toEqual(NATION)
      expect(lines.inCsp.now.of).toBe(whole.lines.inCsp.now.of)
    }
  })

  test('what is said of a place elsewhere is the same whether its operator has files there or not', async () => {
    const elsewhere = await rows<{ code: string; held: boolean }>('select code, exists (select from case_file c where c.basin_id = b.id) as held from basin b where not id = any($1) order by code', [manager.basinIds])
    const some = [true, false].flatMap((held) => elsewhere.filter((basin) => basin.held === held).slice(0, 2))
    expect(some).toHaveLength(4)
    for (const { code } of some) expect((await shown(manager, ask({ place: { level: 'basin', code } }))).ground.placeRefused?.standing).toBe('elsewhere')
  })

  test('a basin without a file', async () => {
    const { ground, lines, stages, loads } = await shown(administrator, ask({ place: { level: 'basin', code: '5315' } }))
    expect([ground.hasFiles, ground.placeRefused, lines.entries.now.of, stages.whole.count, loads.inCsp.count]).toEqual([false, null, 0, 0, 0])
  })

  test('a counsellor who follows nobody there, or of nobody’s', async () => {
    const stranger = '019354d0-0000-7000-8000-000000000001'
    const { ground } = await shown(manager, ask({ counsellor: stranger }))
    expect([ground.counsellorRefused, ground.slice.counsellor]).toEqual([true, null])
    expect((await shown(counsellor, ask({ counsellor: administrator.accountId }))).ground.counsellorRefused).toBe(true)
    expect((await shown(manager, ask({ counsellor: counsellor.accountId }))).ground).toMatchObject({ counsellorRefused: false, slice: { counsellor: counsellor.accountId } })
  })

  test('a period that cannot be counted is said, and the present quarter answers', async () => {
    const { ground } = await shown(manager, ask({ code: '2031' }))
    expect([ground.periodProblem, ground.choice.code]).toEqual(['to_come', '2026-Q4'])
  })

  test('a counsellor’s figures are those of their own files', async () => {
    const own = (await rows<{ count: number }>(`select count(*)::integer as count from case_file where $1 in (counsellor_id, referent_id) and not closed`, [counsellor.accountId]))[0]!.count
    expect((await shown(counsellor)).stages.whole.count).toBe(own)
  })
})

describe('the wider place', () => {
  const basin = (code: string, departmentCode: string, regionCode: string): ReachedBasin => ({ id: code, code, name: code, departmentCode, regionCode, latitude: null, longitude: null })
  const basins = [basin('a', '69', '84'), basin('b', '69', '84'), basin('c', '42', '84'), basin('d', '35', '53')]

  test.each([
    [{ level: 'basin', code: 'a' }, { level: 'department', code: '69' }],
    // Alone in its department: the department would say the same.
    [{ level: 'basin', code: 'c' }, { level: 'region', code: '84' }],
    [{ level: 'basin', code: 'd' }, NATION],
    [{ level: 'department', code: '69' }, { level: 'region', code: '84' }],
    [{ level: 'region', code: '84' }, NATION],
    [NATION, null],
    [{ level: 'basin', code: 'elsewhere' }, null],
  ] as const)('of %o is %o', (place, wider) => {
    expect(widerPlace(basins, place)).toEqual(wider)
  })

  test('of the only basin one steers is none', () => {
    expect(widerPlace([basin('a', '69', '84')], { level: 'basin', code: 'a' })).toBeNull()
  })

  test('of one counsellor is the place itself, with the others', async () => {
    const { ground, lines } = await shown(manager, ask({ counsellor: counsellor.accountId }))
    expect(ground.wider?.place.place).toEqual(NATION)
    expect(lines.inCsp.wider!.of).toBe((await shown(manager)).lines.inCsp.now.of)
  })
})

describe('an indicator opened', () => {
  const opened = async (actor: Actor, indicator: IndicatorId, change: Parameters<typeof ask>[0] = {}) =>
    (await oneIndicator(actor, { ...ask(change), indicator, by: 'seniority', pace: 'month', beside: indicator === 'entries' ? 'preBilanInTime' : 'entries' }))!

  test.each(PERSON_DIMENSIONS)('its groups by %s add up to it', async (by) => {
    for (const indicator of ['entries', 'preBilanInTime'] as const) {
      const { line, parts } = (await oneIndicator(manager, { ...ask({ code: '2026-Q3' }), indicator, by, pace: 'month', beside: 'exits' }))!
      expect(parts.reduce((sum, { figures: [figure] }) => sum + figure!.of, 0)).toBe(line.now.of)
    }
  })

  test('its basins and its counsellors add up to it, and each lists its files', async () => {
    const { line, basins, counsellors, country } = await opened(administrator, 'entries', { code: '2026-Q3' })
    expect(basins!.reduce((sum, { figure }) => sum + figure.of, 0)).toBe(line.now.of)
    expect(counsellors!.reduce((sum, { figure }) => sum + figure.of, 0)).toBe(line.now.of)
    expect(country).toHaveLength(306)
    for (const { figure } of [basins![0]!, counsellors![0]!]) expect(await listed(administrator, figure.ofSearch)).toBe(figure.of)
  })

  test('its months add up to its year', async () => {
    const { trend, line } = await opened(manager, 'entries', { code: '2025' })
    expect(trend!.points.map(({ choice }) => choice.code)[0]).toBe('2025-01')
    expect(trend!.here.reduce((sum, figure) => sum + figure.of, 0)).toBe(line.now.of)
  })

  test('a cohort too young is read on the latest that can be seen', async () => {
    const { line, cut, trend } = await opened(manager, 'bonusTakeUp')
    expect(line.now.missing).toBe('too_young')
    expect([isoOf(cut.from), isoOf(cut.to)]).toEqual(['2025-07-01', '2025-09-30'])
    expect(line.seen!.now.value).not.toBeNull()
    expect(trend!.points.at(-1)!.choice.code).toBe('2025-10')
  })

  test('what is known of today only has no history', async () => {
    expect((await opened(manager, 'withoutContact')).trend).toBeNull()
  })
})

test('who followed people and administers the operator since keeps a name beside the files they followed', async () => {
  const [held] = await rows<{ id: string; name: string }>(
    `select k.id, k.display_name as name from account k where k.operator_id = $1 and k.role = 'counsellor' and k.email <> $2
       and exists (select from case_measure m where m.counsellor_id = k.id and m.entered_on is not null) order by k.email limit 1`, [manager.operatorId, counsellor.email])
  // Once the live files were handed over; those that are over stay under the name.
  for (const column of ['counsellor_id', 'referent_id']) await rows(`update case_file set ${column} = $1 where ${column} = $2 and not closed`, [manager.accountId, held!.id])
  await rows(`update account set role = 'operator_admin' where id = $1`, [held!.id])
  try {
    const question = { ...ask({ code: '12m' }), indicator: 'entries', by: 'seniority', pace: 'month', beside: 'preBilanInTime' } as const
    const one = (await oneIndicator(manager, question))!
    expect(one.counsellors!.filter(({ name }) => /^[\da-f]{8}-/u.test(name))).toEqual([])
    expect(one.ground.counsellors.find(({ id }) => id === held!.id)?.name).toBe(held!.name)
    expect((await shown(manager, ask({ counsellor: held!.id }))).ground.counsellorRefused).toBe(false)
  } finally {
    await rows(`update account set role = 'counsellor' where id = $1`, [held!.id])
  }
})
