// A test runner for Stryker: the law's tests, all in one process.
//
// Stryker's own runner for Vitest starts a worker for each mutant, half a second of computing; the law
// has nine thousand mutants. Its tests are pure, so here they are bundled once, and each mutant gets the
// whole graph evaluated afresh (a few milliseconds): no cache of the law carries from one to the next.
// `expect` is Vitest's own; `describe` and `it` only collect.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
} from '@stryker-mutator/api/test-runner'
import type { MutantCoverage, StrykerOptions } from '@stryker-mutator/api/core'
import { rolldown } from 'rolldown'
import { expect } from 'vitest'
import { Collection, type CollectedTest } from './collection.ts'

/** What Stryker's instrumented code reads and writes, on `globalThis`. */
interface Instrumented {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: MutantCoverage | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

type ModuleBody = (exports: object, require: (name: string) => unknown, module: { exports: object }) => void

const instrumented = globalThis as unknown as { __stryker__: Instrumented }

/** The options of this runner in Stryker's configuration, under `law`. */
export interface LawOptions {
  /** Test files, from the project's top. */
  readonly tests: readonly string[]
  /** Words of the names of blocks or tests left out. */
  readonly leaveOut: readonly string[]
  /** The one block to run, which starts the mutated source as a process told its mutant by the environment; `null`: all blocks. */
  readonly processBlock: string | null
}

class LawTestRunner {
  static inject = ['options'] as const
  readonly #options: LawOptions
  readonly #bodies = new Map<string, ModuleBody>()
  /** For each source, the test files in the order to try: the last to find a fault in it comes first. */
  readonly #likely = new Map<string, readonly string[]>()
  readonly #external = createRequire(pathToFileURL(path.resolve('package.json')))

  constructor(options: StrykerOptions) {
    this.#options = options.law as LawOptions
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    const input = Object.fromEntries(this.#options.tests.map((file) => [file.replaceAll('/', '_'), path.resolve(file)]))
    const bundle = await rolldown({
      input,
      platform: 'node',
      treeshake: false,
      // Its paths would lead out of the sandbox, to the law without mutants.
      tsconfig: false,
      logLevel: 'silent',
      external: (id) => !id.startsWith('.') && !id.startsWith('@/') && !path.isAbsolute(id),
      resolve: { alias: { '@': process.cwd() } },
    })
    const { output } = await bundle.generate({ format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' })
    await bundle.close()
    for (const chunk of output) {
      if (chunk.type !== 'chunk') continue
      const script = new Script(`(function (exports, require, module) {${chunk.code}\n})`, { filename: chunk.fileName })
      this.#bodies.set(chunk.fileName, script.runInThisContext() as ModuleBody)
    }
    // What is drawn at random is drawn the same for each mutant.
    const fastCheck = this.#external('fast-check') as { configureGlobal: (options: { seed: number }) => void }
    fastCheck.configureGlobal({ seed: 20_110_901 })
  }

  async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = []
    const coverage: MutantCoverage = { static: {}, perTest: {} }
    for (const file of this.#options.tests) {
      const state: Instrumented = (instrumented.__stryker__ = {})
      let tests: readonly CollectedTest[]
      try {
        tests = this.#evaluation()(file)
      } catch (error) {
        return { status: DryRunStatus.Error, errorMessage: `${file} does not load: ${messageOf(error)}` }
      }
      for (const test of tests) results.push(await run(test))
      // What the law keeps once worked out serves the tests that follow, and the blocks of a file call it as they
      // declare their tests: each test of a file is taken to reach what any of them reaches.
      const hits = state.mutantCoverage?.static ?? {}
      const once = Object.fromEntries(Object.keys(hits).map((mutant) => [mutant, 1]))
      for (const [index, { id }] of tests.entries()) coverage.perTest[id] = index === 0 ? hits : once
    }
    return { status: DryRunStatus.Complete, tests: results, ...(options.coverageAnalysis === 'off' ? {} : { mutantCoverage: coverage }) }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter, disableBail } = options
    // Active from the start, whatever Stryker asks: all is evaluated afresh, and values kept at loading must be the mutant's.
    const state: Instrumented = (instrumented.__stryker__ = { hitCount: 0, hitLimit, activeMutant: activeMutant.id })
    const asked = testFilter === undefined ? null : new Set(testFilter)
    const known = this.#likely.get(options.sandboxFileName) ?? this.#options.tests
    const files = known.filter((file) => asked === null || testFilter?.some((id) => id.startsWith(`${file} `)))
    if (this.#options.processBlock !== null) process.env.__STRYKER_ACTIVE_MUTANT__ = activeMutant.id
    const results: TestResult[] = []
    const evaluation = this.#evaluation()
    search: for (const file of files) {
      let tests: readonly CollectedTest[]
      try {
        tests = evaluation(file)
      } catch (error) {
        // A law that does not even load fails every test.
        results.push({ id: file, name: `${file} loads`, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: messageOf(error) })
        break
      }
      for (const test of tests) {
        if (asked !== null && !asked.has(test.id)) continue
        const result = await run(test)
        results.push(result)
        if (result.status !== TestStatus.Failed) continue
        this.#likely.set(options.sandboxFileName, [file, ...known.filter((other) => other !== file)])
        if (!disableBail) break search
      }
    }
    const complete: DryRunResult = { status: DryRunStatus.Complete, tests: results }
    return toMutantRunResult(determineHitLimitReached(state.hitCount, hitLimit) ?? complete)
  }

  /** The law, not evaluated yet: each call evaluates a test file, with what it imports unless another did, and collects its tests. */
  #evaluation(): (file: string) => readonly CollectedTest[] {
    const modules = new Map<string, { exports: object }>()
    let collection = new Collection('', [], null)
    const load = (name: string): unknown => {
      if (name === 'vitest') return { ...collection.words, expect }
      const body = this.#bodies.get(path.basename(name))
      if (body === undefined) return this.#external(name)
      const known = modules.get(path.basename(name))
      if (known !== undefined) return known.exports
      const loaded = { exports: {} }
      modules.set(path.basename(name), loaded)
      body(loaded.exports, load, loaded)
      return loaded.exports
    }
    return (file) => {
      collection = new Collection(file, this.#options.leaveOut, this.#options.processBlock)
      load(`${file.replaceAll('/', '_')}.cjs`)
      return collection.tests
    }
  }
}

async function run(test: CollectedTest): Promise<TestResult> {
  const began = performance.now()
  const result = (): Pick<TestResult, 'id' | 'name' | 'timeSpentMs' | 'fileName'> => ({ id: test.id, name: test.id, fileName: path.resolve(test.file), timeSpentMs: performance.now() - began })
  try {
    await test.body()
    return { ...result(), status: TestStatus.Success }
  } catch (error) {
    return { ...result(), status: TestStatus.Failed, failureMessage: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'law', injectableClass: LawTestRunner }]
export const strykerValidationSchema = JSON.parse(readFileSync(new URL('runner-options.json', import.meta.url), 'utf8')) as object
