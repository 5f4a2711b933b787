import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import { isUuid } from '../../cases/write-path.ts'
import { civilDay } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { placeText, type TerritoryLevel } from '../../indicators/slices.ts'
import { placeName } from '../packs/compose.ts'
import { knownBasins, knownPlace, placesInside, type KnownBasin, type KnownPlace } from '../packs/places.ts'
import type { DecisionState, OrganisationKind } from '../../indicators/committee-kinds.ts'
import { mayKeepCommittee, mayReadCommittee, servedBasins } from './reach.ts'
import { isQuarterly, nextMeeting, quarterStandings, yearsWithMeetings, type DatedMeeting, type JudgedQuarter } from './rhythm.ts'

export interface CommitteeRow {
  readonly id: string
  readonly operatorId: string | null
  readonly level: TerritoryLevel
  readonly code: string
  readonly name: string
  readonly secretariat: string | null
  /** ISO text. */
  readonly since: string
}

export interface KnownCommittee extends CommitteeRow {
  readonly place: KnownPlace
  readonly mayKeep: boolean
}

/** Who keeps a committee, as its reader is told. */
export type Keeper = 'own' | 'platform' | 'operator'

const COLUMNS = Prisma.sql`c.id, c.operator_id as "operatorId", c.place_level as level, c.place_code as code, c.name, c.secretariat, c.since::text`

/** The committees that an actor may read, one of them where its identity is given. */
export async function readableCommittees(tx: Transaction, actor: Actor, id: string | null = null): Promise<readonly KnownCommittee[]> {
  if (!can(actor, 'committee.read')) return []
  const basins = await knownBasins(tx)
  const served = await servedBasins(tx, actor)
  const rows = await tx.$queryRaw<CommitteeRow[]>`select ${COLUMNS} from committee c where ${id === null ? Prisma.sql`true` : Prisma.sql`c.id = ${id}::uuid`} order by c.name, c.id limit 600`
  return rows.flatMap((row) => {
    const place = knownPlace(basins, row)
    if (place === null || !mayReadCommittee(actor, place, row.operatorId, served)) return []
    return [{ ...row, place, mayKeep: row.operatorId === actor.operatorId && mayKeepCommittee(actor, place, served) }]
  })
}

export interface MeetingView extends DatedMeeting {
  readonly id: string
  readonly version: number
  readonly at: string | null
  readonly cancelledReason: string | null
  /** The pack it received; its identity where the reader may open it. */
  readonly pack: { readonly number: string; readonly id: string | null } | null
}

async function meetingsOf(tx: Transaction, committees: readonly string[]): Promise<readonly (MeetingView & { readonly committeeId: string })[]> {
  const rows = await tx.$queryRaw<(Omit<MeetingView, 'pack' | 'cancelled'> & { committeeId: string; packNumber: string | null; packId: string | null })[]>`
    select m.id, m.committee_id as "committeeId", m.version, m.quarter, m.planned_on::text as "plannedOn", m.held_on::text as "heldOn", m.at_place as at,
           m.cancelled_reason as "cancelledReason", m.pack_number as "packNumber", p.id as "packId"
    from committee_meeting m left join committee_pack p on p.number = m.pack_number
    where m.committee_id = any(${[...committees]}::uuid[]) order by coalesce(m.held_on, m.planned_on) desc, m.id desc`
  return rows.map(({ packNumber, packId, ...row }) => ({ ...row, cancelled: row.cancelledReason !== null, pack: packNumber === null ? null : { number: packNumber, id: packId } }))
}

export interface DecisionStep {
  readonly state: DecisionState
  readonly on: string
  readonly note: string | null
}

export interface DecisionView {
  readonly id: string
  readonly meetingId: string
  readonly words: string
  readonly organisation: string
  readonly function: string
  readonly dueOn: string
  readonly state: DecisionState
  readonly overdue: boolean
  /** What became of it, the latest first. */
  readonly history: readonly DecisionStep[]
}

