import { defineConfig } from 'vitest/config'

// Three projects: `unit` needs nothing but the code, `database` gets a Postgres of its own
// (tests/support/database-server.ts) and a fresh database per test file; `readers`
// opens documents with the programs that .ci/run installs.
const databaseTests = ['tests/database/**/*.test.ts', 'tests/cases/**/*.test.ts', 'tests/access/**/*.test.ts', 'tests/population/**/*.test.ts', 'tests/jobs/**/*.test.ts', 'tests/{agenda,documents,exchange,live,notify}/**/*.test.ts', 'tests/launch/database/**/*.test.ts']
const readerTests = ['tests/readers/**/*.test.ts']
const browserTests = ['tests/journeys/**', 'tests/accessibility/**']

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...databaseTests, ...browserTests, ...readerTests, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: databaseTests,
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'readers', include: readerTests, testTimeout: 30_000 } },
    ],
  },
})
