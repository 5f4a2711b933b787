// The steps of `npm test`: what each runs, and where it leaves its counts.
import { existsSync, globSync } from 'node:fs'
import { inProject } from './root.ts'

export interface TestStep {
  name: string
  /** Node program with its arguments, from the project's top. */
  program: string[]
  /** Report in JSON, from the project's top; a step without one counts as a single test. */
  report?: { file: string; format: 'vitest' | 'playwright' }
  /** After this many minutes the step is stopped and counts as failed. */
  minutes: number
}

/** @returns the steps that have something to run, in order */
export function testSteps(): TestStep[] {
  const steps: TestStep[] = [
    { name: 'types', program: ['lib/launch/typecheck.ts'], minutes: 3 },
    { name: 'lint', program: ['lib/launch/lint.ts'], minutes: 2 },
    vitestStep('unit', 4, 'unit-alone'),
    vitestStep('database', 5),
  ]
  // Programs that read documents are not everywhere: .ci/run installs them and asks for this step.
  if (process.env['REBOND_READERS'] === '1') steps.push(vitestStep('readers', 2))
  if (existsSync(inProject('app'))) steps.push({ name: 'build', program: ['lib/launch/build.ts'], minutes: 5 })
  if (globSync('tests/{journeys,accessibility,launch}/**/*.spec.ts', { cwd: inProject() }).length > 0) {
    steps.push({
      name: 'browser',
      program: ['node_modules/@playwright/test/cli.js', 'test'],
      report: { file: '.tests/browser.json', format: 'playwright' },
      minutes: 9,
    })
  }
  return steps
}

/** @param beside a project counted with it */
function vitestStep(project: string, minutes: number, beside?: string): TestStep {
  const file = `.tests/${project}.json`
  return {
    name: project,
    program: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...(beside === undefined ? [] : ['--project', beside]), '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    report: { file, format: 'vitest' },
    minutes,
  }
}