async function decisionsOf(tx: Transaction, committees: readonly string[], today: Day): Promise<readonly (DecisionView & { readonly committeeId: string })[]> {
  const ids = Prisma.sql`any(${[...committees]}::uuid[])`
  const rows = await tx.$queryRaw<(Omit<DecisionView, 'state' | 'overdue' | 'history'> & { committeeId: string })[]>`
    select d.id, d.committee_id as "committeeId", d.meeting_id as "meetingId", d.words, o.name as organisation, d.follower_function as function, d.due_on::text as "dueOn"
    from committee_decision d join committee_organisation o on o.id = d.organisation_id where d.committee_id = ${ids} order by d.due_on, d.id`
  const steps = await tx.$queryRaw<(DecisionStep & { decisionId: string })[]>`
    select s.decision_id as "decisionId", s.state, s.on_day::text as on, s.note from committee_decision_state s where s.committee_id = ${ids} order by s.recorded_at desc, s.id desc`
  const byDecision = Map.groupBy(steps, ({ decisionId }) => decisionId)
  return rows.map((row) => {
    const history = (byDecision.get(row.id) ?? []).map(({ state, on, note }): DecisionStep => ({ state, on, note }))
    const state = history[0]?.state ?? 'open'
    return { ...row, history, state, overdue: state === 'open' && row.dueOn < isoOf(today) }
  })
}

export interface CommitteeLine {
  readonly id: string
  readonly level: TerritoryLevel
  readonly placeName: string
  readonly name: string
  readonly keeper: Keeper
  readonly next: { readonly on: string; readonly at: string | null } | null
  /** Dates that passed without a word of whether the meeting took place. */
  readonly toConfirm: number
  /** Quarters over without a meeting, newest first. */
  readonly missed: readonly string[]
  /** The running quarter, where it is to have a date and has none. */
  readonly toPlan: string | null
  readonly openDecisions: number
  readonly overdueDecisions: number
}

export interface CommitteeList {
  readonly committees: readonly CommitteeLine[]
  /** Places whose committee the actor may set up, and has not yet. */
  readonly places: readonly { readonly value: string; readonly name: string; readonly level: TerritoryLevel }[]
  readonly today: Day
}

const keeperOf = (actor: Actor, { operatorId }: CommitteeRow): Keeper => (operatorId === actor.operatorId && actor.role !== 'committee' ? 'own' : operatorId === null ? 'platform' : 'operator')

const LEVEL_ORDER: readonly TerritoryLevel[] = ['nation', 'region', 'department', 'basin']

