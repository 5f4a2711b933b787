// `npm run bench -- steering`: what the figures cost at the server, over the database of DATABASE_URL, one person at a time.
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Actor } from '../access/actor.ts'
import { actorOfSession } from '../access/live-account.ts'
import { addDays, addMonths, dayOf, isoOf, partsOf, type Day } from '../accord/index.ts'
import { civilDay } from '../clock/civil-day.ts'
import { closeDatabase } from '../database/client.ts'
import { openDriver, type Driver } from '../database/driver.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { DEFINITIONS } from '../indicators/definitions.ts'
import { periodBefore, type Period } from '../indicators/period.ts'
import { EVERYONE, NATION, type Place } from '../indicators/slices.ts'
import { freshenCells } from '../steering/freshen.ts'
import { dashboard } from '../steering/dashboard/overview.ts'
import { oneIndicator } from '../steering/dashboard/one-indicator.ts'
import { figures, steer } from '../steering/figures.ts'
import { timeEdition, timePacks } from './measure-packs.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const ownerUrl = process.env.DATABASE_URL
if (ownerUrl === undefined || ownerUrl === '') throw new Error('DATABASE_URL is not set: run it as npm run bench -- steering')
const rounds = Number(values.rounds)

/** A question, as a screen asks it of the server: what it is promised to take, in milliseconds. */
interface Question {
  readonly name: string
  readonly median: number
  readonly late: number
  readonly ask: Ask
  readonly places: readonly Place[]
  /** What happens before each time it is asked, and is not timed. */
  readonly before?: (round: number) => Promise<unknown>
}

type Ask = (actor: Actor, place: Place) => Promise<unknown>

const IDS = DEFINITIONS.map(({ id }) => id)

/** The last quarter that is over. */
function lastQuarter(today: Day): Period {
  const { year, month } = partsOf(today)
  const first = dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1)
  if (first === null) throw new RangeError('no such quarter')
  return { from: addMonths(first, -3), to: addDays(first, -1) }
}

const at = (taken: readonly number[], share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN
const shown = (milliseconds: number) => (milliseconds < 100 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)).padStart(9)

/** Someone of a role, in the operator that has most files: signed in as the application does. */
async function someone(sql: Driver, role: string): Promise<Actor> {
  const [account] = await sql<{ id: string; version: number }[]>`
    select a.id, a.session_version as version from account a
    join (select operator_id from case_file group by 1 order by count(*) desc limit 1) most using (operator_id)
    where a.role = ${role} and a.active order by (select count(*) from account_basin b where b.account_id = a.id) desc, a.id limit 1`
  const actor = account === undefined ? null : await actorOfSession({ accountId: account.id, sessionVersion: account.version, openedAt: Date.now() / 1000 })
  if (actor === null) throw new Error(`nobody is ${role} in this database: npm run bench -- steering makes one of its own`)
  return actor
}

/** Basins of an operator, drawn with the same chance each: the whole country's sizes. */
async function basinsOf(sql: Driver, operatorId: string | null): Promise<readonly { readonly code: string; readonly region: string; readonly files: number }[]> {
  return sql<{ code: string; region: string; files: number }[]>`
    select b.code, b.region_code as region, count(*)::integer as files from case_measure m join basin b on b.id = m.basin_id where m.operator_id = ${operatorId} group by b.code, b.region_code order by md5(b.code)`
}

/** What happens to files in life, as columns of their lines; each goes under anchors of its own. */
const CHANGES = [
  'first_training_on = entered_on + 40, first_training_month = 2, training_days = training_days + 1',
  'pre_bilan_on = entered_on + 9, days_to_pre_bilan = 9',
  'ended_on = coalesce(ended_on, entered_on + 200) - 1, durable_at_exit = true, durable_job_on = entered_on + 199',
  'first_work_on = entered_on + 60, job_within_three_months = true, extended_by_work = true',
] as const

/** Changes the line of somebody who entered in the last year, as a fact recorded on their file does. */
async function touchFile(sql: Driver, operatorId: string | null, today: string, round: number): Promise<void> {
  await sql.unsafe(`
    update case_measure set ${CHANGES[round % CHANGES.length]} where case_id = (
      select case_id from case_measure tablesample system (0.1) where operator_id = '${operatorId}' and entered_on between '${today}'::date - 365 and '${today}'::date - 20 order by random() limit 1)`)
}

