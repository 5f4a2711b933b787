// Alerts of a manager: who drifts, by how much, since when, explained by their files; and setting one aside.
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { addDays, isoOf, type Day } from '../accord/calendar/day.ts'
import { moment } from '../clock/civil-day.ts'
import { writeJournal } from '../database/journal.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { EVERYONE, NATION, type Slice } from '../indicators/slices.ts'
import { counsellorsIn, reachedBasins } from './dashboard/reach.ts'
import { DRIFT_KINDS, standings, type DriftKind, type Standing, type StandingGroup } from './dashboard/drifts.ts'
import type { AlertSubject } from './asides.ts'
import { steer, type Steering } from './figures.ts'

/** How far ahead an alert may be set aside: after three months it is looked at again. */
export const LONGEST_ASIDE = 92
const LONGEST_REASON = 500

async function standingsOf(steering: Steering, slice: Slice): Promise<readonly Standing[]> {
  const basins = new Map((await reachedBasins(steering)).map((basin) => [basin.id, basin]))
  const people = new Map((await counsellorsIn(steering, NATION)).map(({ id, name }) => [id, name]))
  return standings(steering, slice, { basin: (id) => basins.get(id) ?? null, counsellor: (id) => people.get(id) ?? null })
}

export interface Alert extends StandingGroup {
  readonly kind: DriftKind
  /** All that it is compared in, itself included. */
  readonly whole: { readonly late: number; readonly of: number }
}

const worst = (one: Alert, other: Alert) => one.chance - other.chance || other.late - one.late || one.by.localeCompare(other.by) || one.name.localeCompare(other.name, 'fr')

/** Everyone who drifts in an actor's reach, what is least due to chance first; those set aside among them. */
export async function alertsIn(steering: Steering, slice: Slice = EVERYONE): Promise<readonly Alert[]> {
  const all = await standingsOf(steering, slice)
  return all.flatMap(({ kind, late, of, groups }) => groups.filter(({ drifting }) => drifting).map((group): Alert => ({ ...group, kind, whole: { late, of } }))).toSorted(worst)
}

/** Alerts about a basin in the actor's reach, against their other basins; `null` where no figure is theirs. */
export async function alertsOfBasin(actor: Actor, code: string): Promise<readonly Alert[] | null> {
  return steer(actor, async (steering) => (await alertsIn(steering)).filter(({ by, id }) => by === 'basin' && id === code))
}

/** How many drift and are not set aside, kind by kind: the line of a morning's digest. */
export interface DriftCount {
  readonly kind: DriftKind
  readonly groups: number
  readonly late: number
}

export async function driftCounts(steering: Steering): Promise<readonly DriftCount[]> {
  const alerts = (await alertsIn(steering)).filter(({ aside }) => aside === null)
  return DRIFT_KINDS.flatMap((kind) => {
    const told = alerts.filter((alert) => alert.kind === kind)
    // A counsellor's late files may be their basin's too: the most of one side is told, not their sum.
    const late = (by: AlertSubject) => told.filter((alert) => alert.by === by).reduce((sum, alert) => sum + alert.late, 0)
    return told.length === 0 ? [] : [{ kind, groups: told.length, late: Math.max(late('basin'), late('counsellor')) }]
  })
}

export interface AlertAsked {
  readonly kind: string
  readonly by: string
  /** A basin's code, or an account. */
  readonly id: string
}

export interface AlertView extends Alert {
  readonly today: Day
  readonly maySetAside: boolean
}

const isKind = (text: string): text is DriftKind => (DRIFT_KINDS as readonly string[]).includes(text)

async function find(steering: Steering, { kind, by, id }: AlertAsked): Promise<Alert | null> {
  if (!isKind(kind) || (by !== 'basin' && by !== 'counsellor')) return null
  const standing = (await standingsOf(steering, EVERYONE)).find((one) => one.kind === kind)
  const group = standing?.groups.find((one) => one.by === by && one.id === id)
  return standing === undefined || group === undefined ? null : { ...group, kind, whole: { late: standing.late, of: standing.of } }
}

