import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactKind } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { readColumns, USUAL_COLUMNS } from '@/lib/cases/caseload-columns.ts'
import { caseloadSearch, parseCaseloadParams, parseCaseloadSearch, unheardParameters } from '@/lib/cases/caseload-params.ts'
import { bulkAssign, previewBulkAssign, receivers } from '@/lib/cases/lists/bulk-assign.ts'
import { ownBulkRuns } from '@/lib/cases/lists/bulk-runs.ts'
import { bulkResult } from '@/lib/cases/lists/bulk-run.ts'
import { bulkThrough } from '@/lib/cases/lists/bulk-through.ts'
import { keepListChoice, listChoice } from '@/lib/cases/lists/list-choice.ts'
import { changeView, createView, deleteView, moveView, savedViews } from '@/lib/cases/lists/saved-views.ts'
import { sideBarViews } from '@/lib/cases/lists/view-counts.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { day, daysBetween } from '@/lib/accord/calendar/day.ts'
import { accepted, record, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
const files: Record<string, string> = {}
/** 4 May 2026: the CSP of all began on 24 February, its term is 23 February 2027. */
const TODAY = '2026-05-04'

const CONTENTS: Partial<Record<FactKind, Record<string, unknown>>> = {
  pre_bilan_held: { profile: 'p', project: 'p' },
  training: { title: 'Soudage' },
}
const GUIDANCE = { measures: [{ measure: 'guidance' }] }
const TRAINING = { measures: [{ measure: 'training' }] }

async function life(name: string, facts: readonly [FactKind, Record<string, unknown>, Record<string, unknown>?][], who: Actor = house.north.counsellor): Promise<void> {
  await house.setDay('2026-03-02')
  const reference = await accepted(house, who, { person: { firstName: 'Ada', lastName: name, birthDate: '1980-05-01' } })
  await house.setDay(TODAY)
  for (const [kind, terms, content] of facts) {
    const outcome = await record(house, who, reference, kind, terms, content ?? CONTENTS[kind])
    if (outcome.kind !== 'recorded') throw new Error(`${name}, ${kind}: ${JSON.stringify(outcome)}`)
  }
  files[name] = reference
}

const preBilan: [FactKind, Record<string, unknown>] = ['pre_bilan_held', { on: '2026-02-27' }]

beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  await life('Nu', [])
  await life('Parlé', [preBilan, ['contact_held', { on: '2026-04-19' }]])
  await life('Guidé', [preBilan, ['plan_validated', { on: '2026-03-10' }, GUIDANCE], ['contact_held', { on: '2026-04-20' }]])
  await life('Promis', [preBilan, ['plan_validated', { on: '2026-03-10' }, TRAINING]])
  await life('Formé', [preBilan, ['training', { from: '2026-06-01', to: '2026-07-31' }]])
  await life('Collègue', [preBilan], house.north.colleague)
  await house.setDay(TODAY)
})
afterAll(() => house.end())

const names = async (who: Actor, search: string) => (await caseload(who, parseCaseloadSearch(search)))!.rows.map((row) => row.lastName).toSorted()
const counsellor = () => house.north.counsellor
const manager = () => house.north.manager