const sql = openDriver(ownerUrl)
let kept = true
try {
  const today = await civilDay()
  const period = lastQuarter(today)
  const [size] = await sql<{ files: number; live: number; operators: number }[]>`
    select count(*)::integer as files, count(*) filter (where not closed)::integer as live, count(distinct operator_id)::integer as operators from case_file`
  const head = await someone(sql, 'operator_admin')
  const basins = await basinsOf(sql, head.operatorId)
  const dayText = isoOf(today)
  const largest = basins.toSorted((a, b) => b.files - a.files)[0]
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`${size?.files} files, of which ${size?.live} live, ${size?.operators} operators; figures of ${basins.reduce((sum, { files }) => sum + files, 0)} files of one, in ${basins.length} basins`)

  const started = performance.now()
  const added = await inActorTransaction(head, (tx) => freshenCells(tx, head.operatorId ?? ''), { timeout: 600_000 })
  say(`cells of ${added} basins added up in ${((performance.now() - started) / 1000).toFixed(1)} s`)

  await sql.unsafe('vacuum analyze indicator_cell, indicator_total, indicator_stale, indicator_day')

  const nothing = { counsellor: null, where: {}, period: { period: null, from: null, to: null } } as const
  const board: Ask = (actor, place) => dashboard(actor, { ...nothing, place })
  const one: Ask = (actor, place) => oneIndicator(actor, { ...nothing, place, indicator: 'stayUnderTwelve', by: 'qualification', pace: 'quarter', beside: 'inCsp' })
  const figuresAlone: Ask = (actor, place) => steer(actor, (steering) => figures(steering, { ...EVERYONE, place }, IDS, [period, periodBefore(period)]))
  const places = basins.map(({ code }): Place => ({ level: 'basin', code }))
  const questions: readonly Question[] = [
    { name: `a basin: ${IDS.length} figures, a quarter and the one before`, median: 50, late: 150, ask: figuresAlone, places },
    { name: 'a basin: its dashboard, whole', median: 50, late: 150, ask: board, places },
    { name: 'a basin: one indicator opened', median: 150, late: 300, ask: one, places },
    ...(largest === undefined ? [] : [{ name: `the largest basin (${largest.files} files): its dashboard`, median: 200, late: 400, ask: board, places: [{ level: 'basin', code: largest.code } as Place] }]),
    { name: 'all basins of the operator: the dashboard, whole', median: 200, late: 400, ask: board, places: [NATION] },
    { name: 'the same, first read after a file has changed', median: 250, late: 500, ask: board, places: [NATION], before: (round) => touchFile(sql, head.operatorId, dayText, round) },
    { name: 'all basins of the operator: one indicator opened', median: 2000, late: 4000, ask: one, places: [NATION] },
  ]
  say(`${'milliseconds at the server'.padEnd(58)}   median       95th   asked`)
  for (const { name, median, late, ask, places, before } of questions) {
    const taken: number[] = []
    for (const place of places.slice(0, 3)) await ask(head, place)
    for (let round = 0; round < Math.max(rounds, Math.min(rounds * 4, places.length)); round += 1) {
      const place = places[round % places.length]
      if (place === undefined) break
      await before?.(round)
      const began = performance.now()
      await ask(head, place)
      taken.push(performance.now() - began)
    }
    taken.sort((a, b) => a - b)
    const holds = at(taken, 0.5) <= median && at(taken, 0.95) <= late
    kept &&= holds
    say(`${name.padEnd(58)}${shown(at(taken, 0.5))}  ${shown(at(taken, 0.95))}   ${median} and ${late}${holds ? '' : '  NOT KEPT'}`)
  }
  const steeringUrl = process.env.STEERING_DATABASE_URL
  if (steeringUrl !== undefined && largest !== undefined) {
    await timeEdition(steeringUrl, today, say)
    kept = (await timePacks(head, largest, today, Math.min(rounds, 3), say)) && kept
  }
  const busy = loadavg()[0] ?? 0
  if (busy > availableParallelism() + 1) say(`The machine was busy (load ${busy.toFixed(1)} for ${availableParallelism()} cores): these times are longer than they are on a quiet one.`)
  process.exitCode = kept ? 0 : 1
} finally {
  await sql.end()
  await closeDatabase()
}
