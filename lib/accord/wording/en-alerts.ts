import type { Template } from './word-book.ts'
import type { AlertCode } from './codes.ts'

/** What a person should know, that blocks nothing. */
export const enAlerts: Readonly<Record<AlertCode, Template>> = {
  holeBetweenTexts: (w) => `No text covers procedures engaged on ${w.day('engagedOn')}: the 2011 convention ran to 31 December 2014, that of 2015 starts on 1 February 2015. A person must choose the text to apply; the 2011 convention is recommended.`,
  holeBetweenOthers: (w) => `No text covers procedures engaged on ${w.day('engagedOn')}: one text ends on ${w.day('until')}, the next starts on ${w.day('next')}. A person must choose the text to apply.`,
  holeAfterLast: (w) => `The last known text ends on ${w.day('until')}; the procedure was engaged on ${w.day('engagedOn')}. A person must choose the text to apply.`,
  holeBeforeFirst: (w) => `The CSP has existed since 1 September 2011; the procedure was engaged on ${w.day('engagedOn')}. A person must choose the text to apply.`,
  textChosen: (w) => `A person chose the text ${w.text('code')}: the texts leave a gap at that date.`,
  uncovered2014: () => 'The 2011 agreement ran to 31 December 2013 and no amendment was found before 22 March 2014: the file is computed under the 2011 convention.',
  tooLarge: (w) => `The company has ${w.number('size')} employees: outside receivership or liquidation, redeployment leave applies, not the CSP.`,
  motiveMissing: (w) => `No document giving the economic motive is recorded, though the CSP was accepted on ${w.day('acceptedOn')}. Without it, the termination may be held to lack real and serious cause.`,
  motiveLate: (w) => `The economic motive was notified on ${w.day('on')}, after the acceptance of ${w.day('acceptedOn')}. The termination may be held to lack real and serious cause.`,
  contestNotStated: () => 'The document does not state the 12-month limit to contest: that limit cannot be held against the person. Two years are used.',
  notAtInterview: (w) => `The document is handed over during the interview of ${w.day('engagedOn')}; it was on ${w.day('on')}. The 21 days run from the hand-over.`,
  letterTooEarly: (w) => `The conservative letter, sent on ${w.day('on')}, could only be sent from ${w.day('earliest')}.`,
  letterNeeded: (w) => `From ${w.day('earliest')}, the employer must send the conservative letter: reflection runs to ${w.day('end')}.`,
  holidayRolled: (w) => `Day 21 falls on ${w.day('raw')}, ${w.text('holiday')}: the end is moved to ${w.day('end')}. It is your operator’s choice.`,
  holidayNotRolled: (w) => `Day 21 falls on ${w.day('raw')}, ${w.text('holiday')}: your operator chose not to move it.`,
  underOneYear: () => 'Under one year of seniority: the allowance equals ARE and may end before the CSP.',
  beyondCeiling: (w) => `The term, ${w.day('term')}, goes beyond fifteen months of CSP, reached on ${w.day('ceiling')}. The text read does not say whether that ceiling covers leaves: to be checked.`,
  finalInterviewEarly: (w) => `The final interview was held on ${w.day('on')}, before the last two months, which start on ${w.day('from')}: it is still to be held.`,
  trainingOutlastsTerm: (w) => `The training runs to ${w.day('to')}, after the term of ${w.day('term')}: it goes on if the person registers at France Travail.`,
  sideJob: (w) => `The job started on ${w.day('on')} neither ends the CSP nor is a work period: the allowance is stopped. Clarify it with France Travail.`,
  sideJobShouldHaveEnded: (w) => `The job started on ${w.day('on')} was to end on ${w.day('planned')}: record its end, or its extension.`,
  oneOfferRefused: (w) => `One reasonable offer was refused on ${w.day('on')}. A second could end the CSP.`,
  leaveWithoutExtension: (w) => `Under this text, ${w.text('cause')} stops the allowance without extending the CSP.`,
  sicknessCapped: (w) => `The leave counts ${w.days('counted')} but adds only ${w.days('added')} to the CSP: ${w.number('months')} months at most in all (${w.text('cause')}).`,
  workAboveFourMonths: (w) => `Work periods reach ${w.days('days')}, more than four months. The text says “4 to 6 months”: six months are used.`,
  openWorkBeyondTotal: (w) => `The work period open since ${w.day('from')} brings the total to ${w.days('days')}, more than ${w.number('months')} months: beyond, it is an ordinary job, which stops the allowance. Record its end.`,
  straddlesMonth6: (w) => `The work period crosses the end of month 6, ${w.day('month6End')}: only what follows extends the CSP, by ${w.days('counted')}. This is a cautious reading: the text does not say.`,
  workReviewDue: (w) => `The work period ended on ${w.day('to')}: a review with the referent is due.`,
}
