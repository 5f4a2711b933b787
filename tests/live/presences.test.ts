import { expect, test } from 'vitest'
import { FORGOTTEN_AFTER, Presences } from '@/lib/live/presences.ts'
import { readChanged, readPresence } from '@/lib/live/said.ts'

const FILE = '0190a0a0-0000-7000-8000-000000000001'
const ANA = { file: FILE, account: '0190a0a0-0000-7000-8000-00000000000a', name: 'Ana', screen: '0190a0a0-0000-7000-8000-0000000000a1' }
const BEN = { file: FILE, account: '0190a0a0-0000-7000-8000-00000000000b', name: 'Ben', screen: '0190a0a0-0000-7000-8000-0000000000b1' }

test('someone with two screens is one person, gone with the last', () => {
  const presences = new Presences()
  expect(presences.hear({ ...BEN, said: 'hello' }, 0)).toBe(true)
  expect(presences.hear({ ...ANA, said: 'hello' }, 0)).toBe(true)
  expect(presences.hear({ ...ANA, screen: BEN.account, said: 'hello' }, 0)).toBe(false)
  expect(presences.on(FILE, 0).map(({ name }) => name)).toEqual(['Ana', 'Ben'])
  expect(presences.hear({ ...ANA, said: 'left' }, 0)).toBe(false)
  expect(presences.hear({ ...ANA, screen: BEN.account, said: 'left' }, 0)).toBe(true)
  expect(presences.on(FILE, 0).map(({ name }) => name)).toEqual(['Ben'])
})

test('someone long silent is forgotten, not a moment before', () => {
  const presences = new Presences()
  presences.hear({ ...ANA, said: 'here' }, 0)
  expect(presences.on(FILE, FORGOTTEN_AFTER)).toHaveLength(1)
  expect(presences.on(FILE, FORGOTTEN_AFTER + 1)).toHaveLength(0)
})

test('what is said by anything else is not taken in', () => {
  for (const said of ['', '{}', 'null', '{"said":"hello"}', JSON.stringify({ ...ANA, said: 'gone' })]) expect(readPresence(said)).toBeNull()
  for (const said of ['', '[]', '{"operator":"x"}']) expect(readChanged(said)).toBeNull()
})
