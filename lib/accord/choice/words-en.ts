import type { ChoiceBook } from './words.ts'

/** The comparison in English. */
export const en: ChoiceBook = {
  lines: {
    wage: { label: 'Wage', short: 'wage' },
    notice: { label: 'Notice', short: 'notice' },
    noticeBalance: { label: 'Notice paid to the person', short: 'notice' },
    severance: { label: 'Severance', short: 'severance' },
    paidLeave: { label: 'Leave not taken', short: 'leave' },
    asp: { label: 'CSP allowance (ASP)', short: 'ASP' },
    are: { label: 'Unemployment benefit (ARE)', short: 'ARE' },
    bonus: { label: 'Redeployment bonus', short: 'bonus' },
    wageGap: { label: 'Wage-gap indemnity', short: 'IDR' },
    job: { label: 'Wage of the new job', short: 'job' },
  },
  assumptions: {
    letterSent: (v) => `The dismissal letter is presented on ${v.day('on')}${v.known('end') ? `; the notice runs from that day and ends on ${v.day('end')}` : ''}.`,
    letterEarliest: (v) =>
      `The dismissal letter is presented on ${v.day('on')}, the first day allowed after the interview: a refusal makes it the notification${v.known('end') ? `, and the notice ends on ${v.day('end')}` : ''}.`,
    letterAfterReflection: (v) => `The dismissal letter is presented on ${v.day('on')}, the day after reflection${v.known('end') ? `; the notice ends on ${v.day('end')}` : ''}.`,
    decisionSupposed: (v) => `The authorisation to dismiss is notified to the employer on ${v.day('on')}.`,
    noticeLegal: (v) => `The notice is the legal one: ${v.months('months')} ${v.number('months') === 1 ? 'month' : 'months'}. Your collective agreement may give more.`,
    noticePaidAlike: () => 'Worked or not, the notice is paid the same and the contract ends on the same day.',
    waitingDays: (v) => `Without the CSP, ARE waits ${v.days('days')} after registration.`,
    leaveDeferral: (v) => `Leave not taken (${v.amount('amount')}) is paid on both sides; without the CSP it puts ARE off by ${v.days('days')}, thirty at most.`,
    noLeave: () => 'No untaken leave is counted. Paid on both sides, it would put off ARE, never ASP.',
    noSpecificDeferral: () => 'No severance beyond the law: it too would put off ARE without the CSP.',
    registeredAtOnce: () => 'The person registers with France Travail the day after the contract ends.',
    sjrFromGross: (v) => `The reference daily wage is estimated at ${v.amount('amount')}: twelve months of gross wage over 365 days.`,
    sjrAreSame: () => 'The reference wage of ARE is taken as that of ASP. It differs if you have had other contracts.',
    areEstimated: (v) => `ARE is estimated at ${v.amount('amount')} a day, with the unemployment-insurance figures in force.`,
    noDegression: () => 'The fall of ARE for high wages after some months is not counted.',
    sameDuration: (v) => `ARE lasts ${v.days('days')} on both sides. France Travail gives the exact duration${v.text('longer') === 'true' ? ', which may be longer with the CSP since amendment no. 7' : ''}.`,
    durationUnknown: () => 'The duration of ARE is not known: it is taken to cover the year, and nothing is counted after the CSP.',
    severanceLegal: () => 'Severance is the legal one. Your collective agreement may give more, on both sides.',
    earnedMonth: () => 'Each sum is counted in the month it is earned, by its days; payment often comes the month after.',
    noOtherIncome: () => 'No sick leave and no short contract: the allowance is counted every day.',
    grossOnly: () => 'All is gross, before contributions and tax, which differ from one sum to another.',
    jobLasting: (v) => `The new job is open-ended with the same working time${v.known('on') ? `, from ${v.day('on')} with the CSP` : ''}; the plan is validated before it and the bonus claimed within thirty days.`,
    jobAfterNotice: (v) => `Without the CSP, the job only starts on ${v.day('on')}, as the contract still runs.`,
  },
  statements: {
    keptSeverance: (v) => `Severance, ${v.amount('amount')} at least, with the seniority that the notice would have given.`,
    keptNoticePay: (v) =>
      v.text('whole') === 'true'
        ? `The notice, ${v.amount('amount')}: under one year of seniority, all of it is paid to you.`
        : `The part of the notice beyond three months, ${v.amount('amount')}.`,
    keptContest: (v) => `The right to contest the termination for ${v.number('months')} months from your signature.`,
    keptRehire: (v) => `The rehire priority until ${v.day('until')}, if you ask for it.`,
    keptAre: (v) =>
      !v.known('days') ? 'The ARE that is left after the CSP, at once.'
      : v.text('job') === 'true' ? `${v.days('days')} of ARE, kept in case the job ends.`
      : `${v.days('days')} of ARE after the CSP, at once, if you have no job.`,
    lostNotice: (v) => `The notice: ${v.months('months')} ${v.number('months') === 1 ? 'month' : 'months'}, ${v.amount('amount')}, go to France Travail and not to you.`,
    lostContractEarlier: (v) => `Time under contract: the contract ends on ${v.day('accepted')} instead of ${v.day('refused')}.`,
    lostAreDays: (v) => `Days of ARE: each day of ASP paid (${v.days('days')} here) is taken off its duration.`,
    lostReturn: () => 'The possibility of going back on your own: no text provides for it once the CSP is accepted.',
    lostDuties: (v) => `Some freedom: refusing or missing an action, or refusing two reasonable offers, may end ${v.text('contract') === 'true' ? 'the CSP' : 'the allowance'}.`,
    gainedRate: (v) =>
      v.text('basis') === 'rate'
        ? `${v.number('percent')}% of the reference wage: ${v.amount('asp')} a day instead of ${v.amount('are')}.`
        : `${v.amount('asp')} of ASP a day, for ${v.amount('are')} of ARE.`,
    gainedNoRate: (v) => `An allowance from the day after the contract${v.known('asp') ? `, ${v.amount('asp')} a day` : ''}: under one year of seniority, its amount is that of ARE.`,
    gainedAtOnce: (v) => `No waiting: the allowance starts on ${v.day('start')}${v.number('days') === 0 ? '' : `; without the CSP, ${v.days('days')} without income after the notice`}.`,
    gainedSupport: (v) => `Support: an assessment interview within ${v.days('days')}, a written plan, training, one adviser.`,
    gainedBonus: (v) => `A bonus of ${v.number('percent')}% of the rights left if a lasting job starts${v.known('until') ? ` on ${v.day('until')} at the latest` : ' in time'}.`,
    gainedWageGap: (v) => `An indemnity, ${v.number('months')} months at most, if you take a job that pays less${v.number('loss') > 0 ? `, by ${v.number('loss')}% at least` : ''}.`,
    gainedTrial: () => 'A way back: the CSP resumes if the trial period is broken before its term.',
  },
  missing: {
    hiredOn: 'the date of hire',
    monthlyGross: 'the monthly gross wage',
    noticeMonths: 'the length of the notice',
    sjr: 'the reference daily wage',
    areDurationDays: 'the duration of ARE',
  },
}
