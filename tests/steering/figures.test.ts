import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMonths, day, derive, isoOf, shippedTexts, type Day, type Settings } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { correctFact } from '@/lib/cases/commands/correct-fact.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { parseCaseloadSearch } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { readRecord, type StoredFact } from '@/lib/cases/stored-fact.ts'
import { closeDatabase, type Transaction } from '@/lib/database/client.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { holds } from '@/lib/indicators/conditions.ts'
import { DEFINITIONS, INDICATOR_IDS, type Definition, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { measure, monthCode, type Measures } from '@/lib/indicators/measures.ts'
import { stockDay, wholeMonth, windowOf, type Period } from '@/lib/indicators/period.ts'
import { AGES, AGE_BANDS, EVERYONE, UNKNOWN, type Dimension, type PersonDimension, type Place, type Slice } from '@/lib/indicators/slices.ts'
import { QUEUES } from '@/lib/jobs/queues.ts'
import { connected } from '@/lib/launch/database.ts'
import { seedDemo } from '@/lib/population/seed-demo.ts'
import type { Ask, Tally } from '@/lib/steering/asks.ts'
import { countCells } from '@/lib/steering/count-cells.ts'
import { countFiles } from '@/lib/steering/count-files.ts'
import { breakdown, figures, steer, type Figure } from '@/lib/steering/figures.ts'
import { freshenEveryOperator } from '@/lib/steering/freshen.ts'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'

// The demonstration's population: every figure is counted a second time from the facts, in memory, by the definition alone.
const TODAY = day('2026-11-22')

let database: FreshDatabase
let manager: Actor
let administrator: Actor
let counsellor: Actor

interface Told {
  readonly id: string
  readonly operatorId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly basinId: string
  readonly basin: string
  readonly department: string
  readonly region: string
  readonly birthDate: string
  readonly sex: string | null
  readonly qualification: string | null
  readonly sector: string | null
  /** The day it went to another operator. */
  readonly goneOn: string | null
  readonly line: Measures
}

const rows = <Row>(text: string, values: readonly unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, [...values])).rows as Row[])

async function actorOf(email: string): Promise<Actor> {
  const [account] = await rows<Record<string, string>>('select id, operator_id, role, display_name from account where email = $1', [email])
  const basins = await rows<{ id: string }>('select basin_id as id from account_basin where account_id = $1', [account!.id])
  return {
    accountId: account!.id!, operatorId: account!.operator_id!, operatorName: null, timeZone: 'Europe/Paris', role: account!.role as Actor['role'],
    basinIds: basins.map(({ id }) => id), standsInFor: [], displayName: account!.display_name!, email, locale: 'fr', theme: 'system', territory: null,
  }
}

/** Every file of the demonstration, told from its facts. */
async function toldFiles(): Promise<readonly Told[]> {
  const files = await rows<Omit<Told, 'line'> & { roll: Settings['rollPolicy']; contact: number; follow: number }>(`
    select c.id, c.operator_id as "operatorId", c.counsellor_id as "counsellorId", c.referent_id as "referentId", c.basin_id as "basinId", b.code as basin,
           b.main_department_code as department, b.region_code as region, p.birth_date::text as "birthDate", p.sex, p.qualification, p.sector, c.transferred_on::text as "goneOn",
           o.roll_policy as roll, o.contact_interval_days as contact, o.follow_up_interval_days as follow
    from case_file c join basin b on b.id = c.basin_id join person p on p.id = c.person_id join operator o on o.id = c.operator_id`)
  const facts = await rows<StoredFact & { caseId: string }>('select case_id as "caseId", id, sequence, kind, on_day as "onDay", until_day as "untilDay", terms, supersedes from fact')
  const byFile = Map.groupBy(facts, ({ caseId }) => caseId)
  return files.map(({ roll, contact, follow, ...file }) => {
    const { record } = readRecord(byFile.get(file.id)!.map((fact) => ({ ...fact, onDay: TODAY, untilDay: null })))
    const settings: Settings = { rollPolicy: roll, contactIntervalDays: contact, followUpIntervalDays: follow }
    return { ...file, line: measure(record, derive(record, shippedTexts, settings, TODAY)) }
  })
}

