import type { Day } from '../calendar/day.ts'
import { areEstimate, aspDaily, type AreAmount, type AspAmount } from '../rules/allowance.ts'
import { euro, type Euro } from '../rules/money.ts'
import { figuresReach } from '../texts/benefit-parameters.ts'
import type { FactOf } from './facts.ts'
import { hasFullSeniority, type Progress, type Term } from './progress.ts'

/** A figure that France Travail gave, and the fact that gave it; `null`: entered when the file was opened. */
export interface Notified<T> {
  readonly value: T
  readonly factIndex: number | null
}

/** The latest figure of each name among France Travail's notices; `null` where none gave it. */
export interface NotifiedFigures {
  readonly sjr: Notified<string> | null
  readonly sjrAre: Notified<string> | null
  readonly areDaily: Notified<string> | null
  readonly aspDaily: Notified<string> | null
  readonly aspEnd: Notified<Day> | null
  readonly areDurationDays: Notified<number> | null
}

/**
 * The figures that a file is computed with: France Travail's where it gave them, ours where it did not, and
 * ours beside its own. Euros a day. `null` where what they need is not known.
 */
export interface Benefit {
  readonly notified: NotifiedFigures
  /** The reference wage of ASP in force, and that of ARE. */
  readonly sjr: Euro | null
  readonly sjrAre: Euro | null
  /** Whether the text gives ASP a reference wage of its own. */
  readonly apart: boolean
  /** Whether one known wage stands for both although they are apart. */
  readonly shared: boolean
  /** Our ARE from the reference wage, whatever France Travail gave. */
  readonly areOurs: AreAmount | null
  readonly are: Euro | null
  readonly areSource: 'notified' | 'entered' | 'estimated' | null
  /** Our ASP from the wage and the ARE in force, whatever France Travail gave. */
  readonly aspOurs: AspAmount | null
  readonly asp: Euro | null
  readonly areDurationDays: number | null
}

type Notice = { readonly notice: FactOf<'benefit_notified'>; readonly factIndex: number }

function latest<K extends keyof NotifiedFigures>(notices: readonly Notice[], name: K): Notified<NonNullable<FactOf<'benefit_notified'>[K]>> | null {
  for (let index = notices.length - 1; index >= 0; index -= 1) {
    const given = notices[index]
    const value = given?.notice[name] ?? null
    if (given !== undefined && value !== null) return { value, factIndex: given.factIndex }
  }
  return null
}

const NOTHING_NOTIFIED: NotifiedFigures = { sjr: null, sjrAre: null, areDaily: null, aspDaily: null, aspEnd: null, areDurationDays: null }

/** what France Travail notified, figure by figure: the latest of each counts. */
function notifiedFigures(notices: readonly Notice[]): NotifiedFigures {
  if (notices.length === 0) return NOTHING_NOTIFIED
  return {
    sjr: latest(notices, 'sjr'),
    sjrAre: latest(notices, 'sjrAre'),
    areDaily: latest(notices, 'areDaily'),
    aspDaily: latest(notices, 'aspDaily'),
    aspEnd: latest(notices, 'aspEnd'),
    areDurationDays: latest(notices, 'areDurationDays'),
  }
}

const amount = (value: string | null): Euro | null => (value === null ? null : euro(value))

/**
 * the reference wages, the daily ARE and the daily ASP on the first day of the CSP. Before the
 * text that gives ASP a wage of its own, one wage counts for both and that of ARE is not heard.
 */
export function benefitOf(progress: Progress, term: Term | null): Benefit {
  const { frame, governing } = progress
  const notified = notifiedFigures(progress.notices)
  const ownFrom = governing?.base.ownReferenceWageFrom ?? null
  const apart = ownFrom !== null && frame.engagedOn >= ownFrom
  const sjr = amount(notified.sjr?.value ?? frame.sjr)
  const ownAre = apart ? amount(notified.sjrAre?.value ?? frame.sjrAre) : null
  const sjrAre = ownAre ?? sjr
  const entered = notified.areDaily?.value ?? frame.areDaily
  const reached = term !== null && governing !== null && figuresReach(governing.figures, term.start)
  const areOurs = !reached || sjrAre === null ? null : areEstimate(sjrAre, term.start, governing.figures, frame.workingTimeShare)
  const are = term === null ? null : (amount(entered) ?? areOurs?.daily ?? null)
  const fullSeniority = hasFullSeniority(progress)
  const aspOurs =
    !reached || sjr === null || are === null || fullSeniority === null
      ? null
      : aspDaily(sjr, are, term.start, governing.figures, { rate: governing.base.aspRate, capped: governing.base.aspCapped, fullSeniority })
  return {
    notified,
    sjr,
    sjrAre,
    apart,
    shared: apart && ownAre === null && sjr !== null,
    areOurs,
    are,
    areSource: are === null ? null : notified.areDaily !== null ? 'notified' : frame.areDaily !== null ? 'entered' : 'estimated',
    aspOurs,
    asp: term === null ? null : (amount(notified.aspDaily?.value ?? null) ?? aspOurs?.daily ?? null),
    areDurationDays: notified.areDurationDays?.value ?? frame.areDurationDays,
  }
}
