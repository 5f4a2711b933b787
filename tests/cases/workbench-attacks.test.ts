// What an attacker, a stale form or two people at once do to the workbench: plans, messages, appointments, employers, exports.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeAccount } from '@/lib/access/accounts.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { subscribedCalendar } from '@/lib/agenda/feed.ts'
import { bookableFiles } from '@/lib/agenda/of-files.ts'
import { planAppointment } from '@/lib/agenda/plan-appointment.ts'
import { planSeries } from '@/lib/agenda/plan-series.ts'
import { previewAppointment } from '@/lib/agenda/preview.ts'
import { subscribe } from '@/lib/agenda/subscription.ts'
import { addAttachment } from '@/lib/cases/attachments/add-attachment.ts'
import { attachmentsOf } from '@/lib/cases/attachments/attachments.ts'
import { importBasinNote } from '@/lib/cases/basin-notes/notes.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { silenceDeadline } from '@/lib/cases/commands/silence-deadline.ts'
import { addEmployerContact, mergeEmployers } from '@/lib/cases/employers/change-employer.ts'
import { employersPage, knownEmployers } from '@/lib/cases/employers/employers-list.ts'
import { receivePieces } from '@/lib/cases/employers/receive-pieces.ts'
import { endAbsence, tellAbsence } from '@/lib/cases/handover/absences.ts'
import { acceptTransfer } from '@/lib/cases/handover/answer-transfer.ts'
import { proposeTransfer } from '@/lib/cases/handover/propose-transfer.ts'
import { bulkAssign } from '@/lib/cases/lists/bulk-assign.ts'
import { createView } from '@/lib/cases/lists/saved-views.ts'
import { savePlan } from '@/lib/cases/plan/save-plan.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { openExport } from '@/lib/exchange/own-exports.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'
import { cancelMail, mailView, tryAgain } from '@/lib/notify/mailbox.ts'
import { queueMessage, type MessageInput } from '@/lib/notify/queue-message.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { SAMPLES } from './sample-files.ts'
import { accepted, opened, twoOffices, type TwoOffices } from './two-offices.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rebond-attacks-'))
let house: TwoOffices
let ines: Actor
let maud: Actor

beforeAll(async () => {
  process.env.REBOND_STORAGE_FOLDER = folder
  house = await twoOffices('2026-03-02')
  ines = house.north.counsellor
  maud = house.north.manager
})
afterAll(async () => {
  await house.end()
  rmSync(folder, { recursive: true, force: true })
})

const message = (reference: string, changes: Partial<MessageInput> = {}): MessageInput => ({
  reference, submissionId: randomUUID(), modelKey: null, to: 'zoe@example.org', keepAddress: false, subject: 'Point', body: 'Bonjour', ...changes,
})
const rows = async <T extends object>(sql: string, values: unknown[] = []) => (await house.owner.query<T>(sql, values)).rows

function attach(actor: Actor, reference: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ submissionId: randomUUID(), title: 'Pièce', kind: 'other' })) form.set(name, value)
  form.set('file', new Blob([SAMPLES.pdf]), 'piece.pdf')
  const request = new Request('http://server/', { method: 'POST', body: form })
  return addAttachment(actor, reference, { contentType: request.headers.get('content-type'), contentLength: null, body: request.body as ReadableStream<Uint8Array> | null })
}

