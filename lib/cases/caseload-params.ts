import { z } from 'zod'
import { parseDay } from '../accord/calendar/day.ts'
import { DEADLINE_CODES, STAGES } from '../accord/file/case-file.ts'
import { EXIT_MOTIVES } from '../accord/file/facts.ts'
import { RULE_IDS } from '../accord/rules/catalogue.ts'
import { INDICATOR_IDS } from '../indicators/definitions.ts'
import { AGE_BANDS, readPlace, readValue, UNKNOWN } from '../indicators/slices.ts'
import { SENIORITY_BANDS } from '../indicators/measures.ts'
import { isReference } from './reference.ts'
import { DENSITIES, readColumns, readSorts, type CaseloadColumn, type SortToken } from './caseload-columns.ts'

/**
 * The state of a caseload page, as its address carries it. A parameter that makes no sense is put
 * back to its default, so that an old or mistyped address still opens a list.
 */
export const CASELOAD_DEADLINES = ['overdue', 'today', 'week', 'month', 'none'] as const
export const CASELOAD_PAGE_SIZES = [25, 50, 100] as const
/** `live`: not closed. `in_csp`: whose CSP runs today. `all`: closed files as well. */
export const CASELOAD_SCOPES = ['live', 'in_csp', 'closed', 'all'] as const
/** How a deadline that fell in a span of days stands. */
export const DEADLINE_STANDINGS = ['met', 'met_late', 'overdue'] as const
/** What a file may still be without. */
export const WITHOUT = ['training', 'plan', 'preBilan', 'contact', 'referent'] as const
export type Without = (typeof WITHOUT)[number]
/** Relative filters count days from the actor's civil day, up to ten years of them. */
export const RELATIVE_FILTERS = ['dueWithin', 'overdueBy', 'noContact', 'termWithin', 'enteredSince'] as const
export const MOST_RELATIVE_DAYS = 3650
/** References that an address holds, at most. */
export const MOST_REFERENCES = 200
/** Files without a motive of exit yet, beside the codes of R-600. */
export const NO_MOTIVE = 'none'

const list = <T extends string>(values: readonly T[]) =>
  z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : []).filter((item) => values.includes(item as T)),
    z.array(z.enum(values as unknown as [T, ...T[]])),
  )
const one = <T extends string>(values: readonly T[]) => z.enum(values as unknown as [T, ...T[]]).nullable().catch(null).default(null)
const dayText = z.string().refine((text) => parseDay(text) !== null).nullable().catch(null).default(null)
const dimensionValue = z.string().refine((text) => readValue(text) !== null).nullable().catch(null).default(null)
const uuid = z.uuid().nullable().catch(null).default(null)
const first = (raw: unknown) => (Array.isArray(raw) ? raw[0] : raw)
const split = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : [])
/** A number of days, in digits and nothing else: an empty parameter is no zero. */
const days = z.preprocess(
  (raw) => {
    const one = first(raw)
    return typeof one === 'string' && /^\d{1,4}$/u.test(one) ? Number(one) : typeof one === 'number' ? one : null
  },
  z.number().int().min(0).max(MOST_RELATIVE_DAYS).nullable().catch(null).default(null),
)
const USUAL_SORT: readonly SortToken[] = ['deadline']
const sorts = z.preprocess((raw) => {
  const read = readSorts(split(raw))
  return read.length === 0 ? USUAL_SORT : read
}, z.custom<readonly SortToken[]>())
const columns = z.preprocess((raw) => readColumns(split(raw)), z.custom<readonly CaseloadColumn[]>())

export const caseloadParamsSchema = z.object({
  q: z.preprocess(first, z.string().transform((text) => text.replaceAll('\0', '').trim().slice(0, 200)).catch('').default('')),
  stage: list(STAGES),
  basin: z.preprocess(first, z.string().regex(/^[\w-]{1,20}$/u).nullable().catch(null).default(null)),
  deadline: z.preprocess(first, one(CASELOAD_DEADLINES)),
  counsellor: z.preprocess(first, uuid),
  referent: z.preprocess(first, uuid),
  scope: z.preprocess(first, z.enum(CASELOAD_SCOPES).catch('live').default('live')),
  /** CSP begun in this span, ends included. */
  enteredFrom: z.preprocess(first, dayText),
  enteredTo: z.preprocess(first, dayText),
  /** CSP ended in this span, ends included. */
  endedFrom: z.preprocess(first, dayText),
  endedTo: z.preprocess(first, dayText),
  /** Term in this span, ends included. */
  termFrom: z.preprocess(first, dayText),
  termTo: z.preprocess(first, dayText),
  motive: list([...EXIT_MOTIVES, NO_MOTIVE]),
  /** With these three: a deadline of this code, due in this span, that stands so. */
  due: z.preprocess(first, one(DEADLINE_CODES)),
  standing: z.preprocess(first, one(DEADLINE_STANDINGS)),
  dueFrom: z.preprocess(first, dayText),
  dueTo: z.preprocess(first, dayText),
  /** Files that rest on this rule; the name is the address's own, which the rules page writes. */
  regle: z.preprocess(first, one(RULE_IDS)),
  /** Something to do, due from today to so many days from now. */
  dueWithin: days,
  /** Something to do, whose last day passed more than so many days ago. */
  overdueBy: days,
  /** The last contact, or the start of the CSP where there was none, is so many days back or more. */
  noContact: days,
  /** Term from today to so many days from now. */
  termWithin: days,
  /** CSP begun in the last so many days, today included. */
  enteredSince: days,
  without: list(WITHOUT),
  /** The files behind a part of an indicator between two days (lib/indicators), as seen today. */
  indicator: z.preprocess(first, one(INDICATOR_IDS)),
  part: z.preprocess(first, one(['of', 'counted'])),
  from: z.preprocess(first, dayText),
  to: z.preprocess(first, dayText),
  /** `region:84`, `department:69`, `basin:8421`. */
  place: z.preprocess(first, z.string().refine((text) => readPlace(text) !== null).nullable().catch(null).default(null)),
  seniority: z.preprocess(first, one([...SENIORITY_BANDS, UNKNOWN])),
  age: z.preprocess(first, one([...AGE_BANDS, UNKNOWN])),
  sex: z.preprocess(first, dimensionValue),
  qualification: z.preprocess(first, dimensionValue),
  sector: z.preprocess(first, dimensionValue),
  path: z.preprocess(first, dimensionValue),
  /** These files and no others: lines that were ticked, to be exported or written to. */
  refs: z.preprocess((raw) => [...new Set(split(raw))].filter((item) => typeof item === 'string' && isReference(item)).slice(0, MOST_REFERENCES), z.custom<readonly string[]>()),
  /** The saved view this list was opened from. */
  view: z.preprocess(first, uuid),
  /** Empty: the reader's own choice, else the usual ones. */
  cols: columns,
  density: z.preprocess(first, one(DENSITIES)),
  sort: sorts,
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1).default(1)),
  size: z.preprocess(first, z.coerce.number().pipe(z.literal([...CASELOAD_PAGE_SIZES])).catch(25).default(25)),
})
export type CaseloadParams = z.output<typeof caseloadParamsSchema>
export type CaseloadFilter = Partial<CaseloadParams>

