import { expect, type Locator, type Page } from '@playwright/test'

/** The page of a file, as its reader finds things on it. */
export interface FilePage {
  open: (reference: string) => Promise<void>
  /** The reference of the file shown, once one is. */
  reference: () => Promise<string>
  /** The step of the life of the file that is marked as the present one. */
  stage: Locator
  /** « Prochaine échéance ». */
  next: Locator
  /** A date of « Les dates de ce dossier », by its name. */
  date: (name: string) => Locator
  facts: Locator
}

export function filePageOf(page: Page): FilePage {
  return {
    open: async (reference) => {
      await page.goto(`/dossiers/${reference}`)
    },
    reference: async () => {
      await expect(page).toHaveURL(/\/dossiers\/RB-\d{4}-\d+/u)
      return /RB-\d{4}-\d+/u.exec(page.url())?.[0] ?? ''
    },
    stage: page.getByRole('list', { name: 'Étapes du dossier' }).locator('[aria-current=step]'),
    next: page.locator('section.next'),
    date: (name) => page.getByRole('region', { name: 'Les dates de ce dossier' }).locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('time'),
    facts: page.getByRole('region', { name: 'Faits', exact: true }),
  }
}
