// How many tests a step ran, from its report. A step that broke before or after its tests has failed
// even where every test it ran passed: that is one failure more.
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
