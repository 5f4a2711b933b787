// `npm test`: every check, one after the other, all of them even where one fails. Name steps to run
// only those: `npm test -- unit database`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { ended, onStop, startNode, stopChild } from './processes.ts'
import { inProject } from './root.ts'
import { giveUp } from './say.ts'
import { countsOf, failuresOf, type Counts, type Failure } from './test-counts.ts'
import { testSteps, type TestStep } from './test-steps.ts'

/** What failed is said again at the end, shortly: the rest is above, in the step itself. */
const FAILURES_SAID = 10
const LINES_OF_A_FAILURE = 25

const asked = process.argv.slice(2)
const known = testSteps()
const unknown = asked.filter((name) => !known.some((step) => step.name === name))
if (unknown.length > 0) giveUp(`No such step: ${unknown.join(', ')}. Steps: ${known.map((step) => step.name).join(', ')}`, 2)

let running: ChildProcess | undefined
onStop(() => void (running ? stopChild(running) : Promise.resolve()).then(() => process.exit(1)))

mkdirSync(inProject('.tests'), { recursive: true })
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
const failures: Failure[] = []
for (const step of known.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const begun = performance.now()
  process.stdout.write(`\n── ${step.name} ──\n`)
  const counts = await runStep(step)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  lines.push(`${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
}
for (const { test, message } of failures.slice(0, FAILURES_SAID)) process.stdout.write(`\n✗ ${test}\n${message.trim().split('\n').slice(0, LINES_OF_A_FAILURE).join('\n')}\n`)
process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)

async function runStep(step: TestStep): Promise<Counts> {
  if (step.report) rmSync(inProject(step.report.file), { force: true })
  running = startNode(step.program, testEnvironment())
  let late = false
  const limit = setTimeout(() => {
    late = true
    process.stdout.write(`${step.name} took more than ${step.minutes} minutes: stopped.\n`)
    if (running) void stopChild(running)
  }, step.minutes * 60_000)
  const code = await ended(running)
  clearTimeout(limit)
  running = undefined
  const report = step.report && existsSync(inProject(step.report.file)) ? readFileSync(inProject(step.report.file), 'utf8') : undefined
  failures.push(...failuresOf(report, step.report?.format))
  return countsOf(late ? 1 : code, report, step.report?.format)
}

/** Tests reach no database but their own: the addresses of a real one are taken away. */
function testEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, APP_DATABASE_URL: _application, STEERING_DATABASE_URL: _steering, REBOND_DEMO: _demo, PORT: _port, NEXTAUTH_URL: _address, ...rest } = process.env
  return rest
}
