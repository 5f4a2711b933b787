import { expect, type Locator, type Page } from '@playwright/test'
import { wholeLabel, type Keyboard } from './keyboard.ts'

/** Recording an act, as a person does it: open its form from the file, answer, read the effect, record. */
export interface Acts {
  /** The form in the drawer. */
  form: Locator
  /** From the file: « Enregistrer un fait », then the act by its name. */
  open: (title: string) => Promise<void>
  type: (field: string, text: string) => Promise<void>
  choose: (question: string, answer: string) => Promise<void>
  tick: (box: string) => Promise<void>
  select: (list: string, answer: string) => Promise<void>
  /** What the form says it would change. */
  effect: Locator
  /** The rule that refuses. */
  refusal: Locator
  /** Records, and reads the notice that says so. */
  save: (button: string, notice: string) => Promise<void>
  /** Presses the button, whatever comes of it. */
  send: (button: string) => Promise<void>
  /** Closes the form with Escape, recording nothing. */
  leave: () => Promise<void>
}

export function actsOf(page: Page, keyboard: Keyboard): Acts {
  const form = page.locator('aside.drawer')
  const button = (name: string): Locator => form.getByRole('button', { name, exact: true })
  return {
    form,
    open: async (title) => {
      await keyboard.press(page.getByRole('link', { name: 'Enregistrer un fait' }))
      await expect(form.getByRole('heading', { name: 'Quel fait enregistrer ?' })).toBeFocused()
      const link = form.getByRole('link', { name: title, exact: true })
      if (!(await link.isVisible())) await keyboard.press(form.locator('summary'))
      await keyboard.press(link)
      await expect(form.getByRole('heading', { level: 2 })).not.toHaveText('Quel fait enregistrer ?')
    },
    type: (field, text) => keyboard.type(form.getByRole('textbox', { name: wholeLabel(field) }), text),
    choose: (question, answer) => keyboard.choose(form.getByRole('group', { name: question }), answer),
    tick: (box) => keyboard.tick(form.getByRole('checkbox', { name: box })),
    select: (list, answer) => keyboard.select(form.getByRole('combobox', { name: list }), answer),
    effect: form.getByRole('region', { name: 'Si vous enregistrez' }),
    refusal: form.locator('section.refusal'),
    save: async (name, notice) => {
      await keyboard.press(button(name))
      await expect(page.getByRole('status').filter({ hasText: notice }).first()).toBeVisible()
      await expect(form).toHaveCount(0)
    },
    send: (name) => keyboard.press(button(name)),
    leave: async () => {
      await form.getByRole('heading', { level: 2 }).first().waitFor()
      await page.keyboard.press('Escape')
      await expect(form).toHaveCount(0)
    },
  }
}
