// The demonstration's own store, attacked by a member of the national committee who opens every place, quarter and pack, and
// keeps it all until the next edition.
import pg from 'pg'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { day } from '@/lib/accord/index.ts'
import { closeDatabase } from '@/lib/database/client.ts'
import { withoutActor } from '@/lib/database/transactions.ts'
import { deducible } from '@/lib/indicators/deduction.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { maskCells, sensitiveCells, tellsRevision } from '@/lib/indicators/masking.ts'
import { NATION, placeText, type Place } from '@/lib/indicators/slices.ts'
import { countTerritories } from '@/lib/jobs/daily.ts'
import { seedDemo } from '@/lib/population/seed-demo.ts'
import { contentOf, readStore } from '@/lib/steering/packs/compose.ts'
import type { PackContent, Shown } from '@/lib/steering/packs/content.ts'
import { knownBasins, knownPlace } from '@/lib/steering/packs/places.ts'
import { packList, packView } from '@/lib/steering/packs/queries.ts'
import { revisionsSince } from '@/lib/steering/packs/revised.ts'
import { committeeView, type CommitteeView } from '@/lib/steering/territory/committee.ts'
import { askBy, countWorld, quartersOn } from '@/lib/steering/territory/edition.ts'
import type { TerritoryFigure, TerritoryQuarter } from '@/lib/steering/territory/figures.ts'
import { countsPart, LIVE, populationOf } from '@/lib/steering/territory/populations.ts'
import { saidKey, saidBefore } from '@/lib/steering/territory/said.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'
import { groupsFound, namesOf, revisionsFound, type Attacked } from './attack.ts'
import { byHand } from './by-hand.ts'

const FIRST = '2026-11-22'
const SECOND = '2027-01-25'
let database: FreshDatabase
let owner: pg.Client
let sql: postgres.Sql
let member: Actor

beforeAll(async () => {
  database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.STEERING_DATABASE_URL = database.steeringUrl
  process.env.REBOND_CLOCK = 'settable'
  await seedDemo({ ownerUrl: database.ownerUrl, today: FIRST })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  sql = postgres(database.steeringUrl, { max: 1, onnotice: () => undefined })
  const { rows: [account] } = await owner.query<{ id: string }>('select id from account where email = $1', [demoEmail('comite')])
  member = {
    accountId: account!.id, operatorId: null, operatorName: null, timeZone: 'Europe/Paris', role: 'committee', basinIds: [], standsInFor: [], displayName: 'Membre',
    email: demoEmail('comite'), locale: 'fr', theme: 'system', territory: { level: 'nation', codes: [] },
  }
}, 90_000)
afterAll(async () => {
  await sql.end()
  await closeDatabase()
  await owner.end()
  await database.drop()
})

/** What is read of counts, by the name of their cell; what keeps an earlier edition's words is apart. */
class Read {
  readonly counts = new Map<string, number>()
  readonly kept = new Map<string, number>()
  /** Read twice, and not the same. */
  readonly torn: string[] = []

  #note(into: Map<string, number>, key: string, count: number): void {
    if ((into.get(key) ?? count) !== count) this.torn.push(key)
    into.set(key, count)
  }

  count(quarter: string, place: Place, id: IndicatorId, part: 'of' | 'counted', count: number | null, cut = '', value = '', kept = false): void {
    if (count === null) return
    this.#note(kept ? this.kept : this.counts, saidKey(quarter, { place, name: populationOf(definitionOf(id), part).name, cut, value }), count)
  }

  figure(quarter: string, place: Place, { id, of, counted, saidOn, missing }: TerritoryFigure, cut = '', value = ''): void {
    if (missing === 'too_young') return
    this.count(quarter, place, id, 'of', of, cut, value, saidOn !== null)
    if (countsPart(definitionOf(id))) this.count(quarter, place, id, 'counted', counted, cut, value, saidOn !== null)
  }

  quarter({ place, quarter: { code }, figures, cuts }: TerritoryQuarter): void {
    for (const figure of figures) this.figure(code, place, figure)
    for (const row of cuts) {
      for (const figure of row.figures) this.figure(code, place, figure, row.cut, row.value)
      if (row.files !== null) this.#note(this.counts, saidKey(code, { place, name: { indicator: LIVE, part: 'of' }, cut: row.cut, value: row.value }), row.files)
    }
  }

  pack({ place, wider, quarter, quarters, figures, breakdowns, places }: Pick<PackContent, 'place' | 'wider' | 'quarter' | 'quarters' | 'figures' | 'breakdowns' | 'places'>): void {
    const number = (shown: Shown | null) => (typeof shown === 'number' ? shown : null)
    for (const { id, trend, wider: beside } of figures) {
      for (const [at, point] of [...trend.entries(), ...(beside === null ? [] : [[-1, beside] as const])]) {
        const [code, where] = at === -1 ? [quarter.code, wider!] : [quarters[at]!, place]
        this.count(code, where, id, 'of', number(point.of), '', '', (point.saidOn ?? null) !== null)
        if (point.counted !== null) this.count(code, where, id, 'counted', number(point.counted), '', '', (point.saidOn ?? null) !== null)
      }
    }
    for (const { indicator, dimension, rows } of breakdowns) for (const { value, figure, saidOn } of rows) this.count(quarter.code, place, indicator, 'of', number(figure), dimension, value, (saidOn ?? null) !== null)
    for (const { level, indicators, rows } of places)
      for (const { code, figures: shown, saidOn } of rows)
        for (const [at, id] of indicators.entries()) if (definitionOf(id).unit === 'people') this.count(quarter.code, { level, code }, id, 'of', number(shown[at]!), '', '', (saidOn?.[at] ?? null) !== null)
  }
}