/** The committees an actor reads, the widest first; `null` for a role that reads none. */
export async function committeeList(actor: Actor): Promise<CommitteeList | null> {
  if (!can(actor, 'committee.read')) return null
  const today = await civilDay(actor.timeZone)
  const todayIso = isoOf(today)
  return inActorTransaction(actor, async (tx) => {
    const committees = await readableCommittees(tx, actor)
    const ids = committees.map(({ id }) => id)
    const meetings = Map.groupBy(await meetingsOf(tx, ids), ({ committeeId }) => committeeId)
    const decisions = Map.groupBy(await decisionsOf(tx, ids, today), ({ committeeId }) => committeeId)
    const lines = committees.map((committee): CommitteeLine => {
      const [own, decided] = [meetings.get(committee.id) ?? [], decisions.get(committee.id) ?? []]
      const quarters = quarterStandings(committee.level, day(committee.since), own, today)
      const next = nextMeeting(own, todayIso)
      return {
        id: committee.id, level: committee.level, placeName: placeName(committee.place, actor.locale), name: committee.name, keeper: keeperOf(actor, committee),
        next: next === null ? null : { on: next.plannedOn, at: next.at },
        toConfirm: own.filter(({ heldOn, cancelled, plannedOn }) => heldOn === null && !cancelled && plannedOn < todayIso).length,
        missed: quarters.filter(({ standing }) => standing === 'missed').map(({ code }) => code),
        toPlan: quarters.find(({ standing }) => standing === 'to_plan')?.code ?? null,
        openDecisions: decided.filter(({ state }) => state === 'open').length, overdueDecisions: decided.filter(({ overdue }) => overdue).length,
      }
    })
    return {
      today, committees: lines.toSorted((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || a.placeName.localeCompare(b.placeName, 'fr')),
      places: can(actor, 'committee.keep') ? await placesLeft(tx, actor, committees) : [],
    }
  })
}

async function placesLeft(tx: Transaction, actor: Actor, committees: readonly KnownCommittee[]): Promise<CommitteeList['places']> {
  const all: readonly KnownBasin[] = await knownBasins(tx)
  const served = await servedBasins(tx, actor)
  const basins = served === null ? all : all.filter(({ id }) => served.has(id))
  const nation = knownPlace(basins, { level: 'nation', code: '' })
  if (nation === null) return []
  const kept = new Set(committees.filter(({ operatorId }) => operatorId === actor.operatorId).map(({ place }) => placeText(place)))
  return [nation, ...placesInside(basins, nation).flatMap(({ places }) => places)]
    .filter((place) => !kept.has(placeText(place)) && mayKeepCommittee(actor, place, served))
    .map((place) => ({ value: placeText(place), name: placeName(place, actor.locale), level: place.level }))
}

export interface OrganisationView {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly from: string
  readonly to: string | null
  /** Whether it sits today. */
  readonly sits: boolean
}

export interface CommitteeView {
  readonly id: string
  readonly level: TerritoryLevel
  readonly code: string
  readonly placeName: string
  readonly name: string
  readonly secretariat: string | null
  readonly since: string
  readonly keeper: Keeper
  readonly quarterly: boolean
  readonly quarters: readonly JudgedQuarter[]
  readonly next: MeetingView | null
  readonly organisations: readonly OrganisationView[]
  /** The latest first. */
  readonly meetings: readonly MeetingView[]
  readonly decisions: readonly DecisionView[]
  /** Issued for its place, the latest first: what a meeting can have received. */
  readonly packs: readonly { readonly number: string; readonly quarter: string }[]
  /** Years not over that have a meeting, called off or not. */
  readonly years: readonly number[]
  readonly mayKeep: boolean
  readonly today: Day
}

export async function organisationsOf(tx: Transaction, committeeId: string, today: Day): Promise<readonly OrganisationView[]> {
  const rows = await tx.$queryRaw<Omit<OrganisationView, 'sits'>[]>`
    select id, name, kind, from_day::text as from, to_day::text as to from committee_organisation where committee_id = ${committeeId}::uuid order by to_day is not null, from_day, name, id`
  const on = isoOf(today)
  return rows.map((row) => ({ ...row, sits: row.from <= on && (row.to === null || row.to >= on) }))
}

/** A committee as whoever may read it sees it; `null` for anyone else. */
export async function committeeView(actor: Actor, id: string): Promise<CommitteeView | null> {
  if (!isUuid(id)) return null
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const [committee] = await readableCommittees(tx, actor, id)
    if (committee === undefined) return null
    const { level, code, name, secretariat, since, mayKeep, place } = committee
    const meetings = await meetingsOf(tx, [id])
    const packs = !mayKeep ? [] : await tx.$queryRaw<{ number: string; quarter: string }[]>`
      select number, quarter from committee_pack where number is not null and place_level = ${level} and place_code = ${code} order by quarter desc, serial desc limit 40`
    return {
      id, level, code, placeName: placeName(place, actor.locale), name, secretariat, since, keeper: keeperOf(actor, committee), quarterly: isQuarterly(level),
      quarters: quarterStandings(level, day(since), meetings, today), next: nextMeeting(meetings, isoOf(today)),
      organisations: await organisationsOf(tx, id, today), meetings, decisions: await decisionsOf(tx, [id], today), packs, years: yearsWithMeetings(meetings, today), mayKeep, today,
    }
  })
}
