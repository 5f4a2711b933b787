import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { inProject } from '@/lib/launch/root.ts'
import { sources } from './sources.ts'

const kept = spawnSync('git', ['ls-files'], { cwd: inProject(), encoding: 'utf8' }).stdout.split('\n').filter(Boolean)
const written = sources('{app,components,lib,prisma,tests}/**/*.{ts,tsx,mjs}')

describe('the house', () => {
  test('has these rooms at its top and no other', () => {
    const folders = [...new Set(kept.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))].sort()
    const rooms = ['.ci', 'app', 'components', 'docs', 'lib', 'prisma', 'public', 'tests']
    expect(folders.filter((folder) => !rooms.includes(folder ?? ''))).toEqual([])
  })

  test('has no drawer for what has no name', () => {
    const vague = written.map(({ file }) => file).filter((file) => /(^|[/-])(utils?|helpers?|managers?|data|misc|common)(\.|\/|$)/.test(file))
    expect(vague).toEqual([])
  })

  test('keeps a file to one idea', () => {
    const long = written.filter(({ text }) => text.split('\n').length > 400).map(({ file, text }) => `${file}: ${text.split('\n').length} lines`)
    expect(long).toEqual([])
  })

  test('has no promise of later work, no silenced compiler', () => {
    const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)|(oxlint|eslint)-disable(?!.* -- )/
    const marked = written.filter(({ file }) => file !== 'tests/house/rooms.test.ts').flatMap(({ file, text }) => text.split('\n').flatMap((line, at) => (marks.test(line) ? [`${file}:${at + 1}`] : [])))
    expect(marked).toEqual([])
  })

  test('uses no clock and no Date in the law', () => {
    const clock = /\bnew Date\b|\bDate\.(now|parse|UTC)\b|Temporal\.Now|performance\.now|Math\.random/
    const wrong = sources('lib/accord/**/*.ts').filter(({ text }) => clock.test(text)).map(({ file }) => file)
    expect(wrong).toEqual([])
  })

  test('speaks no native TypeScript that Node cannot strip', () => {
    const construct = /^\s*(export\s+)?(const\s+)?enum\s+\w+|^\s*(export\s+)?namespace\s+\w+|constructor\(([^)]*,)?\s*(private|public|protected|readonly)\s/m
    expect(written.filter(({ text, file }) => construct.test(text) && file !== 'tests/house/rooms.test.ts').map(({ file }) => file)).toEqual([])
  })

  test('imports with the extension wherever Node runs the file itself', () => {
    const bare = sources('{lib,prisma}/**/*.ts').flatMap(({ file, text }) => [...text.matchAll(/from\s+'(\.{1,2}\/[^']+)'/g)].filter((match) => !/\.(ts|tsx|mjs|json|css)$/.test(match[1] ?? '')).map((match) => `${file} → ${match[1]}`))
    expect(bare).toEqual([])
  })
})
