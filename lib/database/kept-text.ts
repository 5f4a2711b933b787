/** Text that Postgres can keep, in a column or in jsonb: no NUL, no half of a surrogate pair. Any script and emoji pass. */
export const KEPT_TEXT = /^[^\0\p{Cs}]*$/u

/** The same on one line. */
export const KEPT_LINE = /^[^\0\r\n\p{Cs}]*$/u
