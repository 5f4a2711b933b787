import { expect, test } from 'vitest'
import { readEnvironment } from '@/lib/environment.ts'

const secret = 'x'.repeat(32)

test('nothing set is the demo on port 3000', () => {
  const reading = readEnvironment({})
  expect(reading).toMatchObject({ kind: 'read', environment: { PORT: 3000, REBOND_DEMO: false } })
})

test('an empty variable counts as absent', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ kind: 'read', environment: { PORT: 3000 } })
})

test('a database of one’s own needs a secret', () => {
  const reading = readEnvironment({ DATABASE_URL: 'postgresql://u:p@host/rebond' })
  expect(reading.kind === 'refused' && reading.problems.join()).toContain('NEXTAUTH_SECRET')
  expect(readEnvironment({ DATABASE_URL: 'postgresql://u:p@host/rebond', NEXTAUTH_SECRET: secret }).kind).toBe('read')
})

test.each([
  ['PORT', 'trois mille'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://host/rebond'],
  ['APP_DATABASE_URL', 'rebond'],
  ['NEXTAUTH_SECRET', 'short'],
  ['NEXTAUTH_URL', 'rebond.example.org'],
  ['REBOND_DEMO', 'yes'],
  ['DATABASE_POOL_SIZE', '0'],
  ['LOG_LEVEL', 'loud'],
  ['MAIL_BOUNCE_SECRET', 'k'.repeat(31)],
  ['MAIL_BOUNCE_SECRET', `${'k'.repeat(40)} k`],
])('%s=%s is refused by its name', (name, value) => {
  const reading = readEnvironment({ NEXTAUTH_SECRET: secret, [name]: value })
  expect(reading.kind === 'refused' && reading.problems[0]).toMatch(new RegExp(`^${name}: `))
})
