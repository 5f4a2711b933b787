/** Which page a link asks for: one counted from where one is, or the one it names. */
export type PageStep = -1 | 0 | 1

const BASE = 'https://here.invalid'

/** The parameters of an address but its page, in one order. */
function besidesPage({ searchParams }: URL): string {
  const rest = new URLSearchParams(searchParams)
  rest.delete('page')
  rest.sort()
  return rest.toString()
}

/**
 * The address of a page of the list being asked for, where a page is pressed while the list is on its way in another order
 * or with other filters; `null` where the link is right as it stands.
 * @param asked the address on its way, if any
 * @param own the address of the link, of the list as it is shown
 */
export function followedPage(asked: string | null, own: string, step: PageStep): string | null {
  if (asked === null) return null
  const [coming, link] = [new URL(asked, BASE), new URL(own, BASE)]
  if (coming.pathname !== link.pathname || besidesPage(coming) === besidesPage(link)) return null
  const from = Number((step === 0 ? link : coming).searchParams.get('page') ?? '1')
  const page = Math.max(1, (Number.isInteger(from) ? from : 1) + step)
  if (page === 1) coming.searchParams.delete('page')
  else coming.searchParams.set('page', String(page))
  return `${coming.pathname}${coming.search}`
}
