import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { applicationRole, steeringRole } from '@/lib/launch/roles.ts'
import { inProject } from '@/lib/launch/root.ts'

// No container engine is needed here: the file is held against the schema Compose publishes (it comes
// with the package dclint), and each command against the npm scripts.
const text = readFileSync(inProject('docker-compose.yml'), 'utf8')
const file: unknown = parse(text, { merge: true })
const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(inProject('package.json'), 'utf8'))).scripts

const composition = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
})

function composeSchema() {
  const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(inProject('node_modules/dclint/schemas/compose.schema.json'), 'utf8')))
  return new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile({ ...schema, $schema: 'https://json-schema.org/draft/2020-12/schema' })
}

test('the file is a valid composition', () => {
  const validate = composeSchema()
  validate(file)
  expect(validate.errors ?? []).toEqual([])
})

test('the schema refuses what is no composition', () => {
  const validate = composeSchema()
  expect(validate({ services: { web: { image: 'rebond', comand: ['npm'] } } })).toBe(false)
})

test('web, worker, migration and Postgres stand in it, on a volume that is declared', () => {
  const { services, volumes } = composition.parse(file)
  expect(Object.keys(services).sort()).toEqual(['migrate', 'postgres', 'web', 'worker'])
  expect(services.postgres?.image).toBe('postgres:18')
  // From Postgres 18 on, the image keeps its data one folder higher than before.
  expect(services.postgres?.volumes).toEqual(['postgres:/var/lib/postgresql'])
  expect(Object.keys(volumes)).toEqual(['postgres', 'storage'])
  // What the worker makes, the web server gives.
  for (const name of ['web', 'worker']) expect(services[name]?.volumes).toEqual(['storage:/rebond/.data/storage'])
  for (const { depends_on = {} } of Object.values(services)) for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name)
})

test('the owner’s address reaches the migration alone', () => {
  const { services } = composition.parse(file)
  expect(services.migrate?.environment.DATABASE_URL).toContain('rebond_owner')
  for (const name of ['web', 'worker']) {
    expect(services[name]?.environment.DATABASE_URL).toBeUndefined()
    expect(services[name]?.environment.APP_DATABASE_URL).toContain(`//${applicationRole}:`)
  }
})

test('the role that counts over all operators is the worker’s, and never the web server’s', () => {
  const { services } = composition.parse(file)
  for (const name of ['worker', 'migrate']) expect(services[name]?.environment.STEERING_DATABASE_URL).toContain(`//${steeringRole}:`)
  expect(services.web?.environment.STEERING_DATABASE_URL).toBeUndefined()
})

const commands = Object.values(composition.parse(file).services).flatMap(({ command }) => (command ? [command] : []))

test.each(commands)('%s %s %s is a script that runs', (npm, run, name) => {
  expect([npm, run]).toEqual(['npm', 'run'])
  expect(scripts).toHaveProperty(name ?? '')
  const help = spawnSync('npm', ['run', '--silent', name ?? '', '--', '--help'], { cwd: inProject(), encoding: 'utf8' })
  expect(help.status, help.stderr).toBe(0)
  expect(help.stdout).toContain(`npm run ${name}`)
})
