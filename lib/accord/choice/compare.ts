import { addDays, earliest } from '../calendar/day.ts'
import { euro, asText, type Euro } from '../rules/money.ts'
import type { Texts } from '../texts/agreement.ts'
import { assumptionsOf } from './assumptions.ts'
import { MOST_MONTHS, type Choice, type ChoiceInput, type ChoiceSide, type MissingFigure } from './choice.ts'
import { acceptedLines, daysUntil, lastChange, refusedLines, sumsOf } from './lines.ts'
import { monthColumns, monthsUpTo } from './months.ts'
import { statementsOf } from './statements.ts'
import { twoLives, type TwoLives } from './two-lives.ts'

/** How many calendar months to show: those asked for, within what the figures known allow. */
function monthCount(input: ChoiceInput, lives: TwoLives): number {
  const upTo = (last: TwoLives['term']) => monthsUpTo(input.proposedOn, last)
  // Both contracts must have ended within what is shown, or severance would stand on one side alone.
  const least = upTo(lives.noticeEnd ?? lives.reflectionEnd)
  // Without the duration of ARE, nothing is said of what follows the CSP.
  const most = lives.duration === null ? Math.min(MOST_MONTHS, upTo(lives.term)) : MOST_MONTHS
  const wanted = input.supposed.months ?? upTo(lastChange(input, lives))
  return Math.max(least, Math.min(most, wanted))
}

function missingOf(lives: TwoLives): readonly MissingFigure[] {
  const { frame } = lives
  const employer = frame.entryPath === 'employer'
  const missing: MissingFigure[] = []
  if (frame.hiredOn === null) missing.push('hiredOn')
  if (employer && frame.monthlyGross === null) missing.push('monthlyGross')
  if (employer && lives.noticeMonths === null) missing.push('noticeMonths')
  // The gross wage gives an estimate of it: only the wage is then asked for.
  if (frame.sjr === null && !missing.includes('monthlyGross')) missing.push('sjr')
  if (lives.duration === null) missing.push('areDurationDays')
  return missing
}

function differencesOf(accepted: ChoiceSide, refused: ChoiceSide): readonly (string | null)[] {
  let sum: Euro | null = euro(0)
  return accepted.monthly.map((amount, index) => {
    const other = refused.monthly[index]
    sum = sum === null || amount === null || other === null || other === undefined ? null : sum.plus(amount).minus(other)
    return sum === null ? null : asText(sum)
  })
}

/** Days between the end of the contract (or the registration) and the first day paid again, by the benefit or by the job. */
function unpaidDaysWithout(input: ChoiceInput, lives: TwoLives, waited: number): number | null {
  if (lives.frame.entryPath === 'employer' && lives.noticeEnd === null) return null
  const free = lives.noticeEnd === null ? input.proposedOn : addDays(lives.noticeEnd, 1)
  const benefit = addDays(free, waited)
  return Math.max(0, (lives.jobWithout === null ? benefit : earliest(benefit, lives.jobWithout)) - free)
}

/**
 * accepting or refusing the CSP, for the same person, month by
 * month from the proposal: euros gross as decimal text, every line with its article and what it supposes.
 * A figure that is not known leaves `null` in what depends on it. Where no text governs, or the authorisation
 * of a protected employee is awaited, it says so instead. Pure; an estimate, which France Travail's own decides.
 */
export function compareChoices(input: ChoiceInput, texts: Texts): Choice {
  const lives = twoLives(input, texts)
  if (lives.kind !== 'lives') return lives
  const columns = monthColumns(input.proposedOn, monthCount(input, lives))
  const last = columns.at(-1)?.to ?? input.proposedOn
  const assumptions = assumptionsOf(input, lives)
  const regime = lives.file.regime
  const drafting = { input, lives, columns, last, regime, present: new Set(assumptions.map(({ id }) => id)) }
  const employer = lives.frame.entryPath === 'employer'
  const { duration } = lives

  const acceptedWith = acceptedLines(drafting)
  const aspUsed = daysUntil([lives.asp], last)
  const areUsed = daysUntil([lives.areBeforeCsp, lives.areAfterCsp], last)
  // Without the seniority, how long ASP runs is not known.
  const used = duration === null || lives.fullSeniority === null ? null : Math.min(duration, aspUsed + areUsed)
  const waited = lives.deferredDays + input.supposed.waitingDays
  const accepted: ChoiceSide = {
    lines: acceptedWith,
    ...sumsOf(acceptedWith, columns),
    contractEnd: employer ? lives.reflectionEnd : null,
    asp: lives.asp,
    are: lives.areAfterCsp,
    daysWithoutPay: employer ? 0 : lives.areBeforeCsp === null ? lives.start - input.proposedOn : waited,
    areDaysUsed: used,
    areDaysLeft: duration === null || used === null ? null : duration - used,
  }
  const refusedWith = refusedLines(drafting)
  const without = lives.areWithout
  const usedWithout = duration === null || (employer && lives.noticeEnd === null) ? null : without === null ? 0 : daysUntil([{ from: without.from, to: without.to ?? addDays(without.from, duration - 1) }], last)
  const refused: ChoiceSide = {
    lines: refusedWith,
    ...sumsOf(refusedWith, columns),
    contractEnd: lives.noticeEnd,
    asp: null,
    are: without,
    daysWithoutPay: unpaidDaysWithout(input, lives, waited),
    areDaysUsed: usedWithout,
    areDaysLeft: duration === null || usedWithout === null ? null : duration - usedWithout,
  }
  const differences = differencesOf(accepted, refused)
  return {
    kind: 'compared',
    regime,
    path: lives.frame.entryPath,
    proposedOn: input.proposedOn,
    reflectionEnd: lives.reflectionEnd,
    cspStart: lives.start,
    cspTerm: lives.term,
    letterOn: lives.letter?.on ?? null,
    months: columns,
    accepted,
    refused,
    differences,
    difference: differences.at(-1) ?? null,
    ...statementsOf(lives, input.supposed.waitingDays, regime),
    assumptions,
    missing: missingOf(lives),
  }
}
