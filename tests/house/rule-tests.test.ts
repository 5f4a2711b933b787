import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { testsOfRule } from '@/components/rules/tests-of-rule.ts'
import kept from '@/components/rules/tests-of-rules.json'
import { RULE_IDS, ruleEntry } from '@/lib/accord/index.ts'
import { namedTests, testsByRule } from '@/lib/launch/named-tests.ts'
import { inProject } from '@/lib/launch/root.ts'

const one = (text: string) => testsByRule([{ file: 'tests/a.test.ts', text }])

describe('the tests that hold each rule', () => {
  test('are written as the tests now stand (npm run rule-tests)', () => {
    const { status, stderr } = spawnSync(process.execPath, ['lib/launch/rule-tests.ts', '--check'], { cwd: inProject(), encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })

  test('name no rule that the catalogue does not have', () => {
    expect(Object.keys(kept).filter((rule) => !(RULE_IDS as readonly string[]).includes(rule))).toEqual([])
  })

  test('leave out no rule whose text or a secondary source was read', () => {
    const without = RULE_IDS.filter((rule) => testsOfRule(rule).length === 0)
    expect(without.filter((rule) => ruleEntry(rule, 'fr').confidence !== 'L')).toEqual([])
  })
})

describe('reading the titles of tests', () => {
  test('a title of its own, that of the group around it, and both', () => {
    const text = `describe('R-100: who', () => { it('proposes', () => {}); test("R-101: a year", () => {}) })\ntest('nothing', () => {})`
    expect(one(text)).toEqual({
      'R-100': [{ file: 'tests/a.test.ts', title: 'R-100: who › proposes' }, { file: 'tests/a.test.ts', title: 'R-100: who › R-101: a year' }],
      'R-101': [{ file: 'tests/a.test.ts', title: 'R-101: a year' }],
    })
  })

  test('a table of cases is one test, what it fills in left open', () => {
    const text = "it.each([\n  ['a)', /['(]/u],\n  // it('R-999')\n])('R-400: %s of $work.days in `x`', () => {})\ntest(`R-401: ${life.text} ends`, () => {})"
    expect(namedTests(text).map(({ title }) => title)).toEqual(['R-400: … of … in `x`', 'R-401: … ends'])
  })

  test('what is in a text or a comment is no test, nor a step, nor one that is skipped', () => {
    const text = "// test('R-001: no', () => {})\nconst said = \"it('R-002: no')\"\ntest.skip('R-003: no', () => {})\ntest('yes', async () => { await test.step('R-004: no', () => {}) })"
    expect(namedTests(text).map(({ title }) => title)).toEqual(['yes'])
  })

  test('groups of browser tests are groups', () => {
    expect(namedTests("test.describe('R-301', () => { test.describe.configure({}); test('due', () => {}) })")).toEqual([{ groups: ['R-301'], title: 'due' }])
  })
})
