import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { amountField, dayField } from '../file/fields.ts'
import { CONTRACT_FACT_KINDS, parseFact, type Fact, type FactKind } from '../file/facts.ts'
import { ENTRY_PATHS, PROCEDURE_TYPES, type Frame } from '../file/frame.ts'
import type { FileRecord } from '../file/derive.ts'
import type { Settings } from '../file/progress.ts'

/** What is wrong with a request: where, as `facts[2].untill`, and a code to be worded. */
export interface RequestError {
  readonly path: string
  readonly code: RequestErrorCode
}

export type RequestErrorCode =
  | 'not_an_object'
  | 'unknown_key'
  | 'required'
  | 'not_a_day'
  | 'not_an_amount'
  | 'unknown_value'
  | 'end_before_start'
  | 'months_required'
  | 'months_of_cdi'
  | 'too_many'
  | 'wrong_type'

export interface SimulationRequest {
  readonly record: FileRecord
  readonly settings: Settings
  readonly today: Day
}

export type ParsedRequest =
  | { readonly ok: true; readonly request: SimulationRequest }
  | { readonly ok: false; readonly error: RequestError }

/** A notice longer than any agreement gives; beyond it the months reach no day. */
const MOST_NOTICE_MONTHS = 24

/** More facts than any real file has; beyond it, a request is refused rather than computed. */
const MOST_FACTS = 1_000

const known = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)

const requestSchema = z.strictObject({
  today: dayField,
  settings: known(z.strictObject({ rollPolicy: known(z.enum(['none', 'next_working_day_if_holiday'])) })),
  person: known(z.strictObject({ birthDate: known(dayField) })),
  employment: known(
    z.strictObject({
      hiredOn: known(dayField),
      companySize: known(z.number().int().min(0)),
      insolvency: known(z.boolean()),
      protectedEmployee: known(z.boolean()),
      monthlyGross: known(amountField),
      noticeMonths: known(z.number().min(0).max(MOST_NOTICE_MONTHS)),
    }),
  ),
  procedure: z.strictObject({
    type: known(z.enum(PROCEDURE_TYPES)),
    engagedOn: dayField,
    entryPath: z.enum(ENTRY_PATHS),
    regime: known(z.string()),
  }),
  benefit: known(
    z.strictObject({ sjr: known(amountField), areDaily: known(amountField), areDurationDays: known(z.number().int().min(0)) }),
  ),
  facts: known(z.array(z.unknown()).max(MOST_FACTS)),
})

/** Keys of a kept fact that the contract does not have. */
const KEPT_ONLY = new Set(['leave', 'contestLimitStated', 'signedByBeneficiary', 'signedByAdviser', 'employeeAgreed'])

function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`),
    '',
  )
}

const CUSTOM: readonly RequestErrorCode[] = ['not_a_day', 'not_an_amount', 'end_before_start', 'months_required', 'months_of_cdi']

function errorOf(error: z.ZodError, prefix: readonly PropertyKey[]): RequestError {
  // A key that should not be there explains best what else is missing: it is named first.
  const issue = error.issues.find((candidate) => candidate.code === 'unrecognized_keys') ?? error.issues[0]
  if (issue === undefined) return { path: pathOf(prefix), code: 'wrong_type' }
  const path = [...prefix, ...issue.path]
  if (issue.code === 'unrecognized_keys') return { path: pathOf([...path, issue.keys[0] ?? '']), code: 'unknown_key' }
  const custom = CUSTOM.find((code) => code === issue.message)
  if (custom !== undefined) return { path: pathOf(path), code: custom }
  if (issue.code === 'invalid_value') return { path: pathOf(path), code: issue.input === undefined ? 'required' : 'unknown_value' }
  if (issue.code === 'too_big') return { path: pathOf(path), code: 'too_many' }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return { path: pathOf(path), code: missing ? 'required' : 'wrong_type' }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseContractFact(source: unknown, index: number): { readonly fact: Fact } | { readonly error: RequestError } {
  const prefix = ['facts', index]
  if (!isObject(source)) return { error: { path: pathOf(prefix), code: 'not_an_object' } }
  const kind = CONTRACT_FACT_KINDS.find((candidate: FactKind) => candidate === source['kind'])
  if (kind === undefined)
    return { error: { path: pathOf([...prefix, 'kind']), code: source['kind'] === undefined ? 'required' : 'unknown_value' } }
  const kept = Object.keys(source).find((key) => KEPT_ONLY.has(key))
  if (kept !== undefined) return { error: { path: pathOf([...prefix, kept]), code: 'unknown_key' } }
  if (source['cause'] === 'added_leave') return { error: { path: pathOf([...prefix, 'cause']), code: 'unknown_value' } }
  const parsed = parseFact(kind, source)
  return parsed.success ? { fact: parsed.data } : { error: errorOf(parsed.error, prefix) }
}

/** Reads a request of the simulator contract from parsed JSON; the first thing wrong is named by its path. */
export function parseRequest(source: unknown): ParsedRequest {
  if (!isObject(source)) return { ok: false, error: { path: '', code: 'not_an_object' } }
  const parsed = requestSchema.safeParse(source, { reportInput: true })
  if (!parsed.success) return { ok: false, error: errorOf(parsed.error, []) }
  const { person, employment, procedure, benefit, settings } = parsed.data
  const facts: Fact[] = []
  for (const [index, entry] of (parsed.data.facts ?? []).entries()) {
    const read = parseContractFact(entry, index)
    if ('error' in read) return { ok: false, error: read.error }
    facts.push(read.fact)
  }
  const frame: Frame = {
    birthDate: person?.birthDate ?? null,
    hiredOn: employment?.hiredOn ?? null,
    companySize: employment?.companySize ?? null,
    insolvency: employment?.insolvency ?? null,
    protectedEmployee: employment?.protectedEmployee ?? null,
    executive: null,
    monthlyGross: employment?.monthlyGross ?? null,
    noticeMonths: employment?.noticeMonths ?? null,
    procedureType: procedure.type,
    engagedOn: procedure.engagedOn,
    entryPath: procedure.entryPath,
    chosenRegime: procedure.regime,
    sjr: benefit?.sjr ?? null,
    sjrAre: null,
    workingTimeShare: null,
    areDaily: benefit?.areDaily ?? null,
    areDurationDays: benefit?.areDurationDays ?? null,
    monthlyNet: null,
    unusedTrainingHours: null,
  }
  return {
    ok: true,
    request: {
      record: { frame, facts },
      settings: {
        rollPolicy: settings?.rollPolicy ?? 'next_working_day_if_holiday',
        contactIntervalDays: null,
        followUpIntervalDays: null,
      },
      today: parsed.data.today,
    },
  }
}
