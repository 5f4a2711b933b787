import { day } from '../../accord/calendar/day.ts'
import type { DeadlineCode, Stage } from '../../accord/file/case-file.ts'
import type { ProcedureType } from '../../accord/file/frame.ts'
import type { RuleId } from '../../accord/rules/catalogue.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { turnTheDay } from '../advance-day.ts'
import { isUuid } from '../write-path.ts'
import type { EmployedPerson, EmployerContactView, EmployerPage, Procedure, Sending } from '../views/employers.ts'
import type { EmployerPiece } from '../content/employer-pieces.ts'
import { fromIso } from '../../database/calendar-columns.ts'

interface EmployerRow {
  readonly id: string
  readonly name: string
  readonly searchName: string
  readonly siret: string | null
  readonly size: number | null
  readonly insolvency: boolean
  readonly kind: string
  readonly mergedInto: string | null
}

interface PersonRow {
  readonly reference: string
  readonly personName: string
  readonly stage: Stage
  readonly closed: boolean
  readonly regimeCode: string | null
  readonly counsellorName: string
  readonly acceptedOn: string | null
  readonly engagedOn: string
  readonly procedureType: ProcedureType | null
  readonly sendings: readonly { readonly label: string; readonly dueOn: string; readonly metOn: string | null; readonly cancelled: boolean }[]
  readonly received: readonly { readonly piece: EmployerPiece; readonly receivedOn: string }[]
  readonly nextOn: string | null
  readonly nextRule: RuleId | null
  readonly nextCode: DeadlineCode | null
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
}

function sendingOf(row: PersonRow, label: DeadlineCode): Sending | null {
  const line = row.sendings.find((sending) => sending.label === label)
  return line === undefined ? null : { dueOn: day(line.dueOn), metOn: fromIso(line.metOn), cancelled: line.cancelled }
}

function personOf(actor: Actor, row: PersonRow): EmployedPerson {
  const { reference, personName, stage, closed, regimeCode, counsellorName } = row
  return {
    reference,
    personName,
    stage,
    closed,
    regimeCode,
    counsellorName,
    acceptedOn: fromIso(row.acceptedOn),
    sendAcceptance: sendingOf(row, 'sendAcceptance'),
    sendAll: sendingOf(row, 'sendAll'),
    received: row.received.map(({ piece, receivedOn }) => ({ piece, receivedOn: day(receivedOn) })),
    nextDeadline: row.nextOn === null || row.nextRule === null || row.nextCode === null ? null : { on: day(row.nextOn), rule: row.nextRule, code: row.nextCode },
    mayRecord: !closed && can(actor, 'file.record', row),
  }
}

async function peopleOf(tx: Transaction, actor: Actor, employerId: string): Promise<readonly PersonRow[]> {
  return tx.$queryRaw<PersonRow[]>`
    select c.reference, p.first_name || ' ' || p.last_name as "personName", c.stage, c.closed, c.regime_code as "regimeCode",
           k.display_name as "counsellorName", c.accepted_on::text as "acceptedOn", c.engaged_on::text as "engagedOn",
           c.procedure_type as "procedureType", c.next_deadline_on::text as "nextOn", c.next_deadline_rule as "nextRule",
           c.next_deadline_label as "nextCode", c.operator_id as "operatorId", c.basin_id as "basinId",
           c.counsellor_id as "counsellorId", c.referent_id as "referentId",
           coalesce((select jsonb_agg(jsonb_build_object('label', d.label, 'dueOn', d.due_on::text, 'metOn', d.met_on::text, 'cancelled', d.cancelled))
                     from deadline d where d.case_id = c.id and d.rule = 'R-120'), '[]') as sendings,
           coalesce((select jsonb_agg(jsonb_build_object('piece', last_line.piece, 'receivedOn', last_line.received_on::text) order by last_line.received_on, last_line.piece)
                     from (select distinct on (ep.piece) ep.piece, ep.received_on from employer_piece ep
                           where ep.case_id = c.id order by ep.piece, ep.recorded_at desc, ep.id desc) last_line
                     where last_line.received_on is not null), '[]') as received
    from case_file c join person p on p.id = c.person_id join account k on k.id = c.counsellor_id
    where c.employer_id = ${employerId}::uuid and c.engaged_on is not null and ${scopeCondition(actor, 'c', 'employer.read')}
    order by c.engaged_on desc, p.last_name, p.first_name, c.id
    limit 500`
}

function proceduresOf(actor: Actor, rows: readonly PersonRow[]): readonly Procedure[] {
  const procedures: (Procedure & { readonly people: EmployedPerson[] })[] = []
  for (const row of rows) {
    const engagedOn = day(row.engagedOn)
    let procedure = procedures.find((one) => one.engagedOn === engagedOn && one.type === row.procedureType)
    if (procedure === undefined) procedures.push((procedure = { engagedOn, type: row.procedureType, people: [] }))
    procedure.people.push(personOf(actor, row))
  }
  return procedures
}

/**
 * One employer: its procedures, the people of each, what was received, whom to speak to. An employer of whom the actor may
 * see no file is `null`, like one that does not exist; a merged record is answered by the one that stands for it.
 */
export async function employerPage(actor: Actor, id: string): Promise<EmployerPage | null> {
  if (!can(actor, 'employer.read') || !isUuid(id)) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(actor, async (tx) => {
    const [employer] = await tx.$queryRaw<EmployerRow[]>`
      select e.id, e.name, e.search_name as "searchName", e.siret, e.size, e.insolvency, e.kind, e.merged_into as "mergedInto"
      from employer asked join employer e on e.id = coalesce(asked.merged_into, asked.id) where asked.id = ${id}::uuid`
    if (employer === undefined) return null
    const rows = await peopleOf(tx, actor, employer.id)
    if (rows.length === 0) return null
    const [{ all }] = await tx.$queryRaw<[{ all: number }]>`select count(*)::integer as all from case_file c where c.employer_id = ${employer.id}::uuid`
    const contacts = await tx.$queryRaw<EmployerContactView[]>`
      select ec.id, ec.name, ec.role, ec.phone, ec.email from employer_contact ec
      where ec.employer_id = ${employer.id}::uuid and ec.withdrawn_at is null order by ec.name, ec.id`
    const lookalikes = await tx.$queryRaw<{ id: string; name: string; siret: string | null; files: number }[]>`
      select o.id, o.name, o.siret, (select count(*)::integer from case_file c where c.employer_id = o.id) as files
      from employer o
      where o.id <> ${employer.id}::uuid and o.merged_into is null
        and (o.siret is null or ${employer.siret}::text is null) and similarity(o.search_name, ${employer.searchName}) > 0.6
      order by similarity(o.search_name, ${employer.searchName}) desc, o.id limit 5`
    const { searchName: _, mergedInto: __, ...shown } = employer
    return {
      today,
      ...shown,
      contacts,
      procedures: proceduresOf(actor, rows),
      hiddenFiles: all - rows.length,
      lookalikes,
      may: { change: rows.some((row) => can(actor, 'file.record', row)), merge: can(actor, 'file.assign') },
    }
  })
}
