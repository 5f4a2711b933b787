// Someone who has a keyboard and no mouse: Tab, Shift Tab, Enter, Space, the arrows, and what is typed.
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has between two things. */
const MOST_STOPS = 600

export interface Keyboard {
  /** Tabs to a control, forwards or backwards, whichever is shorter on the page. */
  to: (target: Locator) => Promise<void>
  /** Tabs to a link or a button, and presses Enter. */
  press: (target: Locator) => Promise<void>
  /** Tabs to a field and types over what it holds. */
  type: (field: Locator, text: string) => Promise<void>
  /** Chooses a radio button by the start of its words: Tab to its group, then the arrows, or Space where none was chosen. */
  choose: (group: Locator, words: string) => Promise<void>
  /** Ticks a box, or unticks it: Tab, then Space. */
  tick: (box: Locator) => Promise<void>
  /** Chooses in a list: Tab, then the arrows until the words stand. */
  select: (list: Locator, words: string) => Promise<void>
}

/** The keyboard of a page. A journey that uses it ends with `expectNoPointer`. */
export function keyboardOf(page: Page): Keyboard {
  const isAt = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement)

  async function to(target: Locator): Promise<void> {
    await awake(target)
    const stops = await target.evaluate(stopsTo)
    for (let stop = 0; stop < Math.abs(stops); stop += 1) await page.keyboard.press(stops < 0 ? 'Shift+Tab' : 'Tab')
    // The count foresees the stops of an ordinary page; where it missed, Tab goes on to the target.
    const backwards = (await target.evaluate(stopsTo)) < 0
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isAt(target)) return
      await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`Tab never reached ${target.toString()}`)
  }

  /** Shown, and listening: what is pressed before React has taken a page over is nobody's test. */
  async function awake(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    await expect.poll(() => target.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))).toBe(true)
  }

  return {
    to,
    press: async (target) => {
      await to(target)
      await page.keyboard.press('Enter')
    },
    type: async (field, text) => {
      await to(field)
      await page.keyboard.press('ControlOrMeta+A')
      if (text === '') await page.keyboard.press('Delete')
      else await page.keyboard.type(text)
    },
    choose: async (question, words) => {
      await expect(question).toBeVisible()
      const exact = question.getByRole('radio', { name: words, exact: true })
      const radio = (await exact.count()) === 1 ? exact : question.getByRole('radio', { name: words })
      await awake(radio)
      // Tab stops at one button of a group: the chosen one, or an end of it where none is.
      const inGroup = (): Promise<boolean> =>
        radio.evaluate((element) => {
          const at = document.activeElement
          return at instanceof HTMLInputElement && at.type === 'radio' && at.name === (element as HTMLInputElement).name
        })
      const stops = await radio.evaluate(stopsTo)
      for (let stop = 0; stop < Math.abs(stops) && !(await inGroup()); stop += 1) await page.keyboard.press(stops < 0 ? 'Shift+Tab' : 'Tab')
      for (let stop = 0; stop < MOST_STOPS && !(await inGroup()); stop += 1) await page.keyboard.press(stops < 0 ? 'Shift+Tab' : 'Tab')
      for (let step = 0; step < 30 && !(await isAt(radio)); step += 1) await page.keyboard.press('ArrowDown')
      if (!(await radio.isChecked())) await page.keyboard.press('Space')
      await expect(radio).toBeChecked()
    },
    tick: async (box) => {
      await to(box)
      await page.keyboard.press('Space')
    },
    select: async (list, words) => {
      await to(list)
      const chosen = (): Promise<string> => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '')
      const matches = async (): Promise<boolean> => (await chosen()).replaceAll(/\s/gu, ' ').startsWith(words.replaceAll(/\s/gu, ' '))
      if (await matches()) return
      await page.keyboard.press('Home')
      for (let step = 0; step < 60 && !(await matches()); step += 1) await page.keyboard.press('ArrowDown')
      expect(await matches(), `« ${words} » in the list`).toBe(true)
    },
  }
}

/** How many presses of Tab lead from the focus to an element; negative: of Shift Tab. Runs in the page. */
function stopsTo(element: Element): number {
  const stops: Element[] = []
  const groups = new Set<string>()
  const at = document.activeElement
  for (const stop of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    if (stop !== at && stop !== element) {
      if (stop.getAttribute('tabindex') === '-1' || stop.matches(':disabled, input[type=hidden]') || !stop.checkVisibility({ visibilityProperty: true })) continue
      if (stop instanceof HTMLInputElement && stop.type === 'radio') {
        if (groups.has(stop.name)) continue
        groups.add(stop.name)
      }
    }
    stops.push(stop)
  }
  return stops.indexOf(element) - (at === null ? -1 : stops.indexOf(at))
}

/** The name of a field whose label is exactly this, « facultatif » aside. */
export function wholeLabel(label: string): RegExp {
  return new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}( \\(facultatif\\))?$`, 'u')
}

const POINTED = 'rebondPointed'

/** Watches, from now on, for any press of a mouse, a finger or a pen in this page. */
export async function watchForPointer(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(kind, () => sessionStorage.setItem(key, kind), { capture: true })
    }
  }, POINTED)
}

/** Fails where something was pressed by other means than the keyboard since `watchForPointer`. */
export async function expectNoPointer(page: Page): Promise<void> {
  expect(await page.evaluate((key) => sessionStorage.getItem(key), POINTED)).toBeNull()
}
