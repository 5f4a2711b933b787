import { day, shippedTexts, STAGES } from '@/lib/accord/index.ts'
import { checkAddedText } from '@/lib/accord/texts/added-checks.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { demoAccountNames, demoEmail, demoPassword } from '@/lib/access/demo-accounts.ts'
import { verifyPassword } from '@/lib/access/password.ts'
import { closeDatabase } from '@/lib/database/client.ts'
import { digestOf } from '@/lib/documents/fingerprint.ts'
import { connected } from '@/lib/launch/database.ts'
import { exampleText } from '@/lib/population/demo-texts.ts'
import { MOMENTS } from '@/lib/population/moments.ts'
import { seedDemo } from '@/lib/population/seed-demo.ts'
import { alertsIn, driftCounts } from '@/lib/steering/alerts.ts'
import { steer } from '@/lib/steering/figures.ts'
import type { PackContent } from '@/lib/steering/packs/content.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '@/tests/support/fresh-database.ts'
import { checkKeptFiles, journalFaults } from './kept-files.ts'

const TODAY = '2026-11-22'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  process.env.APP_DATABASE_URL = database.appUrl
  process.env.REBOND_CLOCK = 'settable'
  await seedDemo({ ownerUrl: database.ownerUrl, today: TODAY })
  await rows('update demo_clock set civil_day = $1', [TODAY])
}, 60_000)
afterAll(async () => {
  await closeDatabase()
  await database.drop()
})

const rows = <Row>(text: string, values: readonly unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, [...values])).rows as Row[])

test('some 1,700 files, none with a fact that the law refuses, every column as the law derives it', async () => {
  const { files, differing, refused } = await checkKeptFiles(database.ownerUrl, day(TODAY))
  expect(files).toBeGreaterThan(1600)
  expect(files).toBeLessThan(1800)
  expect(refused).toEqual([])
  expect(differing).toEqual([])
})

test('every stage, and every text from 2011 to today', async () => {
  const stages = await rows<{ stage: string }>('select distinct stage from case_file')
  expect(stages.map(({ stage }) => stage).toSorted()).toEqual([...STAGES].toSorted())
  const texts = await rows<{ code: string }>('select distinct regime_code as code from case_file')
  expect(texts.map(({ code }) => code).toSorted()).toEqual(['A0', 'B', "B'", 'C', 'D', "D'", 'E', "E'", 'F', 'G', 'H'].toSorted())
})

test('three operators, one of them France Travail, in twelve real zones among the 306', async () => {
  expect(await rows('select count(*)::int as operators, count(*) filter (where kind = \'france_travail\')::int as public from operator')).toEqual([{ operators: 3, public: 1 }])
  expect(await rows('select count(*)::int as zones from basin')).toEqual([{ zones: 306 }])
  expect(await rows('select count(distinct basin_id)::int as served from operator_basin')).toEqual([{ served: 12 }])
})

test('the accounts of the sign-in page open with their password, each with its role', async () => {
  const accounts = await rows<{ email: string; role: string; hash: string; territory: unknown }>('select email, role, password_hash as hash, territory from account')
  const roles = { conseillere: 'counsellor', referent: 'referent', responsable: 'manager', comite: 'committee', direction: 'operator_admin', admin: 'platform_admin', admin2: 'platform_admin' }
  for (const name of demoAccountNames) {
    const account = accounts.find(({ email }) => email === demoEmail(name))
    expect(account?.role, name).toBe(roles[name])
    expect(await verifyPassword(account?.hash ?? '', demoPassword), name).toBe(true)
  }
  expect(accounts.filter(({ role }) => role === 'counsellor').length).toBeGreaterThanOrEqual(12)
  expect(accounts.find(({ role }) => role === 'committee')?.territory).toEqual({ level: 'region', codes: ['84'] })
})

test('a caseload of 40 to 60 for the counsellor, people to follow for the referent', async () => {
  const [load] = await rows<{ live: number }>('select count(*)::int as live from case_file c join account k on k.id = c.counsellor_id where k.email = $1 and not c.closed', [demoEmail('conseillere')])
  expect(load?.live).toBeGreaterThanOrEqual(40)
  expect(load?.live).toBeLessThanOrEqual(60)
  const placed = `select count(*)::int as placed from case_file c join account k on k.id = c.referent_id where k.email = $1 and c.stage in ('in_job', 'follow_up_after_job')`
  expect((await rows<{ placed: number }>(placed, [demoEmail('referent')]))[0]?.placed).toBeGreaterThan(10)
  expect((await rows<{ placed: number }>(placed, [demoEmail('conseillere')]))[0]?.placed).toBe(5)
})

