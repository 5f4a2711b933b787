import type { Day } from '../../accord/calendar/day.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'

/** Why someone is away, in three words: a reason of health is nobody's business here. */
export const ABSENCE_REASONS = ['leave', 'training', 'other'] as const
export type AbsenceReason = (typeof ABSENCE_REASONS)[number]

/** Days an absence may last at most: beyond, the files are handed over. */
export const LONGEST_ABSENCE_DAYS = 366

/** Why nobody can be away, or stand in, as asked; with what would have to give way. */
export type AbsenceRefusal =
  /** The absence would already be over. */
  | { readonly because: 'over' }
  /** They are away already on one of those days. */
  | { readonly because: 'already_away'; readonly from: Day; readonly to: Day }
  /** The one who would stand in is away too. */
  | { readonly because: 'stand_in_away'; readonly name: string; readonly from: Day; readonly to: Day }
  /** They stand in for someone themselves: that colleague's files would have nobody. */
  | { readonly because: 'stands_in'; readonly name: string; readonly from: Day; readonly to: Day }
  /** Basins of their live files in which the stand-in does not work. */
  | { readonly because: 'stand_in_elsewhere'; readonly name: string; readonly basins: readonly string[] }

export type AbsenceOutcome =
  /** `files`: the live files followed meanwhile by the stand-in. */
  | { readonly kind: 'told'; readonly absenceId: string; readonly files: number; readonly standIn: string }
  | { readonly kind: 'refused'; readonly refusal: AbsenceRefusal }
  | Invalid
  | NotFound
  | NotAllowed

export type EndOutcome =
  /** `from`: the first day on which they are back. */
  | { readonly kind: 'ended'; readonly from: Day }
  | NotFound
  | NotAllowed
