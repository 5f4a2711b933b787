import type { Presence } from './said.ts'

/** Someone said to be here counts as gone after this long without a word. */
export const FORGOTTEN_AFTER = 40_000

export interface Present {
  readonly accountId: string
  readonly name: string
}

interface Screen extends Present {
  readonly file: string
  readonly heardAt: number
}

/** Who has which file on screen, as far as they said; the time is given, in milliseconds. */
export class Presences {
  readonly #screens = new Map<string, Screen>()

  /** Takes in what a screen said. @returns whether who is on the file has changed */
  hear({ said, screen, file, account, name }: Presence, now: number): boolean {
    const before = this.on(file, now)
    if (said === 'left') this.#screens.delete(screen)
    else this.#screens.set(screen, { accountId: account, name, file, heardAt: now })
    const after = this.on(file, now)
    return before.length !== after.length || before.some((one, index) => one.accountId !== after[index]?.accountId)
  }

  /** The people on a file, each once, by name; those long silent are forgotten. */
  on(file: string, now: number): readonly Present[] {
    const people = new Map<string, Present>()
    for (const [id, screen] of this.#screens) {
      if (now - screen.heardAt > FORGOTTEN_AFTER) this.#screens.delete(id)
      else if (screen.file === file) people.set(screen.accountId, { accountId: screen.accountId, name: screen.name })
    }
    return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || (a.accountId < b.accountId ? -1 : 1))
  }
}
