import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { isoOf, parseDay, type Day } from '../../accord/calendar/day.ts'
import { parseQuarter } from '../../cases/quarter.ts'
import { isUuid } from '../../cases/write-path.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import type { Json } from '../../database/journal-hash.ts'
import { KEPT_LINE, KEPT_TEXT } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { readPlace } from '../../indicators/slices.ts'
import { knownBasins, knownPlace } from '../packs/places.ts'
import { DECISION_STATES, ORGANISATION_KINDS } from '../../indicators/committee-kinds.ts'
import { organisationsOf, readableCommittees, type KnownCommittee } from './queries.ts'
import { mayKeepCommittee, servedBasins } from './reach.ts'
import { isInQuarter } from './rhythm.ts'

export type CommitteeProblem =
  | 'required' | 'too_long' | 'not_text' | 'unknown'
  /** A day that is not in the quarter chosen, or that of the meeting. */
  | 'outside_quarter'
  /** Only what took place can be said held. */
  | 'to_come'
  /** A decision is followed after its meeting, an organisation leaves after it came. */
  | 'before'
  /** The organisation did not sit on the day of the meeting. */
  | 'not_member'
  /** No pack issued for this place bears this number. */
  | 'no_such_pack'
export type CommitteeFields = Readonly<Record<string, CommitteeProblem>>

export type CommitteeOutcome =
  /** `others`: meetings of the same quarter beside this one. */
  | { readonly kind: 'done'; readonly committeeId: string; readonly id: string; readonly others: number }
  | { readonly kind: 'invalid'; readonly fields: CommitteeFields }
  | { readonly kind: 'not_yours' }
  /** A committee of this place is kept already. */
  | { readonly kind: 'already'; readonly id: string }
  /** A colleague changed it since it was read. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'gone' }

const done = (committeeId: string, id: string, others = 0): CommitteeOutcome => ({ kind: 'done', committeeId, id, others })

/** Fields read one by one, with what is wrong in each. */
class Reading {
  readonly fields: Record<string, CommitteeProblem> = {}

  text(name: string, typed: string, longest: number, { optional = false, lines = false }: { readonly optional?: boolean; readonly lines?: boolean } = {}): string | null {
    const text = typed.replaceAll('\r\n', '\n').trim()
    if (text === '') {
      if (!optional) this.fields[name] = 'required'
      return null
    }
    if (text.length > longest) this.fields[name] = 'too_long'
    else if (!(lines ? KEPT_TEXT : KEPT_LINE).test(text)) this.fields[name] = 'not_text'
    return text
  }

  day(name: string, day: Day | null): string {
    if (day === null) this.fields[name] = 'required'
    return day === null ? '' : isoOf(day)
  }

  one<T extends string>(name: string, typed: string, known: readonly T[]): T | null {
    const found = known.find((value) => value === typed) ?? null
    if (found === null) this.fields[name] = typed === '' ? 'required' : 'unknown'
    return found
  }

  refuse(name: string, problem: CommitteeProblem, when: boolean): void {
    if (when && this.fields[name] === undefined) this.fields[name] = problem
  }

  get wrong(): CommitteeOutcome | null {
    return Object.keys(this.fields).length === 0 ? null : { kind: 'invalid', fields: this.fields }
  }
}

interface Work {
  readonly tx: Transaction
  readonly actor: Actor
  readonly committee: KnownCommittee
  readonly today: Day
  readonly at: Date
}

function journal({ tx, actor, committee, at }: Work, action: string, detail: Readonly<Record<string, Json>>): Promise<string> {
  return writeJournal(tx, { operatorId: committee.operatorId, actorId: actor.accountId, action: `committee.${action}`, at, detail: { committee: committee.id, ...detail } })
}