function ageOf({ birthDate, line }: Told): string {
  if (line.enteredOn === null) return UNKNOWN
  const born = day(birthDate)
  let years = 0
  while (addMonths(born, 12 * (years + 1)) <= line.enteredOn) years += 1
  return AGE_BANDS.find((band) => years >= AGES[band].from && years <= AGES[band].to) ?? UNKNOWN
}

function valueOf(told: Told, dimension: Dimension): string {
  switch (dimension) {
    case 'age': return ageOf(told)
    case 'seniority': return told.line.seniority ?? UNKNOWN
    case 'path': return told.line.entryPath
    case 'motive': return told.line.exitMotive ?? UNKNOWN
    case 'basin': return told.basin
    case 'counsellor': return told.counsellorId
    case 'sex': case 'qualification': case 'sector': return told[dimension] ?? UNKNOWN
  }
}

function inPlace(told: Told, { level, code }: Place): boolean {
  return level === 'nation' || told[level] === code
}

function seenBy(actor: Actor, told: Told): boolean {
  if (told.operatorId !== actor.operatorId) return false
  if (actor.role === 'counsellor') return told.counsellorId === actor.accountId || told.referentId === actor.accountId
  return actor.role === 'operator_admin' || actor.basinIds.includes(told.basinId)
}

/** The figure counted from lines alone, as the definition says it. */
function toldTally(files: readonly Told[], definition: Definition, period: Period): Tally {
  const lines = files.map(({ line }) => line)
  // Whoever went to another operator is among this one's until that day, whatever goes on there.
  const staying = files.map(({ line, goneOn }) => {
    const days = [line.endedOn, goneOn === null ? null : day(goneOn)].filter((one) => one !== null)
    return { ...line, endedOn: days.length === 0 ? null : (Math.max(Math.min(...days), line.enteredOn ?? 0) as Day) }
  })
  const none = { counted: null, sum: null, base: null, come: null }
  if (definition.workedInMonth) {
    const month = wholeMonth(period, TODAY)
    const present = staying.filter(({ enteredOn, endedOn }) => enteredOn !== null && enteredOn <= month.to && (endedOn === null || endedOn >= month.from))
    return { ...none, of: present.length, counted: present.filter(({ workMonths }) => workMonths.includes(monthCode(month.from))).length }
  }
  if (definition.kind === 'stock') {
    const on = stockDay(period, TODAY)
    const present = staying.filter(({ enteredOn, endedOn }) => enteredOn !== null && enteredOn <= on && (endedOn === null || endedOn > on))
    if (definition.silentFor === null) return { ...none, of: present.length }
    if (on !== TODAY) return { ...none, of: 0, counted: 0 }
    return { ...none, of: present.length, counted: present.filter(({ lastContactOn, enteredOn }) => (lastContactOn ?? enteredOn!) <= addDays(TODAY, -30)).length }
  }
  const { first, last, come } = windowOf(definition, period, TODAY)
  const anchored = (to: Day) => lines.filter((line) => line[definition.anchor] !== null && line[definition.anchor]! >= first && line[definition.anchor]! <= to)
  const of = anchored(last).filter((line) => holds(definition.of, line))
  return {
    of: of.length,
    counted: definition.counted === null ? null : of.filter((line) => holds(definition.counted!, line)).length,
    sum: definition.mean === null ? null : String(of.reduce((sum, line) => sum + Number(line[definition.mean!] ?? 0), 0)),
    base: definition.maturityMonths === 0 ? null : anchored(last).length,
    come: definition.maturityMonths === 0 ? null : anchored(come).length,
  }
}