describe('a file that went to another operator is only read', () => {
  test('nothing is added to it: no plan, attachment, message, appointment, piece or « fait ailleurs »', async () => {
    const reference = await accepted(house, ines)
    const meeting = await planAppointment(ines, { submissionId: randomUUID(), reference, kind: 'pre_bilan', day: '2026-03-04', time: '09:00', minutes: 60 })
    if (meeting.kind !== 'planned') throw new Error(JSON.stringify(meeting))
    const offer = await proposeTransfer(maud, { reference, toOperatorId: house.south.operatorId, parts: [], reason: 'Déménagement' })
    if (offer.kind !== 'proposed') throw new Error(JSON.stringify(offer))
    expect((await acceptTransfer(house.south.manager, { transferId: offer.transferId, counsellorId: house.south.counsellor.accountId })).kind).toBe('accepted')
    // Whom one no longer follows, one no longer meets.
    expect(await rows('select status, reason, version from appointment where id = $1', [meeting.id])).toEqual([{ status: 'cancelled', reason: 'south', version: 2 }])
    const before = await rows('select count(*)::integer as n from journal_entry where case_id = (select id from case_file where reference = $1 and operator_id = $2)', [reference, house.north.operatorId])
    const refused = { kind: 'not_allowed' }
    for (const actor of [ines, maud]) {
      expect(await savePlan(actor, { reference, planVersion: 0, change: { kind: 'project', project: { project: 'x' } } })).toEqual(refused)
      expect(await queueMessage(actor, message(reference))).toEqual(refused)
      expect(await attach(actor, reference)).toEqual({ kind: 'refused', error: 'not_allowed' })
      expect(await planAppointment(actor, { submissionId: randomUUID(), reference, kind: 'contact', day: '2026-03-05', time: '09:00', minutes: 30 })).toEqual(refused)
      expect(await planSeries(actor, { submissionId: randomUUID(), references: [reference], from: '2026-03-05', time: '09:00', minutes: 30, kind: 'contact', place: null, link: null })).toMatchObject({ lines: [{ kind: 'not_allowed' }] })
      expect(await receivePieces(actor, { receivedOn: '2026-03-02', people: [{ reference, pieces: ['identity'], shown: [] }] })).toEqual(refused)
      expect(await silenceDeadline(actor, { reference, code: 'plan', dueOn: '2026-03-24', doneOn: '2026-03-01', reason: 'x' })).toEqual(refused)
    }
    expect((await attachmentsOf(ines, reference))?.mayAdd).toBe(false)
    expect(await rows('select count(*)::integer as n from journal_entry where case_id = (select id from case_file where reference = $1 and operator_id = $2)', [reference, house.north.operatorId])).toEqual(before)
  })

  test('the database refuses an offer in a basin that is not the file’s', async () => {
    const reference = await opened(ines)
    await expect(inActorTransaction(maud, (tx) => tx.$executeRaw`
      insert into transfer (from_operator_id, to_operator_id, from_name, to_name, from_case_id, from_reference, basin_id, summary, reason, proposed_by)
      select ${house.north.operatorId}::uuid, ${house.south.operatorId}::uuid, '', '', id, reference, ${house.basins.vienne}::uuid, '{}', 'x', ${maud.accountId}::uuid
      from case_file where reference = ${reference}`)).rejects.toThrow('own basin')
  })
})

