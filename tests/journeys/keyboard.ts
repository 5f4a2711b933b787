// Someone who has a keyboard and no mouse: Tab, Shift Tab, Enter, Space, the arrows, and what is typed.
import { expect, type ElementHandle, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has between two things. */
const MOST_STOPS = 600

/** Words longer than this are begun key by key, then given at once, as an input method or dictation does. */
const KEY_BY_KEY = 5

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
  /** Tab or Shift Tab held down until it has moved so many times. */
  async function tab(stops: number): Promise<void> {
    if (stops === 0) return
    if (stops < 0) await page.keyboard.down('Shift')
    for (let stop = 0; stop < Math.abs(stops); stop += 1) await page.keyboard.down('Tab')
    await page.keyboard.up('Tab')
    if (stops < 0) await page.keyboard.up('Shift')
  }

  async function to(target: Locator): Promise<void> {
    let element = await awake(target)
    await tab(await element.evaluate(stopsTo))
    // The count foresees the stops of an ordinary page; where it missed, Tab goes on to the target.
    let left = await element.evaluate(stopsTo)
    let forwards = left > 0
    for (let stop = 0; left !== 0; stop += 1) {
      if (stop === MOST_STOPS) throw new Error(`Tab never reached ${target.toString()}`)
      if (await element.evaluate(({ isConnected }) => isConnected)) {
        await tab(forwards ? 1 : -1)
        left = await element.evaluate(stopsTo)
      } else {
        // Drawn anew meanwhile: found anew.
        element = await awake(target)
        left = await element.evaluate(stopsTo)
        forwards = left > 0
      }
    }
  }

  /** Shown, and listening: what is pressed before React has taken a page over is nobody's test. */
  async function awake(target: Locator): Promise<ElementHandle<Element>> {
    let element!: ElementHandle<Element>
    await expect.poll(async () => {
      element = (await target.elementHandle({ timeout: 10_000 }))!
      return await element.evaluate((there) => there.checkVisibility({ visibilityProperty: true }) && Object.keys(there).some((key) => key.startsWith('__reactProps')))
    }, { message: `${target.toString()}, shown and listening`, intervals: [20, 40, 60, 100] }).toBe(true)
    return element
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
      else {
        const keyed = text.length > KEY_BY_KEY ? 2 : text.length
        await page.keyboard.type(text.slice(0, keyed))
        if (keyed < text.length) await page.keyboard.insertText(text.slice(keyed))
      }
    },
    choose: async (question, words) => {
      await expect(question).toBeVisible()
      const exact = question.getByRole('radio', { name: words, exact: true })
      const radio = (await exact.count()) === 1 ? exact : question.getByRole('radio', { name: words })
      const button = await awake(radio)
      // Tab stops at one button of a group: the chosen one, or an end of it where none is.
      const inGroup = (): Promise<boolean> =>
        button.evaluate((element) => {
          const at = document.activeElement
          return at instanceof HTMLInputElement && at.type === 'radio' && at.name === (element as HTMLInputElement).name
        })
      const stops = await button.evaluate(stopsTo)
      for (let stop = 0; stop < MOST_STOPS && !(await inGroup()); stop += 1) await tab(stops < 0 ? -1 : 1)
      for (let step = 0; step < 30 && !(await button.evaluate(isFocused)); step += 1) await page.keyboard.press('ArrowDown')
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

const isFocused = (element: Element): boolean => element === document.activeElement

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