const rounded = (tally: Tally) => ({ ...tally, sum: tally.sum === null ? null : Number(tally.sum).toFixed(2) })

let files: readonly Told[]

beforeAll(async () => {
  database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.REBOND_CLOCK = 'settable'
  await seedDemo({ ownerUrl: database.ownerUrl, today: isoOf(TODAY) })
  // Some went to another operator since.
  await rows(`update case_file set transferred_on = '2026-10-10', closed = true, next_change_on = null, next_deadline_on = null, next_deadline_rule = null, next_deadline_label = null
    where id in (select c.id from case_file c join operator o on o.id = c.operator_id where o.slug = 'france-travail' and c.csp_start < '2026-09-01' and c.ended_on is null and not c.closed order by c.reference limit 6)`)
  manager = await actorOf(demoEmail('responsable'))
  administrator = await actorOf(demoEmail('direction'))
  counsellor = await actorOf(demoEmail('conseillere'))
  files = await toldFiles()
}, 90_000)
afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: -1200, max: 40 }), fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => ({ from: addDays(TODAY, start), to: addDays(TODAY, start + length) }))

const PLACES: readonly Place[] = [
  { level: 'nation', code: '' }, { level: 'region', code: '84' }, { level: 'department', code: '69' }, { level: 'department', code: '42' },
  { level: 'basin', code: '8421' }, { level: 'basin', code: '8428' }, { level: 'basin', code: '5315' },
]
const anyWhere: fc.Arbitrary<Slice['where']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom('over_2', '1_to_2', 'under_1', UNKNOWN).map((seniority) => ({ seniority })),
  fc.constantFrom(...AGE_BANDS, UNKNOWN).map((age) => ({ age })),
  fc.constantFrom('female', 'male', UNKNOWN).map((sex) => ({ sex })),
)
const anySlice = fc.record({ place: fc.constantFrom(...PLACES), where: anyWhere }).map(({ place, where }): Slice => ({ place, where, counsellor: null }))

function within(actor: Actor, slice: Slice): readonly Told[] {
  return files.filter(
    (told) =>
      seenBy(actor, told) && inPlace(told, slice.place) && (slice.counsellor === null || told.counsellorId === slice.counsellor) &&
      (Object.keys(slice.where) as PersonDimension[]).every((dimension) => valueOf(told, dimension) === slice.where[dimension]),
  )
}

const ask = (id: IndicatorId, period: Period): Ask => ({ definition: DEFINITIONS.find((definition) => definition.id === id)!, period })

