import { describe, expect, test } from 'vitest'
import { countsOf, failuresOf } from '@/lib/launch/test-counts.ts'

const vitest = (over: object) => JSON.stringify({ success: true, numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, testResults: [{ status: 'passed', assertionResults: [{}] }], ...over })
const playwright = (stats: object, errors: unknown[] = []) => JSON.stringify({ errors, stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...stats } })

describe('what a step counts', () => {
  test('a step without a report is one test', () => {
    expect(countsOf(0, undefined, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countsOf(2, undefined, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('a report that was never written is a failure, whatever the exit code', () => {
    expect(countsOf(0, undefined, 'vitest')).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countsOf(0, '{"half":', 'playwright')).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('vitest: passed, failed and skipped', () => {
    expect(countsOf(0, vitest({}), 'vitest')).toEqual({ passed: 7, failed: 0, skipped: 1 })
    expect(countsOf(1, vitest({ success: false, numFailedTests: 2 }), 'vitest')).toEqual({ passed: 7, failed: 2, skipped: 1 })
  })

  test('vitest: a file that did not load counts, though none of its tests ran', () => {
    expect(countsOf(1, vitest({ success: false, testResults: [{ status: 'failed', assertionResults: [] }] }), 'vitest').failed).toBe(1)
  })

  test('a step that breaks after its tests passed has failed', () => {
    expect(countsOf(1, vitest({}), 'vitest').failed).toBe(1)
    expect(countsOf(1, playwright({}), 'playwright').failed).toBe(1)
  })

  test('playwright: unexpected results and errors outside tests', () => {
    expect(countsOf(1, playwright({ unexpected: 2 }), 'playwright')).toEqual({ passed: 4, failed: 2, skipped: 0 })
    expect(countsOf(1, playwright({}, [{ message: 'no browser' }]), 'playwright').failed).toBe(1)
  })
})

describe('what is said again at the end', () => {
  test('vitest: the tests that failed with their words, and a file that did not load', () => {
    const failed = vitest({
      testResults: [
        { name: '/anywhere/term.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'holds', failureMessages: [] }, { status: 'failed', fullName: 'the term falls on a day', failureMessages: ['expected 1 to be 2'] }] },
        { name: '/anywhere/broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    })
    expect(failuresOf(failed, 'vitest')).toEqual([
      { test: 'the term falls on a day', message: 'expected 1 to be 2' },
      { test: 'broken.test.ts', message: 'no such module' },
    ])
    expect(failuresOf(vitest({}), 'vitest')).toEqual([])
  })

  test('playwright: specs of any depth, without colours, and errors outside tests', () => {
    const spec = (ok: boolean, message?: string) => ({ title: 'a page opens', file: 'journeys/page.spec.ts', ok, tests: [{ results: [{ errors: message === undefined ? [] : [{ message }] }] }] })
    const report = JSON.stringify({ errors: [{ message: 'no browser' }], suites: [{ specs: [spec(true)], suites: [{ specs: [spec(false, '\u001b[31mnot seen\u001b[39m')] }] }] })
    expect(failuresOf(report, 'playwright')).toEqual([
      { test: 'outside any test', message: 'no browser' },
      { test: 'journeys/page.spec.ts › a page opens', message: 'not seen' },
    ])
  })

  test('nothing where there is no report, or half of one', () => {
    expect(failuresOf(undefined, 'vitest')).toEqual([])
    expect(failuresOf('{"half":', 'playwright')).toEqual([])
    expect(failuresOf(undefined, undefined)).toEqual([])
  })
})