test('each telling moment leads to a file of the account it names', async () => {
  const moments = await rows<{ label: string; stage: string; owned: boolean }>(`
    select m.label, c.stage, k.email = m.account_email as owned from demo_moment m
    join account k on k.email = m.account_email join case_file c on c.reference = m.case_reference and c.counsellor_id = k.id order by m.position`)
  expect(moments.map(({ label }) => label)).toEqual([...MOMENTS])
  expect(moments.every(({ owned }) => owned)).toBe(true)
})

test('something overdue, due today, due this week and later in the counsellor’s list', async () => {
  const [list] = await rows<Record<string, number>>(
    `select count(*) filter (where d.due_on < $1)::int as overdue, count(*) filter (where d.due_on = $1)::int as today,
            count(*) filter (where d.due_on > $1 and d.due_on <= $1::date + 7)::int as week, count(*) filter (where d.due_on > $1::date + 7 and d.due_on < $1::date + 28)::int as later
     from deadline d join account k on k.id = d.counsellor_id
     where k.email = $2 and d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary')`,
    [TODAY, demoEmail('conseillere')],
  )
  for (const group of ['overdue', 'today', 'week', 'later']) expect(list?.[group], group).toBeGreaterThan(0)
})

test('recorded by people of the operator, never after the eve, corrected with a reason, some late, some handed on', async () => {
  expect(await rows(`select count(*)::int as wrong from fact f join account k on k.id = f.recorded_by where f.recorded_at >= $1 or k.operator_id <> f.operator_id`, [TODAY])).toEqual([{ wrong: 0 }])
  const [human] = await rows<Record<string, number>>(`
    select count(*) filter (where supersedes is not null and kind <> 'withdrawn' and reason <> '')::int as corrected,
           count(*) filter (where kind = 'withdrawn')::int as withdrawn,
           count(*) filter (where recorded_at::date - on_day > 5 and kind = 'contact_held')::int as late from fact`)
  expect(human?.corrected).toBeGreaterThan(5)
  expect(human?.withdrawn).toBeGreaterThan(0)
  expect(human?.late).toBeGreaterThan(20)
  expect((await rows<{ count: number }>(`select count(*)::int from assignment where reason is not null`))[0]?.count).toBeGreaterThan(5)
})

test('facts are in the order of their recording, and the version counts the writes', async () => {
  expect(
    await rows(`select count(*)::int as wrong from (select recorded_at < lag(recorded_at) over (partition by case_id order by sequence) as early from fact) f where early`),
  ).toEqual([{ wrong: 0 }])
  expect(
    await rows(`select count(*)::int as wrong from case_file c where version <> (select max((d.detail->>'version')::int) from journal_entry e join journal_detail d on d.entry_id = e.id where e.case_id = c.id)`),
  ).toEqual([{ wrong: 0 }])
})

test('a journal for each file, from its opening, with no break in its chain', async () => {
  const { chains, faults } = await journalFaults(database.ownerUrl)
  expect(faults).toBe(0)
  expect([{ chains }]).toEqual(await rows('select count(*)::int as chains from case_file'))
  expect(await rows(`select count(*)::int as missing from fact f where not exists (select from journal_entry e where e.fact_id = f.id)`)).toEqual([{ missing: 0 }])
  expect(await rows(`select count(*)::int as wrong from journal_entry where position = 1 and case_id is not null and action <> 'file.opened'`)).toEqual([{ wrong: 0 }])
})

test('names are as varied as France is, one as long as names get; nobody wears another’s address', async () => {
  const [names] = await rows<Record<string, number>>(`
    select count(distinct last_name)::int as families, count(*) filter (where last_name ~ '[ -]')::int as compound,
           count(*) filter (where first_name || last_name ~ '[àâäçéèêëîïôöùûü]')::int as accented, max(char_length(first_name || ' ' || last_name))::int as longest from person`)
  expect(names?.families).toBeGreaterThan(150)
  expect(names?.compound).toBeGreaterThan(30)
  expect(names?.accented).toBeGreaterThan(80)
  expect(names?.longest).toBe(60)
  expect(await rows(`select count(*)::int as real from person where email not like '%@exemple.test' or phone not like '06 39 98 %'`)).toEqual([{ real: 0 }])
})

test('figures of territories are there at once; the next reference follows the last given', async () => {
  expect((await rows<{ count: number }>('select count(*)::int from territory_count where figure > 0'))[0]?.count).toBeGreaterThan(50)
  expect(
    await rows(`select count(*)::int as behind from case_reference r join case_file c on c.operator_id = r.operator_id and c.reference like 'RB-' || r.year || '-%' where split_part(c.reference, '-', 3)::int > r.last`),
  ).toEqual([{ behind: 0 }])
})

