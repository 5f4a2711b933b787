import type { Day } from '../calendar/day.ts'
import type { Figures } from '../texts/agreement.ts'
import { figureOn } from '../texts/benefit-parameters.ts'
import { euro, greatest, least, parameter, toCents, type Euro } from './money.ts'

/** Share of the reference wage that comes with ARE's fixed part, and the cap on the whole; unchanged since 2011. */
const ARE_SHARE_WITH_FIXED_PART = euro('0.404')
const ARE_CAP = euro('0.75')

/** The daily ARE with its working, each figure in euros a day. */
export interface AreAmount {
  readonly daily: Euro
  /** The fixed part that counts, for the working time of the lost job. */
  readonly fixedPart: Euro
  readonly withFixedPart: Euro
  /** Share of the reference wage, as a decimal. */
  readonly rate: string
  readonly plain: Euro
  readonly minimum: Euro
  readonly cap: Euro
}

/**
 * the daily ARE estimated from a reference wage: the best of 40.4 % plus the fixed part, the plain
 * rate and the minimum, capped at 75 %. Figures in force on `on`; the fixed part and the minimum of a
 * part-time job are its share of full time.
 */
export function areEstimate(sjr: Euro, on: Day, figures: Figures, workingTimeShare: Euro | number | null = null): AreAmount {
  const inShare = (figure: Euro) => (workingTimeShare === null ? figure : figure.times(workingTimeShare))
  const fixedPart = inShare(parameter(figureOn(figures.areFixedPart, on).value))
  const withFixedPart = sjr.times(ARE_SHARE_WITH_FIXED_PART).plus(fixedPart)
  const rate = figureOn(figures.areRate, on).value
  const plain = sjr.times(parameter(rate))
  const minimum = inShare(parameter(figureOn(figures.areMinimum, on).value))
  const cap = sjr.times(ARE_CAP)
  const best = greatest(greatest(withFixedPart, plain), minimum)
  return { daily: toCents(least(best, cap)), fixedPart, withFixedPart, rate, plain, minimum, cap }
}

/** the daily ARE alone; see `areEstimate`. */
export function areDailyEstimate(sjr: Euro, on: Day, figures: Figures, workingTimeShare: Euro | number | null = null): Euro {
  return areEstimate(sjr, on, figures, workingTimeShare).daily
}

export type AspBasis = 'rate' | 'are_floor' | 'seniority' | 'ceiling'

export interface AspAmount {
  readonly daily: Euro
  readonly basis: AspBasis
  readonly byRate: Euro
  readonly floor: Euro
  readonly ceiling: Euro | null
}

/**
 * ANI 2011 art. 11; Conv. 2015 art. 15 §§1 and 2.
 * The daily ASP: the rate on the reference wage, never under ARE nor the floor of training, never over the
 * highest allowance where the text caps it; under one year of seniority, ARE.
 */
export function aspDaily(
  sjr: Euro,
  are: Euro,
  on: Day,
  figures: Figures,
  terms: { readonly rate: string; readonly capped: boolean; readonly fullSeniority: boolean },
): AspAmount {
  const byRate = toCents(sjr.times(parameter(terms.rate)))
  const floor = greatest(are, parameter(figureOn(figures.trainingFloor, on).value))
  const ceiling = terms.capped ? parameter(figureOn(figures.highestAllowance, on).value) : null
  if (!terms.fullSeniority) return { daily: are, basis: 'seniority', byRate, floor, ceiling }
  const floored = floor.greaterThan(byRate)
  const uncapped = floored ? floor : byRate
  if (ceiling !== null && uncapped.greaterThan(ceiling)) return { daily: ceiling, basis: 'ceiling', byRate, floor, ceiling }
  return { daily: uncapped, basis: floored ? 'are_floor' : 'rate', byRate, floor, ceiling }
}
