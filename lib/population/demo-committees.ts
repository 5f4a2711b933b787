// The demonstration's regional committee: meetings held, each with the pack issued last before it, one to come, decisions done
// and one late. Signed by the manager.
import { addDays, addMonths, isoOf, type Day } from '../accord/calendar/day.ts'
import { demoEmail } from '../access/demo-accounts.ts'
import { quarterOf, quartersBack, type QuarterDays } from '../cases/quarter.ts'
import type { DriverTransaction } from '../database/driver.ts'
import type { DemoPack } from './demo-packs.ts'

const MEMBERS = [
  ['MEDEF Auvergne-Rhône-Alpes', 'employers'], ['CPME Auvergne-Rhône-Alpes', 'employers'], ['CFDT Auvergne-Rhône-Alpes', 'unions'], ['CGT-FO Auvergne-Rhône-Alpes', 'unions'],
  ['DREETS Auvergne-Rhône-Alpes', 'state'], ['France Travail Auvergne-Rhône-Alpes', 'france_travail'], ['Transitions Pro Auvergne-Rhône-Alpes', 'training_fund'], ['Région Auvergne-Rhône-Alpes', 'region'],
] as const

/** The third Tuesday of a quarter's second month: a meeting stands clear of both its ends. */
function meetingDay(from: Day): Day {
  const first = addMonths(from, 1)
  return addDays(first, 14 + ((2 - Temporal.PlainDate.from(isoOf(first)).dayOfWeek + 7) % 7))
}

interface Meeting {
  readonly id: string
  readonly on: Day
}

/**
 * Writes it in the manager's name.
 * @param packs of the region, oldest first
 */
export async function writeDemoCommittees(sql: DriverTransaction, today: Day, packs: readonly DemoPack[]): Promise<void> {
  const [keeper] = await sql<{ id: string; operatorId: string }[]>`select id, operator_id as "operatorId" from account where email = ${demoEmail('responsable')}`
  if (keeper === undefined) return
  await sql`select set_config('rebond.account_id', ${keeper.id}, true)`
  const [running, last, before] = quartersBack(today, 3)
  if (running === undefined || last === undefined || before === undefined) return
  const since = isoOf(before.from)
  const at = `${since}T09:00:00Z`
  const [committee] = await sql<{ id: string }[]>`
    insert into committee (operator_id, place_level, place_code, region_code, department_codes, name, secretariat, since, kept_by, kept_at)
    values (${keeper.operatorId}, 'region', '84', '84', '{}', 'Comité régional CSP Auvergne-Rhône-Alpes', 'DREETS Auvergne-Rhône-Alpes', ${since}, ${keeper.id}, ${at}) returning id`
  const id = committee!.id
  const organisations: string[] = []
  for (const [name, kind] of MEMBERS) {
    const [row] = await sql<{ id: string }[]>`
      insert into committee_organisation (operator_id, committee_id, name, kind, from_day, added_by, added_at) values (${keeper.operatorId}, ${id}, ${name}, ${kind}, ${since}, ${keeper.id}, ${at}) returning id`
    organisations.push(row!.id)
  }
  /** A meeting of a quarter: held with the pack that stood then, or to come. */
  const meet = async (quarter: QuarterDays, place: string): Promise<Meeting & { readonly held: boolean }> => {
    const on = meetingDay(quarter.from)
    const held = on < today
    const pack = held ? packs.findLast(({ issuedOn }) => issuedOn < on) : undefined
    const changed = held ? `${isoOf(on)}T15:00:00Z` : `${isoOf(addDays(today, -3))}T09:30:00Z`
    const [row] = await sql<{ id: string }[]>`
      insert into committee_meeting (operator_id, committee_id, quarter, planned_on, at_place, held_on, pack_number, changed_by, changed_at)
      values (${keeper.operatorId}, ${id}, ${quarter.code}, ${isoOf(on)}, ${place}, ${held ? isoOf(on) : null}, ${pack?.number ?? null}, ${keeper.id}, ${changed}) returning id`
    return { id: row!.id, on, held }
  }
  const [first, second, third] = [await meet(before, 'DREETS, Lyon 3ᵉ'), await meet(last, 'Visioconférence'), await meet(running, 'DREETS, Lyon 3ᵉ')]
  if (third.held) await meet(quarterOf(addDays(running.to, 1)), 'Visioconférence')
  const decide = async (meeting: Meeting, words: string, organisation: number, follower: string, due: Day): Promise<string> => {
    const [row] = await sql<{ id: string }[]>`
      insert into committee_decision (operator_id, committee_id, meeting_id, words, organisation_id, follower_function, due_on, recorded_by, recorded_at)
      values (${keeper.operatorId}, ${id}, ${meeting.id}, ${words}, ${organisations[organisation]!}, ${follower}, ${isoOf(due)}, ${keeper.id}, ${`${isoOf(meeting.on)}T16:00:00Z`}) returning id`
    return row!.id
  }
  const settle = (decision: string, on: Day, note: string) => sql`
    insert into committee_decision_state (operator_id, committee_id, decision_id, state, on_day, note, recorded_by, recorded_at)
    values (${keeper.operatorId}, ${id}, ${decision}, 'done', ${isoOf(on)}, ${note}, ${keeper.id}, ${`${isoOf(on)}T10:00:00Z`})`
  const lists = await decide(first, 'Envoyer aux bassins la liste des sessions de formation ouvertes au trimestre.', 6, 'Responsable des parcours', addDays(first.on, 60))
  await settle(lists, addDays(first.on, 40), 'Liste envoyée à tous les bassins.')
  await decide(second, 'Ouvrir deux sessions de soudure à Lyon et à Vienne, où les besoins relevés dépassent l’offre.', 7, 'Direction de la formation', addDays(today, -12))
  const delays = await decide(second, 'Présenter au prochain comité les délais de pré-bilan par département.', 5, 'Direction régionale', third.on < today ? third.on : addDays(today, 30))
  if (!third.held) return
  await settle(delays, third.on, 'Présentés en séance, avec le cahier du trimestre.')
  await decide(third, 'Faire le point, bassin par bassin, sur les plans d’action validés après un mois, et dire ce qui manque pour les tenir.', 5, 'Direction territoriale Drôme-Ardèche', addDays(third.on, 45))
}