describe('rights that end', () => {
  test('an export made while standing in is no longer given once the colleague is back', async () => {
    const standIn = { ...house.north.colleague, standsInFor: [ines.accountId] }
    await accepted(house, ines)
    await house.owner.query(`insert into absence (operator_id, account_id, stand_in_id, from_day, to_day, reason, told_by) values ($1, $2, $3, '2026-03-02', '2026-03-02', 'leave', $4)`, [house.north.operatorId, ines.accountId, standIn.accountId, maud.accountId])
    const made = await requestExport(standIn, { definition: 'caseload', params: { search: '' }, format: 'csv', filter: [] })
    if (made.kind !== 'done') throw new Error(JSON.stringify(made))
    expect(made.rows).toBeGreaterThan(0)
    const open = async (actor: Actor) => {
      const file = await openExport(actor, made.id)
      file?.content.destroy()
      return file !== null
    }
    expect(await open(standIn)).toBe(true)
    expect(await open(house.north.colleague)).toBe(false)
    await house.owner.query('delete from absence')
  })

  test('a calendar’s address gives nothing once its owner’s role has no agenda', async () => {
    const outcome = await subscribe(house.north.referent)
    if (outcome.kind !== 'subscribed') throw new Error('not subscribed')
    expect(await subscribedCalendar(outcome.secret, 'https://rebond.test')).not.toBeNull()
    await house.owner.query(`update account set role = 'operator_admin' where id = $1`, [house.north.referent.accountId])
    expect(await subscribedCalendar(outcome.secret, 'https://rebond.test')).toBeNull()
    await house.owner.query(`update account set role = 'referent' where id = $1`, [house.north.referent.accountId])
  })

  test('whoever no longer follows a file calls back what they wrote, and sends nothing more', async () => {
    const reference = await accepted(house, ines)
    const sent = await queueMessage(ines, message(reference))
    if (sent.kind !== 'queued') throw new Error(JSON.stringify(sent))
    await assignFile(maud, { reference, counsellorId: house.north.colleague.accountId, reason: 'Charge' })
    expect(await tryAgain(ines, sent.mailId)).toEqual({ kind: 'not_found' })
    expect(await cancelMail(ines, sent.mailId)).toEqual({ kind: 'changed', state: 'cancelled' })
  })

  test('a stand-in keeps a role that follows files until the absence is over', async () => {
    const told = await tellAbsence(maud, { accountId: ines.accountId, standInId: maud.accountId, from: '2026-03-10', to: '2026-03-12', reason: 'leave' })
    if (told.kind !== 'told') throw new Error(JSON.stringify(told))
    const profile = { displayName: 'Maud', role: 'operator_admin', basinIds: [], territory: null } as const
    expect(await changeAccount(house.north.administrator, { accountId: maud.accountId, ...profile } as never)).toMatchObject({ kind: 'invalid', fields: { role: 'holds_files' } })
    expect((await endAbsence(maud, told.absenceId)).kind).toBe('ended')
    // Sent twice: it did not take place, once.
    expect((await endAbsence(maud, told.absenceId)).kind).toBe('not_found')
    expect(await rows(`select 1 from journal_entry where action = 'absence.ended'`)).toHaveLength(1)
  })

  test('the lines of someone’s bulk work are theirs alone, for the database too', async () => {
    const reference = await opened(ines)
    const submissionId = randomUUID()
    expect((await bulkAssign(maud, { selection: { kind: 'files', references: [reference] }, toIds: [house.north.colleague.accountId], reason: 'Charge', submissionId })).kind).toBe('done')
    const lines = (actor: Actor) => inActorTransaction(actor, (tx) => tx.$queryRaw<unknown[]>`select 1 from bulk_line`)
    expect(await lines(maud)).not.toEqual([])
    for (const actor of [ines, house.north.administrator, house.south.manager]) expect(await lines(actor)).toEqual([])
    expect(await inActorTransaction(ines, (tx) => tx.$executeRaw`update bulk_line set outcome = 'done' where run_id = ${submissionId}::uuid`)).toBe(0)
  })
})

test('what others wrote to a person is journaled as read, once a day; one’s own is not', async () => {
  const reference = await accepted(house, ines)
  const sent = await queueMessage(ines, message(reference))
  if (sent.kind !== 'queued') throw new Error(JSON.stringify(sent))
  await mailView(ines, sent.mailId)
  const read = () => rows<{ actor_id: string }>(`select e.actor_id from journal_entry e join journal_detail d on d.entry_id = e.id where e.action = 'mail.read' and d.detail->>'mail' = $1`, [sent.mailId])
  expect(await read()).toEqual([])
  expect(await mailView(house.north.administrator, sent.mailId)).toMatchObject({ subject: 'Point' })
  await mailView(house.north.administrator, sent.mailId)
  expect(await read()).toEqual([{ actor_id: house.north.administrator.accountId }])
  expect(await mailView(house.south.administrator, sent.mailId)).toBeNull()
})