test('one basin drifts, beyond chance: its manager is told of it', async () => {
  const [manager] = await rows<{ accountId: string; operatorId: string; basinIds: string[] }>(
    `select k.id as "accountId", k.operator_id as "operatorId", array(select b.basin_id::text from account_basin b where b.account_id = k.id) as "basinIds" from account k where email = $1`, [demoEmail('responsable')])
  const actor: Actor = { ...manager!, role: 'manager', operatorName: 'France Travail', timeZone: 'Europe/Paris', standsInFor: [], displayName: '', email: '', locale: 'fr', theme: 'system', territory: null }
  const told = await steer(actor, (steering) => alertsIn(steering))
  expect(told!.filter(({ by }) => by === 'basin').map(({ kind, id, late, aside }) => ({ kind, id, late, aside }))).toEqual([{ kind: 'plan', id: '8431', late: 6, aside: null }])
  expect(await steer(actor, driftCounts)).toMatchObject([{ kind: 'plan' }])
})

test('packs issued for the last two quarters counted, the first replaced once; their files wait for the worker', async () => {
  const packs = await rows<{ number: string; replaces: string | null; on: string; fingerprint: string; content: PackContent }>(
    `select number, (select r.number from committee_pack r where r.id = p.supersedes) as replaces, issued_on::text as on, fingerprint, content from committee_pack p order by issued_on, number`)
  expect(packs.map(({ number, replaces, on }) => [number, replaces, on])).toEqual([
    ['CSP-2026-T2-R84-01', null, '2026-07-24'], ['CSP-2026-T2-R84-02', 'CSP-2026-T2-R84-01', '2026-08-03'],
    ['CSP-2026-T3-R84-01', null, '2026-10-26'], ['CSP-2026-T3-ZE8421-01', null, '2026-10-27'],
  ])
  const [first, mended, latest, lyon] = packs.map(({ content }) => content)
  for (const { content, fingerprint } of packs) expect(fingerprint).toBe(digestOf(content))
  // What was recorded since is told; what could not be seen yet was not.
  expect(first!.revised).toBeNull()
  expect(mended!.revised?.changes.map(({ id, quarter }) => [id, quarter])).toContainEqual(['preBilanInTime', '2026-Q2'])
  expect(latest!.revised?.changes.map(({ id, quarter }) => [id, quarter])).toContainEqual(['planInTime', '2026-Q2'])
  expect(first!.figures.find(({ id }) => id === 'firstTraining')?.trend.at(-5)?.value).toBe('too_young')
  expect(latest!.comments.overview).toContain('Drôme')
  // The main basin’s page says more than it hides.
  const said = lyon!.figures.filter(({ now }) => now.value !== 'too_young').map(({ now }) => typeof now.value === 'number')
  expect(said.filter(Boolean).length).toBeGreaterThan(said.length / 2)
  expect(await rows('select state, count(*)::int from pack_making group by state')).toEqual([{ state: 'waiting', count: 4 }])
})

test('a committee that received them: three meetings held, one to come, decisions done, and one late', async () => {
  expect(await rows('select quarter, held_on::text as held, pack_number as pack from committee_meeting order by planned_on')).toEqual([
    { quarter: '2026-Q2', held: '2026-05-19', pack: null }, { quarter: '2026-Q3', held: '2026-08-18', pack: 'CSP-2026-T2-R84-02' },
    { quarter: '2026-Q4', held: '2026-11-17', pack: 'CSP-2026-T3-R84-01' }, { quarter: '2027-Q1', held: null, pack: null },
  ])
  expect(await rows(`select count(*)::int as decisions, count(*) filter (where s.state = 'done')::int as done, count(*) filter (where s.state is null and d.due_on < $1)::int as late
    from committee_decision d left join committee_decision_state s on s.decision_id = d.id`, [TODAY])).toEqual([{ decisions: 4, done: 2, late: 1 }])
})

test('sown again, it is left as it is', async () => {
  expect(await seedDemo({ ownerUrl: database.ownerUrl, today: '2026-11-23' })).toEqual({ files: 0, facts: 0, alreadyThere: true })
})

test('one example text, drafted by the first administrator, that says it is one', async () => {
  const texts = await rows<{ code: string; title: string; author: string; published: Date | null }>(
    `select t.code, t.content->'title'->>'fr' as title, k.email as author, t.published_at as published from added_text t join account k on k.id = t.drafted_by`,
  )
  expect(texts).toEqual([{ code: 'EXEMPLE', title: 'Avenant d’exemple, brouillon de démonstration', author: demoEmail('admin'), published: null }])
  expect(checkAddedText(exampleText(day(TODAY)), shippedTexts)).toMatchObject({ ok: true })
  expect(await rows(`select * from journal_breaks('text:EXEMPLE')`)).toEqual([])
})