describe('filters that count from today', () => {
  it('keeps to the days asked, ends included', async () => {
    // From 4 May 2026 to 23 February 2027 there are 295 days.
    expect(await names(counsellor(), 'termWithin=294')).toEqual([])
    expect(await names(counsellor(), 'termWithin=295')).toHaveLength(5)
    // From 24 February to 4 May: 69 days.
    expect(await names(counsellor(), 'enteredSince=68')).toEqual([])
    expect(await names(counsellor(), 'enteredSince=69')).toHaveLength(5)
  })

  it('counts from the last contact, or from the start of the CSP where there was none', async () => {
    // 19 April is fifteen days back, 20 April fourteen.
    expect(await names(counsellor(), 'noContact=15')).not.toContain('Guidé')
    expect(await names(counsellor(), 'noContact=15')).toContain('Parlé')
    expect(await names(counsellor(), 'noContact=69')).toContain('Nu')
    expect(await names(counsellor(), 'noContact=70')).toEqual([])
  })

  it('knows a deadline late by more than so many days from one that is not', async () => {
    const first = (await caseload(counsellor(), parseCaseloadParams({ q: 'Nu' })))!.rows[0]!.nextDeadline!.on
    const late = daysBetween(first, day(TODAY))
    expect(late).toBeGreaterThan(50)
    expect(await names(counsellor(), `overdueBy=${late - 1}`)).toContain('Nu')
    expect(await names(counsellor(), `overdueBy=${late}`)).not.toContain('Nu')
  })

  it('sees what is due tomorrow behind what is already late', async () => {
    const late = await names(counsellor(), 'overdueBy=0')
    const soon = await names(counsellor(), 'dueWithin=365')
    expect(late).toContain('Nu')
    expect(soon).toContain('Nu')
  })

  it('takes a training recorded ahead or in the plan for a training', async () => {
    expect(await names(counsellor(), 'without=training')).toEqual(['Guidé', 'Nu', 'Parlé'])
    expect(await names(counsellor(), 'without=plan')).toEqual(['Formé', 'Nu', 'Parlé'])
    expect(await names(counsellor(), 'without=training,plan')).toEqual(['Nu', 'Parlé'])
    expect(await names(counsellor(), 'without=preBilan')).toEqual(['Nu'])
    expect(await names(counsellor(), 'termWithin=300&without=training')).toEqual(['Guidé', 'Nu', 'Parlé'])
  })

  it('shows what the columns ask', async () => {
    const rows = (await caseload(counsellor(), parseCaseloadParams({})))!.rows
    const of = (name: string) => rows.find((row) => row.lastName === name)!
    expect(of('Formé').training).toEqual({ from: day('2026-06-01'), to: day('2026-07-31') })
    expect(of('Promis').training).toBe('planned')
    expect(of('Guidé').training).toBeNull()
    expect(of('Parlé').lastContactOn).toBe(day('2026-04-19'))
  })

  it('orders by several columns, one under the other, and hears the old way too', async () => {
    const order = async (search: string) => (await caseload(counsellor(), parseCaseloadSearch(search)))!.rows.map((row) => row.lastName)
    expect(await order('sort=stage,-name')).not.toEqual(await order('sort=stage,name'))
    expect(await order('sort=name&dir=desc')).toEqual(await order('sort=-name'))
    expect(await order('sort=-name')).toEqual((await order('sort=name')).toReversed())
    expect(parseCaseloadSearch('sort=term,term,-name,start,basin').sort).toEqual(['term', '-name', 'start'])
    expect(parseCaseloadSearch('sort=phone').sort).toEqual(['deadline'])
  })
})

describe('an address', () => {
  it('hears no number that is not one', () => {
    for (const text of ['', '-1', '1.5', '1e2', '99999', 'x', '٣']) expect(parseCaseloadParams({ noContact: text }).noContact, text).toBeNull()
    expect(parseCaseloadParams({ noContact: '0' }).noContact).toBe(0)
    expect(parseCaseloadParams({ noContact: '3651' }).noContact).toBeNull()
  })

  it('says what it left out, and nothing of what it heard', () => {
    const heard = caseloadSearch({ stage: ['in_job'], without: ['training'], noContact: 15, sort: ['term', '-name'], cols: ['name', 'phone'], density: 'compact', page: 3 })
    expect(unheardParameters(Object.fromEntries(new URLSearchParams(heard)))).toEqual([])
    expect(unheardParameters({ stage: 'in_job,gone', colour: 'red', noContact: 'soon', cols: 'name,iris', sort: '-age', page: '-2', dir: 'up', q: '' })).toEqual([
      { name: 'stage', value: 'gone' }, { name: 'colour', value: 'red' }, { name: 'noContact', value: 'soon' }, { name: 'cols', value: 'iris' }, { name: 'sort', value: '-age' },
    ])
    expect(unheardParameters({ ['__proto__x'.repeat(100)]: 'v'.repeat(9_000) })).toEqual([{ name: '__proto__x'.repeat(4), value: 'v'.repeat(40) }])
    expect(unheardParameters({ constructor: 'x' })).toEqual([{ name: 'constructor', value: 'x' }])
  })
})

