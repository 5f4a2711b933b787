import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addEmployerContact, changeEmployer, mergeEmployers, withdrawEmployerContact } from '@/lib/cases/employers/change-employer.ts'
import { employerPage } from '@/lib/cases/employers/employer-page.ts'
import { employersPage, knownEmployers } from '@/lib/cases/employers/employers-list.ts'
import { receivePieces } from '@/lib/cases/employers/receive-pieces.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { opened, record, twoOffices, type TwoOffices } from '@/tests/cases/two-offices.ts'

let house: TwoOffices
const NAME = 'Fonderies de l’Isère'

beforeAll(async () => {
  house = await twoOffices()
})
afterAll(() => house.end())

const idOf = async (name: string): Promise<string> => {
  const { rows } = await house.owner.query<{ id: string }>('select id from employer where name = $1 and operator_id = $2 and merged_into is null order by id', [name, house.north.operatorId])
  return rows[0]!.id
}
const countOf = async (name: string): Promise<number> =>
  (await house.owner.query<{ n: number }>('select count(*)::integer as n from employer where name = $1 and operator_id = $2', [name, house.north.operatorId])).rows[0]!.n

describe('an employer is one record, found again when the next file opens', () => {
  test('by its SIRET, whatever its name is typed as', async () => {
    const siret = '01234567800012'
    await opened(house.north.counsellor, { employer: { name: 'Tissages Roux', siret } })
    await opened(house.north.counsellor, { employer: { name: 'TISSAGES ROUX SA', siret } })
    expect(await countOf('TISSAGES ROUX SA')).toBe(0)
  })

  test('by its name, accents and case aside, where no SIRET is given and one record has it', async () => {
    await opened(house.north.counsellor, { employer: { name: 'Câblerie du Rhône', siret: '01234567800020' } })
    await opened(house.north.counsellor, { employer: { name: 'cablerie du rhone' } })
    expect(await countOf('cablerie du rhone')).toBe(0)
  })

  test('by its name when its SIRET comes later: the record takes it', async () => {
    await opened(house.north.counsellor, { employer: { name: 'Menuiserie Faure' } })
    await opened(house.north.counsellor, { employer: { name: 'Menuiserie Faure', siret: '01234567800038' } })
    expect(await countOf('Menuiserie Faure')).toBe(1)
    const { rows } = await house.owner.query('select siret from employer where name = $1', ['Menuiserie Faure'])
    expect(rows).toEqual([{ siret: '01234567800038' }])
  })

  test('two establishments of one name stay two records', async () => {
    await opened(house.north.counsellor, { employer: { name: 'Transports Girard', siret: '01234567800046' } })
    await opened(house.north.counsellor, { employer: { name: 'Transports Girard', siret: '01234567800053' } })
    expect(await countOf('Transports Girard')).toBe(2)
    // A third file without SIRET could mean either: it gets a record of its own, for a person to merge.
    await opened(house.north.counsellor, { employer: { name: 'Transports Girard' } })
    expect(await countOf('Transports Girard')).toBe(3)
  })

  test('two files of it opened at once make one record', async () => {
    await Promise.all([1, 2, 3].map(() => opened(house.north.counsellor, { employer: { name: 'Verrerie Neuve' } })))
    expect(await countOf('Verrerie Neuve')).toBe(1)
  })

  test('another operator’s record is never found', async () => {
    await opened(house.south.counsellor, { employer: { name: 'Tissages Roux', siret: '01234567800012' } })
    const { rows } = await house.owner.query('select operator_id from employer where siret = $1', ['01234567800012'])
    expect(rows).toHaveLength(2)
  })

  test('is offered while its name is typed, with a mistake in it; to who opens files only', async () => {
    expect((await knownEmployers(house.north.counsellor, 'tisages roux')).map(({ name }) => name)).toEqual(['Tissages Roux'])
    expect((await knownEmployers(house.north.counsellor, '012345678000 20')).map(({ name }) => name)).toEqual(['Câblerie du Rhône'])
    expect(await knownEmployers(house.north.counsellor, 't')).toEqual([])
    expect(await knownEmployers(house.north.referent, 'tissages')).toEqual([])
    expect((await knownEmployers(house.south.counsellor, 'tissages')).map(({ files }) => files)).toEqual([1])
  })
})

