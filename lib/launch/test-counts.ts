// How many tests a step ran and which ones failed, from its report. A step that broke before or after its tests has failed
// even where every test it ran passed: that is one failure more.
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const vitestFailures = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
})

const playwrightError = z.object({ message: z.string().optional() })
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(playwrightError) })) })),
})
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})
const playwrightFailures = z.object({ errors: z.array(playwrightError), suites: z.array(playwrightSuite) })

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/**
 * Reads a step's outcome.
 * @param report text of the JSON report; undefined where the step has none or wrote none
 * @param format of the report; undefined for a step that is a single test
 */
export function countsOf(exitCode: number, report: string | undefined, format: 'vitest' | 'playwright' | undefined): Counts {
  const counts = format === undefined ? { passed: exitCode === 0 ? 1 : 0, failed: 0, skipped: 0 } : reported(report, format)
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

function reported(report: string | undefined, format: 'vitest' | 'playwright'): Counts {
  const nothing = { passed: 0, failed: 1, skipped: 0 }
  if (report === undefined) return nothing
  try {
    return format === 'vitest' ? fromVitest(vitestReport.parse(JSON.parse(report))) : fromPlaywright(playwrightReport.parse(JSON.parse(report)))
  } catch {
    return nothing
  }
}

function fromVitest(report: z.infer<typeof vitestReport>): Counts {
  const filesThatDidNotLoad = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = report.numFailedTests + filesThatDidNotLoad
  return { passed: report.numPassedTests, failed: report.success ? failed : Math.max(failed, 1), skipped: report.numPendingTests }
}

function fromPlaywright({ stats, errors }: z.infer<typeof playwrightReport>): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/** A test that failed, and the words it failed with. */
export interface Failure {
  readonly test: string
  readonly message: string
}

/**
 * What failed, to be said again where everybody looks: at the end. Nothing where the report cannot be read: the counts say that.
 * @param report text of the JSON report; undefined where the step has none or wrote none
 */
export function failuresOf(report: string | undefined, format: 'vitest' | 'playwright' | undefined): Failure[] {
  if (report === undefined || format === undefined) return []
  try {
    return format === 'vitest' ? failuresOfVitest(vitestFailures.parse(JSON.parse(report))) : failuresOfPlaywright(playwrightFailures.parse(JSON.parse(report)))
  } catch {
    return []
  }
}

function failuresOfVitest({ testResults }: z.infer<typeof vitestFailures>): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map(({ fullName, failureMessages }) => ({ test: fullName, message: (failureMessages ?? []).join('\n') }))
    return failed.length === 0 && status === 'failed' ? [{ test: path.basename(name), message: message ?? '' }] : failed
  })
}

function failuresOfPlaywright({ errors, suites }: z.infer<typeof playwrightFailures>): Failure[] {
  const specs = (suite: z.infer<typeof playwrightSuite>): z.infer<typeof playwrightSpec>[] => [...suite.specs, ...suite.suites.flatMap(specs)]
  const failed = suites.flatMap(specs).filter(({ ok }) => !ok)
  return [
    ...errors.map(({ message }) => ({ test: 'outside any test', message: message ?? '' })),
    ...failed.map(({ title, file, tests }) => ({ test: `${file} › ${title}`, message: tests.flatMap(({ results }) => results.flatMap((result) => result.errors.map((error) => error.message ?? ''))).join('\n') })),
  ].map(({ test, message }) => ({ test, message: stripVTControlCharacters(message) }))
}
