// Files that a journey finds already there: opened and filled by the same commands as the screens, without a browser.
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor.ts'
import { demoEmail, type DemoAccountName } from '@/lib/access/demo-accounts.ts'
import { actorOfSession } from '@/lib/access/live-account.ts'
import { openFile } from '@/lib/cases/commands/open-file.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import type { OpenFileInput } from '@/lib/cases/opening-input.ts'
import { connected } from '@/lib/launch/database.ts'
import type { TestApplication } from '@/tests/support/browser.ts'

export interface KeptFact {
  readonly kind: string
  readonly terms: Readonly<Record<string, unknown>>
  readonly content?: Readonly<Record<string, unknown>>
}

export interface KeptFile {
  readonly reference: string
  readonly firstName: string
  readonly lastName: string
}

/** The person of an account, with the rights they have now. */
export async function actorOf(app: TestApplication, email: string): Promise<Actor> {
  asTheApplication(app)
  const { id, version } = await connected(app.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; version: number }>('select id, session_version as version from account where email = $1', [email])
    return rows[0] ?? { id: randomUUID(), version: 0 }
  })
  const actor = await actorOfSession({ accountId: id, sessionVersion: version, openedAt: Date.now() / 1000 })
  if (actor === null) throw new Error(`${email} has no account here`)
  return actor
}

/** Opens a file of the employer's path for an account of the demo, and records facts in it, in their order. */
export async function keepFile(
  app: TestApplication,
  account: DemoAccountName,
  changes: Partial<OpenFileInput> & { readonly frame: OpenFileInput['frame'] },
  facts: readonly KeptFact[],
): Promise<KeptFile> {
  const actor = await actorOf(app, demoEmail(account))
  const person = changes.person ?? { firstName: 'Élodie', lastName: `Brémond ${randomUUID().slice(0, 6)}`, birthDate: '1982-04-17' }
  const outcome = await openFile(actor, {
    submissionId: randomUUID(),
    basinCode: await basinOf(app, actor),
    employer: { name: 'Filature des Tilleuls' },
    ...changes,
    person,
  })
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`)
  for (const fact of facts) await recordKept(app, actor, outcome.reference, fact)
  return { reference: outcome.reference, firstName: person.firstName, lastName: person.lastName }
}

/** Records a fact on a file as it is now, as a colleague would from their own screen. */
export async function recordKept(app: TestApplication, actor: Actor, reference: string, { kind, terms, content }: KeptFact): Promise<void> {
  asTheApplication(app)
  const version = await versionOf(app, reference)
  const outcome = await recordFact(actor, { reference, version, submissionId: randomUUID(), kind, terms: { ...terms }, content: { ...content } })
  if (outcome.kind !== 'recorded') throw new Error(`${kind} not recorded: ${JSON.stringify(outcome)}`)
}

/** How many times a file was written to, and how many facts it holds: what must not move when something is refused. */
export async function stateOf(app: TestApplication, reference: string): Promise<{ readonly version: number; readonly facts: number }> {
  return await connected(app.ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number; facts: number }>(
      'select c.version, (select count(*)::int from fact f where f.case_id = c.id) as facts from case_file c where c.reference = $1 order by c.opened_at desc limit 1',
      [reference],
    )
    if (rows[0] === undefined) throw new Error(`no file ${reference}`)
    return rows[0]
  })
}

async function versionOf(app: TestApplication, reference: string): Promise<number> {
  return (await stateOf(app, reference)).version
}

async function basinOf(app: TestApplication, actor: Actor): Promise<string> {
  return await connected(app.ownerUrl, async (client) => {
    const { rows } = await client.query<{ code: string }>('select code from basin where id = any($1::uuid[]) order by code limit 1', [actor.basinIds])
    if (rows[0] === undefined) throw new Error(`${actor.email} works in no basin`)
    return rows[0].code
  })
}

/** The commands connect where this process is told to, and ask the demo's clock. */
function asTheApplication(app: TestApplication): void {
  // The accounts of the demo are closed to a process that is not started as one.
  process.env['REBOND_DEMO'] = '1'
  process.env.APP_DATABASE_URL = app.appUrl
  process.env.REBOND_CLOCK = 'settable'
}
