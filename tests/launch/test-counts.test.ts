import { describe, expect, test } from 'vitest'
import { countsOf } from '@/lib/launch/test-counts.ts'

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