describe('every figure, over random periods, places and people', () => {
  test('is what the facts say, whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('manager', 'administrator', 'counsellor'), anySlice, anyPeriod, async (who, slice, period) => {
        const actor = { manager, administrator, counsellor }[who]
        const asks = INDICATOR_IDS.map((id) => ask(id, period))
        const counted = await inActorTransaction(actor, (tx) => countFiles(tx, actor, slice, asks, null, TODAY))
        const told = within(actor, slice)
        expect(counted.get('')!.map(rounded)).toEqual(asks.map(({ definition }) => rounded(toldTally(told, definition, period))))
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 15) },
    )
  })

  test('is the same from cells, for any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('manager', 'administrator'), fc.constantFrom(...PLACES), anyPeriod, fc.boolean(), async (who, place, period, split) => {
        const actor = { manager, administrator }[who]
        const asks = INDICATOR_IDS.map((id) => ask(id, period))
        const by = split ? 'basin' : null
        const [cells, lines] = await inActorTransaction(actor, async (tx) => [
          await countCells(tx, actor, place, asks, by, TODAY),
          await countFiles(tx, actor, { ...EVERYONE, place }, asks, by, TODAY),
        ] as const)
        const empty = asks.map(({ definition }) => rounded(toldTally([], definition, period)))
        for (const group of new Set([...cells.keys(), ...lines.keys()]))
          expect(cells.get(group)?.map(rounded) ?? empty).toEqual(lines.get(group)?.map(rounded) ?? empty)
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 12) },
    )
  })

  test('opens the list of exactly its files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('manager', 'administrator', 'counsellor'), anySlice, anyPeriod, fc.constantFrom(...INDICATOR_IDS), async (who, slice, period, id) => {
        const actor = { manager, administrator, counsellor }[who]
        const [[figure]] = (await steer(actor, (steering) => figures(steering, slice, [id], [period]))) as [[Figure]]
        const listed = async (search: string) => (await caseload(actor, parseCaseloadSearch(search)))!.total
        expect(await listed(figure.ofSearch)).toBe(figure.of)
        expect(figure.countedSearch === null ? null : await listed(figure.countedSearch)).toBe(figure.counted)
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 12) },
    )
  })

  test('its parts add up to it, by every dimension', async () => {
    const period = { from: addMonths(TODAY, -24), to: TODAY }
    for (const by of ['seniority', 'age', 'sex', 'qualification', 'sector', 'path', 'motive', 'basin', 'counsellor'] as const) {
      const ids: readonly IndicatorId[] = ['entries', 'exits', 'preBilanInTime', 'firstTraining', 'bonusFirstAmount', 'inCsp']
      const [whole, parts] = (await steer(manager, async (steering) => [
        await figures(steering, EVERYONE, ids, [period]),
        await breakdown(steering, EVERYONE, ids, period, by),
      ] as const))!
      for (const [index, [total]] of whole.entries()) {
        const sum = (of: (figure: Figure) => number) => parts.reduce((added, part) => added + of(part.figures[index]!), 0)
        expect(sum((figure) => figure.of), `${ids[index]} by ${by}`).toBe(total!.of)
        expect(sum((figure) => figure.counted ?? 0)).toBe(total!.counted ?? 0)
      }
      for (const { value, figures: cut } of parts.filter(() => by !== 'motive')) {
        const told = within(manager, EVERYONE).filter((file) => valueOf(file, by) === value)
        expect(cut[0]!.of, `entries of ${value}`).toBe(toldTally(told, ask('entries', period).definition, period).of)
      }
    }
  })
})

test('who went to another operator is in the stock until that day, and among the entries for ever', async () => {
  const gone = files.filter((told) => told.goneOn !== null && seenBy(administrator, told))
  expect(gone.length).toBeGreaterThan(0)
  const of = async (from: string, to: string) => (await steer(administrator, (steering) => figures(steering, EVERYONE, ['inCsp'], [{ from: day(from), to: day(to) }])))![0]![0]!
  const listed = async (search: string) => (await caseload(administrator, parseCaseloadSearch(`${search}&size=100`)))!.rows.map(({ reference }) => reference)
  const [before, after] = [await of('2026-10-09', '2026-10-09'), await of('2026-10-10', '2026-10-10')]
  const references = await rows<{ reference: string }>(`select reference from case_file where transferred_on = '2026-10-10' and operator_id = $1`, [administrator.operatorId])
  const all = await listed(`${after.ofSearch}&refs=${references.map(({ reference }) => reference).join(',')}`)
  expect(all).toEqual([])
  expect((await listed(`${before.ofSearch}&refs=${references.map(({ reference }) => reference).join(',')}`)).toSorted()).toEqual(references.map(({ reference }) => reference).toSorted())
})

