import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '@/lib/accord/calendar/day.ts'
import { derive } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { advanceDueFiles } from '@/lib/cases/advance-day.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { acceptTransfer, declineTransfer } from '@/lib/cases/handover/answer-transfer.ts'
import { proposeTransfer, receiversOf, withdrawTransfer, type ProposeInput } from '@/lib/cases/handover/propose-transfer.ts'
import { transfers } from '@/lib/cases/handover/transfer-queries.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import { project } from '@/lib/cases/projection.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { accepted, opened, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-10')
})
afterAll(() => house.end())

const NOTE = 'Ne plus l’appeler le matin'
const SECRET = 'Difficulté dite en confidence'

/** A file with a life: pré-bilan, contacts, one of them kept to who wrote it. */
async function lived(): Promise<string> {
  const { counsellor } = house.north
  const reference = await accepted(house, counsellor, { employer: { name: 'Ateliers du Midi', siret: '73282932000074' }, person: { firstName: 'Zoé', lastName: 'Lefèvre', birthDate: '1980-05-01', email: 'zoe@example.test', phone: '0611223344' } , confirmed: true })
  const done = async (kind: string, terms: Record<string, unknown>, content?: Record<string, unknown>) => {
    const outcome = await record(house, counsellor, reference, kind, terms, content)
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  }
  await done('pre_bilan_held', { on: '2026-03-02' }, { profile: 'Menuisière', project: 'Rester dans le bois' })
  await done('contact_held', { on: '2026-03-04' }, { note: NOTE })
  await done('contact_held', { on: '2026-03-05' }, { note: SECRET, readers: 'self' })
  return reference
}

async function proposed(more: Partial<ProposeInput> = {}) {
  const reference = more.reference ?? (await lived())
  const outcome = await proposeTransfer(house.north.manager, { toOperatorId: house.south.operatorId, parts: ['contact_details', 'support'], reason: 'Déménagement', ...more, reference })
  if (outcome.kind !== 'proposed') throw new Error(JSON.stringify(outcome))
  return { reference, transferId: outcome.transferId }
}

const accept = (transferId: string, actor: Actor = house.south.manager) => acceptTransfer(actor, { transferId, counsellorId: house.south.counsellor.accountId })
const stateOf = async (id: string) => (await house.owner.query('select state from transfer where id = $1', [id])).rows[0].state

describe('offering a file', () => {
  test('goes to the other operators of its basin, by a manager of that basin', async () => {
    const reference = await lived()
    expect(await receiversOf(house.north.manager, reference)).toEqual([{ id: house.south.operatorId, name: 'south' }])
    expect(await receiversOf(house.north.counsellor, reference)).toBeNull()
    expect(await receiversOf(house.south.manager, reference)).toBeNull()
    const ask = { reference, toOperatorId: house.south.operatorId, parts: [], reason: 'x' }
    for (const actor of [house.north.counsellor, house.north.administrator, house.committee]) expect(await proposeTransfer(actor, ask)).toEqual({ kind: 'not_allowed' })
    expect(await proposeTransfer({ ...house.north.manager, basinIds: [house.basins.vienne] }, ask)).toEqual({ kind: 'not_found' })
    expect(await proposeTransfer(house.north.manager, { ...ask, toOperatorId: house.north.operatorId })).toEqual({ kind: 'invalid', fields: { toOperatorId: 'not_an_option' } })
    expect(await proposeTransfer(house.north.manager, { ...ask, toOperatorId: randomUUID(), parts: ['health' as 'notes'], reason: '' })).toEqual({ kind: 'invalid', fields: { 'parts.0': 'not_an_option', reason: 'required' } })
  })

  test('once at a time, and never a closed one', async () => {
    const { reference } = await proposed()
    expect(await proposeTransfer(house.north.manager, { reference, toOperatorId: house.south.operatorId, parts: [], reason: 'x' })).toEqual({ kind: 'refused', because: 'already_proposed' })
    const closed = await opened(house.north.counsellor)
    await record(house, house.north.counsellor, closed, 'refused', { on: '2026-02-10' })
    expect(await proposeTransfer(house.north.manager, { reference: closed, toOperatorId: house.south.operatorId, parts: [], reason: 'x' })).toEqual({ kind: 'refused', because: 'closed' })
  })

  test('shows the receiver initials, stage and days, and no name; the sender goes on with its file', async () => {
    const { reference, transferId } = await proposed()
    const received = (await transfers(house.south.manager))!.received.find(({ id }) => id === transferId)!
    expect(received).toMatchObject({ initials: 'Z. L.', stage: 'plan_due', basin: { code: '8401', name: 'Lyon' }, from: 'north', state: 'proposed', outdated: false, reference: null, reason: 'Déménagement' })
    expect(JSON.stringify(received)).not.toMatch(/Lefèvre|1980|Midi|0611/)
    expect((await fileView(house.north.counsellor, reference))?.transfers).toEqual({ offeredTo: 'south', wentTo: null, cameFrom: null })
    expect((await transfers(house.south.counsellor))).toBeNull()
    expect((await transfers({ ...house.south.manager, basinIds: [house.basins.vienne] }))!.received).toEqual([])
  })

  test('is journaled on both sides', async () => {
    const { reference, transferId } = await proposed()
    expect((await history(house.north.manager, reference))!.entries.at(-1)).toMatchObject({ action: 'transfer.proposed', who: 'Maud', detail: { transfer: transferId, to: 'south', parts: ['contact_details', 'support'] } })
    const { rows } = await house.owner.query(`select e.action from journal_entry e join journal_detail d on d.entry_id = e.id where e.chain = $1 and d.detail->>'transfer' = $2`, [`operator:${house.south.operatorId}`, transferId])
    expect(rows).toEqual([{ action: 'transfer.received' }])
  })
})

