import { formatDay, formatDays } from './day-words.ts'
import { allowanceEnd } from './allowance-aloud.ts'
import { ledgerCauseWords } from './comparison-words.ts'
import { enAspCauses, enCauses } from './en-causes.ts'
import { enEstimates } from './en-estimates.ts'
import { fixedNumber, longDay, type WordBook } from './word-book.ts'
import type { CaseFile, DateName } from '../file/case-file.ts'
import type { StepCode } from './codes.ts'

const long = (file: CaseFile, name: DateName) => longDay(file.dates[name], 'en')
/** “last month”, “last 2 months”. */
const ones = (which: string, count: number) => (count === 1 ? `${which} month` : `${which} ${count} months`)
const aMonth = (file: CaseFile, name: DateName) => {
  const months = fixedNumber(file, name, 'months')
  return months === 1 ? 'a month' : `${months} months`
}

/** A sentence to read aloud to the person, for each date. */
export const enAloud: WordBook['aloud'] = {
  reflectionEnd: (file) => reflectionAloud(file),
  contractEnd: (file) => `Your employment contract ends on the evening of ${long(file, 'contractEnd')}, even if you accepted earlier.`,
  cspStart: (file) => `Your CSP starts on ${long(file, 'cspStart')}. The deadlines of your support run from that day.`,
  cspTerm: (file) => termAloud(file),
  aspEnd: (file) => aspEndAloud(file),
  preBilanDue: (file) => `We meet for the pré-bilan within ${formatDays(fixedNumber(file, 'preBilanDue', 'days'), 'en')} of the start of the CSP, so at the latest on ${long(file, 'preBilanDue')}.`,
  planDue: (file) => `Your plan is put in place within ${aMonth(file, 'planDue')} of the pré-bilan, so at the latest on ${long(file, 'planDue')}.`,
  month4ReviewDue: (file) => `After four months of effective support, we review your progress, at the latest on ${long(file, 'month4ReviewDue')}.`,
  month6End: (file) => `Month six ends on ${long(file, 'month6End')}. After that day, working on a validated contract extends your CSP.`,
  bonusLastJobStart: (file) => `To open the bonus, your job must start at the latest on ${long(file, 'bonusLastJobStart')}.`,
  bonusClaimDue: (file) => `Your bonus claim must be signed and sent at the latest on ${long(file, 'bonusClaimDue')}. After that day, the bonus is lost.`,
  bonusSecondPaymentOn: (file) => `The second payment of the bonus is due on ${long(file, 'bonusSecondPaymentOn')}, if you are still in that job.`,
  finalInterviewFrom: (file) => `The final interview is held in the ${ones('last', fixedNumber(file, 'finalInterviewFrom', 'months'))}, from ${long(file, 'finalInterviewFrom')}.`,
  finalInterviewTo: (file) => `The final interview is held at the latest on ${long(file, 'finalInterviewTo')}, the last day of the CSP.`,
  termLetterDue: (file) => `France Travail writes to you at least ${formatDays(fixedNumber(file, 'termLetterDue', 'days'), 'en')} before the term, so at the latest on ${long(file, 'termLetterDue')}, to tell you your rights after the CSP.`,
  followUpEnd: (file) => `We stay in touch during the ${ones('first', fixedNumber(file, 'followUpEnd', 'months'))} of your job, to ${long(file, 'followUpEnd')}.`,
  employerPaymentDue: (file) => `Your former employer pays its contribution to France Travail at the latest on ${long(file, 'employerPaymentDue')}. You have nothing to do.`,
  contestLimit: (file) => `You can contest the end of your contract, at the latest on ${long(file, 'contestLimit')}. Accepting the CSP does not prevent it.`,
  claimsLimit: (file) => `A sum that is due is claimed within ${fixedNumber(file, 'claimsLimit', 'years') === 1 ? 'a year' : `${fixedNumber(file, 'claimsLimit', 'years')} years`}, so at the latest on ${long(file, 'claimsLimit')}.`,
  rehirePriorityEnd: (file) => `If you ask for it, your former employer must offer you first the jobs that open, until ${long(file, 'rehirePriorityEnd')}.`,
}

