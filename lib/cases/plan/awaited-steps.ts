import { addDays, isoOf, type Day } from '../../accord/calendar/day.ts'
import { accountsFollowed, type Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { awaitedStepsOf, type OverdueStep } from '../content/plan-draft.ts'
import { workingPlanContent } from '../content/plan.ts'

/** Days ahead that « À faire » shows of plans. */
const DAYS_AHEAD = 7

/** The first step that awaits someone in a plan: the operator's practice, no deadline of the law. */
export interface AwaitedStep extends OverdueStep {
  readonly reference: string
  readonly personName: string
  /** How many more of the same plan are awaited in the week. */
  readonly others: number
}

/** The steps of plans that are late or come within the week, in the actor's own files; one line a file, the earliest first. */
export async function awaitedSteps(actor: Actor, today: Day): Promise<readonly AwaitedStep[]> {
  if (!can(actor, 'worklist.read') || actor.role === 'manager') return []
  const until = addDays(today, DAYS_AHEAD)
  return inActorTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ reference: string; personName: string; content: unknown }[]>`
      select c.reference, p.first_name || ' ' || p.last_name as "personName", w.content
      from working_plan w join case_file c on c.id = w.case_id join person p on p.id = c.person_id
      where w.operator_id = ${actor.operatorId}::uuid and w.next_step_on <= ${isoOf(until)}::date and not c.closed
        and c.counsellor_id = any(${[...accountsFollowed(actor)]}::uuid[])
      order by w.next_step_on, p.last_name, p.first_name limit 100`
    return rows.flatMap(({ reference, personName, content }) => {
      const [first, ...others] = awaitedStepsOf(workingPlanContent.parse(content), until)
      return first === undefined ? [] : [{ ...first, reference, personName, others: others.length }]
    })
  })
}
