/** Files late in a group, of the people it follows. */
export interface Lateness {
  readonly late: number
  readonly of: number
}

/** Fewer late files than this are told one by one, not as a drift. */
export const FEWEST_LATE = 3
/** How many times the share of the others: half as much again. As whole numbers, so that a limit is met to the file. */
const TIMES_THE_OTHERS = { by: 3, of: 2 }

/**
 * Whether a basin or a counsellor drifts: three files late at least, and a share of late files one and a half times that
 * of all the others together (who follow somebody). Decision 301.
 */
export function isDrifting(group: Lateness, all: Lateness): boolean {
  const others = { late: all.late - group.late, of: all.of - group.of }
  if (group.late < FEWEST_LATE || group.of === 0 || others.of <= 0) return false
  return group.late * others.of * TIMES_THE_OTHERS.of >= Math.max(0, others.late) * group.of * TIMES_THE_OTHERS.by
}
