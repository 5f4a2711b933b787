import { accountsFollowed, type Actor, type Role, type Territory } from './actor.ts'

/** How far a right goes. */
export type Reach =
  | 'none'
  /** Files the actor is counsellor or referent of, or an absent colleague they stand in for. */
  | 'own'
  /** What lies in the actor's basins, at their operator. */
  | 'basins'
  /** Everything of the actor's operator. */
  | 'operator'
  /** Figures of the committee's territory, across operators. */
  | 'territory'
  | 'all'

type Row = Readonly<Record<Role, Reach>>

/** Who may do what, and how far. Read a line as: this action, by each role. */
export const RIGHTS = {
  'file.read':        { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'file.record':      { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'file.open':        { counsellor: 'basins', referent: 'none', manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'file.assign':      { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'caseload.read':    { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'worklist.read':    { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'placement.read':   { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'agenda.read':      { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'employer.read':    { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'export.make':      { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'file.transfer':    { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'absence.manage':   { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'basin.note':       { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'money.read':       { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'money.record':     { counsellor: 'own',    referent: 'none', manager: 'basins', operator_admin: 'none',     committee: 'none',      platform_admin: 'none' },
  'mail.read':        { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'templates.manage': { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'basin.read':       { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'team.read':        { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'steering.read':    { counsellor: 'own',    referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'catalogue.read':   { counsellor: 'all',    referent: 'all',  manager: 'all',    operator_admin: 'all',      committee: 'all',       platform_admin: 'all' },
  'figures.import':   { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'operator', committee: 'none',      platform_admin: 'all' },
  'pack.prepare':     { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'all' },
  'pack.read':        { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'territory', platform_admin: 'all' },
  'committee.read':   { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'territory', platform_admin: 'all' },
  'committee.keep':   { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'all' },
  'alert.set_aside':  { counsellor: 'none',   referent: 'none', manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'figures.read':     { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'none',     committee: 'territory', platform_admin: 'none' },
  'accounts.manage':  { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'operator', committee: 'none',      platform_admin: 'all' },
  'settings.manage':  { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'operator', committee: 'none',      platform_admin: 'all' },
  'operators.manage': { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'none',     committee: 'none',      platform_admin: 'all' },
  'texts.read':       { counsellor: 'all',    referent: 'all',  manager: 'all',    operator_admin: 'all',      committee: 'all',       platform_admin: 'all' },
  'texts.impact':     { counsellor: 'own',    referent: 'own',  manager: 'basins', operator_admin: 'operator', committee: 'none',      platform_admin: 'none' },
  'texts.manage':     { counsellor: 'none',   referent: 'none', manager: 'none',   operator_admin: 'none',     committee: 'none',      platform_admin: 'all' },
} as const satisfies Readonly<Record<string, Row>>

export type Action = keyof typeof RIGHTS
export const ACTIONS = Object.keys(RIGHTS) as readonly Action[]

/** What an action is about, as far as rights care: a file, a basin, an operator or an account of it. */
export interface Target {
  readonly operatorId?: string | null
  readonly basinId?: string
  readonly counsellorId?: string | null
  readonly referentId?: string | null
  /** For figures: where the basin lies. */
  readonly place?: Place
}

export interface Place {
  readonly basinCode: string
  readonly departmentCodes: readonly string[]
  readonly regionCode: string
}

/** Whether a basin lies in a committee's territory: for a department, when any part of the basin does. */
export function territoryHolds(territory: Territory, place: Place): boolean {
  switch (territory.level) {
    case 'nation':
      return true
    case 'region':
      return territory.codes.includes(place.regionCode)
    case 'department':
      return place.departmentCodes.some((code) => territory.codes.includes(code))
    case 'basin':
      return territory.codes.includes(place.basinCode)
  }
}

/** How far an actor's right to an action goes. */
export function reachOf(actor: Pick<Actor, 'role'>, action: Action): Reach {
  return RIGHTS[action][actor.role]
}

/**
 * Whether an actor may do something to a target; without target, whether they may do it to anything at all (what a menu
 * shows). Pure: the target's own fields are the caller's to load.
 */
export function can(actor: Actor, action: Action, target?: Target): boolean {
  const reach = reachOf(actor, action)
  if (reach === 'none') return false
  if (reach === 'all' || target === undefined) return true
  if (reach === 'territory') return actor.territory !== null && target.place !== undefined && territoryHolds(actor.territory, target.place)
  if (actor.operatorId === null || target.operatorId !== actor.operatorId) return false
  if (reach === 'operator') return true
  if (reach === 'basins') return target.basinId !== undefined && actor.basinIds.includes(target.basinId)
  const followed = accountsFollowed(actor)
  return [target.counsellorId, target.referentId].some((account) => account !== undefined && account !== null && followed.includes(account))
}

/** The roles an actor may give to an account: those of an operator for its administrator, all for the platform. */
export function rolesGivenBy(actor: Actor): readonly Role[] {
  if (actor.role === 'platform_admin') return ['counsellor', 'referent', 'manager', 'operator_admin', 'committee', 'platform_admin']
  if (actor.role === 'operator_admin') return ['counsellor', 'referent', 'manager', 'operator_admin']
  return []
}
