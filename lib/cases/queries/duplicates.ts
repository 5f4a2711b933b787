import { isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Stage } from '../../accord/file/case-file.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { Transaction } from '../../database/client.ts'

/** A file of someone of the same name, born the same day. */
export type ProbableDuplicate =
  | { readonly kind: 'visible'; readonly personId: string; readonly reference: string; readonly personName: string; readonly stage: Stage; readonly counsellorName: string; readonly basinName: string }
  /** A file that the actor may not open: they are told who follows it, and nothing else. */
  | { readonly kind: 'hidden'; readonly counsellorName: string; readonly basinName: string }

interface DuplicateRow {
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  readonly personId: string
  readonly reference: string
  readonly personName: string
  readonly stage: Stage
  readonly counsellorName: string
  readonly basinName: string
}

export interface SoughtPerson {
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: Day
}

/** Files of the operator about someone of the same name (accents and case aside) born the same day; of those the actor may not read, who follows them and where. */
export async function duplicatesIn(tx: Transaction, actor: Actor, person: SoughtPerson): Promise<readonly ProbableDuplicate[]> {
  const rows = await tx.$queryRaw<DuplicateRow[]>`
    select c.operator_id as "operatorId", c.basin_id as "basinId", c.counsellor_id as "counsellorId", c.referent_id as "referentId",
           p.id as "personId", c.reference, p.first_name || ' ' || p.last_name as "personName", c.stage,
           k.display_name as "counsellorName", b.name as "basinName"
    from person p
    join case_file c on c.person_id = p.id
    join account k on k.id = c.counsellor_id
    join basin b on b.id = c.basin_id
    where p.birth_date = ${isoOf(person.birthDate)}::date
      and p.search_name = search_form(${`${person.lastName} ${person.firstName}`})
    order by c.closed, c.opened_at desc, c.id
    limit 20`
  return rows.map((row): ProbableDuplicate => {
    const { counsellorName, basinName } = row
    if (!can(actor, 'file.read', row)) return { kind: 'hidden', counsellorName, basinName }
    const { personId, reference, personName, stage } = row
    return { kind: 'visible', personId, reference, personName, stage, counsellorName, basinName }
  })
}