describe('accepting', () => {
  test('opens a file with copies of what goes along, each naming its origin, and the same dates', async () => {
    const { reference, transferId } = await proposed()
    const before = (await fileView(house.north.counsellor, reference))!
    const outcome = await accept(transferId)
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
    const made = (await fileView(house.south.counsellor, outcome.reference))!
    expect(made.file).toEqual(before.file)
    expect(made.person).toMatchObject({ firstName: 'Zoé', lastName: 'Lefèvre', birthDate: day('1980-05-01'), email: 'zoe@example.test' })
    expect(made.employer).toMatchObject({ name: 'Ateliers du Midi', siret: '73282932000074' })
    expect(made.transfers.cameFrom).toEqual({ operator: 'north', reference })
    const words = (view: typeof made) => view.facts.map(({ kind, content }) => [kind, content === null ? null : (content['note'] ?? content['profile'] ?? null)])
    expect(words(made)).toEqual([['frame', null], ['proposal_handed_over', null], ['motive_notified', null], ['accepted', null], ['pre_bilan_held', 'Menuisière'], ['contact_held', null], ['contact_held', null]])
    const { rows } = await house.owner.query(
      `select g.from_operator, g.from_reference, s.kind = f.kind as same, g.recorded_at = s.recorded_at as moment, s.operator_id from fact_origin g
       join fact f on f.id = g.fact_id join fact s on s.id = g.from_fact_id where g.transfer_id = $1`, [transferId])
    expect(rows).toHaveLength(7)
    for (const row of rows) expect(row).toEqual({ from_operator: 'north', from_reference: reference, same: true, moment: true, operator_id: house.north.operatorId })
    expect((await history(house.south.manager, outcome.reference))!.chain).toMatchObject({ verified: true, breaks: [] })
  })

  test('closes the sender’s as it stands: read, not written, with no date to come, in no list of live files', async () => {
    const { reference, transferId } = await proposed()
    const facts = async () => (await house.owner.query(`select f.* from fact f join case_file c on c.id = f.case_id where c.reference = $1 and c.operator_id = $2 and f.kind <> 'transferred' order by sequence`, [reference, house.north.operatorId])).rows
    const kept = await facts()
    const before = (await fileView(house.north.counsellor, reference))!
    await accept(transferId)
    expect(await facts()).toEqual(kept)
    const after = (await fileView(house.north.counsellor, reference))!
    expect(after.transfers).toEqual({ offeredTo: null, wentTo: { operator: 'south', on: day('2026-03-10') }, cameFrom: null })
    expect(after.file).toEqual(before.file)
    expect(after.may).toEqual({ record: false, assign: false })
    expect(after.facts.at(-1)).toMatchObject({ kind: 'transferred', fact: null })
    expect((await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-09' })).kind).toBe('not_allowed')
    expect(await assignFile(house.north.manager, { reference, counsellorId: house.north.colleague.accountId, reason: 'x' })).toEqual({ kind: 'not_allowed' })
    expect(Object.values((await worklist(house.north.counsellor))!.groups).flat().map((line) => line.reference)).not.toContain(reference)
    expect((await history(house.north.manager, reference))!.chain).toMatchObject({ verified: true, breaks: [] })
  })

  test('the stored lines of a transferred file are what its facts say, and time changes them no more', async () => {
    const { reference, transferId } = await proposed()
    const view = (await fileView(house.north.counsellor, reference))!
    await accept(transferId)
    const columns = async () => (await house.owner.query(`select to_jsonb(c) - 'version' as it from case_file c where c.id = $1`, [view.id])).rows[0].it
    const stored = await columns()
    const owners = { id: view.id, operatorId: house.north.operatorId, basinId: stored.basin_id, counsellorId: stored.counsellor_id, referentId: null, transferred: true }
    const said = project(owners, { frame: view.frame, facts: view.facts.flatMap(({ fact }) => (fact === null ? [] : [fact])) }, derive({ frame: view.frame, facts: view.facts.flatMap(({ fact }) => (fact === null ? [] : [fact])) }, view.texts, view.settings, day('2026-03-10')))
    expect(stored).toMatchObject({ stage: said.columns.stage, closed: true, next_deadline_on: null, next_change_on: null, ended_on: null, exit_motive: null, facts_count: said.columns.factsCount, rules: said.columns.rules, transferred_on: '2026-03-10' })
    const { rows } = await house.owner.query('select label, met_on is not null as met, cancelled, actionable from deadline where case_id = $1', [view.id])
    const line = (one: { label: string; met: boolean; cancelled: boolean; actionable: boolean }) => `${one.label} ${one.met} ${one.cancelled} ${one.actionable}`
    expect(rows.map(line).toSorted()).toEqual(said.deadlines.map((one) => line({ ...one, met: one.metOn !== null })).toSorted())
    await house.setDay('2026-12-01')
    await advanceDueFiles(house.north.operatorId, day('2026-12-01'), 1000)
    expect(await columns()).toEqual(stored)
    await house.setDay('2026-03-10')
    expect(await columns()).toEqual(stored)
  })

  test('counts nobody twice in a territory, nor as gone', async () => {
    const figures = async () => (await house.owner.query<{ entries: number; exits: number; live: number }>(
      `select count(*) filter (where csp_start is not null and transferred_on is null)::integer as entries, count(ended_on)::integer as exits, count(*) filter (where not closed)::integer as live from case_file`,
    )).rows[0]
    const { transferId } = await proposed()
    const before = await figures()
    await accept(transferId)
    expect(await figures()).toEqual(before)
    const { rows } = await house.owner.query(`select (select count(*)::integer from steering_line where entered_on is not null) as entries, (select count(ended_on)::integer from steering_line) as exits, (select sum(files)::integer from steering_stage) as live`)
    expect(rows[0]).toEqual(before)
  })

  test('is refused once the file moved on: it is proposed again, and then accepted', async () => {
    const { reference, transferId } = await proposed()
    await record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-09' })
    expect(await accept(transferId)).toEqual({ kind: 'too_late', state: 'outdated' })
    for (const actor of [house.north.manager, house.south.manager]) {
      const view = (await transfers(actor))!
      expect([...view.sent, ...view.received].find(({ id }) => id === transferId)?.outdated).toBe(true)
    }
    expect(await withdrawTransfer(house.north.manager, transferId)).toEqual({ kind: 'withdrawn' })
    const again = await proposed({ reference })
    expect((await accept(again.transferId)).kind).toBe('accepted')
  })

  test('needs a counsellor of one of the receiver’s basins; refused, it shows nothing and stays open', async () => {
    const { transferId } = await proposed()
    const ask = (more: object) => acceptTransfer(house.south.manager, { transferId, counsellorId: house.south.counsellor.accountId, ...more })
    expect(await ask({ counsellorId: house.north.counsellor.accountId })).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    expect(await ask({ counsellorId: house.south.colleague.accountId, basinCode: '8402' })).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    expect(await ask({ basinCode: 'nowhere' })).toEqual({ kind: 'invalid', fields: { basinCode: 'not_an_option' } })
    expect(await ask({ referentId: house.north.referent.accountId })).toEqual({ kind: 'invalid', fields: { referentId: 'not_in_basin' } })
    expect(await stateOf(transferId)).toBe('proposed')
    const { rows } = await house.owner.query(`select 1 from journal_entry e join journal_detail d on d.entry_id = e.id where e.action = 'transfer.opened' and d.detail->>'transfer' = $1`, [transferId])
    expect(rows).toEqual([])
    expect(await ask({ basinCode: '8402' })).toMatchObject({ kind: 'accepted' })
  })

  test('the words that were not ticked stay, and a note kept to fewer never goes', async () => {
    const kept = async (parts: ProposeInput['parts']) => {
      const { transferId } = await proposed({ parts })
      return JSON.stringify((await house.owner.query('select content from transfer_content where transfer_id = $1', [transferId])).rows[0].content)
    }
    const all = await kept(['contact_details', 'support', 'work', 'offers', 'notes'])
    expect(all).toContain(NOTE)
    expect(all).toContain('Menuisière')
    expect(all).not.toContain(SECRET)
    const none = await kept([])
    for (const word of [NOTE, SECRET, 'Menuisière', 'zoe@example.test', '0611223344']) expect(none).not.toContain(word)
    expect(none).toContain('Lefèvre')
  })
})

describe('declining and taking back', () => {
  test('declined with a reason, the file stays where it is, and may be offered again', async () => {
    const { reference, transferId } = await proposed()
    expect(await declineTransfer(house.south.manager, { transferId, reason: ' ' })).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await declineTransfer(house.south.manager, { transferId, reason: 'Plus de place' })).toEqual({ kind: 'declined' })
    expect((await transfers(house.north.manager))!.sent.find(({ id }) => id === transferId)).toMatchObject({ state: 'declined', answer: 'Plus de place', settledBy: 'Maud', personName: 'Zoé Lefèvre' })
    expect((await fileView(house.north.counsellor, reference))!.may.record).toBe(true)
    expect((await history(house.north.manager, reference))!.entries.at(-2)).toMatchObject({ action: 'transfer.declined', who: null })
    expect(await accept(transferId)).toEqual({ kind: 'too_late', state: 'declined' })
    expect((await proposed({ reference })).transferId).not.toBe(transferId)
  })

  test('is for each party: neither answers for the other, nor a third for either', async () => {
    const { transferId } = await proposed()
    expect(await accept(transferId, house.north.manager)).toEqual({ kind: 'not_found' })
    expect(await declineTransfer(house.north.manager, { transferId, reason: 'x' })).toEqual({ kind: 'not_found' })
    expect(await withdrawTransfer(house.south.manager, transferId)).toEqual({ kind: 'not_found' })
    for (const actor of [house.south.counsellor, house.south.administrator]) expect(await accept(transferId, actor)).toEqual({ kind: 'not_allowed' })
    expect(await accept(transferId, { ...house.south.manager, basinIds: [house.basins.vienne] })).toEqual({ kind: 'not_allowed' })
    for (const id of ['nonsense', randomUUID()]) {
      expect(await accept(id)).toEqual({ kind: 'not_found' })
      expect(await withdrawTransfer(house.north.manager, id)).toEqual({ kind: 'not_found' })
    }
    expect(await stateOf(transferId)).toBe('proposed')
  })

  test('raced: of two answers at once, one stands, and one file at most is made', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { reference, transferId } = await proposed()
      const outcomes = await Promise.all([accept(transferId), accept(transferId), withdrawTransfer(house.north.manager, transferId), declineTransfer(house.south.manager, { transferId, reason: 'x' })])
      expect(outcomes.filter(({ kind }) => kind !== 'too_late')).toHaveLength(1)
      const { rows } = await house.owner.query('select count(distinct case_id)::integer as made from fact_origin where transfer_id = $1', [transferId])
      expect(rows[0].made).toBe((await stateOf(transferId)) === 'accepted' ? 1 : 0)
      expect((await fileView(house.north.manager, reference))!.transfers.wentTo !== null).toBe((await stateOf(transferId)) === 'accepted')
    }
  })

  test('raced with a fact recorded: either the file goes without it, and it is refused, or the proposal is outdated', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { reference, transferId } = await proposed()
      const [went, noted] = await Promise.all([accept(transferId), record(house, house.north.counsellor, reference, 'contact_held', { on: '2026-03-09' })])
      expect([['accepted', 'not_allowed'], ['too_late', 'recorded']]).toContainEqual([went.kind, noted.kind])
    }
  })
})

