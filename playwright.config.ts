import { defineConfig } from '@playwright/test'
import { chromium } from './lib/launch/chromium.ts'

const commands = ['launch/start.spec.ts', 'launch/production.spec.ts']

export default defineConfig({
  testDir: 'tests',
  // The two commands run first: nothing long is left for the end, when one worker would wait for the other.
  projects: process.env.REBOND_TIMED === '1' ? [{ name: 'timed', testMatch: ['timed/**/*.spec.ts'] }] : [
    { name: 'commands', testMatch: commands },
    { name: 'screens', testMatch: ['journeys/**/*.spec.ts', 'accessibility/**/*.spec.ts', 'launch/**/*.spec.ts'], testIgnore: commands },
  ],
  fullyParallel: true,
  outputDir: '.tests/browser',
  globalSetup: './tests/support/browser-server.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each worker runs an application of its own: two fill a machine of two cores.
  workers: process.env.REBOND_TIMED === '1' ? 1 : 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json', { outputFile: '.tests/browser.json' }]],
  use: {
    // What is not there within this is not coming: the rest of the test's minutes would only be waited.
    actionTimeout: 20_000,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    // Nothing here looks at a movement, and each would be drawn frame by frame.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: await chromium(),
  },
})