describe('the page of an employer', () => {
  let mine: string
  let colleagues: string
  let id: string
  beforeAll(async () => {
    mine = await opened(house.north.counsellor, { employer: { name: NAME } })
    colleagues = await opened(house.north.colleague, { employer: { name: NAME } })
    await record(house, house.north.counsellor, mine, 'accepted', { on: '2026-02-20' })
    id = await idOf(NAME)
  })

  test('groups its people by procedure, with the two sendings of R-120 and what is missing', async () => {
    const page = (await employerPage(house.north.counsellor, id))!
    expect(page.procedures.map(({ engagedOn, type, people }) => [engagedOn, type, people.length])).toEqual([[day('2026-02-02'), 'interview', 1]])
    const [person] = page.procedures[0]!.people
    expect(person!.sendAcceptance).toEqual({ dueOn: day('2026-02-20'), metOn: null, cancelled: false })
    expect(person!.sendAll).toEqual({ dueOn: day('2026-02-23'), metOn: null, cancelled: false })
    expect(person!.received).toEqual([])
    expect(page.hiddenFiles).toBe(1)
  })

  test('shows each reader the files of their own scope, and the number of the others', async () => {
    expect((await employerPage(house.north.colleague, id))!.procedures[0]!.people.map(({ reference }) => reference)).toEqual([colleagues])
    expect((await employerPage(house.north.manager, id))!.procedures[0]!.people).toHaveLength(2)
    expect((await employerPage(house.north.administrator, id))!.procedures[0]!.people.some(({ mayRecord }) => mayRecord)).toBe(false)
    expect(await employerPage(house.north.referent, id)).toBeNull()
    expect(await employerPage(house.south.manager, id)).toBeNull()
    expect(await employerPage(house.committee, id)).toBeNull()
    expect(await employerPage(house.north.counsellor, 'x')).toBeNull()
    expect(await employerPage(house.north.counsellor, randomUUID())).toBeNull()
  })

  test('the list puts first those from whom something is awaited, and finds by words or by SIRET', async () => {
    const page = (await employersPage(house.north.counsellor, '', 1))!
    expect(page.employers[0]).toMatchObject({ name: NAME, files: 1, incomplete: 1, nextSendingOn: day('2026-02-20') })
    expect((await employersPage(house.north.counsellor, 'isere fond', 1))!.employers.map(({ name }) => name)).toEqual([NAME])
    expect((await employersPage(house.north.counsellor, '0123 4567 8000 38', 1))!.employers.map(({ name }) => name)).toEqual(['Menuiserie Faure'])
    expect((await employersPage(house.north.counsellor, '100 %', 1))!.total).toBe(0)
    expect((await employersPage(house.south.counsellor, 'fonderies', 1))!.total).toBe(0)
    expect(await employersPage(house.committee, '', 1)).toBeNull()
  })

  const tick = (reference: string, pieces: readonly string[], shown: readonly string[] = [], actor = house.north.counsellor) =>
    receivePieces(actor, { receivedOn: '2026-03-01', people: [{ reference, pieces: pieces as never, shown: shown as never }] })

  test('what was received is ticked, once, and taken back, each time in the journal of the file', async () => {
    expect(await tick(mine, ['signed_form', 'identity'])).toEqual({ kind: 'received', added: 2, takenBack: 0 })
    // The same form sent again finds it done.
    expect(await tick(mine, ['signed_form', 'identity'])).toEqual({ kind: 'received', added: 0, takenBack: 0 })
    expect(await tick(mine, ['signed_form'], ['signed_form', 'identity'])).toEqual({ kind: 'received', added: 0, takenBack: 1 })
    const page = (await employerPage(house.north.counsellor, id))!
    expect(page.procedures[0]!.people[0]!.received).toEqual([{ piece: 'signed_form', receivedOn: day('2026-03-01') }])
    const { rows } = await house.owner.query<{ action: string }>(
      `select e.action from journal_entry e join case_file c on c.id = e.case_id where c.reference = $1 and c.operator_id = $2 and e.action like 'piece.%' order by e.position`,
      [mine, house.north.operatorId],
    )
    expect(rows.map(({ action }) => action)).toEqual(['piece.received', 'piece.received', 'piece.taken_back'])
  })

  test('a colleague’s tick that the form did not show is left alone', async () => {
    await tick(mine, ['signed_form', 'health_card'], ['signed_form'])
    expect(await tick(mine, ['signed_form', 'identity'], ['signed_form'])).toEqual({ kind: 'received', added: 1, takenBack: 0 })
    const received = (await employerPage(house.north.counsellor, id))!.procedures[0]!.people[0]!.received.map(({ piece }) => piece)
    expect(received.toSorted()).toEqual(['health_card', 'identity', 'signed_form'])
  })

  test('one person of the form who is not the actor’s, and nothing is written', async () => {
    const outcome = await receivePieces(house.north.counsellor, {
      receivedOn: '2026-03-01',
      people: [{ reference: mine, pieces: ['employer_certificate'], shown: [] }, { reference: colleagues, pieces: ['identity'], shown: [] }],
    })
    expect(outcome).toEqual({ kind: 'not_found' })
    expect((await employerPage(house.north.counsellor, id))!.procedures[0]!.people[0]!.received.some(({ piece }) => piece === 'employer_certificate')).toBe(false)
    expect(await tick(mine, ['identity'], [], house.north.administrator)).toEqual({ kind: 'not_allowed' })
    expect(await tick(mine, ['identity'], [], house.south.manager)).toEqual({ kind: 'not_found' })
  })

  test('a day to come, and one that does not exist, are refused at their field', async () => {
    const people = [{ reference: mine, pieces: [], shown: [] }]
    expect(await receivePieces(house.north.counsellor, { receivedOn: '2026-03-03', people })).toEqual({ kind: 'invalid', fields: { receivedOn: 'in_the_future' } })
    expect(await receivePieces(house.north.counsellor, { receivedOn: '2026-02-30', people })).toEqual({ kind: 'invalid', fields: { receivedOn: 'not_a_day' } })
  })

  test('people to speak to are added and withdrawn, with a phone or an address', async () => {
    expect(await addEmployerContact(house.north.counsellor, id, { name: 'Mme Nadège Perrin', role: 'Ressources humaines', phone: null, email: null })).toEqual({ kind: 'invalid', fields: { phone: 'required' } })
    expect(await addEmployerContact(house.north.counsellor, id, { name: 'Mme Nadège Perrin', role: 'Ressources humaines', phone: '04 00 00 00 00', email: null })).toMatchObject({ kind: 'kept' })
    const [contact] = (await employerPage(house.north.colleague, id))!.contacts
    expect(contact).toMatchObject({ name: 'Mme Nadège Perrin', phone: '04 00 00 00 00' })
    expect(await withdrawEmployerContact(house.south.manager, id, contact!.id)).toEqual({ kind: 'not_found' })
    expect(await withdrawEmployerContact(house.north.administrator, id, contact!.id)).toEqual({ kind: 'not_allowed' })
    expect(await withdrawEmployerContact(house.north.counsellor, id, contact!.id)).toMatchObject({ kind: 'kept' })
    expect(await withdrawEmployerContact(house.north.counsellor, id, contact!.id)).toEqual({ kind: 'not_found' })
    expect((await employerPage(house.north.counsellor, id))!.contacts).toEqual([])
  })

  test('a SIRET that another record has is refused: the two are to be merged', async () => {
    expect(await changeEmployer(house.north.counsellor, id, { name: NAME, siret: '012 345 678 00012', size: 80 })).toEqual({ kind: 'invalid', fields: { siret: 'siret_taken' } })
    expect(await changeEmployer(house.north.counsellor, id, { name: '  ', siret: '12', size: -1 })).toEqual({ kind: 'invalid', fields: { name: 'required', siret: 'not_a_siret', size: 'too_small' } })
    expect(await changeEmployer(house.north.counsellor, id, { name: NAME, siret: '012 345 678 00061', size: 80 })).toEqual({ kind: 'kept', name: NAME })
    expect((await employerPage(house.north.counsellor, id))!).toMatchObject({ siret: '01234567800061', size: 80 })
  })

  test('two records of one employer are merged by who manages the basin; the old address leads to the one that stays', async () => {
    const alone = await opened(house.north.counsellor, { employer: { name: 'Fonderie de l’Isère' } })
    const other = await idOf('Fonderie de l’Isère')
    expect((await employerPage(house.north.manager, id))!.lookalikes.map((one) => one.id)).toEqual([other])
    expect(await mergeEmployers(house.north.counsellor, id, other)).toEqual({ kind: 'not_allowed' })
    expect(await mergeEmployers(house.north.manager, id, id)).toEqual({ kind: 'not_found' })
    expect(await mergeEmployers(house.south.manager, id, other)).toEqual({ kind: 'not_found' })
    expect(await mergeEmployers(house.north.manager, id, other)).toEqual({ kind: 'kept', name: NAME })
    const page = (await employerPage(house.north.manager, other))!
    expect(page.id).toBe(id)
    expect(page.procedures.flatMap(({ people }) => people).map(({ reference }) => reference)).toContain(alone)
    expect(await mergeEmployers(house.north.manager, id, other)).toEqual({ kind: 'not_found' })
  })

  test('two establishments with two SIRETs are not merged', async () => {
    const { rows } = await house.owner.query<{ id: string }>(`select id from employer where name = 'Transports Girard' and siret is not null and operator_id = $1 order by id`, [house.north.operatorId])
    expect(await mergeEmployers(house.north.manager, rows[0]!.id, rows[1]!.id)).toEqual({ kind: 'invalid', fields: { siret: 'siret_differs' } })
  })
})
