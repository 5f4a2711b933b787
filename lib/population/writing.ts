import { addDays, partsOf, type Day } from '../accord/index.ts'
import { copyLines } from '../database/copy.ts'
import type { Driver, DriverTransaction } from '../database/driver.ts'
import { inBulk } from './bulk.ts'
import type { Chance } from './chance.ts'
import type { Employer } from './employers.ts'
import { projectionOf, type Bundle, type LaidFiles } from './file-rows.ts'
import type { Identities } from './identities.ts'
import type { Life } from './life.ts'
import type { Post } from './posts.ts'
import { record, type Manners, type Recorders } from './recording.ts'

/** A life and who follows it, ready to be kept. */
export interface PostedLife {
  readonly life: Life
  readonly post: Post
  readonly before?: Recorders['before']
}

/** The last number given in a year, by operator: continued from one bundle to the next. */
export class References {
  readonly last: Map<string, number>

  constructor(last: ReadonlyMap<string, number> = new Map()) {
    this.last = new Map(last)
  }

  /** The next reference of an operator in a year: RB-2026-00012. */
  next(operatorId: string, year: number): string {
    const key = `${operatorId} ${year}`
    const number = (this.last.get(key) ?? 0) + 1
    this.last.set(key, number)
    return `RB-${year}-${String(number).padStart(5, '0')}`
  }
}

/** The employers of a bundle, each written once for an operator. */
export class EmployersOf {
  readonly #bundle: Bundle
  readonly #newId: Identities
  readonly #known = new Map<string, Map<Employer, string>>()

  constructor(bundle: Bundle, newId: Identities) {
    this.#bundle = bundle
    this.#newId = newId
  }

  /** The identity of an employer for an operator; written where it was not. */
  idOf(operatorId: string, employer: Employer): string {
    const known = this.#known.get(operatorId) ?? new Map<Employer, string>()
    this.#known.set(operatorId, known)
    const found = known.get(employer)
    if (found !== undefined) return found
    const id = this.#newId()
    known.set(employer, id)
    this.#bundle.addEmployer(id, operatorId, employer)
    return id
  }
}

export interface Keeping {
  readonly chance: Chance
  readonly newId: Identities
  readonly today: Day
  readonly references: References
  /** The basin's identity, by the code of its zone. */
  readonly basins: ReadonlyMap<string, string>
  readonly manners: Manners
}

/**
 * Lays lives in rows, with the references that their files get in the order of their openings.
 * @returns the reference of each life, in the order given
 */
export function layLives(bundle: Bundle, lives: readonly PostedLife[], keeping: Keeping): string[] {
  const { chance, newId, today } = keeping
  const employers = new EmployersOf(bundle, newId)
  const recorded = lives.map(({ life, post, before }) => ({
    life,
    post,
    recorded: record(chance, life, { counsellorId: post.counsellor.id, referentId: post.referent?.id ?? null, before: before ?? null }, today, newId, keeping.manners),
  }))
  const referenceOf = new Map<Life, string>()
  for (const { life, post, recorded: kept } of recorded.toSorted((a, b) => a.recorded.openedAt.getTime() - b.recorded.openedAt.getTime()))
    referenceOf.set(life, keeping.references.next(post.operator.id, kept.openedAt.getUTCFullYear()))
  for (const { life, post, recorded: kept } of recorded) {
    const basinId = keeping.basins.get(post.zone.code)
    const reference = referenceOf.get(life)
    if (basinId === undefined || reference === undefined) throw new Error(`no basin ${post.zone.code}`)
    const owners = { id: newId(), operatorId: post.operator.id, basinId, counsellorId: post.counsellor.id, referentId: post.referent?.id ?? null }
    bundle.addFile(
      {
        id: owners.id,
        personId: newId(),
        employerId: life.employer === null ? null : employers.idOf(post.operator.id, life.employer),
        reference,
        post,
        basinId,
        life,
        recorded: kept,
        projection: projectionOf(owners, life, kept, post, today),
      },
      newId,
    )
  }
  return lives.map(({ life }) => referenceOf.get(life) ?? '')
}

/** What joins the writing of a bundle, in the same transaction. */
export interface Besides {
  readonly before?: (sql: DriverTransaction) => Promise<void>
  readonly after?: (sql: DriverTransaction) => Promise<void>
}

/**
 * Writes files laid and the references they used, all or nothing.
 * @param references the last number given, by operator and year (`References.last`)
 */
export async function writeFiles(sql: Driver, { tables, files }: LaidFiles, references: ReadonlyMap<string, number>, besides: Besides = {}): Promise<void> {
  await inBulk(sql, async (transaction) => {
    await besides.before?.(transaction)
    for (const { name, columns, chunks } of tables) if (chunks.length > 0) await copyLines(transaction, name, columns, chunks)
    for (const [key, last] of references) {
      const [operatorId = '', year = ''] = key.split(' ')
      await transaction`
        insert into case_reference (operator_id, year, last) values (${operatorId}, ${Number(year)}, ${last})
        on conflict (operator_id, year) do update set last = greatest(case_reference.last, excluded.last)`
    }
    // What lists read of the words of a plan, which no derivation knows; the file of its facts, as a write would keep it.
    await transaction`update case_file set plans_training = true where id = any(${files}::uuid[]) and plan_on is not null and training_in_plan(id)`
    // The months to be added up again, which the triggers put aside would have marked.
    await transaction`
      insert into indicator_stale (operator_id, basin_id, month)
      select distinct m.operator_id, m.basin_id, months_of_measure(m) from case_measure m where m.case_id = any(${files}::uuid[])`
    await besides.after?.(transaction)
  })
}

/** Milliseconds since 1970 that identities of a population carry: the eve of its day. */
export function identityEpoch(today: Day): number {
  const { year, month, day } = partsOf(addDays(today, -1))
  return Date.UTC(year, month - 1, day)
}