describe('the doors, attacked', () => {
  const as = <T>(actor: Actor, sql: string, ...values: string[]) => inActorTransaction(actor, (tx) => tx.$queryRawUnsafe<T[]>(sql, ...values))

  test('a third operator sees no proposal and opens none', async () => {
    const { transferId } = await proposed()
    const { rows } = await house.owner.query<{ id: string }>(`insert into operator (slug, name, kind) values ($1, $1, 'private') returning id`, [`third-${randomUUID().slice(0, 8)}`])
    const third = { ...house.south.manager, operatorId: rows[0]!.id }
    expect(await as(third, 'select id from transfer')).toEqual([])
    expect(await as(third, 'select transfer_id from transfer_content')).toEqual([])
    expect(await as(third, 'select transfers_outdated()')).toEqual([])
    expect(await as(third, 'select outcome, content from open_transfer($1::uuid, now())', transferId)).toEqual([{ outcome: 'not_found', content: null }])
    for (const door of ['withdraw_transfer($1::uuid, now())', `decline_transfer($1::uuid, 'x', now())`, `accept_transfer($1::uuid, $1::uuid, '2026-03-10', now())`]) {
      expect(await as(third, `select ${door} as it`, transferId)).toEqual([{ it: 'not_found' }])
    }
    expect(await as(third, 'select * from operators_beside($1::uuid)', house.basins.lyon)).toEqual([])
  })

  test('the receiver reads no content before it opens the proposal, and changes none of its lines', async () => {
    const { transferId } = await proposed()
    expect(await as(house.south.manager, 'select transfer_id from transfer_content where transfer_id = $1::uuid', transferId)).toEqual([])
    for (const sql of [`update transfer set state = 'accepted' where id = $1::uuid`, `update transfer set summary = '{}' where id = $1::uuid`, 'delete from transfer where id = $1::uuid', `update transfer_content set content = '{}' where transfer_id = $1::uuid`]) {
      for (const actor of [house.north.manager, house.south.manager]) await expect(as(actor, sql, transferId)).rejects.toThrow(/permission denied/)
    }
  })

  test('the sender opens and accepts nothing for the receiver, and proposes in nobody else’s name', async () => {
    const { transferId } = await proposed()
    expect(await as(house.north.manager, 'select outcome from open_transfer($1::uuid, now())', transferId)).toEqual([{ outcome: 'not_found' }])
    const copy = `insert into transfer (from_operator_id, to_operator_id, from_name, to_name, from_case_id, from_reference, basin_id, summary, reason, proposed_by, state, settled_at, settled_by)
      select from_operator_id, to_operator_id, '', '', from_case_id, from_reference, basin_id, summary, reason, proposed_by,`
    await expect(as(house.south.manager, `${copy} 'proposed', null, null from transfer where id = $1::uuid`, transferId)).rejects.toThrow(/row-level security/)
    await expect(as(house.north.manager, `${copy} 'declined', now(), proposed_by from transfer where id = $1::uuid`, transferId)).rejects.toThrow(/row-level security/)
  })

  test('a file that was not made of the proposal is not taken for it', async () => {
    const { transferId } = await proposed()
    const other = await accepted(house, house.south.counsellor)
    const mine = (await fileView(house.south.counsellor, other))!.id
    await expect(as(house.south.manager, `select accept_transfer($1::uuid, $2::uuid, '2026-03-10', now())`, transferId, mine)).rejects.toThrow('accepted with the file made of it')
    expect(await stateOf(transferId)).toBe('proposed')
  })

  test('an operator that does not serve the basin is offered nothing, whoever asks', async () => {
    const reference = await lived()
    await house.owner.query('delete from account_basin where basin_id = $1 and operator_id = $2', [house.basins.vienne, house.south.operatorId])
    const { rows } = await house.owner.query<{ id: string }>(`insert into operator (slug, name, kind) values ($1, $1, 'private') returning id`, [`away-${randomUUID().slice(0, 8)}`])
    expect(await proposeTransfer(house.north.manager, { reference, toOperatorId: rows[0]!.id, parts: [], reason: 'x' })).toEqual({ kind: 'invalid', fields: { toOperatorId: 'not_an_option' } })
    await expect(house.owner.query(
      `insert into transfer (from_operator_id, to_operator_id, from_name, to_name, from_case_id, from_reference, basin_id, summary, reason, proposed_by)
       select operator_id, $2, '', '', id, reference, basin_id, '{}', 'x', counsellor_id from case_file where reference = $1 and operator_id = $3`, [reference, rows[0]!.id, house.north.operatorId],
    )).rejects.toThrow('does not serve this basin')
  })
})
