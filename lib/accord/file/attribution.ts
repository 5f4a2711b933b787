import type { Day } from '../calendar/day.ts'
import type { Texts } from '../texts/agreement.ts'
import { AMOUNT_NAMES, type AmountName } from './amounts.ts'
import { DATE_NAMES, DEADLINE_CODES, type CaseFile, type DateName, type DeadlineCode, type DeadlineStatus, type Stage } from './case-file.ts'
import { derive, type FileRecord } from './derive.ts'
import type { Settings } from './progress.ts'

/** What was known of a file, on a day: what had been recorded, and the texts that had been published. */
export interface Known {
  readonly record: FileRecord
  readonly texts: Texts
}

/** Something that became known after the first day: a line recorded, or a text published. `on` is its day. */
export interface Learned<Cause> extends Known {
  readonly cause: Cause
  readonly on: Day
}

/** Counts of a file that move, besides its dates and its amounts. */
export const COUNT_NAMES = ['aspDaysPaid', 'workPeriodDays', 'extensionDays'] as const
export type CountName = (typeof COUNT_NAMES)[number]

/** How a deadline stands; those that come back (contacts) are told by their dates elsewhere. */
export interface DeadlineStanding {
  readonly status: DeadlineStatus
  readonly dueOn: Day
  readonly metOn: Day | null
}

/** One thing of a file that may be otherwise on another day, with its value on each. */
export type Told =
  | { readonly of: 'stage'; readonly value: Stage }
  | { readonly of: 'date'; readonly name: DateName; readonly value: Day | null }
  | { readonly of: 'amount'; readonly name: AmountName; readonly value: string | number | boolean | null }
  | { readonly of: 'count'; readonly name: CountName; readonly value: number | null }
  | { readonly of: 'deadline'; readonly name: DeadlineCode; readonly value: DeadlineStanding | null }

/** What moved a value: the days that passed, or something that became known. */
export interface MoveCause<Cause> {
  readonly cause: Cause | 'time'
  readonly before: Told
  readonly after: Told
}

/** A value that moved at least once between the two days, and all that moved it, in order. */
export interface Move<Cause> {
  readonly before: Told
  readonly after: Told
  /** Whether it came back to what it was. */
  readonly cameBack: boolean
  readonly causes: readonly MoveCause<Cause>[]
}

export interface Attribution<Cause> {
  readonly before: CaseFile
  readonly after: CaseFile
  readonly moves: readonly Move<Cause>[]
}

const REPEATED: readonly DeadlineCode[] = ['contact', 'followUp']
const TOLD_DEADLINES = DEADLINE_CODES.filter((code) => !REPEATED.includes(code))

/** The two payments of a bonus move with its total and the day of the second; the ground of the allowance, with its amount. */
const TOLD_ELSEWHERE: ReadonlySet<AmountName> = new Set<AmountName>(['bonusInstalments', 'aspBasis'])

/** Everything that is told of a file, each thing by its key, in the order it is read. */
function toldOf(file: CaseFile): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  told.set('stage', { of: 'stage', value: file.stage })
  for (const name of DATE_NAMES) told.set(`date ${name}`, { of: 'date', name, value: file.dates[name] })
  for (const name of AMOUNT_NAMES) {
    const value = file.amounts[name]
    if (!TOLD_ELSEWHERE.has(name) && (value === null || typeof value !== 'object')) told.set(`amount ${name}`, { of: 'amount', name, value })
  }
  const { aspDaysPaid, workPeriodDays, extensionDays } = file.totals
  const counts = { aspDaysPaid, workPeriodDays, extensionDays: Object.values(extensionDays).reduce((sum, days) => sum + days, 0) }
  for (const name of COUNT_NAMES) told.set(`count ${name}`, { of: 'count', name, value: counts[name] })
  for (const name of TOLD_DEADLINES) {
    const deadline = file.deadlines.find(({ code }) => code === name)
    const value = deadline === undefined ? null : { status: deadline.status, dueOn: deadline.dueOn, metOn: deadline.metOn }
    told.set(`deadline ${name}`, { of: 'deadline', name, value })
  }
  return told
}

function same(a: Told, b: Told): boolean {
  if (a.of !== 'deadline' || b.of !== 'deadline') return a.value === b.value
  // Its due day is one of the dates, told as such: what moves here is how it stands.
  return a.value?.status === b.value?.status && a.value?.metOn === b.value?.metOn
}

/**
 * For each stage, date, amount or deadline of a file that moved between two days, what moved it. The file
 * is replayed from the first day on: the days pass up to each thing that became known, it is taken in, and
 * the days pass up to the last day. `learned` comes in the order in which things became known; each step
 * carries the record and the texts as known from then on.
 */
export function attribute<Cause>(first: Known, from: Day, to: Day, learned: readonly Learned<Cause>[], settings: Settings): Attribution<Cause> {
  const before = derive(first.record, first.texts, settings, from)
  const causes = new Map<string, MoveCause<Cause>[]>()
  let told = toldOf(before)
  let known = first
  let today = from
  let file = before
  const step = (next: Known, on: Day, cause: Cause | 'time'): void => {
    file = derive(next.record, next.texts, settings, on)
    const now = toldOf(file)
    for (const key of new Set([...told.keys(), ...now.keys()])) {
      const was = told.get(key)
      const is = now.get(key)
      if (was !== undefined && is !== undefined && !same(was, is)) addCause(causes, key, { cause, before: was, after: is })
    }
    told = now
    known = next
    today = on
  }
  for (const { cause, on, record, texts } of learned) {
    if (on > today) step(known, on, 'time')
    step({ record, texts }, today, cause)
  }
  if (to > today) step(known, to, 'time')
  const moves: Move<Cause>[] = []
  const start = toldOf(before)
  for (const [key, was] of start) {
    const all = causes.get(key)
    const is = told.get(key)
    if (all !== undefined && is !== undefined) moves.push({ before: was, after: is, cameBack: same(was, is), causes: all })
  }
  return { before, after: file, moves }
}

/** Days that pass one after the other are told once. */
function addCause<Cause>(causes: Map<string, MoveCause<Cause>[]>, key: string, next: MoveCause<Cause>): void {
  const all = causes.get(key) ?? []
  const last = all.at(-1)
  if (last?.cause === 'time' && next.cause === 'time') all[all.length - 1] = { ...last, after: next.after }
  else all.push(next)
  causes.set(key, all)
}
