// « Fait ailleurs »: a deadline that someone says was met where Rebond does not see it. It leaves the lists of things to do,
// for that rule and that day alone; the file holds it as not recorded, as the law does.
import { DEADLINE_CODES, type DeadlineCode } from '../accord/file/case-file.ts'
import { Prisma } from '../database/generated/client.ts'

/**
 * Deadlines that stay loud: the money of a person hangs on each, or their status. What was done elsewhere must be recorded,
 * or it is not known to be done.
 */
export const LOUD_DEADLINES: readonly DeadlineCode[] = ['answer', 'sendAcceptance', 'sendAll', 'bonusClaim', 'bonusSecondPayment', 'registration']

/** Whether a deadline may be said done elsewhere. */
export function maySilence(code: string): code is DeadlineCode {
  const known = DEADLINE_CODES.find((one) => one === code)
  return known !== undefined && !LOUD_DEADLINES.includes(known)
}

/** Of a line `d` of the table of deadlines: nobody says it was done elsewhere. */
export const notSilenced = Prisma.sql`not exists (
  select from silenced_deadline s where s.case_id = d.case_id and s.rule = d.rule and s.label = d.label and s.due_on = d.due_on
    and not exists (select from silence_taken_back b where b.operator_id = s.operator_id and b.silence_id = s.id))`
