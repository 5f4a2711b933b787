import { addDays, day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { accountsFollowed, type Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { readsNote } from '../note-readers.ts'
import { factLines } from './file-view.ts'
import { HORIZON_DAYS } from './worklist.ts'

/** A step agreed at the last contact, and the day agreed for it: the operator's practice, no deadline of the law. */
export interface NextStep {
  readonly reference: string
  readonly personName: string
  readonly step: string
  readonly on: Day
  readonly agreedOn: Day
}

interface StepRow {
  readonly caseId: string
  readonly factId: string
  readonly reference: string
  readonly personName: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly step: string
  readonly on: string
  readonly agreedOn: string
  readonly readers: string | null
}

/**
 * The steps agreed with the people of one's own files, within the horizon of « À faire », the earliest first. A step
 * stands until a later contact is recorded. One whose note is not the actor's to read is not theirs to be shown.
 */
export async function nextSteps(actor: Actor, today: Day): Promise<readonly NextStep[]> {
  if (!can(actor, 'worklist.read') || actor.role === 'manager') return []
  const followed = [...accountsFollowed(actor)]
  return inActorTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<StepRow[]>`
      select c.id as "caseId", last.id as "factId", c.reference, p.first_name || ' ' || p.last_name as "personName", c.counsellor_id as "counsellorId",
             c.referent_id as "referentId", last.step, last.on, last."agreedOn", last.readers
      from case_file c join person p on p.id = c.person_id
      join lateral (
        select f.id, fc.content->>'nextStep' as step, fc.content->>'nextStepOn' as on, f.on_day::text as "agreedOn", fc.content->>'readers' as readers
        from fact f left join fact_content fc on fc.fact_id = f.id
        where f.case_id = c.id and f.kind in ('contact_held', 'follow_up_held') and not exists (select from fact s where s.supersedes = f.id)
        order by f.on_day desc, f.sequence desc limit 1
      ) last on true
      where (c.counsellor_id = any(${followed}::uuid[]) or c.referent_id = any(${followed}::uuid[])) and not c.closed
        and last.on <= ${isoOf(addDays(today, HORIZON_DAYS - 1))}
      order by last.on, p.last_name, p.first_name limit 100`
    const steps: NextStep[] = []
    for (const row of rows) {
      if (row.readers !== null) {
        const lines = await factLines(tx, row.caseId)
        const line = lines.find(({ id }) => id === row.factId)
        if (line === undefined || !readsNote(actor, row, line, lines)) continue
      }
      steps.push({ reference: row.reference, personName: row.personName, step: row.step, on: day(row.on), agreedOn: day(row.agreedOn) })
    }
    return steps
  })
}
