import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { atHand, find } from '@/lib/cases/find/find.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { opened, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let actor: Actor
const files: Record<string, string> = {}

async function person(firstName: string, lastName: string, birthDate: string, who = actor, changes: Record<string, unknown> = {}): Promise<void> {
  files[lastName] = await opened(who, { person: { firstName, lastName, birthDate }, ...changes })
}

beforeAll(async () => {
  house = await twoOffices('2026-02-10')
  actor = house.north.counsellor
  await person('Karim', 'Benali', '1979-04-12', actor, { employer: { name: 'Scierie du Lac', siret: '73282932000074' } })
  await person('Zoé', 'Éluard-Lefèvre', '1984-12-01')
  await person('Inès', 'El Amrani', '1990-04-12')
  await person('Paul', 'Durand', '1979-04-12', house.north.colleague, { employer: { name: 'Garage Équinoxe' } })
  await person('Karim', 'Benalla', '1979-04-12', house.south.counsellor)
})
afterAll(() => house.end())

const found = async (typed: string, who = actor) => (await find(who, typed)).files.map(({ personName }) => personName)
const everyone = () => [house.north.counsellor, house.north.manager, house.north.administrator]

describe('a person is found', () => {
  test.each([
    ['by name', 'Benali', 'Karim Benali'],
    ['by first name', 'karim', 'Karim Benali'],
    ['in either order', 'benali karim', 'Karim Benali'],
    ['by halves of both', 'kar ben', 'Karim Benali'],
    ['by initials', 'k benali', 'Karim Benali'],
    ['without accents', 'zoe eluard', 'Zoé Éluard-Lefèvre'],
    ['with accents nobody wrote', 'bénàli', 'Karim Benali'],
    ['by the second half of a double name', 'lefevre', 'Zoé Éluard-Lefèvre'],
    ['without the space of a particle', 'elamrani', 'Inès El Amrani'],
    ['with a letter struck wrong', 'karym', 'Karim Benali'],
    ['with a letter missed', 'bnali', 'Karim Benali'],
    ['with two letters swapped', 'kraim', 'Karim Benali'],
    ['with a slip in both names', 'krim bennali', 'Karim Benali'],
    ['with a slip in a name half typed', 'lefver', 'Zoé Éluard-Lefèvre'],
    ['by name and birth date', 'karim 12/04/1979', 'Karim Benali'],
    ['by name and birth year', 'karim 1979', 'Karim Benali'],
    ['by name and birth date, in words', 'benali 12 avril 1979', 'Karim Benali'],
  ])('%s: %s', async (_, typed, name) => {
    for (const who of everyone()) expect(await found(typed, who), who.role).toEqual([name])
  })

  test('by birth date alone, in figures, in words, run together, in English', async () => {
    for (const typed of ['12/04/1979', '12 avril 1979', '12041979', '1979-04-12', '12.4.79', 'April 12 1979']) expect(await found(typed), typed).toEqual(['Karim Benali'])
    expect(await found('12/04/1979', house.north.manager)).toEqual(['Karim Benali', 'Paul Durand'])
    expect(await found('avril 1979')).toEqual(['Karim Benali'])
  })

  test('by reference, whole, without its mark, or by its number alone', async () => {
    const reference = files['El Amrani']!
    const number = reference.split('-')[2]!
    for (const typed of [reference, reference.toLowerCase(), reference.slice(3), number, String(Number(number))]) expect(await found(typed), typed).toEqual(['Inès El Amrani'])
    expect(await found('RB-2025-00001')).toEqual([])
  })

  test('by name alone where nobody of this name was born then', async () => {
    const answer = await find(actor, 'benali 13/04/1979')
    expect(answer.bornSetAside).toBe(true)
    expect(answer.files.map(({ personName }) => personName)).toEqual(['Karim Benali'])
    expect((await find(actor, 'benali 12/04/1979')).bornSetAside).toBe(false)
  })

  test('and not who resembles from afar, nor anyone for words that say nobody', async () => {
    for (const who of everyone()) for (const typed of ['xqzw', 'karim dupont', '', '   ', "%' or true --", '%', '_', '\0']) expect(await found(typed, who), `${who.role} ${typed}`).toEqual([])
  })
})

describe('only what one may see is found', () => {
  test('a counsellor finds their own, a manager those of their basins, an administrator all, of their operator alone', async () => {
    expect(await found('benal')).toEqual(['Karim Benali'])
    expect(await found('benal', house.south.counsellor)).toEqual(['Karim Benalla'])
    expect(await found('durand')).toEqual([])
    expect(await found('durand', house.north.manager)).toEqual(['Paul Durand'])
    expect(await found('durand', { ...house.north.manager, basinIds: [] })).toEqual([])
    expect(await found('durand', house.north.administrator)).toEqual(['Paul Durand'])
    expect(await found('durand', house.south.manager)).toEqual([])
    expect(await found(files['Durand']!.slice(3), house.south.manager)).not.toContain('Paul Durand')
    for (const who of [house.committee, house.platform[0]]) expect(await found('benali', who)).toEqual([])
  })

  test('a stand-in finds the files of who is away', async () => {
    expect(await found('durand', { ...actor, standsInFor: [house.north.colleague.accountId] })).toEqual(['Paul Durand'])
  })

  test('who reads without recording is offered no act', async () => {
    expect((await find(actor, 'benali')).files[0]).toMatchObject({ mayRecord: true, closed: false, counsellorName: actor.displayName })
    expect((await find(house.north.administrator, 'benali')).files[0]?.mayRecord).toBe(false)
  })
})

describe('an employer is found', () => {
  const employers = async (typed: string, who = actor) => (await find(who, typed)).employers.map(({ name, files: count }) => [name, count])
  test('by name, half a name, a name mistyped, SIRET or SIREN, with its files in reach', async () => {
    for (const who of everyone()) for (const typed of ['scierie', 'lac scie', 'sceirie', '732 829 320 00074', '732829320']) expect(await employers(typed, who), `${who.role} ${typed}`).toEqual([['Scierie du Lac', 1]])
    expect(await employers('garage')).toEqual([])
    expect(await employers('garage', house.north.manager)).toEqual([['Garage Équinoxe', 1]])
    expect(await employers('garage', house.south.manager)).toEqual([])
    expect(await employers('12/04/1979', house.north.manager)).toEqual([])
  })
})

describe('before anything is typed', () => {
  test('the file at hand, and the files read last, the latest first, each once', async () => {
    expect(await atHand(actor, null)).toMatchObject({ file: null, recent: [] })
    for (const name of ['Benali', 'El Amrani', 'Éluard-Lefèvre', 'Benali']) await fileView(actor, files[name]!)
    const read = await atHand(actor, files['El Amrani']!)
    expect(read.file?.personName).toBe('Inès El Amrani')
    expect(read.recent.map(({ personName }) => personName)).toEqual(['Zoé Éluard-Lefèvre', 'Karim Benali'])
    expect((await atHand(house.north.colleague, files['Benali']!))).toMatchObject({ file: null, recent: [] })
    expect((await atHand(actor, "RB' or true"))).toMatchObject({ file: null })
  })
})