describe('after random changes', () => {
  test('cells added up again are what all the facts say', async () => {
    const quarter = { from: day('2026-10-01'), to: day('2026-12-31') }
    const year = { from: day('2025-12-01'), to: TODAY }
    const asks = INDICATOR_IDS.flatMap((id) => [ask(id, quarter), ask(id, year)])
    const live = await rows<{ reference: string; version: number; basin: string }>(
      `select c.reference, c.version, c.basin_id as basin from case_file c where c.operator_id = $1 and c.stage in ('in_follow_up', 'plan_due', 'pre_bilan_due') order by c.reference limit 60`, [manager.operatorId])
    let recorded = 0
    const corrections: string[] = []
    for (const [index, { reference, version }] of live.entries()) {
      const on = isoOf(addDays(TODAY, -(index % 9)))
      const kind = (['contact_held', 'training', 'job_started', 'pre_bilan_held'] as const)[index % 4]!
      const terms = kind === 'training' ? { from: on, to: null } : kind === 'job_started' ? { on, contract: 'cdi' } : { on }
      const outcome = await recordFact(manager, { reference, version, submissionId: crypto.randomUUID(), kind, terms, content: kind === 'pre_bilan_held' ? { profile: 'p', project: 'p' } : null })
      if (outcome.kind !== 'recorded') continue
      recorded += 1
      if (index % 8 === 0) {
        const moved = await correctFact(manager, { reference, version: outcome.version, submissionId: crypto.randomUUID(), factId: outcome.factId, reason: 'essai', terms: { ...terms, ...('from' in terms ? { from: isoOf(addDays(TODAY, -40)) } : { on: isoOf(addDays(TODAY, -1)) }) } })
        corrections.push(moved.kind)
      }
      // Read now and then, so that some cells are added up between changes and others after several.
      if (index % 7 === 0) for (const actor of [manager, administrator]) await inActorTransaction(actor, (tx) => countCells(tx, actor, EVERYONE.place, asks, null, TODAY))
    }
    expect(recorded).toBeGreaterThan(10)
    expect(corrections).toContain('recorded')
    files = await toldFiles()
    for (const actor of [manager, administrator]) {
      const cells = await inActorTransaction(actor, (tx) => countCells(tx, actor, EVERYONE.place, asks, null, TODAY))
      const told = within(actor, EVERYONE)
      expect(cells.get('')!.map(rounded)).toEqual(asks.map(({ definition, period }) => rounded(toldTally(told, definition, period))))
    }
  }, 60_000)
})

