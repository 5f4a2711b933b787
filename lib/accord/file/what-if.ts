import { addDays, latest, type Day } from '../calendar/day.ts'
import type { Texts } from '../texts/agreement.ts'
import { newRefusal } from './admit.ts'
import type { CaseFile, Refusal } from './case-file.ts'
import { derive, type FileRecord } from './derive.ts'
import { dayOfFact, FACT_KINDS, type Fact, type FactKind } from './facts.ts'
import { probeOf } from './probe.ts'
import type { Settings } from './progress.ts'

/** What a file is asked with: its texts, its operator's settings, and the day it is looked at. */
export interface Asking {
  readonly texts: Texts
  readonly settings: Settings
  readonly today: Day
}

/** A supposed fact that the rules do not admit, and the nearest of its kind that they would. */
export interface RefusedSupposition {
  /** Place among the facts supposed. */
  readonly index: number
  readonly refusal: Refusal
  /** `null` where no other day and no other length near it would be admitted. */
  readonly nearest: Fact | null
}

/** A file with facts that have not happened. Nothing is written: it is the same derivation, with more facts. */
export interface Supposition {
  readonly facts: readonly Fact[]
  /** The file with those of the facts that the rules admit. */
  readonly file: CaseFile
  readonly refused: readonly RefusedSupposition[]
  /** Facts of the file itself that the supposition would make inadmissible. */
  readonly broken: readonly Refusal[]
}

/** The file as it would be with facts more, seen on a day; each refused one is told with the nearest that would do. */
export function suppose(record: FileRecord, facts: readonly Fact[], asking: Asking): Supposition {
  const kept = record.facts.length
  const before = fileWith(record, [], asking)
  const file = fileWith(record, facts, asking)
  const own = file.refusals.filter(({ factIndex }) => factIndex >= kept)
  const known = new Set(before.refusals.map(({ factIndex }) => factIndex))
  const search = { tries: Math.ceil(MOST_WORK / (kept + facts.length)) }
  return {
    facts,
    file,
    refused: own.map((refusal) => {
      const index = refusal.factIndex - kept
      return { index, refusal, nearest: nearestAdmissible(record, facts, index, asking, search) }
    }),
    broken: file.refusals.filter(({ factIndex }) => factIndex < kept && !known.has(factIndex)),
  }
}

function fileWith(record: FileRecord, facts: readonly Fact[], { texts, settings, today }: Asking): CaseFile {
  return derive({ frame: record.frame, facts: [...record.facts, ...facts] }, texts, settings, today)
}

/** A fact with every one of its days moved by as many days. */
export function moved(fact: Fact, days: number): Fact {
  const shift = (day: Day | null): Day | null => (day === null ? null : addDays(day, days))
  if ('from' in fact) {
    const period = { ...fact, from: addDays(fact.from, days), to: shift(fact.to) }
    return period.kind === 'work_period' ? { ...period, validatedOn: shift(period.validatedOn) } : period
  }
  const event = { ...fact, on: addDays(fact.on, days) }
  return event.kind === 'benefit_notified' ? { ...event, aspEnd: shift(event.aspEnd) } : event
}

/** How far, in days, another day or another end is looked for. */
const NEAR = 92

/** Variations of a fact, the nearest first: validated in time, ending later or sooner, moved later or sooner. */
function* variations(fact: Fact): Generator<Fact> {
  if (fact.kind === 'work_period' && (fact.validatedOn === null || fact.validatedOn > fact.from)) {
    fact = { ...fact, validatedOn: fact.from }
    yield fact
  }
  for (let days = 1; days <= NEAR; days += 1) {
    if ('from' in fact && fact.to !== null) {
      yield { ...fact, to: addDays(fact.to, days) }
      if (fact.to - days >= fact.from) yield { ...fact, to: addDays(fact.to, -days) }
    }
    yield moved(fact, days)
    yield moved(fact, -days)
  }
}

/** Facts folded in the search of one supposition, at most: every variation of six facts of an ordinary file, some of a very long one. */
const MOST_WORK = 60_000

/** The nearest variation of a supposed fact that the rules admit beside the others; `null`: none within three months, or within what is left of the search. */
function nearestAdmissible(record: FileRecord, facts: readonly Fact[], index: number, asking: Asking, search: { tries: number }): Fact | null {
  const others = facts.filter((_, other) => other !== index)
  const before = fileWith(record, others, asking)
  for (const candidate of variations(facts[index]!)) {
    if (search.tries-- <= 0) return null
    if (newRefusal(before, fileWith(record, [...others, candidate], asking)) === null) return candidate
  }
  return null
}

/** The acts that a supposition closes, each with the rule that closes it, and those it opens. */
export interface ActsMoved {
  readonly on: Day
  readonly closed: readonly { readonly kind: FactKind; readonly refusal: Refusal }[]
  readonly opened: readonly FactKind[]
}

/**
 * Asks the rules, kind by kind, what they would admit once the supposition has happened: on the day
 * after its last day, or on the day the file is seen where that is later. Beside the same day without it;
 * beside `since` where only time is supposed to pass.
 */
export function actsMovedBy(record: FileRecord, facts: readonly Fact[], asking: Asking, since: Day): ActsMoved {
  const on = facts.reduce((last, fact) => latest(last, addDays(lastDayOf(fact), 1)), asking.today)
  const closed: { kind: FactKind; refusal: Refusal }[] = []
  const opened: FactKind[] = []
  const seen = { ...asking, today: on }
  const seenBefore = facts.length === 0 ? { ...asking, today: since } : seen
  for (const kind of FACT_KINDS) {
    const [before, after] = [probeOf(kind, seenBefore.today), probeOf(kind, on)]
    if (before === null || after === null) continue
    const was = refusalOf(record, [before], seenBefore)
    const is = refusalOf(record, [...facts, after], seen)
    if (was === null && is !== null) closed.push({ kind, refusal: is })
    if (was !== null && is === null) opened.push(kind)
  }
  return { on, closed, opened }
}

function lastDayOf(fact: Fact): Day {
  return 'from' in fact && fact.to !== null ? fact.to : dayOfFact(fact)
}

/** Why the last of some facts is not admitted; `null` when it is. */
function refusalOf(record: FileRecord, facts: readonly Fact[], asking: Asking): Refusal | null {
  const place = record.facts.length + facts.length - 1
  return fileWith(record, facts, asking).refusals.find(({ factIndex }) => factIndex === place) ?? null
}
