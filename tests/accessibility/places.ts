// What stands between braces in an address: found in the database of the test, or made there.
import { randomUUID } from 'node:crypto'
import { demoEmail } from '@/lib/access/demo-accounts.ts'
import { issueDocument } from '@/lib/documents/issue.ts'
import { draftView, fileDocuments } from '@/lib/documents/queries.ts'
import { connected } from '@/lib/launch/database.ts'
import { preparePack } from '@/lib/steering/packs/drafts.ts'
import { issuePack } from '@/lib/steering/packs/issue.ts'
import { packList, packView } from '@/lib/steering/packs/queries.ts'
import { actorOf } from '@/tests/journeys/kept-files.ts'
import type { TestApplication } from '@/tests/support/browser.ts'

/** Files of the demo's counsellor that stand at a telling moment. */
export async function momentsOf(app: TestApplication): Promise<readonly string[]> {
  return await column(app, `select case_reference from demo_moment where account_email like 'conseillere@%' order by position`)
}

const PLACES: Readonly<Record<string, (app: TestApplication) => Promise<string>>> = {
  file: (app) => first(momentsOf(app)),
  employer: (app) => first(column(app, `select c.employer_id::text from demo_moment m join case_file c on c.reference = m.case_reference where m.account_email like 'conseillere@%' order by m.position`)),
  basin: (app) => first(column(app, `select b.code from account_basin l join basin b on b.id = l.basin_id join account a on a.id = l.account_id where a.email like 'responsable@%' order by 1`)),
  document: documentIssued,
  packDraft: (app) => packOf(app, 'region:84'),
  pack: packIssued,
  latePlans: (app) => first(column(app, `select b.code from deadline d join case_file c on c.id = d.case_id join basin b on b.id = c.basin_id join account_basin l on l.basin_id = b.id join account a on a.id = l.account_id where a.email like 'responsable@%' and d.label = 'plan' and d.met_on is null and not d.cancelled and d.due_on < (select coalesce(max(civil_day), current_date) from demo_clock) and not c.closed group by 1 order by count(*) desc, 1`)),
  committee: (app) => first(column(app, 'select id::text from committee order by kept_at')),
}

/** The address, with each place between braces found. */
export async function placed(app: TestApplication, address: string): Promise<string> {
  let found = address
  for (const [braces, name = ''] of address.matchAll(/\{(\w+)\}/gu)) {
    const place = PLACES[name]
    if (place === undefined) throw new Error(`no place is called ${name}`)
    found = found.replace(braces, await place(app))
  }
  return found
}

/** The number of a document issued for the first telling file: the first of those it is ready for. */
async function documentIssued(app: TestApplication): Promise<string> {
  const actor = await actorOf(app, demoEmail('conseillere'))
  const reference = await first(momentsOf(app))
  const offer = (await fileDocuments(actor, reference))?.offers.find(({ standing }) => standing.kind === 'now' || standing.kind === 'possible')
  if (offer === undefined) throw new Error('no document is ready for the first telling file')
  const about = offer.about?.id ?? null
  const draft = await draftView(actor, reference, offer.kind, about)
  const outcome = await issueDocument(actor, { reference, kind: offer.kind, about, digest: draft?.digest ?? '', submissionId: randomUUID(), reason: 'Relu' })
  if (outcome.kind !== 'issued') throw new Error(`no document issued: ${JSON.stringify(outcome)}`)
  return outcome.number
}

/** The draft of the manager's basin, or of a region, for the last quarter that is over. */
async function packOf(app: TestApplication, place: string): Promise<string> {
  const actor = await actorOf(app, demoEmail('responsable'))
  const quarter = (await packList(actor))?.quarters[0]?.code
  const outcome = await preparePack(actor, { place, quarter })
  if (outcome.kind !== 'prepared') throw new Error(`no pack prepared of ${place}: ${outcome.kind}`)
  return outcome.id
}

/** A pack issued for the manager's basin, for their committee to read. */
async function packIssued(app: TestApplication): Promise<string> {
  const actor = await actorOf(app, demoEmail('responsable'))
  const code = await PLACES['basin']!(app)
  const known = (await packList(actor))?.issued.find((pack) => pack.code === code)
  if (known !== undefined) return known.id
  const id = await packOf(app, `basin:${code}`)
  const { version, content } = (await packView(actor, id))!
  const outcome = await issuePack(actor, { id, version, edition: content.edition.number, reason: null })
  if (outcome.kind !== 'issued') throw new Error(`no pack issued: ${outcome.kind}`)
  return id
}

async function column(app: TestApplication, query: string): Promise<readonly string[]> {
  const { rows } = await connected(app.ownerUrl, (client) => client.query<string[]>({ text: query, rowMode: 'array' }))
  return rows.map(([value]) => value!)
}

async function first(found: Promise<readonly string[]>): Promise<string> {
  const [one] = await found
  if (one === undefined) throw new Error('the demo has none')
  return one
}
