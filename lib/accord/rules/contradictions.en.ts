import type { ContradictionId, ContradictionWords } from './contradictions.ts'

const words = (conflict: string, choice: string): ContradictionWords => ({ conflict, choice })

export const englishContradictions: Readonly<Record<ContradictionId, ContradictionWords>> = {
  'X-01': words('The 2011 agreement says that it takes effect when its order is published; the 2011 convention, and everyone who applied it, say 1 September 2011.', '1 September 2011.'),
  'X-02': words('The 2011 convention could not run beyond 31 December 2014, and that of 2015 takes procedures engaged from 1 February. For January 2015, comments of the time contradict each other: one sees a void, another an old scheme carried on.', 'Nothing by default: for January 2015 a person chooses the text, and the choice stays written; the 2011 agreement is advised. From 1 January to 21 March 2014, where an amendment is missing, the 2011 agreement applies, with an alert.'),
  'X-03': words('For the information document, the 2011 agreement refers to an article 4 that deals with something else; a note of the 2015 convention is off by one in the same way.', 'The reference is read as to the articles that speak of the document: 5 and 6 in 2011, 4 in 2015.'),
  'X-04': words('Article 11 of the 2011 agreement exempts the cases of its article 15 from the stop of the allowance; article 15 is about training, and work periods are in article 16.', 'Article 16.'),
  'X-05': words('Articles 1 to 3 of the 2011 agreement speak only of companies under 1,000 employees; the administration and Unédic add companies in receivership or liquidation, whatever their size.', 'Receivership and liquidation are included.'),
  'X-06': words('The three months owed by an employer who did not propose are counted gross by the Labour Code and the 2011 agreement, with all charges by the 2015 convention.', 'Gross, given as an estimate: France Travail computes and collects it.'),
  'X-07': words('Under the 2012 amendment, the shortest work period is ten worked days or two weeks in one text, fourteen days in another, fifteen in a report by Unédic.', 'Fourteen calendar days.'),
  'X-08': words('The official sheet of 2020 says that a contract cannot exceed six months, and also that a contract of at least six months ends the CSP; for the bonus it says “more than six months” where the convention says “at least six months”.', 'Exactly six months end the CSP and open the bonus.'),
  'X-09': words('The wage-gap indemnity goes with any salaried job in the convention, with a permanent contract or one of at least six months on France Travail’s page.', 'Nothing is blocked; a shorter contract is pointed out.'),
  'X-10': words('The Labour Code, as it stood in 2015, says that work does not change the term of the CSP; the 2015 convention extends it for work after the sixth month.', 'The convention, which France Travail applies.'),
  'X-11': words('The new content of the information interview dates from 1 April 2023 for one publisher; another tells two dates apart, 1 April and 1 November 2023.', '1 April 2023, as information: nothing depends on it.'),
  'X-12': words('Professional newsletters of 2025 limit every leave to four months of extension; the amendment says so of sickness alone, and gives family leaves their legal length.', 'A limit for each cause: four months for sickness, the legal length for family leaves.'),
  'X-13': words('One website writes that the allowance goes on during sick leave, and elsewhere that it stops; article 17 b of the convention stops it.', 'It stops.'),
  'X-14': words('Notices of 2024 and 2025 still ask for a year of seniority to enter the CSP; the 2015 convention and the ministry say that it is owed whatever the seniority.', 'No seniority is asked to enter.'),
  'X-15': words('The official sheet of 2020 asks to meet the conditions of ARE; since amendment 5 the CSP has its own: 88 days or 610 hours instead of 130 or 910.', 'The condition of the text that governs the file.'),
  'X-16': words('After a breach, the 2011 agreement takes the allowance away; the 2015 convention ends the CSP.', 'The effect of the text that governs the file.'),
  'X-17': words('Article 15 of the 2015 convention writes “two years” of seniority; practice, from the start, is one year.', 'One year; people between one and two years are counted apart.'),
  'X-18': words('The 2012 amendment limits work to “at most between four and six months”, which is not a number.', 'Six months at most, and an alert from four.'),
}
