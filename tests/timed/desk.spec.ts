// What a day at the desk costs, timed in a real browser over the production build and the demo: `npm run bench -- desk`.
// Each figure is the median of the rounds; the machine's load is printed beside, since it is most of what moves them.
import { loadavg } from 'node:os'
import { expect, test } from '@/tests/journeys/desk.ts'
import type { Page } from '@playwright/test'

const ROUNDS = Number(process.env.REBOND_ROUNDS ?? 9)
test.setTimeout(240_000)
test.use({ viewport: { width: 1440, height: 900 } })

const frame = { engagedOn: '2026-08-03', entryPath: 'employer', procedureType: 'interview', hiredOn: '2012-01-09', companySize: 60, insolvency: false } as const

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function say(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b)
  console.log(`${what.padEnd(62)} ${median(values).toFixed(0).padStart(6)} ms   (${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)}, ${values.length} times, load ${loadavg()[0]?.toFixed(1)})`)
}

/** Milliseconds from a press in the page to the frame that shows its first answer, measured inside the page. */
async function answered(page: Page, selector: string, press: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => {
    const kept = window as typeof window & { answer?: Promise<number> }
    kept.answer = new Promise((resolve) => {
      let pressedAt = 0
      const pressed = () => {
        pressedAt = performance.now()
      }
      for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, pressed, { capture: true, once: true })
      const look = () => {
        if (pressedAt > 0 && document.querySelector(wanted) !== null) resolve(performance.now() - pressedAt)
        else requestAnimationFrame(look)
      }
      look()
    })
  }, selector)
  await press()
  return page.evaluate(() => (window as typeof window & { answer?: Promise<number> }).answer ?? Number.NaN)
}

test('a day at the desk', async ({ page, signIn, keep }) => {
  await signIn('counsellor')
  await page.goto('/a-faire')

  const paints: number[] = []
  const lists: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto('/a-faire')
    await expect(page.locator('main h1')).toBeVisible()
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN))
    await page.goto('/dossiers')
    lists.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN))
  }
  say('À faire, first useful paint (the list comes with it)', paints)
  say('Dossiers, first useful paint', lists)

  const opened: number[] = []
  const found: number[] = []
  const sorted: number[] = []
  const moved: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto('/dossiers')
    await page.waitForLoadState('load')
    opened.push(await answered(page, 'dialog[open] [role=combobox]', () => page.keyboard.press('Control+k')))
    found.push(await answered(page, '[role=option]', () => page.keyboard.type('le')))
    await page.keyboard.press('Escape')
    sorted.push(await answered(page, '[aria-busy=true], th[aria-sort=descending]', () => page.getByRole('columnheader').getByRole('link').or(page.getByRole('columnheader').getByRole('button')).first().click()))
    moved.push(await answered(page, '.side a[aria-current=page][href="/agenda"], [data-pending]', () => page.locator('.side a[href="/agenda"]').click()))
  }
  say('the palette opens', opened)
  say('the palette’s first answers, from the first letter', found)
  say('a list sorted anew, shown', sorted)
  say('from one place to another, shown', moved)

  const file = await keep('conseillere', { frame }, [
    { kind: 'proposal_handed_over', terms: { on: '2026-08-03' } },
    { kind: 'accepted', terms: { on: '2026-08-10' } },
  ])
  const drawers: number[] = []
  const recorded: number[] = []
  for (let round = 0; round < Math.min(ROUNDS, 5); round += 1) {
    await page.goto(`/dossiers/${file.reference}`)
    await page.waitForLoadState('load')
    drawers.push(await answered(page, 'aside.drawer', () => page.getByRole('link', { name: 'Noter un contact' }).click()))
    await page.locator('aside.drawer textarea').first().fill(`Note ${round}`)
    const before = performance.now()
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.toast')).toBeVisible()
    recorded.push(performance.now() - before)
  }
  say('a form opens beside the file', drawers)
  say('a contact recorded: derived, journaled, the page read again', recorded)
})
