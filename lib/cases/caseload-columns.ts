/** The columns a list of files can show, and the orders it can take. Pure: the query, the screen and the export share it. */

/** Every column, in the order they are offered. The person's name is always shown, first: it names the line. */
export const CASELOAD_COLUMNS = [
  'name', 'reference', 'stage', 'basin', 'deadline', 'start', 'term', 'lastContact', 'appointment', 'preBilan', 'plan', 'training',
  'employer', 'phone', 'email', 'commune', 'regime', 'counsellor', 'referent', 'job', 'followUp', 'ended', 'motive',
] as const
export type CaseloadColumn = (typeof CASELOAD_COLUMNS)[number]

/** What is shown to someone who chose nothing. */
export const USUAL_COLUMNS: readonly CaseloadColumn[] = ['name', 'stage', 'basin', 'deadline', 'start', 'term', 'counsellor', 'referent']

/**
 * Columns that a list can be put in the order of: those the file itself holds. An order by what is looked up file by file
 * (training, next appointment) would look it up for every file of an operator; nobody orders by telephone or address.
 */
export const CASELOAD_SORTS = [
  'name', 'reference', 'stage', 'basin', 'deadline', 'start', 'term', 'lastContact', 'preBilan', 'plan', 'employer', 'regime',
  'counsellor', 'referent', 'job', 'followUp', 'ended', 'motive',
] as const
export type CaseloadSort = (typeof CASELOAD_SORTS)[number]

/** A column to sort by; with a dash before it, the other way: `term`, `-name`. */
export type SortToken = CaseloadSort | `-${CaseloadSort}`

/** Orders one under the other, at most: beyond, nobody can tell what the third does. */
export const MOST_SORTS = 3

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** The column of a token, and its direction. */
export function readSort(token: SortToken): { readonly column: CaseloadSort; readonly descending: boolean } {
  return token.startsWith('-')
    ? { column: token.slice(1) as CaseloadSort, descending: true }
    : { column: token as CaseloadSort, descending: false }
}

const known: ReadonlySet<string> = new Set(CASELOAD_SORTS)

/** The tokens of a text or list that can be sorted by, each column once, the first being heard; never more than three. */
export function readSorts(raw: readonly unknown[]): SortToken[] {
  const seen = new Set<string>()
  return raw
    .filter((item): item is SortToken => {
      if (typeof item !== 'string') return false
      const column = item.startsWith('-') ? item.slice(1) : item
      if (!known.has(column) || seen.has(column)) return false
      seen.add(column)
      return true
    })
    .slice(0, MOST_SORTS)
}

/** Columns as they are shown: each once, those that exist, the name first. Empty stays empty: the usual ones. */
export function readColumns(raw: readonly unknown[]): CaseloadColumn[] {
  const chosen = [...new Set(raw)].filter((item): item is CaseloadColumn => CASELOAD_COLUMNS.includes(item as CaseloadColumn) && item !== 'name')
  const said = chosen.length > 0 || raw.includes('name')
  return said ? ['name', ...chosen] : []
}