/** Screens from the nation down, into the first region whole: each quarter of the widest; what a place says of others, of the quarter before, of its trends. */
async function screens(): Promise<{ readonly read: Read; readonly places: readonly Place[]; readonly opened: number }> {
  const read = new Read()
  const places: Place[] = []
  let opened = 0
  const open = async (place: Place, quarter: string | null) => {
    opened += 1
    const view = (await committeeView(member, { place: placeText(place), quarter, indicator: 'entries' })) as CommitteeView
    for (const one of [view.here, ...(view.previous === null ? [] : [view.previous]), ...(view.opened?.trend ?? [])]) read.quarter(one)
    for (const child of view.children) read.quarter({ ...child.figures, cuts: [] })
    return view
  }
  const walk = async (place: Place): Promise<void> => {
    places.push(place)
    const view = await open(place, null)
    const first = places.length <= 2
    if (first) for (const { code } of view.edition.quarters.slice(1)) await open(place, code)
    // Narrow places are many: the store that is attacked holds them all.
    if (place.level !== 'region' || first) for (const { place: inside } of view.children) await walk(inside)
  }
  await walk(NATION)
  return { read, places, opened }
}

async function packOf(place: Place, quarter: string, operator: string): Promise<PackContent | null> {
  const basins = await withoutActor(knownBasins)
  const known = knownPlace(basins, place)!
  const store = await readStore(basins, known, quarter, 'fr')
  return store === null ? null : contentOf({ place: known, quarter, locale: 'fr', operator, comments: {}, madeOn: FIRST, replaces: null, reason: null, earlier: null }, store)
}

/** What the store shows, and all that was counted. */
async function standing(madeOn: string): Promise<Attacked & { readonly shown: ReadonlyMap<string, number> }> {
  const quarters = quartersOn(day(madeOn))
  const [world, rows] = await sql.begin(async (tx) => [
    await countWorld(askBy(tx), quarters, day(madeOn), (await saidBefore(tx, quarters)).cells),
    await tx<{ quarter: string; level: Place['level']; code: string; indicator: string; part: string; dimension: string; value: string; figure: number }[]>`select * from territory_count where figure is not null`,
  ] as const)
  const shown = new Map(rows.map(({ quarter, level, code, indicator, part, dimension, value, figure }) => [saidKey(quarter, { place: { level, code }, name: { indicator, part }, cut: dimension, value }), figure]))
  const hidden = Uint8Array.from(world.system.values, (_, cell) => (cell < world.cells.length && shown.has(saidKey(quarters[world.cells[cell]!.quarter]!.code, world.cells[cell]!)) ? 0 : 1))
  return { quarters, world, hidden, madeOn, at: namesOf(world, quarters), shown }
}

const found = ({ world, hidden }: Attacked) => {
  const [sensitive, known, hand] = [sensitiveCells(world.system), deducible(world.system, hidden), byHand(world, hidden)]
  return sensitive.reduce((count, one, cell) => count + (one === 1 && (known[cell] === 1 || hand.has(cell)) ? 1 : 0), 0)
}

let first: Attacked & { readonly shown: ReadonlyMap<string, number> }
const packs = new Map<string, PackContent>()

