/** A notice of what was recorded, carried over a redirect in a cookie that lives a minute. */
export interface Flash {
  readonly text: string
  readonly link?: { readonly href: string; readonly label: string }
}

export const flashCookie = 'rebond_flash'

/** Reads the cookie's text; `null` where it is not one of ours. Links stay inside the application. */
export function readFlash(text: string): Flash | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return null
    const link = 'link' in value ? value.link : undefined
    const isLink =
      typeof link === 'object' && link !== null && 'href' in link && 'label' in link &&
      typeof link.href === 'string' && typeof link.label === 'string' && /^\/(?!\/)/.test(link.href)
    return isLink ? { text: value.text, link: { href: link.href as string, label: link.label as string } } : { text: value.text }
  } catch {
    return null
  }
}