/** What would change each date. */
export const enChanges: WordBook['changes'] = {
  reflectionEnd: ['A corrected hand-over date.', 'For a protected employee, the date of the decision.', 'The operator’s holiday setting.'],
  contractEnd: ['What changes the end of reflection.'],
  cspStart: ['What changes the end of reflection.'],
  cspTerm: ['A validated work period after month six, under the texts of 2015 and after.', 'A leave that the text takes into account.', 'A corrected fact. A broken trial period does not: the CSP resumes to this same day (R-412).'],
  aspEnd: ['What changes the term.', 'A stop of the allowance, under one year of seniority or once a bonus was paid.', 'The length of ARE, under one year of seniority.'],
  preBilanDue: ['A corrected start of the CSP. Neither Sundays nor holidays move it.'],
  planDue: ['The date of the pré-bilan.'],
  month4ReviewDue: ['A leave or a work period before that date.'],
  month6End: ['A corrected start of the CSP.'],
  bonusLastJobStart: ['Since amendment 5, each day of extension of the CSP.'],
  bonusClaimDue: ['The first day of the job.'],
  bonusSecondPaymentOn: ['The first day of the job; its end before that date.'],
  finalInterviewFrom: ['What changes the term.'],
  finalInterviewTo: ['What changes the term.'],
  termLetterDue: ['What changes the term.'],
  followUpEnd: ['The first day of the job.'],
  employerPaymentDue: ['A start of the CSP in another month.'],
  contestLimit: ['The date the form was signed.', 'A document that does not state the 12-month limit.'],
  claimsLimit: ['The date of the event that opens the right.'],
  rehirePriorityEnd: ['The date the contract ended.'],
}

function reflectionAloud(file: CaseFile): string {
  const steps = file.explanations.reflectionEnd?.steps ?? []
  const has = (code: StepCode) => steps.some((step) => step.code === code)
  const days = fixedNumber(file, 'reflectionEnd', 'days')
  const from = has('registration') ? 'your registration' : 'the document was handed over'
  const span = has('prolongedByDecision')
    ? `You have at least ${days} days to answer, and until the day after your employer receives the authority’s decision.`
    : `You have ${days} days to answer, from the day after ${from}.`
  const last = has('holidayRolled') && !has('prolongedByDecision') ? `Day ${days} is a public holiday: the last day is` : 'The last day is'
  return `${span} ${last} ${long(file, 'reflectionEnd')}. Without an answer by the end of that day, your silence is a refusal.`
}

function termAloud(file: CaseFile): string {
  const { cspStart, cspTerm } = file.dates
  const added = Object.values(file.explanations.cspTerm?.steps ?? []).reduce((sum, step) => sum + (typeof step.values['added'] === 'number' ? step.values['added'] : 0), 0)
  const start = cspStart === null ? '' : formatDay(cspStart, 'en')
  const last = longDay(cspTerm, 'en')
  if (added === 0) return `Your CSP lasts twelve months, from ${start}. The last day is ${last}.`
  return `Your CSP lasts twelve months, from ${start}. ${formatDays(added, 'en')} of work or leave that the text takes into account ${added === 1 ? 'is' : 'are'} added. The last day is ${last}.`
}

function aspEndAloud(file: CaseFile): string {
  const end = allowanceEnd(file)
  const last = long(file, 'aspEnd')
  if (end === null) return `Your allowance can be paid to ${last}. France Travail decides.`
  const said = [
    end.daysBeforeTerm === 0
      ? `Your allowance can be paid to ${last}, the last day of the CSP.`
      : `Your allowance can be paid to ${last}, ${formatDays(end.daysBeforeTerm, 'en')} before the term of the CSP, ${long(file, 'cspTerm')}.`,
  ]
  if (end.bonusDays > 0) said.push(`The bonus you have already received counts for ${formatDays(end.bonusDays, 'en')} of allowance.`)
  if (end.beyondDuration > 0) said.push('Under one year of seniority, it lasts no longer than ARE.')
  if (end.daysBeforeTerm > 0) said.push('The support itself runs to the term.')
  const words = { causes: enCauses, aspCauses: enAspCauses, estimates: enEstimates }
  const suspended = end.suspended.map(([cause, days]) => `${ledgerCauseWords(cause, words)}, ${formatDays(days, 'en')}`)
  if (suspended.length > 0) said.push(`Some days are not paid: ${suspended.join('; ')}.`)
  return [...said, 'France Travail decides.'].join(' ')
}