/** Does something to a committee that the actor keeps, under its lock: what is judged of it stays true to the end. */
async function keeping(actor: Actor, id: string, work: (doing: Work) => Promise<CommitteeOutcome>): Promise<CommitteeOutcome> {
  if (!isUuid(id) || !can(actor, 'committee.keep')) return { kind: 'gone' }
  const [at, today] = [await moment(actor.timeZone), await civilDay(actor.timeZone)]
  return inActorTransaction(actor, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`committee ${id.toLowerCase()}`}, 0))::text`
    const [committee] = await readableCommittees(tx, actor, id)
    return committee === undefined || !committee.mayKeep ? { kind: 'gone' } : work({ tx, actor, committee, today, at })
  })
}

/** Sets up the committee of a place; its meetings are expected from the quarter of `since`. */
export async function foundCommittee(actor: Actor, input: { readonly place: string; readonly name: string; readonly secretariat: string; readonly since: Day | null }): Promise<CommitteeOutcome> {
  if (!can(actor, 'committee.keep')) return { kind: 'not_yours' }
  const at = await moment(actor.timeZone)
  const wanted = readPlace(input.place)
  const reading = new Reading()
  reading.refuse('place', input.place === '' ? 'required' : 'unknown', wanted === null)
  const name = reading.text('name', input.name, 200)
  const secretariat = reading.text('secretariat', input.secretariat, 300, { optional: true })
  const since = reading.day('since', input.since)
  return inActorTransaction(actor, async (tx): Promise<CommitteeOutcome> => {
    const place = wanted === null ? null : knownPlace(await knownBasins(tx), wanted)
    reading.refuse('place', 'unknown', wanted !== null && place === null)
    if (place !== null && !mayKeepCommittee(actor, place, await servedBasins(tx, actor))) return { kind: 'not_yours' }
    if (reading.wrong !== null || place === null) return reading.wrong ?? { kind: 'gone' }
    const { level, code, regionCode, departmentCodes } = place
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`committee of ${actor.operatorId ?? 'platform'} ${level} ${code}`}, 0))::text`
    const [kept] = await tx.$queryRaw<{ id: string }[]>`select id from committee where operator_id is not distinct from ${actor.operatorId}::uuid and place_level = ${level} and place_code = ${code}`
    if (kept !== undefined) return { kind: 'already', id: kept.id }
    const [made] = await tx.$queryRaw<[{ id: string }]>`
      insert into committee (operator_id, place_level, place_code, region_code, department_codes, name, secretariat, since, kept_by, kept_at)
      values (${actor.operatorId}::uuid, ${level}, ${code}, ${regionCode}, ${[...departmentCodes]}::text[], ${name}, ${secretariat}, ${since}::date, ${actor.accountId}::uuid, ${at}::timestamptz) returning id`
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'committee.set_up', at, detail: { committee: made.id, level, code, name, since } })
    return done(made.id, made.id)
  })
}

/** Mends the name and the secretariat. */
export function renameCommittee(actor: Actor, id: string, input: { readonly name: string; readonly secretariat: string }): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const reading = new Reading()
    const name = reading.text('name', input.name, 200)
    const secretariat = reading.text('secretariat', input.secretariat, 300, { optional: true })
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`update committee set name = ${name}, secretariat = ${secretariat} where id = ${id}::uuid`
    await journal(doing, 'renamed', { name, secretariat, before: { name: doing.committee.name, secretariat: doing.committee.secretariat } })
    return done(id, id)
  })
}

/** An organisation sits from a day on. */
export function addOrganisation(actor: Actor, id: string, input: { readonly name: string; readonly kind: string; readonly from: Day | null }): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const reading = new Reading()
    const name = reading.text('name', input.name, 200)
    const kind = reading.one('kind', input.kind, ORGANISATION_KINDS)
    const from = reading.day('from', input.from)
    if (reading.wrong !== null) return reading.wrong
    const [made] = await doing.tx.$queryRaw<[{ id: string }]>`
      insert into committee_organisation (operator_id, committee_id, name, kind, from_day, added_by, added_at)
      values (${doing.committee.operatorId}::uuid, ${id}::uuid, ${name}, ${kind}, ${from}::date, ${actor.accountId}::uuid, ${doing.at}::timestamptz) returning id`
    await journal(doing, 'organisation_added', { organisation: made.id, name, kind, from })
    return done(id, made.id)
  })
}

/** An organisation sits no longer after a day. */
export function endOrganisation(actor: Actor, id: string, organisationId: string, to: Day | null): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const organisation = (await organisationsOf(doing.tx, id, doing.today)).find((one) => one.id === organisationId)
    if (organisation === undefined) return { kind: 'gone' }
    const reading = new Reading()
    const last = reading.day('to', to)
    reading.refuse('to', 'before', to !== null && last < organisation.from)
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`update committee_organisation set to_day = ${last}::date where id = ${organisationId}::uuid`
    await journal(doing, 'organisation_ended', { organisation: organisationId, to: last, before: organisation.to })
    return done(id, organisationId)
  })
}

interface MeetingRow {
  readonly id: string
  readonly quarter: string
  readonly plannedOn: string
  readonly heldOn: string | null
  readonly cancelled: boolean
  readonly version: number
}

/** A meeting of a committee as it stands, over the version that was read. */
async function meetingOf({ tx, committee }: Work, id: string, version: number | null): Promise<MeetingRow | 'gone' | 'stale'> {
  if (!isUuid(id)) return 'gone'
  const [row] = await tx.$queryRaw<MeetingRow[]>`
    select id, quarter, planned_on::text as "plannedOn", held_on::text as "heldOn", cancelled_reason is not null as cancelled, version
    from committee_meeting where id = ${id}::uuid and committee_id = ${committee.id}::uuid`
  return row === undefined ? 'gone' : version !== null && row.version !== version ? 'stale' : row
}

