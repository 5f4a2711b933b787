import { expect, type Locator, type Page } from '@playwright/test'
import { wholeLabel, type Keyboard } from './keyboard.ts'

/** « Ouvrir un dossier », by keyboard. */
export interface Opening {
  /** From the list of files to the empty form. */
  start: () => Promise<void>
  type: (field: string, text: string) => Promise<void>
  choose: (question: string, answer: string) => Promise<void>
  select: (list: string, answer: string) => Promise<void>
  /** Opens a folded section. */
  unfold: (title: string) => Promise<void>
  /** What the answers lead to: the text, the dates, what is to be known. */
  panel: Locator
  /** Sends the form; the file opens. Gives its reference. */
  send: () => Promise<string>
  /** Sends the form, whatever comes of it. */
  press: () => Promise<void>
}

/** The answers every file of the employer's path has; days as people type them. */
export interface EmployerOpening {
  readonly lastName: string
  readonly firstName: string
  readonly engagedOn: string
  readonly handedOverOn: string
  readonly protectedEmployee?: boolean
  /** France Travail's reference wage by the day. */
  readonly sjr?: string
}

export function openingOf(page: Page, keyboard: Keyboard, own: Set<string>): Opening {
  return {
    start: async () => {
      await page.goto('/dossiers')
      await keyboard.press(page.getByRole('link', { name: 'Ouvrir un dossier' }))
      await expect(page.getByRole('heading', { level: 1, name: 'Ouvrir un dossier' })).toBeVisible()
    },
    // « Nom » is also the start of « Nom de l’employeur »: a field is found by its whole label, « facultatif » aside.
    type: (field, text) => keyboard.type(page.getByRole('textbox', { name: wholeLabel(field) }), text),
    choose: (question, answer) => keyboard.choose(page.getByRole('group', { name: question }), answer),
    select: (list, answer) => keyboard.select(page.getByRole('combobox', { name: list }), answer),
    panel: page.getByRole('complementary', { name: 'Ce que vos réponses donnent' }),
    unfold: (title) => keyboard.press(page.locator('summary').filter({ hasText: title })),
    press: () => keyboard.press(page.getByRole('button', { name: 'Ouvrir le dossier' })),
    send: async () => {
      await keyboard.press(page.getByRole('button', { name: 'Ouvrir le dossier' }))
      await expect(page).toHaveURL(/\/dossiers\/RB-\d{4}-\d+/u)
      const reference = /RB-\d{4}-\d+/u.exec(page.url())?.[0] ?? ''
      own.add(reference)
      await expect(page.getByRole('status').filter({ hasText: `Dossier ${reference} ouvert.` }).first()).toBeVisible()
      return reference
    },
  }
}

/** Opens a file of the employer's path, from the list to the file, and gives its reference. */
export async function openByEmployer(opening: Opening, answers: EmployerOpening): Promise<string> {
  await opening.start()
  await opening.type('Nom', answers.lastName)
  await opening.type('Prénom', answers.firstName)
  await opening.type('Date de naissance', '17/04/1982')
  await opening.type('Nom de l’employeur', 'Filature des Tilleuls')
  await opening.type('Effectif de l’entreprise', '48')
  await opening.choose('Redressement ou liquidation judiciaire', 'Non')
  await opening.type('Date d’embauche', '02/05/2011')
  await opening.choose('Salarié protégé', answers.protectedEmployee === true ? 'Oui' : 'Non')
  await opening.type('Date d’engagement de la procédure', answers.engagedOn)
  await opening.choose('Procédure', 'Entretien préalable')
  await opening.type('Document CSP remis le', answers.handedOverOn)
  await opening.type('Motif économique remis par écrit le', answers.handedOverOn)
  if (answers.sjr !== undefined) {
    await opening.unfold('À remplir maintenant ou plus tard')
    await opening.type('Salaire journalier de référence de l’ASP', answers.sjr)
  }
  return await opening.send()
}