// From here on lines are changed by hand, beside their facts: what is kept is held to the lines, read whole.
describe('what is kept by day of the whole operator', () => {
  const periods: readonly Period[] = [{ from: day('2026-10-01'), to: day('2026-12-31') }, { from: day('2026-08-19'), to: day('2026-11-09') }, { from: day('2026-02-11'), to: day('2026-02-20') }]
  // Moved by hand, a line may have worked after it left, which no facts say: those working in a month are left out.
  const asks = periods.flatMap((period) => INDICATOR_IDS.filter((id) => id !== 'workingInMonth').map((id) => ask(id, period)))
  const read = (tx: Transaction) => countCells(tx, administrator, EVERYONE.place, asks, null, TODAY)
  const readOnce = () => inActorTransaction(administrator, read)
  const expectSame = async () => {
    const [kept, lines] = await inActorTransaction(administrator, async (tx) => [await read(tx), await countFiles(tx, administrator, EVERYONE, asks, null, TODAY)] as const)
    expect(kept.get('')!.map(rounded)).toEqual(lines.get('')!.map(rounded))
  }
  const keptDays = () => rows<{ key: string; day: string; amount: string }>('select key, day::text, amount::text from indicator_day where operator_id = $1 order by 1, 2', [administrator.operatorId])
  const MOVED = ['entered_on', 'ended_on', 'pre_bilan_due_on', 'pre_bilan_on', 'plan_due_on', 'review_due_on', 'bonus_claim_due_on', 'durable_job_on', 'wage_gap_claimed_on', 'first_training_on', 'plan_on']
  /** Moves a day of somebody's line, or says of them that they had a job: what a fact does to it. */
  const change = (random: () => number) => rows(`
    update case_measure set ${random() < 0.2 ? 'durable_at_exit = not durable_at_exit' : `${MOVED[Math.floor(random() * MOVED.length)]} = ('2026-11-22'::date - ${Math.floor(random() * 300)})`}
    where case_id = (select case_id from case_measure where operator_id = $1 order by md5(case_id::text || ${Math.floor(random() * 1e6)}) limit 1)`, [administrator.operatorId])

  test('is what its files add up to, after random changes, readings and turns of the worker', async () => {
    await rows('delete from indicator_day')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.noShrink(fc.double({ min: 0, max: 0.999, noNaN: true }))), { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const [index, [what, seed]] of steps.entries()) {
          let drawn = seed
          const random = () => (drawn = (drawn * 9301 + 0.49297) % 1)
          if (what === 0) await readOnce()
          else if (what === 1) await freshenEveryOperator()
          else await change(() => (random() + index / 97) % 1)
        }
        await expectSame()
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 5) },
    )
    // Each day that is kept, whenever it was, is what it would be if it were added up now.
    const kept = await keptDays()
    expect(kept.length).toBeGreaterThan(100)
    await rows('delete from indicator_day')
    await readOnce()
    expect(await keptDays()).toEqual(kept)
  }, 60_000)

  test('is right after many at once have read it, changed its files and worked it off', async () => {
    await rows('delete from indicator_day')
    const several = async (times: number, work: (turn: number) => Promise<unknown>) => {
      for (let turn = 0; turn < times; turn += 1) await work(turn)
    }
    await Promise.all([
      ...[1, 2, 3].map((who) => several(20, (turn) => change(() => ((turn * 31 + who * 17) % 97) / 97))),
      ...[1, 2, 3].map(() => several(6, readOnce)),
      ...[1, 2].map(() => several(8, () => freshenEveryOperator())),
    ])
    await expectSame()
    const kept = await keptDays()
    await rows('delete from indicator_day')
    await readOnce()
    expect(await keptDays()).toEqual(kept)
  }, 60_000)

  test('is added up again where a file changes while it is being added up', async () => {
    await rows('delete from indicator_day')
    await freshenEveryOperator()
    let workedOff = false
    let worker: Promise<unknown> = Promise.resolve()
    await inActorTransaction(administrator, async (tx) => {
      await read(tx)
      // Its days are added up and nobody sees them yet: somebody enters, and the worker hears of it.
      const [moved] = await rows<{ id: string }>(`update case_measure set entered_on = '2026-11-03' where case_id = (select case_id from case_measure where operator_id = $1 and entered_on < '2026-10-01' order by case_id limit 1) returning case_id as id`, [administrator.operatorId])
      expect(moved).toBeDefined()
      worker = freshenEveryOperator().then(() => (workedOff = true))
      await Promise.race([worker, new Promise((resume) => setTimeout(resume, 700))])
      expect(workedOff).toBe(false)
    })
    await worker
    expect((await rows('select 1 from indicator_stale')).length).toBe(0)
    await expectSame()
  })

  test('is worked off by the worker before anyone reads', async () => {
    await readOnce()
    await rows(`update case_measure set entered_on = '2026-11-04' where case_id = (select case_id from case_measure where operator_id = $1 and entered_on < '2026-10-01' order by case_id limit 1)`, [administrator.operatorId])
    expect((await rows('select 1 from indicator_stale')).length).toBeGreaterThan(0)
    expect(await QUEUES.find(({ name }) => name === 'cells')!.work(() => false)).toBe(1)
    expect(await rows('select 1 from indicator_stale')).toEqual([])
    const [entered] = await rows<{ amount: string }>(`select amount from indicator_day where operator_id = $1 and key = '@enteredOn' and day = '2026-11-04'`, [administrator.operatorId])
    const [told] = await rows<{ count: string }>(`select count(*) from case_measure where operator_id = $1 and entered_on = '2026-11-04'`, [administrator.operatorId])
    expect(entered?.amount).toBe(told?.count)
  })
})
