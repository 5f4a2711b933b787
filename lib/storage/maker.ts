// How whoever makes a file that is kept ends. A making waits in a row; one maker at a time holds it by a lease, and a maker
// that dies lets it run out (decision 212). The rows are those of each room; what becomes of a maker is said here, once.

/** How long a maker that says nothing more is waited for. */
export const LEASE_SECONDS = 60
/** How many makers may try. */
export const MOST_ATTEMPTS = 3

/** What became of a maker's work. */
export type Making =
  /** What was asked for is kept. */
  | { readonly kind: 'made' }
  /** Cancelled, asked for anew, or taken over by another maker: nothing is left of this one. */
  | { readonly kind: 'lost' }
  /** The program stops: another maker begins again. */
  | { readonly kind: 'put_back' }
  /** It cannot be made, and its owner is told. */
  | { readonly kind: 'failed' }
  /** Something stumbled; another maker tries once the lease has run out, unless this was the last. */
  | { readonly kind: 'stumbled'; readonly error: unknown }

/** Ends the work from within, for a reason that is no bug. */
export class Halt extends Error {
  readonly why: 'lost' | 'put_back'

  constructor(why: 'lost' | 'put_back') {
    super(why)
    this.why = why
  }
}

export interface Ends {
  /** Takes away what was written; what it throws is passed over, for it has an end to tell already. */
  readonly clear: () => Promise<unknown>
  readonly putBack: () => Promise<unknown>
  /** The last maker stumbled: nobody tries again. */
  readonly giveUp: () => Promise<unknown>
}

/**
 * Works to whichever end it comes. `work` throws a `Halt` where it is to stop.
 * @param attempts which maker this is, from 1
 */
export async function workToItsEnd(attempts: number, work: () => Promise<void>, { clear, putBack, giveUp }: Ends): Promise<Making> {
  try {
    await work()
    return { kind: 'made' }
  } catch (error) {
    await clear().catch(() => undefined)
    if (error instanceof Halt) {
      if (error.why === 'put_back') await putBack()
      return { kind: error.why }
    }
    if (attempts >= MOST_ATTEMPTS) await giveUp()
    return { kind: 'stumbled', error }
  }
}
