import { expect, type Locator, type Page } from '@playwright/test'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { wholeLabel, type Keyboard } from './keyboard.ts'

/** Recording an act, as a person does it: open its form from the file, answer, read the effect, record. */
export interface Acts {
  /** The form in the drawer. */
  form: Locator
  /** From the file: « Enregistrer un fait », then the act by its name. */
  open: (kind: FactKind) => Promise<void>
  type: (field: string, text: string) => Promise<void>
  choose: (question: string, answer: string) => Promise<void>
  tick: (box: string) => Promise<void>
  select: (list: string, answer: string) => Promise<void>
  /** What the form says it would change. */
  effect: Locator
  /** The rule that refuses. */
  refusal: Locator
  /** Records, and reads the notice that says so. */
  save: (kind: FactKind) => Promise<void>
  /** The same, for a form that records otherwise than its act: a correction, a withdrawal. */
  saveAs: (button: string, notice: string) => Promise<void>
  /** Presses the button that records, whatever comes of it. */
  send: (kind: FactKind) => Promise<void>
  sendAs: (button: string) => Promise<void>
  /** Closes the form with Escape, recording nothing. */
  leave: () => Promise<void>
}

export function actsOf(page: Page, keyboard: Keyboard): Acts {
  const form = page.locator('aside.drawer')
  // What an act is called has one place, the message files; what it is asked and what it does is written in the journeys.
  const { kinds } = messagesFor('fr').acts
  const button = (name: string): Locator => form.getByRole('button', { name, exact: true })
  const saveAs = async (name: string, notice: string): Promise<void> => {
    await keyboard.press(button(name))
    await expect(page.getByRole('status').filter({ hasText: notice }).first()).toBeVisible()
    await expect(form).toHaveCount(0)
  }
  return {
    form,
    open: async (kind) => {
      const { title } = kinds[kind]
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
    save: (kind) => saveAs(kinds[kind].save, kinds[kind].recorded),
    saveAs,
    send: (kind) => keyboard.press(button(kinds[kind].save)),
    sendAs: (name) => keyboard.press(button(name)),
    leave: async () => {
      await form.getByRole('heading', { level: 2 }).first().waitFor()
      await page.keyboard.press('Escape')
      await expect(form).toHaveCount(0)
    },
  }
}
