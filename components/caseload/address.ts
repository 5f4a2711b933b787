/** The address of a caseload page: what the screen changes in it, and nothing else. Pure, for server and browser. */

export type AddressChange = Readonly<Record<string, string | readonly string[] | null>>

/**
 * The address of `/dossiers` after a change: `null` or an empty value takes a parameter out, a list is
 * joined by commas. Any change but that of the page goes back to the first page.
 */
export function caseloadAddress(search: string, change: AddressChange): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    const text = value === null ? '' : typeof value === 'string' ? value : value.join(',')
    if (text === '') params.delete(name)
    else params.set(name, text)
  }
  if (!('page' in change) || params.get('page') === '1') params.delete('page')
  const query = params.toString()
  return query === '' ? '/dossiers' : `/dossiers?${query}`
}

/** How many pages hold `total` lines; one page where there is none. */
export function pageCount(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}
