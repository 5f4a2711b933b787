import { day, isoOf, type Day } from '../accord/index.ts'
import { demoEmail, demoPassword } from '../access/demo-accounts.ts'
import { hashPassword } from '../access/password.ts'
import { openDriver, type Driver } from '../database/driver.ts'
import { chanceOf } from './chance.ts'
import { writeDemoCommittees } from './demo-committees.ts'
import { writeDemoCosts } from './demo-costs.ts'
import { noteEmployers } from './demo-employers.ts'
import { writeDemoImports } from './demo-imports.ts'
import { writeDemoHandover } from './demo-handover.ts'
import { writeDemoAgenda } from './demo-agenda.ts'
import { demoHouse } from './demo-house.ts'
import { demoLives } from './demo-lives.ts'
import { writeDemoMail } from './demo-mail.ts'
import { writeDemoPacks } from './demo-packs.ts'
import { writeDemoPlans } from './demo-plan.ts'
import { draftExample } from './demo-texts.ts'
import { keepViews } from './demo-views.ts'
import { makeEdition } from '../steering/territory/edition.ts'
import { newBundle } from './file-rows.ts'
import { writeBasins, writeColleagues, writeOperators } from './house-rows.ts'
import { identities } from './identities.ts'
import { identityEpoch, layLives, References, writeFiles } from './writing.ts'

export interface DemoTarget {
  /** The owner's address of a migrated database. */
  readonly ownerUrl: string
  /** The civil day the demonstration is dated from, `YYYY-MM-DD`. */
  readonly today: string
}

export interface DemoSeeded {
  readonly files: number
  readonly facts: number
  /** Whether it was there already, and was left as it is. */
  readonly alreadyThere: boolean
}

/** How often contacts are recorded late, and dates mended, in the demonstration. */
const MANNERS = { late: 0.04, corrected: 0.05 }

/**
 * Fills an empty database with the demonstration: operators, zones, people who sign in, some 1,700 files
 * dated relative to today, and the telling moments. All or nothing; a database that holds the
 * demonstration already is left as it is.
 */
export async function seedDemo({ ownerUrl, today: isoToday }: DemoTarget): Promise<DemoSeeded> {
  const today = day(isoToday)
  const sql = openDriver(ownerUrl)
  try {
    const [found] = await sql<{ files: number }[]>`select count(*)::integer as files from demo_moment`
    if (found !== undefined && found.files > 0) return { files: 0, facts: 0, alreadyThere: true }
    return await fill(sql, today)
  } finally {
    await sql.end()
  }
}

async function fill(sql: Driver, today: Day): Promise<DemoSeeded> {
  const chance = chanceOf('demo', 'recording', isoOf(today))
  const newId = identities(chance, identityEpoch(today))
  const house = demoHouse(newId)
  const { lives, moments } = demoLives(house, today)
  const passwordHash = await hashPassword(demoPassword)
  const basins = await sql.begin(writeBasins)
  const bundle = newBundle()
  const references = new References()
  const given = layLives(bundle, lives, { chance, newId, today, references, basins, manners: MANNERS })
  const referenceOf = new Map(lives.map(({ life }, index) => [life, given[index] ?? '']))
  const laid = bundle.laid()
  await writeFiles(sql, laid, references.last, {
    before: async (transaction) => {
      await writeOperators(transaction, house.operators, basins, passwordHash)
      await writeColleagues(transaction, house.above, null, passwordHash)
    },
    after: async (transaction) => {
      for (const [index, { moment, life }] of moments.entries())
        await transaction`
          insert into demo_moment (position, label, account_email, case_reference)
          values (${index + 1}, ${moment}, ${demoEmail('conseillere')}, ${referenceOf.get(life) ?? ''})`
      await noteEmployers(transaction, today)
      await keepViews(transaction)
      await writeDemoPlans(transaction, today)
      await writeDemoCosts(transaction, today)
      await makeEdition(transaction, today)
    },
  })
  // Apart and last: its author must be there to sign, and the journal's own trigger, at rest above, must chain it.
  const author = house.above.find(({ email }) => email === demoEmail('admin'))
  if (author !== undefined)
    await sql.begin(async (transaction) => {
      await draftExample(transaction, author.id, today)
      await writeDemoImports(transaction, author.id, today)
    })
  await sql.begin((transaction) => writeDemoAgenda(transaction, today))
  await sql.begin((transaction) => writeDemoMail(transaction, demoEmail('conseillere'), today))
  await sql.begin((transaction) => writeDemoHandover(transaction, today))
  await sql.begin(async (transaction) => writeDemoCommittees(transaction, today, await writeDemoPacks(transaction, today)))
  return { files: lives.length, facts: laid.tables.find(({ name }) => name === 'fact')?.count ?? 0, alreadyThere: false }
}
