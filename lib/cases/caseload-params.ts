import { z } from 'zod'
import { parseDay } from '../accord/calendar/day.ts'
import { DEADLINE_CODES, STAGES } from '../accord/file/case-file.ts'
import { EXIT_MOTIVES } from '../accord/file/facts.ts'
import { RULE_IDS } from '../accord/rules/catalogue.ts'

/**
 * The state of a caseload page, as its address carries it. A parameter that makes no sense is put
 * back to its default, so that an old or mistyped address still opens a list.
 */
export const CASELOAD_SORTS = ['name', 'stage', 'basin', 'deadline', 'start', 'term', 'counsellor', 'referent'] as const
export const CASELOAD_DEADLINES = ['overdue', 'today', 'week', 'month', 'none'] as const
export const CASELOAD_PAGE_SIZES = [25, 50, 100] as const
/** `live`: not closed. `in_csp`: whose CSP runs today. `all`: closed files as well. */
export const CASELOAD_SCOPES = ['live', 'in_csp', 'closed', 'all'] as const
/** How a deadline that fell in a span of days stands. */
export const DEADLINE_STANDINGS = ['met', 'met_late', 'overdue'] as const
/** Files without a motive of exit yet, beside the codes of R-600. */
export const NO_MOTIVE = 'none'

const list = <T extends string>(values: readonly T[]) =>
  z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : []).filter((item) => values.includes(item as T)),
    z.array(z.enum(values as unknown as [T, ...T[]])),
  )
const one = <T extends string>(values: readonly T[]) => z.enum(values as unknown as [T, ...T[]]).nullable().catch(null).default(null)
const dayText = z.string().refine((text) => parseDay(text) !== null).nullable().catch(null).default(null)
const uuid = z.uuid().nullable().catch(null).default(null)
const first = (raw: unknown) => (Array.isArray(raw) ? raw[0] : raw)

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
  sort: z.preprocess(first, z.enum(CASELOAD_SORTS).catch('deadline').default('deadline')),
  dir: z.preprocess(first, z.enum(['asc', 'desc']).catch('asc').default('asc')),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1).default(1)),
  size: z.preprocess(first, z.coerce.number().pipe(z.literal([...CASELOAD_PAGE_SIZES])).catch(25).default(25)),
})
export type CaseloadParams = z.output<typeof caseloadParamsSchema>
export type CaseloadFilter = Partial<CaseloadParams>

const defaults = caseloadParamsSchema.parse({})

/** Reads the parameters of an address; never refuses. */
export function parseCaseloadParams(search: Readonly<Record<string, string | readonly string[] | undefined>>): CaseloadParams {
  return caseloadParamsSchema.parse(search)
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
