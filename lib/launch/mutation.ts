// `npm run mutation`: how many small faults put into the law, and into what figures are, their tests find. Stops and resumes: a group
// whose sources and tests have not changed keeps its result. Name groups to run only those; `--fresh`
// runs them again.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { ChildProcess } from 'node:child_process'
import { digestOf, groupsOfProject, type MutationGroup } from './mutation/groups.ts'
import { noCounts, resultOf, scoreOf, sumOf, survivorsText, table, type Counts, type GroupResult, type StrykerReport } from './mutation/score.ts'
import { ended, onStop, startNode, stopChild } from './processes.ts'
import { inProject, projectRoot } from './root.ts'
import { giveUp } from './say.ts'

const LEAST_SCORE = 90
const folder = '.tests/mutation'

const options = process.argv.slice(2)
const fresh = options.includes('--fresh')
const asked = options.filter((option) => option !== '--fresh')
const groups = groupsOfProject(projectRoot)
const unknown = asked.filter((name) => !groups.some((group) => group.name === name))
if (unknown.length > 0) giveUp(`No such group: ${unknown.join(', ')}. Groups: ${groups.map((group) => group.name).join(', ')}`, 2)

let running: ChildProcess | undefined
onStop(() => void (running ? stopChild(running) : Promise.resolve()).then(() => process.exit(1)))

mkdirSync(inProject(folder), { recursive: true })
const results: GroupResult[] = []
for (const group of groups.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const digest = digestOf(group, projectRoot)
  const kept = fresh ? undefined : resultKept(group.name, digest)
  const result = kept ?? (await run(group, digest))
  results.push(result)
  const counts = sumOf(Object.values(result.files))
  process.stdout.write(`${scoreOf(counts).toFixed(1).padStart(6)} %  ${group.name.padEnd(13)} ${result.minutes.toFixed(1).padStart(5)} min${kept ? ' (kept)' : ''}\n`)
}
tell(results)

function resultKept(name: string, digest: string): GroupResult | undefined {
  const file = inProject(folder, `${name}.json`)
  if (!existsSync(file)) return undefined
  const kept = JSON.parse(readFileSync(file, 'utf8')) as GroupResult
  return kept.digest === digest ? kept : undefined
}

async function run(group: MutationGroup, digest: string): Promise<GroupResult> {
  const begun = performance.now()
  const report = inProject(folder, `${group.name}.report.json`)
  const configuration = inProject(folder, `${group.name}.stryker.json`)
  rmSync(report, { force: true })
  writeFileSync(configuration, JSON.stringify(strykerOptions(group, report), null, 2))
  running = startNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', configuration], process.env)
  const code = await ended(running)
  running = undefined
  if (!existsSync(report)) giveUp(`The group ${group.name} did not run (exit ${code}): its tests must pass before mutants are tried.`)
  const result: GroupResult = { name: group.name, digest, minutes: (performance.now() - begun) / 60_000, ...resultOf(JSON.parse(readFileSync(report, 'utf8')) as StrykerReport) }
  writeFileSync(inProject(folder, `${group.name}.json`), JSON.stringify(result))
  rmSync(report)
  return result
}

function strykerOptions(group: MutationGroup, report: string): object {
  return {
    mutate: group.mutate,
    testRunner: 'law',
    plugins: [inProject('lib/launch/mutation/runner.ts')],
    law: { tests: group.tests, leaveOut: group.leaveOut, processBlock: group.processBlock },
    coverageAnalysis: group.processBlock !== null ? 'off' : 'perTest',
    concurrency: Math.max(1, Math.min(4, availableParallelism())),
    // Only what is pure and its tests are copied to the sandbox.
    ignorePatterns: ['**', '!lib/accord/**', '!lib/indicators/**', '!lib/wording/**', '!tests/accord/**', '!tests/indicators/**', '!tests/wording/**', '!package.json'],
    // Generous: a mutant stopped because the machine was busy would count as found. Endless loops are mostly caught by Stryker's count of hits.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    tempDirName: `${folder}/sandbox`,
    reporters: ['json'],
    jsonReporter: { fileName: report },
    // Stryker reads tsconfig.json with TypeScript's own library, which TypeScript 7 no longer has: a name without a file keeps it away.
    tsconfigFile: 'tsconfig.none.json',
    allowEmpty: true,
    warnings: { slow: false },
    logLevel: 'warn',
  }
}

/** Prints the scores and ends with 1 where the whole, or what was asked of it, is under the bar. */
function tell(done: readonly GroupResult[]): void {
  const files: Record<string, Counts> = Object.assign({}, ...done.map((result) => result.files)) as Record<string, Counts>
  // A file without a mutant (types, names) is not in the reports.
  const silent = done.flatMap(({ name }) => groups.find((group) => group.name === name)?.mutate ?? []).filter((file) => files[file] === undefined)
  const survivors = done.flatMap((result) => result.survivors)
  const survivorsFile = `${folder}/survivors.txt`
  writeFileSync(inProject(survivorsFile), survivorsText(survivors))
  const score = scoreOf(sumOf([noCounts(), ...Object.values(files)]))
  process.stdout.write(`\n${table(files)}\n\n`)
  if (asked.length === 0 && silent.length > 0) process.stdout.write(`nothing to mutate: ${silent.join(', ')}\n`)
  process.stdout.write(`${done.reduce((sum, result) => sum + result.minutes, 0).toFixed(1)} minutes in all; ${survivors.length} survivors in ${survivorsFile}\n`)
  process.stdout.write(`mutation score ${score.toFixed(1)} %, ${LEAST_SCORE} % asked\n`)
  process.exit(score >= LEAST_SCORE ? 0 : 1)
}
