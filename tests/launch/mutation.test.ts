import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Collection } from '@/lib/launch/mutation/collection.ts'
import { digestOf, groupsOf, groupsOfProject, pureTests } from '@/lib/launch/mutation/groups.ts'
import { inProject } from '@/lib/launch/root.ts'
import { resultOf, scoreOf, survivorsText, table } from '@/lib/launch/mutation/score.ts'

describe('the groups of files that are mutated', () => {
  const tests = ['tests/accord/contract.test.ts', 'tests/accord/work.test.ts']
  test('every file of the law is in one group and only one', () => {
    const sources = ['calendar/day.ts', 'file/admission.ts', 'file/ledger.ts', 'simulate/command.ts', 'simulate/answer.ts', 'wording/fr.ts', 'index.ts', 'later/unheard-of.ts'].map((file) => `lib/accord/${file}`)
    const groups = groupsOf(sources, tests)
    expect(groups.flatMap(({ mutate }) => mutate).toSorted()).toEqual(sources.toSorted())
    expect(groups.find(({ mutate }) => mutate.includes('lib/accord/later/unheard-of.ts'))?.name).toBe('rest')
  })
  test('what is started as a process has its own group, tested by the block that starts it', () => {
    const [command, answer] = groupsOf(['lib/accord/simulate/command.ts', 'lib/accord/simulate/answer.ts'], tests)
    expect(command).toMatchObject({ name: 'command', tests: ['tests/accord/contract.test.ts'], processBlock: 'the command' })
    expect(answer?.leaveOut).toContain('the command')
  })
  test('tests that import more than the law are not run against mutants', () => {
    const files: Readonly<Record<string, string>> = { 'a.test.ts': "from '@/lib/accord'", 'b.test.ts': "from '@/app/route.ts'", 'c.test.ts': "from './a-file'", 'd.test.ts': "from '@/lib/wording/format/day.ts'", 'e.test.ts': "from '@/lib/wording/messages.ts'" }
    expect(pureTests(Object.keys(files), (file) => files[file] ?? '')).toEqual(['a.test.ts', 'c.test.ts', 'd.test.ts'])
  })
  test('this project has its law in groups, and tests for them', () => {
    const groups = groupsOfProject(inProject())
    expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(['admission', 'indicators']))
    const figures = groups.find(({ name }) => name === 'indicators')!
    expect(figures.mutate).toContain('lib/indicators/measures.ts')
    for (const file of figures.tests) expect([file, readFileSync(inProject(file), 'utf8').includes("'@/lib/steering")]).toEqual([file, false])
    for (const group of groups) expect([group.name, group.tests.length > 0]).toEqual([group.name, true])
  })
})

describe('a result is kept', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'mutation-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  test('until a source, a test, what tests share or the way they are run changes; not for another file', () => {
    write('lib/accord/calendar/day.ts', 'a')
    write('lib/accord/rules/work.ts', 'b')
    write('tests/accord/day.test.ts', 'c')
    write('tests/accord/a-file.ts', 'd')
    write('lib/launch/mutation/runner.ts', 'e')
    const digest = () => digestOf({ name: 'calendar', mutate: ['lib/accord/calendar/day.ts'], tests: ['tests/accord/day.test.ts'], leaveOut: [], processBlock: null }, root)
    const first = digest()
    write('lib/accord/rules/work.ts', 'other')
    expect(digest()).toBe(first)
    for (const file of ['lib/accord/calendar/day.ts', 'tests/accord/day.test.ts', 'tests/accord/a-file.ts', 'lib/launch/mutation/runner.ts']) {
      const before = digest()
      write(file, 'changed')
      expect([file, digest() === before]).toEqual([file, false])
    }
  })
})

describe('the score', () => {
  const mutant = (status: string, line = 1) => ({ mutatorName: 'EqualityOperator', replacement: 'a <= b', status, location: { start: { line, column: 8 }, end: { line, column: 13 } } })
  const source = 'return a < b\nreturn a < b\n'
  const report = (...statuses: string[]) => ({ files: { 'lib/accord/rules/work.ts': { source, mutants: statuses.map((status) => mutant(status)) } } })

  test('counts a mutant that no test reaches as alive, one left out or that could not run nowhere', () => {
    const { files } = resultOf(report('Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError', 'CompileError'))
    const counts = files['lib/accord/rules/work.ts']
    expect(counts).toEqual({ killed: 2, timeout: 1, survived: 1, unreached: 1, leftOut: 1, invalid: 2 })
    expect(counts === undefined ? 0 : scoreOf(counts)).toBe(60)
  })
  test('is whole where there was nothing to kill', () => {
    expect(scoreOf({ killed: 0, timeout: 0, survived: 0, unreached: 0, leftOut: 3, invalid: 1 })).toBe(100)
  })
  test('tells each file, each folder and the whole', () => {
    const { files } = resultOf({ files: { ...report('Killed', 'Survived').files, 'lib/accord/rules/dates.ts': { source, mutants: [mutant('Killed')] } } })
    expect(table(files).split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual(['66.7 % 2 of 3 lib/accord/rules', '100.0 % 1 of 1 dates.ts', '50.0 % 1 of 2 work.ts', '66.7 % 2 of 3 all'])
  })
  test('lists those that live, with what was put in place of what', () => {
    const { survivors } = resultOf({ files: { 'lib/accord/rules/work.ts': { source, mutants: [mutant('NoCoverage', 2), mutant('Survived'), mutant('Killed')] } } })
    expect(survivorsText(survivors)).toBe(
      'lib/accord/rules/work.ts:1 EqualityOperator\n  - a < b\n  + a <= b\n\nlib/accord/rules/work.ts:2 EqualityOperator (no test reaches it)\n  - a < b\n  + a <= b\n',
    )
  })
})

describe('the tests a file declares', () => {
  type Declare = (name: string, ...rest: unknown[]) => void
  interface Declared {
    readonly it: Declare & { each: (rows: readonly unknown[]) => Declare }
    readonly describe: Declare
  }
  test('bear the name of their file, their blocks and themselves, each its own', () => {
    const collection = new Collection('a.test.ts', ['dear'], null)
    const { it: declared, describe: block } = collection.words as Declared
    const seen: unknown[] = []
    block('outer', () => {
      declared('alone', () => seen.push('alone'))
      declared('alone', () => seen.push('again'))
      declared.each([['x', 2], 'y'])('row %s', (...values: unknown[]) => seen.push(values))
      block('dear ones', () => declared('left out', () => seen.push('never')))
    })
    declared('with patience', { timeout: 1 }, () => seen.push('patient'))
    expect(collection.tests.map(({ id }) => id)).toEqual(['a.test.ts outer > alone', 'a.test.ts outer > alone (2)', 'a.test.ts outer > row x 2', 'a.test.ts outer > row y', 'a.test.ts with patience'])
    for (const { body } of collection.tests) body()
    expect(seen).toEqual(['alone', 'again', ['x', 2], ['y'], 'patient'])
  })
  test('are those of one block where only that is asked', () => {
    const collection = new Collection('a.test.ts', [], 'the command')
    const { it: declared, describe: block } = collection.words as Declared
    declared('outside', () => undefined)
    block('the command', () => declared('inside', () => undefined))
    expect(collection.tests.map(({ id }) => id)).toEqual(['a.test.ts the command > inside'])
  })
})