describe('hostile words', () => {
  test('NUL and a hundred thousand letters are looked for, and found nowhere', async () => {
    for (const typed of ['\0', 'Zo\0é', '\ud800', 'a '.repeat(50_000), "' or 1=1 --", '%%%___']) {
      expect(await bookableFiles(ines, typed)).toBeInstanceOf(Array)
      expect(await knownEmployers(ines, typed)).toBeInstanceOf(Array)
      expect(await employersPage(ines, typed, 1)).not.toBeNull()
    }
  })

  test('what no export can say of itself is refused', async () => {
    const ask = { definition: 'caseload', params: { search: '' }, format: 'csv' as const, filter: [] as string[] }
    for (const hostile of ['\0', 'a\ud800b']) {
      expect(await requestExport(ines, { ...ask, filter: [hostile] })).toEqual({ kind: 'invalid' })
      expect(await requestExport(ines, { ...ask, params: { search: hostile } })).toEqual({ kind: 'invalid' })
    }
  })

  test('a model is a key, a view an address on one line', async () => {
    const reference = await accepted(house, ines)
    for (const modelKey of ['\0', 'x'.repeat(100_000), '../x', 'a b']) expect((await queueMessage(ines, message(reference, { modelKey }))).kind).toBe('invalid')
    for (const search of ['q=a\r\nSet-Cookie: x=1', 'q=\0', 'q=\ud800', 'q=\u2028']) expect(await createView(ines, { name: randomUUID(), search, shared: true })).toMatchObject({ kind: 'invalid', fields: { search: 'not_text' } })
  })

  test('a meeting’s link is an address and nothing around it; a length beyond reason is only looked at', async () => {
    const reference = await accepted(house, ines)
    const asked = { submissionId: randomUUID(), reference, kind: 'contact' as const, day: '2026-03-05', time: '09:00', minutes: 30, means: 'video' as const }
    for (const link of ['https://a.example/\0', 'https://a.example/\r\nATTENDEE:x', 'https://a.example/ b', 'https://u:p@a.example/', 'javascript:alert(1)', 'https:a.example'])
      expect(await planAppointment(ines, { ...asked, link })).toMatchObject({ kind: 'invalid', fields: { link: 'wrong_format' } })
    const preview = { id: null, reference, kind: 'contact', day: '2026-03-05', time: '09:00' }
    for (const minutes of [1e15, Number.MAX_SAFE_INTEGER, -1e15]) expect(await previewAppointment(ines, { ...preview, minutes })).not.toBeNull()
  })

  test('a sheet’s type is one of ours, not one of the language’s', async () => {
    const sheet = (type: string) => importBasinNote(maud, { basinCode: '8401', validFrom: '2026-03-01', text: null, sheet: `metier;Soudeur\n${type};Cariste` })
    for (const type of ['constructor', '__proto__', 'toString', 'valueOf']) expect(await sheet(type)).toMatchObject({ kind: 'bad_sheet', problems: [{ line: 2, code: 'unknown_type' }] })
  })
})

describe('employers, twice or at once', () => {
  const idOf = async (name: string) => (await rows<{ id: string }>('select id from employer where name = $1', [name]))[0]!.id

  test('one establishment under two names, opened at once, is one record', async () => {
    const siret = '73282932000074'
    await Promise.all(['Filatures Nord', 'Filatures du Nord SAS', 'FDN'].map((name) => opened(ines, { employer: { name, siret } })))
    expect(await rows('select id from employer where siret = $1', [siret])).toHaveLength(1)
  })

  test('a record is not merged with itself, however its number is written; nor one that is no number', async () => {
    await opened(ines, { employer: { name: 'Scieries Blanc' } })
    const id = await idOf('Scieries Blanc')
    for (const [one, other] of [[id, id.toUpperCase()], [id.toUpperCase(), id], ['x', id], [id, '\0'], ["' or true --", id]] as const) expect(await mergeEmployers(maud, one, other)).toEqual({ kind: 'not_found' })
    expect(await rows('select merged_into from employer where id = $1', [id])).toEqual([{ merged_into: null }])
  })

  test('a file that opens while its employer’s record is merged away is of the one that stands', async () => {
    for (let turn = 1; turn <= 4; turn += 1) {
      const [kept, gone] = [`Papeteries ${turn}`, `Papeteries du Rhône ${turn}`]
      await opened(ines, { employer: { name: kept } })
      await opened(ines, { employer: { name: gone } })
      const [id, other] = [await idOf(kept), await idOf(gone)]
      await Promise.all([mergeEmployers(maud, id, other), opened(ines, { employer: { name: gone } })])
      expect(await rows('select reference from case_file c join employer e on e.id = c.employer_id where e.merged_into is not null')).toEqual([])
    }
  })

  test('someone to speak to, sent twice or twice at once, is added once', async () => {
    await opened(ines, { employer: { name: 'Verreries Petit' } })
    const id = await idOf('Verreries Petit')
    const contact = { name: 'Paul Rey', role: 'RH', phone: '0611223344', email: null }
    await Promise.all([addEmployerContact(ines, id, contact), addEmployerContact(ines, id, contact)])
    expect((await addEmployerContact(ines, id, contact)).kind).toBe('kept')
    expect(await rows('select id from employer_contact where employer_id = $1', [id])).toHaveLength(1)
  })
})