describe('one edition', () => {
  test('every screen and pack that a member may open says what the store shows, and nothing else', async () => {
    first = await standing(FIRST)
    const { read, places, opened } = await screens()
    expect(places.length).toBeGreaterThan(5)
    expect(opened).toBe(places.length + 14)
    for (const place of places) {
      const own = await packOf(place, first.quarters[0]!.code, 'North')
      // Two operators of a place are given the same figures.
      const other = place.level === 'region' ? { ...(await packOf(place, first.quarters[0]!.code, 'South')), operator: 'North' } : own
      expect(other).toEqual(own)
      packs.set(placeText(place), own!)
      read.pack(own!)
    }
    expect(read.torn).toEqual([])
    expect(read.kept.size).toBe(0)
    // Nobody where nothing is kept.
    expect([...read.counts].filter(([key, count]) => count !== (first.shown.get(key) ?? 0))).toEqual([])
    expect([...read.counts.values()].filter((count) => count > 0 && count < 5)).toEqual([])
    expect(read.counts.size).toBeGreaterThan(500)
  }, 60_000)

  test('the packs issued since tell no change of one to four', async () => {
    const read = new Read()
    const { issued } = (await packList(member))!
    expect(issued.length).toBeGreaterThan(1)
    for (const { id } of issued) read.pack((await packView(member, id))!.content)
    expect([...read.counts].filter(([key, count]) => tellsRevision(count, first.shown.get(key) ?? 0))).toEqual([])
  })

  test('nothing small is found in it, by elimination nor by ranges; with the small alone hidden, much is', () => {
    expect(found(first)).toBe(0)
    expect(found({ ...first, hidden: maskCells(first.world.system, { secondary: false }) })).toBeGreaterThan(100)
  })

  test('nor by an operator that knows its own people', () => {
    const { world: { system, operators }, hidden } = first
    expect(operators.length).toBeGreaterThan(1)
    const known = deducible(system, hidden)
    for (const others of system.views!) {
      const hand = byHand(first.world, hidden, others)
      expect(Array.from(others, (count, cell) => (system.guarded![cell] === 1 && count > 0 && count < 5 && (hidden[cell] === 0 || known[cell] === 1 || hand.has(cell)) ? cell : -1)).filter((cell) => cell !== -1)).toEqual([])
    }
  })
})

describe('two editions', () => {
  let second: typeof first
  let screensNow: Awaited<ReturnType<typeof screens>>

  beforeAll(async () => {
    // Recorded late, corrected, moved to another basin, given to another operator: a little everywhere, much in one place.
    await owner.query('begin')
    await owner.query('set local session_replication_role = replica')
    const some = (share: number, salt: string) => `abs(hashtext(m.case_id::text || '${salt}')) % 1000 < ${share}`
    await owner.query(`update case_measure m set entered_on = entered_on - 92 where entered_on is not null and ${some(15, 'a')}`)
    await owner.query(`update case_measure m set ended_on = '2026-08-15', exit_motive = 'job_cdi' where ended_on is null and entered_on < '2026-06-01' and ${some(30, 'b')}`)
    await owner.query(`update case_measure m set first_training_on = null, first_training_month = null where ${some(10, 'c')}`)
    await owner.query(`update case_measure m set pre_bilan_on = pre_bilan_due_on + 5, days_to_pre_bilan = 13 where pre_bilan_on is not null and ${some(20, 'd')}`)
    await owner.query(`update case_measure m set basin_id = (select basin_id from case_measure group by basin_id order by count(*) desc limit 1) where ${some(15, 'e')}`)
    await owner.query(`update case_file c set transferred_on = '2026-12-01', closed = true, next_change_on = null, next_deadline_on = null, next_deadline_rule = null, next_deadline_label = null from case_measure m where m.case_id = c.id and ${some(10, 'f')}`)
    await owner.query(`update case_measure m set entered_on = '2026-02-10' where basin_id = (select basin_id from case_measure group by basin_id order by count(*) desc limit 1) and entered_on between '2025-10-01' and '2026-01-31' and ${some(400, 'g')}`)
    await owner.query('commit')
    await owner.query(`update demo_clock set civil_day = $1`, [SECOND])
    expect(await countTerritories()).toMatchObject({ number: 2, newestQuarter: '2026-Q4' })
    second = await standing(SECOND)
    screensNow = await screens()
  }, 90_000)

  test('what could not be said anew stays as the first said it', () => {
    const { read } = screensNow
    expect(read.torn).toEqual([])
    expect([...read.counts].filter(([key, count]) => count !== (second.shown.get(key) ?? 0))).toEqual([])
    expect(read.kept.size).toBeGreaterThan(100)
    expect([...read.kept].filter(([key, count]) => count !== (first.shown.get(key) ?? 0))).toEqual([])
  })

  test('no revision of one to four people is found between the two; were they said as they come, many would be', () => {
    expect(found(second)).toBe(0)
    expect(revisionsFound([first, second])).toEqual([])
    expect(groupsFound([first, second])).toBe(0)
    for (const operator of second.world.operators) expect(groupsFound([first, second], operator)).toBe(0)
    const open = { ...second, hidden: maskCells(second.world.system) }
    expect(revisionsFound([first, open]).length).toBeGreaterThan(100)
  })

  test('a pack held against the one before shows no change of a count by one to four', async () => {
    let revised = 0
    for (const place of screensNow.places) {
      const [then, now] = [packs.get(placeText(place)), await packOf(place, second.quarters[0]!.code, 'North')]
      if (then === undefined || now === null) continue
      const changes = revisionsSince(then, now.figures, now.quarters)
      revised += changes.length
      expect(changes.filter(({ unit, was, now: today }) => unit === 'people' && typeof was === 'number' && typeof today === 'number' && Math.abs(was - today) < 5)).toEqual([])
    }
    expect(revised).toBeGreaterThan(0)
  }, 30_000)
})