describe('the columns someone reads with', () => {
  it('are the usual ones until they choose, then theirs alone', async () => {
    expect(await listChoice(counsellor())).toEqual({ columns: USUAL_COLUMNS, density: 'comfortable' })
    await keepListChoice(counsellor(), { columns: ['phone', 'term', 'phone', 'iris', 'name'], density: 'compact' })
    expect(await listChoice(counsellor())).toEqual({ columns: ['name', 'phone', 'term'], density: 'compact' })
    expect(await listChoice(house.north.colleague)).toEqual({ columns: USUAL_COLUMNS, density: 'comfortable' })
    await keepListChoice(counsellor(), { columns: [], density: 'huge' })
    expect(await listChoice(counsellor())).toEqual({ columns: USUAL_COLUMNS, density: 'comfortable' })
    expect(readColumns(['name'])).toEqual(['name'])
  })
})

describe('saved views', () => {
  const search = 'without=training&termWithin=300'
  it('are found again, counted for whoever looks, and shared with those of a basin', async () => {
    const kept = await createView(counsellor(), { name: 'Terme sans formation', search, shared: true })
    expect(kept).toMatchObject({ kind: 'kept', name: 'Terme sans formation' })
    expect((await createView(counsellor(), { name: 'Terme sans formation', search, shared: true }))).toEqual(kept)
    await createView(counsellor(), { name: 'À moi', search: '', shared: false })
    expect((await sideBarViews(counsellor(), day(TODAY))).map(({ name, count, own }) => [name, count, own])).toEqual([['Terme sans formation', 3, true], ['À moi', 5, true]])
    expect((await sideBarViews(house.north.colleague, day(TODAY))).map(({ name, count, own }) => [name, count, own])).toEqual([['Terme sans formation', 1, false]])
    expect((await sideBarViews(manager(), day(TODAY))).map(({ count }) => count)).toEqual([4])
    expect((await savedViews(house.north.administrator)).map(({ name }) => name)).toEqual(['Terme sans formation'])
    expect(await savedViews(house.south.counsellor)).toEqual([])
    expect(await savedViews(house.committee)).toEqual([])
    expect(await createView(house.committee, { name: 'x', search: '', shared: false })).toEqual({ kind: 'not_allowed' })
  })

  it('kept for oneself are hidden by the database itself, and another’s are out of reach of any write', async () => {
    const seen = await inActorTransaction(house.north.colleague, (tx) => tx.$queryRaw<{ name: string }[]>`select name from saved_view order by name`)
    expect(seen.map(({ name }) => name)).toEqual(['Terme sans formation'])
    const changed = await inActorTransaction(house.north.colleague, (tx) => tx.$executeRaw`update saved_view set name = 'volée'`)
    const deleted = await inActorTransaction(house.north.colleague, (tx) => tx.$executeRaw`delete from saved_view`)
    expect([changed, deleted]).toEqual([0, 0])
    const other = inActorTransaction(house.north.colleague, (tx) => tx.$executeRaw`
      insert into saved_view (operator_id, account_id, name, search, position) values (${counsellor().operatorId}::uuid, ${counsellor().accountId}::uuid, 'x', '', 20)`)
    await expect(other).rejects.toThrow(/row-level security/u)
  })

  it('are not read by who shares no basin, nor changed by another', async () => {
    const [view] = await savedViews(counsellor())
    const elsewhere = { ...house.north.colleague, basinIds: [] }
    expect(await savedViews(elsewhere)).toEqual([])
    for (const who of [house.north.colleague, manager(), house.south.counsellor]) {
      expect(await changeView(who, { id: view!.id, version: 1, name: 'À nous' })).toEqual({ kind: 'not_found' })
      expect(await deleteView(who, view!.id)).toEqual({ kind: 'not_found' })
    }
  })

  it('renamed in two places, the second is told', async () => {
    const [view] = await savedViews(counsellor())
    expect(await changeView(counsellor(), { id: view!.id, version: view!.version, name: 'Bientôt au terme' })).toMatchObject({ kind: 'kept' })
    expect(await changeView(counsellor(), { id: view!.id, version: view!.version, name: 'Autre' })).toEqual({ kind: 'changed_meanwhile', name: 'Bientôt au terme' })
    expect((await savedViews(counsellor()))[0]).toMatchObject({ name: 'Bientôt au terme', version: view!.version + 1 })
  })

  it('take a name that can be read, once a person', async () => {
    const keep = (name: string) => createView(counsellor(), { name, search: 'q=x', shared: false })
    expect(await keep('x'.repeat(5_000))).toEqual({ kind: 'invalid', fields: { name: 'too_long' } })
    expect(await keep('  ')).toEqual({ kind: 'invalid', fields: { name: 'required' } })
    expect(await keep('a\u0000b')).toEqual({ kind: 'invalid', fields: { name: 'not_text' } })
    expect(await keep('bientôt AU terme')).toEqual({ kind: 'name_taken' })
    expect(await keep(' 🌱 À relancer 日本 ')).toMatchObject({ kind: 'kept', name: '🌱 À relancer 日本' })
    expect(await createView(counsellor(), { name: 'long', search: 'x'.repeat(5_000), shared: false })).toMatchObject({ kind: 'invalid' })
  })

  it('change places, and are twenty at most', async () => {
    const order = async () => (await savedViews(counsellor())).map(({ name }) => name)
    const [first, second] = await savedViews(counsellor())
    await moveView(counsellor(), first!.id, 'up')
    expect((await order()).slice(0, 2)).toEqual([first!.name, second!.name])
    await moveView(counsellor(), first!.id, 'down')
    expect((await order()).slice(0, 2)).toEqual([second!.name, first!.name])
    for (let count = 3; count < 20; count += 1) expect(await createView(counsellor(), { name: `Vue ${count}`, search: '', shared: false })).toMatchObject({ kind: 'kept' })
    expect(await createView(counsellor(), { name: 'De trop', search: '', shared: false })).toEqual({ kind: 'too_many' })
    const all = await savedViews(counsellor())
    expect((await sideBarViews(counsellor(), day(TODAY)))).toHaveLength(8)
    await deleteView(counsellor(), all[4]!.id)
    expect(await createView(counsellor(), { name: 'À sa place', search: '', shared: false })).toMatchObject({ kind: 'kept' })
    expect(await order()).toHaveLength(20)
  })

  it('with a filter that no longer exists still open, wider', async () => {
    const gone = parseCaseloadSearch('without=training&beta=1&stage=vanished')
    expect(gone.without).toEqual(['training'])
    expect(unheardParameters(Object.fromEntries(new URLSearchParams('without=training&beta=1&stage=vanished')))).toHaveLength(2)
  })

  it('are journaled', async () => {
    const { rows } = await house.owner.query<{ action: string; n: string }>(`select action, count(*) as n from journal_entry where action like 'view.%' group by 1 order by 1`)
    expect(rows.map(({ action }) => action)).toEqual(['view.changed', 'view.deleted', 'view.kept'])
  })
})

