/** Asks the one palette, sheet of keys or tour of the page to open, from any component of the browser. */
export type Opening = 'palette' | 'keys' | 'tour'

const EVENT = 'rebond:open'

export function askToOpen(what: Opening): void {
  window.dispatchEvent(new CustomEvent<Opening>(EVENT, { detail: what }))
}

/** Calls `open` each time this is asked for; gives what stops it. */
export function onAskedToOpen(what: Opening, open: () => void): () => void {
  const heard = (event: Event): void => {
    if (event instanceof CustomEvent && event.detail === what) open()
  }
  window.addEventListener(EVENT, heard)
  return () => window.removeEventListener(EVENT, heard)
}
