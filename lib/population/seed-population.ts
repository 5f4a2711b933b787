import { randomBytes } from 'node:crypto'
import { hashPassword } from '../access/password.ts'
import { openDriver, type Driver } from '../database/driver.ts'
import { chanceOf } from './chance.ts'
import { writeBasins, writeOperators } from './house-rows.ts'
import { identities } from './identities.ts'
import { layerBeside, layerHere, type Layer, type LayerSettings } from './layers.ts'
import { scaleHouse, type ScaleHouse } from './scale-house.ts'
import type { Population } from './scale-lives.ts'
import { identityEpoch, writeFiles } from './writing.ts'

/** Files written in one transaction: what memory holds at once. */
const BUNDLE = 3000

/** Milliseconds between two lines of progress. */
const TELL_EVERY = 5000

export interface PopulationTarget extends Population {
  readonly ownerUrl: string
  /** Lets its people sign in; without one, nobody can. */
  readonly password: string | null
  readonly say: (line: string) => void
  /** Asked between bundles: the rest is for another run. */
  readonly stopped?: () => boolean
  readonly bundle?: number
}

/**
 * Writes a population through COPY, bundle after bundle, in constant memory. Interrupted, it goes on
 * where it stopped; complete, it is left as it is.
 * @returns how many files were written now
 */
export async function seedPopulation(target: PopulationTarget): Promise<number> {
  const { ownerUrl, active, past, seed, today, say, stopped = () => false, bundle: size = BUNDLE } = target
  const slug = `population-${seed}-${active}-${past}`
  const total = active + past
  const chance = chanceOf(seed, 'house')
  const newId = identities(chance, identityEpoch(today))
  const house = scaleHouse(chance, newId, slug, active)
  const sql = openDriver(ownerUrl)
  try {
    const basins = await sql.begin(writeBasins)
    const kept = await keptHouse(sql, house, basins, target.password)
    const done = await filesOf(sql, kept)
    if (done > 0) say(`${done} of ${total} files of this population are there already.`)
    const settings = { population: { active, past, seed, today }, house: kept, basins, references: await referencesOf(sql, kept) }
    const layer = total - done > size ? layerBeside(settings) : layerOf(settings)
    const started = performance.now()
    let told = started
    let from = done
    try {
      // The next run is laid while this one is written.
      let next = from < total ? layer.lay(from, Math.min(total, from + size)) : null
      while (next !== null && !stopped()) {
        const { references, ...laid } = await next
        const to = Math.min(total, from + size)
        next = to < total ? layer.lay(to, Math.min(total, to + size)) : null
        next?.catch(() => undefined)
        await writeFiles(sql, laid, references)
        from = to
        if (from < total && performance.now() - told < TELL_EVERY) continue
        told = performance.now()
        say(`${from} of ${total} files, ${Math.round(((from - done) * 1000) / (told - started))} a second`)
      }
    } finally {
      await layer.close()
    }
    if (from > done) await sql`analyze`
    return from - Math.min(done, from)
  } finally {
    await sql.end()
  }
}

/** Writes the operators of a population, or finds those of an earlier run with the identities they got. */
async function keptHouse(sql: Driver, house: ScaleHouse, basins: ReadonlyMap<string, string>, password: string | null): Promise<ScaleHouse> {
  const slugs = house.operators.map(({ slug }) => slug)
  const known = await sql<{ slug: string; id: string }[]>`select slug, id from operator where slug = any(${slugs})`
  if (known.length === 0) {
    const hash = await hashPassword(password ?? randomBytes(24).toString('base64'))
    await sql.begin((transaction) => writeOperators(transaction, house.operators, basins, hash))
    return house
  }
  const operatorIds = new Map(known.map(({ slug, id }) => [slug, id]))
  const accounts = await sql<{ email: string; id: string }[]>`select email, id from account where operator_id = any(${[...operatorIds.values()]}::uuid[])`
  const accountIds = new Map(accounts.map(({ email, id }) => [email, id]))
  const same = <Person extends { readonly id: string; readonly email: string }>(person: Person): Person => ({ ...person, id: accountIds.get(person.email) ?? person.id })
  const operators = house.operators.map((operator) => ({ ...operator, id: operatorIds.get(operator.slug) ?? operator.id, people: operator.people.map(same) }))
  return {
    operators,
    desks: house.desks.map((desk) => ({
      ...desk,
      operator: operators.find(({ slug }) => slug === desk.operator.slug) ?? desk.operator,
      counsellors: desk.counsellors.map(same),
      referents: desk.referents.map(same),
    })),
  }
}

async function filesOf(sql: Driver, { operators }: ScaleHouse): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::integer as count from case_file where operator_id = any(${operators.map(({ id }) => id)}::uuid[])`
  return row?.count ?? 0
}

async function referencesOf(sql: Driver, { operators }: ScaleHouse): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ operatorId: string; year: number; last: number }[]>`
    select operator_id as "operatorId", year, last from case_reference where operator_id = any(${operators.map(({ id }) => id)}::uuid[])`
  return new Map(rows.map(({ operatorId, year, last }) => [`${operatorId} ${year}`, last]))
}

function layerOf(settings: LayerSettings): Layer {
  const lay = layerHere(settings)
  return { lay: async (from, to) => lay(from, to), close: async () => undefined }
}