async function othersIn({ tx, committee }: Work, quarter: string, besides: string): Promise<number> {
  const [row] = await tx.$queryRaw<[{ n: number }]>`
    select count(*)::integer as n from committee_meeting where committee_id = ${committee.id}::uuid and quarter = ${quarter} and cancelled_reason is null and id <> ${besides}::uuid`
  return row.n
}

export interface DateInput {
  readonly quarter: string
  readonly on: Day | null
  readonly at: string
}

function readDate(input: DateInput): { readonly reading: Reading; readonly quarter: string; readonly on: string; readonly at: string | null } {
  const reading = new Reading()
  const quarter = parseQuarter(input.quarter)?.code ?? ''
  reading.refuse('quarter', input.quarter === '' ? 'required' : 'unknown', quarter === '')
  const on = reading.day('on', input.on)
  reading.refuse('on', 'outside_quarter', input.on !== null && quarter !== '' && !isInQuarter(input.on, quarter))
  return { reading, quarter, on, at: reading.text('at', input.at, 200, { optional: true }) }
}

/** Sets the date of a quarter's meeting; a second one of the same quarter is allowed, and told. */
export function planMeeting(actor: Actor, id: string, input: DateInput): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const { reading, quarter, on, at } = readDate(input)
    if (reading.wrong !== null) return reading.wrong
    const [made] = await doing.tx.$queryRaw<[{ id: string }]>`
      insert into committee_meeting (operator_id, committee_id, quarter, planned_on, at_place, changed_by, changed_at)
      values (${doing.committee.operatorId}::uuid, ${id}::uuid, ${quarter}, ${on}::date, ${at}, ${actor.accountId}::uuid, ${doing.at}::timestamptz) returning id`
    await journal(doing, 'meeting_planned', { meeting: made.id, quarter, on, at })
    return done(id, made.id, await othersIn(doing, quarter, made.id))
  })
}

/** Moves a meeting that is yet to take place. */
export function moveMeeting(actor: Actor, id: string, meetingId: string, version: number, input: DateInput): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const meeting = await meetingOf(doing, meetingId, version)
    if (typeof meeting === 'string') return { kind: meeting }
    if (meeting.heldOn !== null || meeting.cancelled) return { kind: 'stale' }
    const { reading, quarter, on, at } = readDate(input)
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`
      update committee_meeting set quarter = ${quarter}, planned_on = ${on}::date, at_place = ${at}, version = version + 1, changed_by = ${actor.accountId}::uuid, changed_at = ${doing.at}::timestamptz
      where id = ${meetingId}::uuid`
    await journal(doing, 'meeting_moved', { meeting: meetingId, quarter, on, at, before: meeting.plannedOn })
    return done(id, meetingId, await othersIn(doing, quarter, meetingId))
  })
}

async function packProblem({ tx, committee }: Work, number: string | null): Promise<boolean> {
  if (number === null) return false
  const [row] = await tx.$queryRaw<{ n: number }[]>`select 1 as n from committee_pack where number = ${number} and place_level = ${committee.level} and place_code = ${committee.code}`
  return row === undefined
}

/** Says that a meeting took place, and which pack it received, if any. One held already: names its pack, the day stays. */
export function holdMeeting(actor: Actor, id: string, meetingId: string, version: number, input: { readonly on: Day | null; readonly pack: string }): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const meeting = await meetingOf(doing, meetingId, version)
    if (typeof meeting === 'string') return { kind: meeting }
    if (meeting.cancelled) return { kind: 'stale' }
    const reading = new Reading()
    const on = meeting.heldOn === null ? input.on : parseDay(meeting.heldOn)
    const held = reading.day('on', on)
    reading.refuse('on', 'to_come', on !== null && on > doing.today)
    reading.refuse('on', 'outside_quarter', on !== null && !isInQuarter(on, meeting.quarter))
    const pack = reading.text('pack', input.pack, 60, { optional: true })
    reading.refuse('pack', 'no_such_pack', await packProblem(doing, pack))
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`
      update committee_meeting set held_on = ${held}::date, pack_number = ${pack}, version = version + 1, changed_by = ${actor.accountId}::uuid, changed_at = ${doing.at}::timestamptz where id = ${meetingId}::uuid`
    await journal(doing, 'meeting_held', { meeting: meetingId, on: held, pack })
    return done(id, meetingId)
  })
}