test('all that is journaled on a file is said in words', async () => {
  const reference = await opened(ines)
  expect((await receivePieces(ines, { receivedOn: '2026-03-02', people: [{ reference, pieces: ['identity'], shown: [] }] })).kind).toBe('received')
  const actions = (await rows<{ action: string }>('select distinct action from journal_entry where case_id is not null order by 1')).map(({ action }) => action.replaceAll('.', '_'))
  expect(actions).toEqual(expect.arrayContaining(['mail_read', 'piece_received', 'transfer_opened']))
  for (const locale of ['fr', 'en'] as const) expect(actions.filter((action) => !Object.hasOwn(messagesFor(locale).file.history.action, action))).toEqual([])
})

describe('under the queries, the database', () => {
  test('shows nothing of an operator to another, nor to nobody, in any table that has an operator', async () => {
    const tables = await rows<{ name: string; side: string }>(`
      select c.relname::text as name, a.attname::text as side from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('operator_id', 'from_operator_id')
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('rebond_app', c.oid, 'SELECT') order by 1`)
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['appointment', 'attachment', 'bulk_line', 'digest', 'employer_piece', 'export_job', 'mail', 'saved_view', 'transfer', 'transfer_content', 'working_plan']))
    const nobody: Actor = { ...house.committee, operatorId: null }
    for (const { name, side } of tables) {
      // An offer is known to the operator it was made to: whoever is neither sees none.
      for (const actor of side === 'operator_id' ? [house.south.manager, nobody] : [nobody]) {
        const seen = await inActorTransaction(actor, (tx) => tx.$queryRawUnsafe<[{ n: number }]>(`select count(*)::integer as n from ${name} where ${side} = '${house.north.operatorId}'`))
        expect({ name, seen: seen[0].n }).toEqual({ name, seen: 0 })
      }
    }
  })

  test('keeps someone’s mornings, choices and calendar’s address to them', async () => {
    expect((await subscribe(ines)).kind).toBe('subscribed')
    await house.owner.query(`insert into digest (operator_id, account_id, on_day, made_at, in_app, content) values ($1, $2, '2026-03-02', now(), true, '{}')`, [house.north.operatorId, ines.accountId])
    const seen = (actor: Actor) => inActorTransaction(actor, (tx) => tx.$queryRaw<unknown[]>`
      select 1 from digest where account_id = ${ines.accountId}::uuid union all select 1 from agenda_subscription where account_id = ${ines.accountId}::uuid and revoked_at is null`)
    expect(await seen(ines)).toHaveLength(2)
    for (const actor of [maud, house.north.administrator, house.south.manager]) expect(await seen(actor)).toEqual([])
    expect(await inActorTransaction(maud, (tx) => tx.$executeRaw`update agenda_subscription set revoked_at = now() where account_id = ${ines.accountId}::uuid`)).toBe(0)
  })
})
