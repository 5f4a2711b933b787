import { describe, expect, test } from 'vitest'
import { importsOf, roomOf, sources, type Import } from './sources.ts'

// Which room may import from which: arrows point one way. A room that is not listed may import nothing
// but itself, so that a new one is decided on, not slipped in.
const mayImport: Record<string, string[]> = {
  'lib/accord': [],
  'lib/environment.ts': [],
  'lib/database': ['lib/accord', 'lib/environment.ts'],
  'lib/clock': ['lib/accord', 'lib/database'],
  'lib/access': ['lib/accord', 'lib/clock', 'lib/database'],
  'lib/indicators': ['lib/accord'],
  'lib/steering': ['lib/accord', 'lib/access', 'lib/agenda/ics.ts', 'lib/cases', 'lib/charts', 'lib/clock', 'lib/database', 'lib/documents', 'lib/environment.ts', 'lib/indicators', 'lib/storage', 'lib/wording'],
  'lib/cases': ['lib/accord', 'lib/indicators', 'lib/access', 'lib/clock', 'lib/database', 'lib/storage'],
  'lib/wording': ['lib/accord', 'lib/access'],
  'lib/charts': ['lib/accord', 'lib/exchange/csv.ts', 'lib/wording'],
  'lib/storage': ['lib/environment.ts'],
  'lib/templates': ['lib/accord'],
  'lib/agenda': ['lib/accord', 'lib/access', 'lib/cases', 'lib/clock', 'lib/database', 'lib/wording'],
  'lib/documents': ['lib/accord', 'lib/access', 'lib/cases', 'lib/clock', 'lib/database', 'lib/storage', 'lib/templates', 'lib/wording'],
  'lib/exchange': ['lib/accord', 'lib/access', 'lib/cases', 'lib/clock', 'lib/database', 'lib/indicators', 'lib/steering', 'lib/storage', 'lib/wording'],
  'lib/live': ['lib/access', 'lib/database'],
  'lib/notify': ['lib/accord', 'lib/access', 'lib/agenda', 'lib/cases', 'lib/clock', 'lib/database', 'lib/documents', 'lib/environment.ts', 'lib/steering', 'lib/templates', 'lib/wording'],
  'lib/jobs': ['lib/accord', 'lib/access', 'lib/cases', 'lib/clock', 'lib/database', 'lib/environment.ts', 'lib/exchange', 'lib/documents', 'lib/notify', 'lib/steering', 'lib/storage'],
  'lib/population': ['lib/accord', 'lib/indicators', 'lib/steering', 'lib/access', 'lib/cases', 'lib/clock', 'lib/database', 'lib/documents', 'lib/environment.ts', 'lib/launch'],
  'lib/launch': ['lib/accord', 'lib/access', 'lib/database', 'lib/environment.ts', 'lib/population'],
  components: ['lib/accord', 'lib/charts', 'lib/indicators', 'lib/wording', 'lib/cases/content', 'lib/templates'],
  app: ['components', 'lib/accord', 'lib/access', 'lib/agenda', 'lib/cases', 'lib/charts', 'lib/clock', 'lib/documents', 'lib/exchange', 'lib/indicators', 'lib/live', 'lib/notify', 'lib/steering', 'lib/templates', 'lib/wording'],
  prisma: [],
  'proxy.ts': ['lib/access', 'lib/wording'],
}

/** Types may be known where code may not be called. */
const mayKnowTypesOf: Record<string, string[]> = {
  components: ['lib/cases', 'lib/access', 'lib/agenda', 'lib/documents', 'lib/exchange', 'lib/live', 'lib/notify', 'lib/steering'],
}

const imports: Import[] = [...sources(), ...sources('proxy.ts')].flatMap(importsOf)
const inside = imports.filter((one) => !one.package)

function allowed({ from, to, typeOnly }: Import): boolean {
  const room = roomOf(from)
  const rooms = [room, ...(mayImport[room] ?? []), ...(typeOnly ? (mayKnowTypesOf[room] ?? []) : [])]
  return rooms.some((one) => to === one || to.startsWith(`${one}/`)) || to.endsWith('.css') || to.endsWith('.json')
}

describe('arrows point one way', () => {
  test('the reading of imports finds them', () => {
    expect(inside.length).toBeGreaterThan(50)
    const found = importsOf({ file: 'components/ui/a.tsx', text: "import type { A } from '@/lib/cases/a.ts'\nimport {\n  B,\n} from '../../lib/database/b.ts'\nimport './c.css'\nconst d = await import('./d.ts')\nexport { e } from 'zod'" })
    expect(found.map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
      ['lib/cases/a.ts', true],
      ['lib/database/b.ts', false],
      ['components/ui/c.css', false],
      ['components/ui/d.ts', false],
      ['zod', false],
    ])
    expect(found.map(allowed).slice(0, 2)).toEqual([true, false])
  })

  test('no room imports from one it may not know', () => {
    const wrong = inside.filter((one) => !allowed(one))
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('the law knows decimal.js, zod and itself', () => {
    const command = 'lib/accord/simulate/command.ts'
    const foreign = imports.filter((one) => one.package && roomOf(one.from) === 'lib/accord' && one.from !== command && !['zod', 'decimal.js'].includes(one.to))
    expect(foreign.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('indicators know nothing but the law', () => {
    const foreign = imports.filter((one) => one.package && roomOf(one.from) === 'lib/indicators' && one.to !== 'decimal.js')
    expect(foreign.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('commands and queries know no framework, components no driver', () => {
    const framework = /^(next|react|react-dom)(\/|$)/
    const driver = /^(pg|postgres|@prisma\/.*|node:.*)$/
    const wrong = imports.filter((one) => one.package && ((['lib/cases', 'lib/database', 'lib/clock', 'lib/jobs', 'lib/agenda', 'lib/documents', 'lib/exchange', 'lib/live', 'lib/notify', 'lib/charts', 'lib/steering', 'lib/storage', 'lib/templates'].includes(roomOf(one.from)) && framework.test(one.to)) || (roomOf(one.from) === 'components' && driver.test(one.to))))
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })
})
