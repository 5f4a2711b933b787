import { day, type Day } from '../../accord/calendar/day.ts'
import type { CaseFile, Deadline, DeadlineCode } from '../../accord/file/case-file.ts'
import type { Actor } from '../../access/actor.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { nextToDo } from '../projection.ts'

/** A deadline that someone says was met elsewhere. */
export interface SilenceView {
  readonly id: string
  readonly code: DeadlineCode
  readonly dueOn: Day
  readonly doneOn: Day
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** What is said done elsewhere on a file that was read already, taken back aside; the latest first. */
export async function silencesOf(actor: Actor, caseId: string): Promise<readonly SilenceView[]> {
  const rows = await inActorTransaction(
    actor,
    (tx) => tx.$queryRaw<(Omit<SilenceView, 'dueOn' | 'doneOn'> & { dueOn: string; doneOn: string })[]>`
      select s.id, s.label as code, s.due_on::text as "dueOn", s.done_on::text as "doneOn", s.reason, k.display_name as by, s.silenced_at as at
      from silenced_deadline s join account k on k.id = s.silenced_by
      where s.case_id = ${caseId}::uuid and not exists (select from silence_taken_back b where b.operator_id = s.operator_id and b.silence_id = s.id)
      order by s.silenced_at desc`,
  )
  return rows.map((row) => ({ ...row, dueOn: day(row.dueOn), doneOn: day(row.doneOn) }))
}

/** The first thing to do in a file, among what nobody says was done elsewhere. */
export function nextUnsilenced(file: CaseFile, silences: readonly SilenceView[]): Deadline | null {
  const silenced = ({ code, dueOn }: Deadline) => silences.some((one) => one.code === code && one.dueOn === dueOn)
  return nextToDo({ ...file, deadlines: file.deadlines.filter((deadline) => !silenced(deadline)) })
}
