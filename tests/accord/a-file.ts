import {
  day,
  DATE_NAMES,
  derive,
  frameSchema,
  isoOf,
  parseFact,
  shippedTexts,
  type CaseFile,
  type DateName,
  type Deadline,
  type DeadlineCode,
  type EntryPath,
  type Fact,
  type FactKind,
  type Frame,
  type Settings,
} from '@/lib/accord'

/** A fact as a test writes it: its kind, its day (or first day), and its other terms. */
export type WrittenFact = readonly [kind: FactKind, on: string, terms?: Readonly<Record<string, unknown>>]

export interface WrittenFile {
  readonly engagedOn: string
  readonly path?: EntryPath
  readonly frame?: Readonly<Record<string, unknown>>
  readonly facts: readonly WrittenFact[]
  readonly today: string
  readonly settings?: Partial<Settings>
}

export const PLAIN_SETTINGS: Settings = { rollPolicy: 'none', contactIntervalDays: null, followUpIntervalDays: null }

const PERIODS: ReadonlySet<FactKind> = new Set<FactKind>(['training', 'work_period', 'suspension'])

/** What most facts need to be complete, so that a test writes only what it is about. */
const USUAL: Partial<Record<FactKind, Readonly<Record<string, unknown>>>> = {
  work_period: { contract: 'cdd', employer: 'company' },
  suspension: { cause: 'sickness' },
  job_started: { contract: 'cdi' },
  asp_stopped: { cause: 'moved_abroad' },
  authorisation_notified: { granted: true },
  sent_to_france_travail: { part: 'acceptance' },
  follow_up_held: { situation: 'in_job' },
  bonus_paid: { amount: '1500.00' },
  wage_gap_paid: { amount: '150.00' },
  file_closed: { motive: 'renounced' },
  offer_made: { offer: '1', grounds: ['plan_job', 'area', 'wage'] },
  offer_accepted: { offer: '1' },
  offer_unanswered: { offer: '1' },
}

export function fact([kind, on, terms]: WrittenFact): Fact {
  const when = PERIODS.has(kind) ? { from: on, to: null } : { on }
  const validated = kind === 'work_period' ? { validatedOn: on } : {}
  const parsed = parseFact(kind, { kind, ...when, ...validated, ...USUAL[kind], ...terms })
  if (!parsed.success) throw new Error(`a test wrote a fact that cannot be read: ${kind} ${on}: ${parsed.error.message}`)
  return parsed.data
}

export function frame(engagedOn: string, path: EntryPath = 'employer', terms: Readonly<Record<string, unknown>> = {}): Frame {
  return frameSchema.parse({ engagedOn, entryPath: path, hiredOn: '2000-01-01', ...terms })
}

export function fileOf({ engagedOn, path, frame: terms, facts, today, settings }: WrittenFile): CaseFile {
  const record = { frame: frame(engagedOn, path, terms), facts: facts.map(fact) }
  return derive(record, shippedTexts, { ...PLAIN_SETTINGS, ...settings }, day(today))
}

/** A file whose CSP starts on a day: proposed 22 days before and accepted at once; further facts follow. */
export function startingOn(start: string, facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}): CaseFile {
  const proposed = isoOf((day(start) - 22) as ReturnType<typeof day>)
  return fileOf({
    engagedOn: proposed,
    ...more,
    facts: [['proposal_handed_over', proposed], ['motive_notified', proposed], ['accepted', proposed], ...facts],
    today,
  })
}

/** The dates of a file as ISO text. */
export function datesOf(file: CaseFile): Record<DateName, string | null> {
  return Object.fromEntries(DATE_NAMES.map((name) => [name, file.dates[name] === null ? null : isoOf(file.dates[name])])) as Record<DateName, string | null>
}

/** `R-400 tooShortDays`, one line for each fact refused. */
export function refusalsOf(file: CaseFile): readonly string[] {
  return file.refusals.map((refusal) => `${refusal.rule} ${refusal.code}`)
}

export function alertsOf(file: CaseFile): readonly string[] {
  return file.alerts.map((alert) => `${alert.rule} ${alert.code}`)
}

export function deadlineOf(file: CaseFile, code: DeadlineCode): Deadline | undefined {
  return file.deadlines.find((deadline) => deadline.code === code)
}

/** A day moved by a number of days, as ISO text. */
export function plus(iso: string, days: number): string {
  return isoOf((day(iso) + days) as ReturnType<typeof day>)
}