/** Calls a meeting off, with a reason; for good. */
export function cancelMeeting(actor: Actor, id: string, meetingId: string, version: number, typed: string): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const meeting = await meetingOf(doing, meetingId, version)
    if (typeof meeting === 'string') return { kind: meeting }
    if (meeting.heldOn !== null || meeting.cancelled) return { kind: 'stale' }
    const reading = new Reading()
    const reason = reading.text('reason', typed, 1_000, { lines: true })
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`
      update committee_meeting set cancelled_reason = ${reason}, version = version + 1, changed_by = ${actor.accountId}::uuid, changed_at = ${doing.at}::timestamptz where id = ${meetingId}::uuid`
    await journal(doing, 'meeting_cancelled', { meeting: meetingId, reason })
    return done(id, meetingId)
  })
}

export interface DecisionInput {
  readonly meetingId: string
  readonly words: string
  /** Who follows it: an organisation that sat that day, and the function of whoever does it there. No name of a person. */
  readonly organisationId: string
  readonly function: string
  readonly dueOn: Day | null
}

/** Records what a meeting that took place decided, and who follows it until when. */
export function recordDecision(actor: Actor, id: string, input: DecisionInput): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const reading = new Reading()
    const meeting = input.meetingId === '' ? null : await meetingOf(doing, input.meetingId, null)
    reading.refuse('meeting', 'required', meeting === null)
    reading.refuse('meeting', 'unknown', meeting === 'gone' || (meeting !== null && typeof meeting !== 'string' && meeting.heldOn === null))
    const heldOn = meeting === null || typeof meeting === 'string' ? null : meeting.heldOn
    const words = reading.text('words', input.words, 2_000, { lines: true })
    const organisation = (await organisationsOf(doing.tx, id, doing.today)).find((one) => one.id === input.organisationId)
    reading.refuse('organisation', input.organisationId === '' ? 'required' : 'unknown', organisation === undefined)
    reading.refuse('organisation', 'not_member', organisation !== undefined && heldOn !== null && (organisation.from > heldOn || (organisation.to !== null && organisation.to < heldOn)))
    const follower = reading.text('function', input.function, 200)
    const dueOn = reading.day('dueOn', input.dueOn)
    reading.refuse('dueOn', 'before', input.dueOn !== null && heldOn !== null && dueOn < heldOn)
    if (reading.wrong !== null) return reading.wrong
    const [made] = await doing.tx.$queryRaw<[{ id: string }]>`
      insert into committee_decision (operator_id, committee_id, meeting_id, words, organisation_id, follower_function, due_on, recorded_by, recorded_at)
      values (${doing.committee.operatorId}::uuid, ${id}::uuid, ${input.meetingId}::uuid, ${words}, ${input.organisationId}::uuid, ${follower}, ${dueOn}::date, ${actor.accountId}::uuid, ${doing.at}::timestamptz) returning id`
    await journal(doing, 'decision_recorded', { decision: made.id, meeting: input.meetingId, organisation: input.organisationId, due: dueOn })
    return done(id, made.id)
  })
}

/** Says what became of a decision on a day: carried out, given up (with a reason), or open again (with a reason). What was said before stays. */
export function followDecision(actor: Actor, id: string, decisionId: string, input: { readonly state: string; readonly on: Day | null; readonly note: string }): Promise<CommitteeOutcome> {
  return keeping(actor, id, async (doing) => {
    const [decision] = !isUuid(decisionId) ? [] : await doing.tx.$queryRaw<{ heldOn: string }[]>`
      select m.held_on::text as "heldOn" from committee_decision d join committee_meeting m on m.id = d.meeting_id where d.id = ${decisionId}::uuid and d.committee_id = ${id}::uuid`
    if (decision === undefined) return { kind: 'gone' }
    const reading = new Reading()
    const state = reading.one('state', input.state, DECISION_STATES)
    const on = reading.day('on', input.on)
    reading.refuse('on', 'to_come', input.on !== null && input.on > doing.today)
    reading.refuse('on', 'before', input.on !== null && on < decision.heldOn)
    const note = reading.text('note', input.note, 1_000, { optional: state === 'done', lines: true })
    if (reading.wrong !== null) return reading.wrong
    await doing.tx.$executeRaw`
      insert into committee_decision_state (operator_id, committee_id, decision_id, state, on_day, note, recorded_by, recorded_at)
      values (${doing.committee.operatorId}::uuid, ${id}::uuid, ${decisionId}::uuid, ${state}, ${on}::date, ${note}, ${actor.accountId}::uuid, ${doing.at}::timestamptz)`
    await journal(doing, 'decision_followed', { decision: decisionId, state, on, note })
    return done(id, decisionId)
  })
}