describe('giving the files of a filter', () => {
  const filter = (search: string, expected: number) => ({ kind: 'filter' as const, search, expected })
  it('is the manager’s to do, and previewed', async () => {
    const to = house.north.colleague.accountId
    expect(await previewBulkAssign(counsellor(), { selection: filter('', 5), toIds: [to] })).toEqual({ kind: 'not_allowed' })
    expect(await receivers(counsellor())).toEqual([])
    expect((await receivers(manager())).map(({ id }) => id)).toContain(to)
    const preview = await previewBulkAssign(manager(), { selection: filter('without=training', 4), toIds: [to] })
    expect(preview).toMatchObject({ kind: 'preview', asked: 4, given: 3, already: 1, closed: 0, left: [] })
    expect(preview.kind === 'preview' && preview.loads.map(({ before, after }) => [before, after])).toEqual([[5, 2], [1, 4]])
    expect(await previewBulkAssign(manager(), { selection: filter('', 6), toIds: [randomUUID()] })).toMatchObject({ kind: 'invalid' })
  })

  it('asks again when the filter lists another number than was shown', async () => {
    const asked = { selection: filter('without=training', 5), toIds: [house.north.colleague.accountId], reason: 'x', submissionId: randomUUID() }
    expect(await bulkAssign(manager(), asked)).toEqual({ kind: 'changed', now: 4 })
    expect(await bulkResult(manager(), asked.submissionId)).toBeNull()
  })

  it('goes file by file, with a reason, once; and says which stay and why', async () => {
    const to = house.north.colleague.accountId
    const asked = { selection: filter('without=training', 4), toIds: [to], reason: 'Secteur repris', submissionId: randomUUID() }
    const [one, other] = await Promise.all([bulkAssign(manager(), asked), bulkAssign(manager(), asked)])
    for (const outcome of [one, other]) {
      expect(outcome).toMatchObject({ kind: 'done', result: { asked: 4, done: 3, finished: true, notDone: [{ reference: files['Collègue'], outcome: 'already' }] } })
    }
    // Sent again once the filter lists others: what was done is said, nothing more is.
    expect(await bulkAssign(manager(), asked)).toEqual(one)
    const { rows } = await house.owner.query<{ n: number }>(`select count(*)::integer as n from assignment where reason = 'Secteur repris'`)
    expect(rows[0]!.n).toBe(3)
    expect(await names(house.north.colleague, '')).toEqual(['Collègue', 'Guidé', 'Nu', 'Parlé'])
    const journal = await house.owner.query<{ action: string; n: number }>(
      `select action, count(*)::integer as n from journal_entry where action in ('bulk.assign', 'file.assigned') group by 1 order by 1`)
    expect(journal.rows).toEqual([{ action: 'bulk.assign', n: 1 }, { action: 'file.assigned', n: 3 }])
    expect(await bulkResult(counsellor(), asked.submissionId)).toBeNull()

    // Found again, by who asked for it alone; a file that left their reach is told without its name.
    const [found] = await ownBulkRuns(manager())
    expect(found).toMatchObject({ id: asked.submissionId, action: 'assign', asked: 4, done: 3, finished: true, notDoneCount: 1, notDone: [{ reference: files['Collègue'], personName: 'Ada Collègue', outcome: 'already' }] })
    expect(await ownBulkRuns(counsellor())).toEqual([])
    expect(await ownBulkRuns(house.committee)).toEqual([])
    expect((await ownBulkRuns({ ...manager(), basinIds: [] }))[0]!.notDone).toMatchObject([{ personName: null }])
  })

  it('leaves a closed file, and one in whose basin nobody chosen works', async () => {
    await house.setDay('2026-03-02')
    const elsewhere = await accepted(house, counsellor(), { basinCode: '8402', person: { firstName: 'Ada', lastName: 'Ailleurs', birthDate: '1980-05-01' } })
    const closed = await accepted(house, counsellor(), { person: { firstName: 'Ada', lastName: 'Close', birthDate: '1980-05-01' } })
    await house.setDay(TODAY)
    await house.owner.query(`update case_file set closed = true where reference = $1 and operator_id = $2`, [closed, house.north.operatorId])
    // The colleague works in Lyon alone.
    const selection = { kind: 'files' as const, references: [elsewhere, closed] }
    const preview = await previewBulkAssign(manager(), { selection, toIds: [house.north.colleague.accountId] })
    expect(preview).toMatchObject({ kind: 'preview', asked: 2, given: 0, closed: 1, left: [elsewhere] })
    const outcome = await bulkAssign(manager(), { selection, toIds: [house.north.colleague.accountId], reason: 'x', submissionId: randomUUID() })
    expect(outcome.kind === 'done' && outcome.result.notDone.map((line) => [line.reference, line.outcome]).toSorted()).toEqual([[elsewhere, 'no_taker'], [closed, 'closed']].toSorted())
  })

  it('takes lines that were ticked, theirs alone', async () => {
    const selection = { kind: 'files' as const, references: [files['Promis']!, 'RB-2026-99999'] }
    expect(await bulkAssign(house.south.manager, { selection, toIds: [house.south.counsellor.accountId], reason: 'x', submissionId: randomUUID() })).toEqual({ kind: 'nothing' })
    const outcome = await bulkAssign(manager(), { selection, toIds: [house.north.colleague.accountId], reason: 'x', submissionId: randomUUID() })
    expect(outcome).toMatchObject({ kind: 'done', result: { asked: 1, done: 1 } })
    await assignFile(manager(), { reference: files['Promis']!, counsellorId: counsellor().accountId, reason: 'retour' })
  })

  it('refuses nonsense without doing anything', async () => {
    const to = [house.north.colleague.accountId]
    for (const selection of [null, {}, { kind: 'files', references: [] }, { kind: 'files', references: ['x'] }, { kind: 'filter', search: 'x' }]) {
      expect(await bulkAssign(manager(), { selection: selection as never, toIds: to, reason: 'x', submissionId: randomUUID() })).toMatchObject({ kind: 'invalid' })
    }
    expect(await bulkAssign(manager(), { selection: filter('', 6), toIds: to, reason: ' ', submissionId: randomUUID() })).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
  })
})

