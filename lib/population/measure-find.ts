// `npm run bench -- find`: how long the palette's search takes over the population of DATABASE_URL, as people of each role.
import { parseArgs } from 'node:util'
import type { Actor, Role } from '../access/actor.ts'
import { actorOfSession } from '../access/live-account.ts'
import { find } from '../cases/find/find.ts'
import { closeDatabase } from '../database/client.ts'
import { openDriver, type Driver } from '../database/driver.ts'
import { chanceOf, type Chance } from './chance.ts'

/** What the search promises, in milliseconds. */
const PROMISED = 100
const ROLES: readonly Role[] = ['counsellor', 'referent', 'manager', 'operator_admin']

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } })
const ownerUrl = process.env.DATABASE_URL
if (ownerUrl === undefined || ownerUrl === '') throw new Error('DATABASE_URL is not set: run it as npm run bench -- find')

interface Person {
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: string
  readonly reference: string
  readonly employer: string | null
}

/** Two neighbouring letters struck in the wrong order. */
function swapped(word: string, chance: Chance): string {
  const at = chance.whole(0, Math.max(0, word.length - 2))
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}

/** What people type to find someone, each as often as the others. */
const ways: Readonly<Record<string, (person: Person, chance: Chance) => string>> = {
  'last name': ({ lastName }) => lastName,
  'first and last name': ({ firstName, lastName }) => `${firstName} ${lastName}`,
  'half names': ({ firstName, lastName }) => `${lastName.slice(0, 3)} ${firstName.slice(0, 3)}`,
  'two letters': ({ lastName }) => lastName.slice(0, 2),
  'three letters': ({ lastName }) => lastName.slice(0, 3),
  'one letter missed': ({ lastName }) => `${lastName.slice(0, 2)}${lastName.slice(3)}`,
  'letters swapped, both names': ({ firstName, lastName }, chance) => `${swapped(firstName, chance)} ${swapped(lastName, chance)}`,
  'name and birth date': ({ firstName, birthDate }) => `${firstName} ${birthDate.split('-').reverse().join('/')}`,
  'birth date': ({ birthDate }) => birthDate.split('-').reverse().join('/'),
  'birth year': ({ birthDate }) => birthDate.slice(0, 4),
  'number of the file': ({ reference }) => reference.split('-')[2] ?? reference,
  'employer': ({ employer, lastName }) => employer ?? lastName,
  'nobody': ({ birthDate }) => `xqzw${birthDate.slice(8)}`,
}

async function actorsOf(sql: Driver): Promise<readonly Actor[]> {
  const actors: Actor[] = []
  for (const role of ROLES) {
    const [account] = await sql<{ id: string; version: number }[]>`
      select a.id, a.session_version as version from account a
      join (select operator_id from case_file group by operator_id order by count(*) desc limit 1) most on most.operator_id = a.operator_id
      where a.role = ${role} and a.active
      order by (select count(*) from case_file c where c.counsellor_id = a.id or c.referent_id = a.id) desc,
               (select count(*) from account_basin b where b.account_id = a.id) desc, a.id limit 1`
    const actor = account === undefined ? null : await actorOfSession({ accountId: account.id, sessionVersion: account.version, openedAt: Date.now() / 1000 })
    if (actor !== null) actors.push(actor)
  }
  return actors
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(7)
}

const sql = openDriver(ownerUrl)
try {
  const [size] = await sql<{ files: number }[]>`select count(*)::integer as files from case_file`
  const actors = await actorsOf(sql)
  if (actors.length === 0) throw new Error('nobody to search as: npm run seed -- --active 100000 --past 0 fills a database')
  const people = await sql<Person[]>`
    select p.first_name as "firstName", p.last_name as "lastName", p.birth_date::text as "birthDate", c.reference, e.name as employer
    from case_file c join person p on p.id = c.person_id left join employer e on e.id = c.employer_id
    where c.operator_id = ${actors[0]!.operatorId} order by md5(c.id::text) limit ${Number(values.rounds)}`
  const chance = chanceOf('1', 'find')
  process.stdout.write(`${size?.files ?? 0} files; milliseconds, median and 95th percentile of ${people.length} searches each\n`)
  let slowest = 0
  for (const actor of actors) {
    for (const person of people.slice(0, 3)) await find(actor, person.lastName)
    const all: number[] = []
    const lines: string[] = []
    for (const [name, typed] of Object.entries(ways)) {
      const taken: number[] = []
      for (const person of people) {
        const text = typed(person, chance)
        const started = performance.now()
        await find(actor, text)
        taken.push(performance.now() - started)
      }
      all.push(...taken)
      taken.sort((a, b) => a - b)
      lines.push(`  ${name.padEnd(30)}${at(taken, 0.5)}${at(taken, 0.95)}`)
    }
    all.sort((a, b) => a - b)
    slowest = Math.max(slowest, all[Math.floor(all.length * 0.95)] ?? 0)
    process.stdout.write(`${actor.role.padEnd(32)}${at(all, 0.5)}${at(all, 0.95)}\n${lines.join('\n')}\n`)
  }
  process.stdout.write(`${slowest < PROMISED ? 'Kept' : 'Not kept'}: 95 searches in 100 under ${PROMISED} ms, for each role\n`)
  process.exitCode = slowest < PROMISED ? 0 : 1
} finally {
  await sql.end()
  await closeDatabase()
}