function maySetAside(actor: Actor, { by, subjectId }: Pick<Alert, 'by' | 'subjectId'>): boolean {
  // A counsellor was found among the files of the actor's own reach.
  return by === 'counsellor' ? can(actor, 'alert.set_aside') : can(actor, 'alert.set_aside', { operatorId: actor.operatorId, basinId: subjectId })
}

/** One basin or counsellor against all the others of the actor's reach, whether they drift or no longer; `null` where nothing of theirs is late. */
export async function alertView(actor: Actor, asked: AlertAsked): Promise<AlertView | null> {
  return steer(actor, async (steering) => {
    const alert = await find(steering, asked)
    return alert === null ? null : { ...alert, today: steering.today, maySetAside: maySetAside(actor, alert) }
  })
}

export type AsideProblem = 'required' | 'not_to_come' | 'too_far' | 'too_long' | 'not_text'
export type AsideOutcome =
  | { readonly kind: 'set' }
  | { readonly kind: 'invalid'; readonly fields: Readonly<Partial<Record<'until' | 'reason', AsideProblem>>> }
  /** Nothing of theirs to set aside. */
  | { readonly kind: 'not_found' }

/**
 * Sets an alert aside until a day, that day included, with a reason; journaled. Replaces what was said of it before.
 * @param until to come, within `LONGEST_ASIDE` days; `null` where none was given
 */
export async function setAside(actor: Actor, asked: AlertAsked, { until, reason: typed }: { readonly until: Day | null; readonly reason: string }): Promise<AsideOutcome> {
  const at = await moment(actor.timeZone)
  const reason = typed.replaceAll('\r\n', '\n').trim()
  const done = await steer(actor, async (steering): Promise<AsideOutcome> => {
    const alert = await find(steering, asked)
    if (alert === null || !alert.drifting || !maySetAside(actor, alert)) return { kind: 'not_found' }
    const day: AsideProblem | null = until === null ? 'required' : until <= steering.today ? 'not_to_come' : until > addDays(steering.today, LONGEST_ASIDE) ? 'too_far' : null
    const words: AsideProblem | null = reason === '' ? 'required' : reason.length > LONGEST_REASON ? 'too_long' : KEPT_TEXT.test(reason) ? null : 'not_text'
    if (until === null || day !== null || words !== null) return { kind: 'invalid', fields: { ...(day === null ? {} : { until: day }), ...(words === null ? {} : { reason: words }) } }
    await keep(steering, alert, { until: isoOf(until), reason }, at)
    return { kind: 'set' }
  })
  return done ?? { kind: 'not_found' }
}

async function keep({ actor, tx }: Steering, { kind, by, subjectId, late, of }: Alert, aside: { readonly until: string; readonly reason: string } | null, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into alert_set_aside (operator_id, kind, subject, subject_id, until_day, reason, set_by, set_at)
    values (${actor.operatorId}::uuid, ${kind}, ${by}, ${subjectId}::uuid, ${aside?.until ?? null}::date, ${aside?.reason ?? null}, ${actor.accountId}::uuid, ${at}::timestamptz)`
  await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: aside === null ? 'alert.taken_back' : 'alert.set_aside', at, detail: { kind, subject: by, id: subjectId, late, of, until: aside?.until ?? null, reason: aside?.reason ?? null } })
}

/** Tells an alert again that was set aside; journaled. @returns whether there was one of theirs */
export async function takeBack(actor: Actor, asked: AlertAsked): Promise<boolean> {
  const at = await moment(actor.timeZone)
  const done = await steer(actor, async (steering) => {
    const alert = await find(steering, asked)
    if (alert === null || alert.aside === null || !maySetAside(actor, alert)) return false
    await keep(steering, alert, null, at)
    return true
  })
  return done === true
}