const defaults = caseloadParamsSchema.parse({})

/** A query as a page receives it. */
export type AddressQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** Addresses kept before several orders were possible say the direction apart. */
function withOldDirection(search: AddressQuery): AddressQuery {
  const sort = first(search['sort'])
  if (first(search['dir']) !== 'desc' || (typeof sort === 'string' && /[-,]/u.test(sort))) return search
  return { ...search, sort: `-${typeof sort === 'string' && sort !== '' ? sort : 'deadline'}` }
}

/** Reads the parameters of an address; never refuses. */
export function parseCaseloadParams(search: AddressQuery): CaseloadParams {
  return caseloadParamsSchema.parse(withOldDirection(search))
}

/** The same of the text of a query, as a saved view keeps it. */
export function parseCaseloadSearch(text: string): CaseloadParams {
  return parseCaseloadParams(queryOf(text))
}

/** The text of a query by its names; a name given several times, as a list. */
export function queryOf(text: string): AddressQuery {
  const query: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of new URLSearchParams(text)) {
    const known = query[name]
    query[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return query
}

/** The query string of a caseload page, without what is at its default; stable order of keys. */
export function caseloadSearch(filter: CaseloadFilter): string {
  const search = new URLSearchParams()
  for (const key of Object.keys(defaults) as (keyof CaseloadParams)[]) {
    const value = filter[key]
    if (value === undefined || value === null) continue
    const text = Array.isArray(value) ? value.join(',') : String(value)
    const standard = defaults[key]
    if (text === '' || text === (Array.isArray(standard) ? standard.join(',') : String(standard))) continue
    search.set(key, text)
  }
  return search.toString()
}

/** What an address asked for and no list can hear. */
export interface Unheard {
  readonly name: string
  readonly value: string
}

/** What a page's number, size and search can be put back to is no filter lost. */
const NEVER_MISSED: ReadonlySet<string> = new Set(['page', 'size', 'q', 'dir'])
const MOST_UNHEARD = 10

/**
 * The parameters of an address that were left out, because they no longer exist or ask for what cannot be: the list is
 * then wider than was asked, and says so.
 */
export function unheardParameters(search: AddressQuery): readonly Unheard[] {
  const unheard: Unheard[] = []
  const miss = (name: string, value: string) => unheard.push({ name: name.slice(0, 40), value: value.slice(0, 40) })
  for (const [name, raw] of Object.entries(search)) {
    const values = (Array.isArray(raw) ? raw : [raw]).filter((value): value is string => typeof value === 'string' && value !== '')
    if (values.length === 0 || NEVER_MISSED.has(name)) continue
    if (!Object.hasOwn(defaults, name)) {
      miss(name, values.join(','))
      continue
    }
    const key = name as keyof CaseloadParams
    const heard = caseloadParamsSchema.parse({ [key]: raw })[key]
    if (Array.isArray(heard)) {
      const kept = new Set<string>(heard)
      const lost = values.flatMap((value) => value.split(',')).filter((value) => value !== '' && !kept.has(value))
      if (lost.length > 0) miss(name, lost.join(','))
    } else if (String(heard) !== values[0]) miss(name, values[0]!)
  }
  // A figure is of its two days; without them, or they without it, nothing is filtered.
  const params = parseCaseloadParams(search)
  const [figure, days] = [params.indicator !== null, params.from !== null && params.to !== null]
  if (figure && !days) miss('indicator', String(params.indicator))
  if (!figure) for (const name of ['part', 'from', 'to'] as const) if (params[name] !== null) miss(name, params[name])
  return unheard.slice(0, MOST_UNHEARD)
}
