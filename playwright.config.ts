import { defineConfig } from '@playwright/test'
import { chromium } from './lib/launch/chromium.ts'

export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'accessibility/**/*.spec.ts', 'launch/**/*.spec.ts'],
  outputDir: '.tests/browser',
  globalSetup: './tests/support/browser-server.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each worker runs an application of its own: two fill a machine of two cores.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json', { outputFile: '.tests/browser.json' }]],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: await chromium(),
  },
})
