import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// `unit` needs nothing but the code; `database` gets a Postgres of its own (tests/support/database-server.ts) and a fresh
// database per test file. The files of each share one load of the code in each worker, which is most of what they would
// cost. `unit-alone` are those that put something of theirs in the place of a module: each loads the code anew; what a
// database test sets for its process is put back after it (tests/support/one-after-another.ts). `readers` opens documents
// with the programs that .ci/run installs.
const databaseTests = ['tests/database/**/*.test.ts', 'tests/cases/**/*.test.ts', 'tests/access/**/*.test.ts', 'tests/population/**/*.test.ts', 'tests/jobs/**/*.test.ts', 'tests/{agenda,documents,exchange,live,notify,steering}/**/*.test.ts', 'tests/launch/database/**/*.test.ts']
const readerTests = ['tests/readers/**/*.test.ts']
const browserTests = ['tests/journeys/**', 'tests/accessibility/**']
const unitTests = ['tests/**/*.test.ts', 'tests/**/*.test.tsx']
const notUnit = [...databaseTests, ...browserTests, ...readerTests, '**/node_modules/**']
const alone = globSync(unitTests, { cwd: import.meta.dirname }).filter((file) => /\bvi\.(mock|doMock|stub\w+|resetModules|useFakeTimers)\(|\bprocess\.env\.\w+ = /u.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')))

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Without it, one less than the processors: on two, a single one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: unitTests,
          exclude: [...notUnit, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'unit-alone', include: alone, exclude: notUnit } },
      {
        extends: true,
        test: {
          name: 'database',
          include: databaseTests,
          isolate: false,
          setupFiles: ['tests/support/one-after-another.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'readers', include: readerTests, testTimeout: 30_000 } },
    ],
  },
})
