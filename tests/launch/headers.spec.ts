import { expect, test } from '@/tests/journeys/desk.ts'

test('every page carries a policy its own scripts satisfy, with a nonce used once', async ({ page, app }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  const first = await page.goto('/connexion')
  const second = await page.request.get(`${app.baseUrl}/connexion`)
  const nonces = [first, second].map((answer) => /'nonce-([^']+)'/.exec(answer?.headers()['content-security-policy'] ?? '')?.[1])
  expect(nonces[0]).toBeTruthy()
  expect(nonces[0]).not.toBe(nonces[1])
  expect(first?.headers()['x-content-type-options']).toBe('nosniff')
  expect(first?.headers()['x-powered-by']).toBeUndefined()
  // Alive: the page's own scripts ran.
  await page.waitForLoadState('networkidle')
  expect(refused).toEqual([])
})

test('markup slipped into a page runs nothing', async ({ page }) => {
  await page.goto('/connexion')
  const ran = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.slipped = true">')
    await new Promise((resolve) => setTimeout(resolve, 500))
    return 'slipped' in window
  })
  expect(ran).toBe(false)
})
