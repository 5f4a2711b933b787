/** What someone may be. The first four belong to an operator; the last two to none. */
export const ROLES = ['counsellor', 'referent', 'manager', 'operator_admin', 'committee', 'platform_admin'] as const
export type Role = (typeof ROLES)[number]

/** Where a committee member reads figures: codes of basins, departments or regions; none for the nation. */
export interface Territory {
  readonly level: 'basin' | 'department' | 'region' | 'nation'
  readonly codes: readonly string[]
}

/** Who is asking, with the rights they have now (read from the database at each request). */
export interface Actor {
  readonly accountId: string
  /** `null` for committee members and platform administrators. */
  readonly operatorId: string | null
  readonly operatorName: string | null
  /** The operator's, which says what day it is; Europe/Paris without one. */
  readonly timeZone: string
  readonly role: Role
  readonly basinIds: readonly string[]
  /** Accounts of absent colleagues whose files are theirs to follow today, beside their own. */
  readonly standsInFor: readonly string[]
  readonly displayName: string
  readonly email: string
  readonly locale: 'fr' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  /** Committee members only. */
  readonly territory: Territory | null
}

/** The accounts whose files count as the actor's own today: theirs, and those of the absent they stand in for. */
export function accountsFollowed(actor: Pick<Actor, 'accountId' | 'standsInFor'>): readonly string[] {
  return [actor.accountId, ...actor.standsInFor]
}
