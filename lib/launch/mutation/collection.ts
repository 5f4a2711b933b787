import { format } from 'node:util'

/** A test as its file declares it. */
export interface CollectedTest {
  /** File, blocks and name: the same at each evaluation. */
  readonly id: string
  readonly file: string
  readonly body: () => unknown
}

type Body = (...values: unknown[]) => unknown
/** `it(name, body)`, `it(name, options, body)` or `it(name, body, patience)`. */
type Declared = [name: string, ...rest: unknown[]]

const bodyOf = (rest: readonly unknown[]): Body => rest.find((part) => typeof part === 'function') as Body

/** The words one test file declares its tests with, and the tests it declared. */
export class Collection {
  readonly tests: CollectedTest[] = []
  readonly #leaveOut: readonly string[]
  readonly #only: string | null
  readonly #file: string
  #blocks: readonly string[] = []
  #names = new Map<string, number>()

  /**
   * @param file the test file whose tests are declared
   * @param leaveOut words of the names of blocks or tests not collected
   * @param only the one block collected; `null`: all
   */
  constructor(file: string, leaveOut: readonly string[], only: string | null) {
    this.#file = file
    this.#leaveOut = leaveOut
    this.#only = only
  }

  readonly #it = (...[name, ...rest]: Declared): void => {
    if ([...this.#blocks, name].some((part) => this.#leaveOut.some((words) => part.includes(words)))) return
    if (this.#only !== null && !this.#blocks.includes(this.#only)) return
    const plain = [this.#file, ...this.#blocks, name].join(' > ').replace(' > ', ' ')
    const times = (this.#names.get(plain) ?? 0) + 1
    this.#names.set(plain, times)
    const body = bodyOf(rest)
    this.tests.push({ id: times === 1 ? plain : `${plain} (${times})`, file: this.#file, body: () => body() })
  }

  readonly #describe = (...[name, ...rest]: Declared): void => {
    const outer = this.#blocks
    this.#blocks = [...outer, name]
    bodyOf(rest)()
    this.#blocks = outer
  }

  /** A row that is an array gives its values one by one, any other is the one value. */
  readonly #each =
    (declare: (...declared: Declared) => void) =>
    (rows: readonly unknown[]) =>
    (...[name, ...rest]: Declared): void => {
      rows.forEach((row, at) => {
        const values: readonly unknown[] = Array.isArray(row) ? row : [row]
        declare(format(name, ...values.map((value) => (typeof value === 'object' || typeof value === 'function' ? at : value))), () => bodyOf(rest)(...values))
      })
    }

  get words(): object {
    const it = Object.assign(this.#it, { each: this.#each(this.#it) })
    const describe = Object.assign(this.#describe, { each: this.#each(this.#describe) })
    // What a file prints once all is done holds no outcome.
    const afterAll = (): void => undefined
    return { it, test: it, describe, afterAll }
  }
}