describe('what another room does to many files', () => {
  it('is settled by reference, and asked again only for what still waits', async () => {
    const references = [files['Promis']!, files['Formé']!]
    const selection = { kind: 'files' as const, references }
    const submissionId = randomUUID()
    const calls: (readonly string[])[] = []
    const half = await bulkThrough(counsellor(), { action: 'message', selection, submissionId }, async (asked) => {
      calls.push(asked)
      return new Map([[files['Promis']!, { outcome: 'done' }]])
    })
    expect(half).toMatchObject({ kind: 'done', result: { asked: 2, done: 1, finished: false, notDone: [{ reference: files['Formé'], outcome: 'waiting' }] } })
    const rest = await bulkThrough(counsellor(), { action: 'message', selection, submissionId }, async (asked) => {
      calls.push(asked)
      return new Map([[files['Formé']!, { outcome: 'no_address' }]])
    })
    expect(rest).toMatchObject({ kind: 'done', result: { asked: 2, done: 1, finished: true, notDone: [{ outcome: 'no_address' }] } })
    expect(calls.map((asked) => asked.length)).toEqual([2, 1])
    const refused = await bulkThrough(counsellor(), { action: 'schedule', selection, submissionId: randomUUID() }, () => Promise.resolve({ kind: 'invalid', fields: { from: 'too_small' } }))
    expect(refused).toEqual({ kind: 'invalid', fields: { from: 'too_small' } })
    expect(await bulkThrough(house.north.administrator, { action: 'schedule', selection, submissionId: randomUUID() }, () => Promise.resolve(new Map()))).toEqual({ kind: 'not_allowed' })
  })
})
