import { addDays, day, derive, isoOf, shippedTexts, type Day } from '../accord/index.ts'
import { demoEmail } from '../access/demo-accounts.ts'
import { offeredOf, USUAL_PARTS, type LineToOffer, type Offered } from '../cases/handover/transfer-content.ts'
import { readRecord } from '../cases/stored-fact.ts'
import type { StoredKind } from '../cases/outcomes.ts'
import type { DriverTransaction } from '../database/driver.ts'

/** What the demonstration shows of handing over: someone away, someone who will be, and a file offered by another operator. */
export async function writeDemoHandover(sql: DriverTransaction, today: Day): Promise<void> {
  await tellAbsences(sql, today)
  await offerFile(sql, today)
}

/** Eight in the morning, at Greenwich. */
const morningOf = (on: Day) => `${isoOf(on)}T08:00:00Z`

interface Person {
  readonly id: string
  readonly operatorId: string
  readonly zones: readonly string[]
}

async function tellAbsences(sql: DriverTransaction, today: Day): Promise<void> {
  const people = await sql<Person[]>`
    select k.id, k.operator_id as "operatorId", array(select b.code from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id order by b.code) as zones
    from account k join operator o on o.id = k.operator_id
    where o.slug = 'france-travail' and k.role = 'counsellor' and k.email <> ${demoEmail('conseillere')} order by k.id`
  const [manager] = await sql<{ id: string }[]>`select id from account where email = ${demoEmail('responsable')}`
  const [claire] = await sql<Person[]>`select id, operator_id as "operatorId", '{}'::text[] as zones from account where email = ${demoEmail('conseillere')}`
  const wide = people.find(({ zones }) => zones.length > 1 && zones.includes('8421'))
  const away = people.find(({ id, zones }) => id !== wide?.id && zones.length === 1 && wide?.zones.includes(zones[0] ?? ''))
  if (manager === undefined || claire === undefined || wide === undefined || away === undefined) return
  const tell = (absent: Person, from: Day, to: Day, by: string) => sql`
    insert into absence (operator_id, account_id, stand_in_id, from_day, to_day, reason, told_by, told_at)
    values (${absent.operatorId}, ${absent.id}, ${wide.id}, ${isoOf(from)}, ${isoOf(to)}, 'leave', ${by}, ${morningOf(addDays(today, -5))})`
  await tell(away, addDays(today, -2), addDays(today, 5), manager.id)
  await tell(claire, addDays(today, 20), addDays(today, 27), claire.id)
}

interface FileRow extends Omit<Offered['person'], 'birthDate'> {
  readonly caseId: string
  readonly operatorId: string
  readonly reference: string
  readonly version: number
  readonly basinId: string
  readonly basinCode: string
  readonly basinName: string
  readonly birthDate: string
  readonly employer: Offered['employer']
  readonly manager: string
  readonly receiver: string
}

interface Line extends LineToOffer {
  readonly kind: StoredKind
  readonly sequence: number
  readonly onDay: string
  readonly untilDay: string | null
  readonly terms: Readonly<Record<string, unknown>>
  readonly supersedes: string | null
}

/** A person followed by a private operator in Lyon, offered to the public one. */
async function offerFile(sql: DriverTransaction, today: Day): Promise<void> {
  const [file] = await sql<FileRow[]>`
    select c.id as "caseId", c.operator_id as "operatorId", c.reference, c.version, c.basin_id as "basinId", b.code as "basinCode", b.name as "basinName",
           p.first_name as "firstName", p.last_name as "lastName", p.birth_date::text as "birthDate", p.sex, p.qualification, p.sector, p.commune, p.email, p.phone,
           case when e.id is not null then jsonb_build_object('name', e.name, 'siret', e.siret, 'size', e.size, 'insolvency', e.insolvency, 'kind', e.kind) end as employer,
           (select k.id from account k where k.operator_id = c.operator_id and k.role = 'manager' order by k.id limit 1) as manager,
           (select r.id from operator r where r.slug = 'france-travail') as receiver
    from case_file c join operator o on o.id = c.operator_id join basin b on b.id = c.basin_id join person p on p.id = c.person_id left join employer e on e.id = c.employer_id
    where o.slug = 'alize' and b.code = '8421' and c.stage = 'in_follow_up' order by c.reference limit 1`
  if (file === undefined) return
  const lines = await sql<Line[]>`
    select f.id, f.sequence, f.kind, f.on_day::text as "onDay", f.until_day::text as "untilDay", f.terms, f.supersedes, f.recorded_at as "recordedAt", fc.content
    from fact f left join fact_content fc on fc.fact_id = f.id where f.case_id = ${file.caseId} order by f.sequence`
  const read = readRecord(lines.map((line) => ({ ...line, onDay: day(line.onDay), untilDay: line.untilDay === null ? null : day(line.untilDay) })))
  const { caseId, operatorId, reference, version, basinId, basinCode, basinName, employer, manager, receiver, ...person } = file
  const offered = offeredOf({ person: { ...person, birthDate: day(person.birthDate) }, employer, read, lines, parts: USUAL_PARTS })
  const { stage, dates } = derive(read.record, shippedTexts, { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 21, followUpIntervalDays: 30 }, today)
  const iso = (on: Day | null) => (on === null ? null : isoOf(on))
  const summary = {
    initials: `${person.firstName.charAt(0)}. ${person.lastName.charAt(0)}.`, stage, basinName, basinCode,
    cspStart: iso(dates.cspStart), cspTerm: iso(dates.cspTerm), facts: offered.facts.length, parts: [...offered.parts],
  }
  const at = morningOf(addDays(today, -1))
  const json = (value: object) => sql.json(value as Parameters<typeof sql.json>[0])
  const [made] = await sql<{ id: string }[]>`
    insert into transfer (from_operator_id, to_operator_id, from_name, to_name, from_case_id, from_reference, basin_id, summary, reason, proposed_by, proposed_at)
    values (${operatorId}, ${receiver}, '', '', ${caseId}, ${reference}, ${basinId}, ${json(summary)},
            ${'La personne demande un suivi près de chez elle ; notre agence du bassin ferme à la fin du mois.'}, ${manager}, ${at}) returning id`
  if (made === undefined) return
  await sql`insert into transfer_content (transfer_id, operator_id, file_version, content) values (${made.id}, ${operatorId}, ${version}, ${json(offered)})`
  await sql`select write_journal(${operatorId}::uuid, ${caseId}::uuid, null, ${manager}::uuid, 'transfer.proposed', ${json({ transfer: made.id, parts: [...offered.parts] })}, ${at}::timestamptz)`
}
