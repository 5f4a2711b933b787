import { randomBytes } from 'node:crypto'
import { dayOfFact, type Day } from '../accord/index.ts'
import { hashPassword } from '../access/password.ts'
import { openDriver, type Driver } from '../database/driver.ts'
import { multiplyFiles } from './bench-copies.ts'
import { chanceOf } from './chance.ts'
import { newBundle, projectionOf } from './file-rows.ts'
import { writeBasins, writeOperators } from './house-rows.ts'
import { identities } from './identities.ts'
import type { Life } from './life.ts'
import type { Recorded } from './recording.ts'
import { scaleHouse, type ScaleHouse } from './scale-house.ts'
import { layPopulation } from './scale-lives.ts'
import { EmployersOf, identityEpoch, References, writeFiles } from './writing.ts'

export interface BenchTarget {
  readonly ownerUrl: string
  readonly live: number
  readonly past: number
  /** Lives drawn; the others are copies of theirs. */
  readonly drawn: number
  readonly seed: string
  readonly today: Day
  readonly say: (line: string) => void
}

/** Files laid and written at once. */
const BUNDLE = 5000
const DAY = 86_400_000

/** A life as its projections need it: nothing recorded, since figures read no fact. */
function unrecorded(life: Life): Recorded {
  const first = life.told[0]
  const openedOn = first === undefined ? life.frame.engagedOn : dayOfFact(first.fact)
  return { openedAt: new Date(openedOn * DAY + DAY / 2), facts: [], journal: [], assignments: [], version: life.told.length + 1, counting: life.told.map(({ fact }) => fact) }
}

/**
 * Fills an empty, migrated database with as many files as the country keeps, for a bench: some lives drawn by the generator,
 * the rest copies of their projections made in SQL. No fact and no journal is there: nothing can be recorded on these files.
 */
export async function seedBench({ ownerUrl, live, past, drawn, seed, today, say }: BenchTarget): Promise<void> {
  const chance = chanceOf(seed, 'bench')
  const house = scaleHouse(chance, identities(chance, identityEpoch(today)), `bench-${seed}`, live)
  const sql = openDriver(ownerUrl)
  try {
    const basins = await sql.begin(writeBasins)
    const nobodySignsIn = await hashPassword(randomBytes(24).toString('base64'))
    await sql.begin((transaction) => writeOperators(transaction, house.operators, basins, nobodySignsIn))
    await drawFiles(sql, { house, basins, drawn, active: Math.round((drawn * live) / (live + past)), seed, today, say })
    say(`Copied from here on, each with another place, past files some weeks earlier; their facts and their journal are not.`)
    await multiplyFiles(sql, { live, past, times: Math.ceil((live + past) / drawn) + 1 }, say)
    const started = performance.now()
    await sql`insert into indicator_stale (operator_id, basin_id, month) select distinct operator_id, basin_id, months_of_measure(m) from case_measure m`
    await sql`update demo_clock set civil_day = ${new Date(today * DAY).toISOString().slice(0, 10)}::date`
    await sql.unsafe('vacuum analyze')
    say(`Months marked, vacuum and analyze, ${((performance.now() - started) / 1000).toFixed(0)} s`)
  } finally {
    await sql.end()
  }
}

interface Drawing {
  readonly house: ScaleHouse
  readonly basins: ReadonlyMap<string, string>
  readonly drawn: number
  readonly active: number
  readonly seed: string
  readonly today: Day
  readonly say: (line: string) => void
}

async function drawFiles(sql: Driver, { house, basins, drawn, active, seed, today, say }: Drawing): Promise<void> {
  const started = performance.now()
  const chance = chanceOf(seed, 'files')
  const newId = identities(chance, identityEpoch(today) + 1000)
  const references = new References()
  for (let from = 0; from < drawn; from += BUNDLE) {
    const bundle = newBundle()
    const employers = new EmployersOf(bundle, newId)
    for (const { life, post } of layPopulation({ active, past: drawn - active, seed, today }, house, from, Math.min(drawn, from + BUNDLE))) {
      const basinId = basins.get(post.zone.code)
      if (basinId === undefined) throw new Error(`no basin ${post.zone.code}`)
      const recorded = unrecorded(life)
      const id = newId()
      const owners = { id, operatorId: post.operator.id, basinId, counsellorId: post.counsellor.id, referentId: post.referent?.id ?? null }
      bundle.addFile(
        {
          id, personId: newId(), employerId: life.employer === null ? null : employers.idOf(post.operator.id, life.employer),
          reference: references.next(post.operator.id, recorded.openedAt.getUTCFullYear()), post, basinId, life, recorded,
          projection: projectionOf(owners, life, recorded, post, today),
        },
        newId,
      )
    }
    await writeFiles(sql, bundle.laid(), references.last)
  }
  say(`${drawn} lives drawn and their projections written, ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
