// axe in a page, without the detour of its Playwright wrapper, which reads its half megabyte again for every pass, opens
// a blank page to gather the results of frames we do not have, and describes every element that passed.
import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

export interface Violation {
  readonly id: string
  readonly help: string
  /** Each element that fails: where it is, and the first thing that would mend it. */
  readonly where: readonly string[]
}

/** Every rule of WCAG 2.2 A and AA, and axe's good practice. */
const EVERY_RULE: RunOptions['runOnly'] = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

/**
 * What axe finds wrong in a page as it stands.
 * @param rules only these, by their axe name; without them, every rule of WCAG 2.2 AA and of good practice
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly Violation[]> {
  // A page reached from another is named a moment after its content has come; one that is never named is told by axe.
  await page.waitForFunction(() => document.title !== '', undefined, { timeout: 10_000 }).catch(() => undefined)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly = rules === undefined ? EVERY_RULE : { type: 'rule' as const, values: [...rules] }
  return await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options)
    return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 4).map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`) }))
  }, { runOnly, resultTypes: ['violations'], iframes: false } satisfies RunOptions)
}

declare global {
  interface Window { axe: typeof axe }
}
