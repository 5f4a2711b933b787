// Addresses and header lines of e-mails. What is written here goes into headers: nothing that could end a line or add a
// recipient passes, whoever typed it.

/** Longest address that mail servers carry (RFC 5321). */
const LONGEST_ADDRESS = 254
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u
/** A name of letters of any script, digits and hyphens, with at least one dot. */
const DOMAIN = /^(?=.{1,190}$)[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u

/**
 * Reads an address as typed: spaces around it aside, one address, with neither name nor comment.
 * @returns `null` where it is no address that can be written to
 */
export function readAddress(typed: string): string | null {
  const address = typed.trim()
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
  return address.length <= LONGEST_ADDRESS && local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain) ? address : null
}

const CONTROL = /[\p{Cc}\u2028\u2029\p{Cs}]/u

/** Whether a text may stand in a header: on one line, without a control character. */
export function isHeaderLine(text: string): boolean {
  return !CONTROL.test(text)
}

/** A name as it may stand in a header: what would break a line becomes a space. */
export function headerName(name: string): string {
  return [...name].map((sign) => (CONTROL.test(sign) ? ' ' : sign)).join('').replaceAll(/\s+/gu, ' ').trim()
}
