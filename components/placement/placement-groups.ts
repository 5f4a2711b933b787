/** Groups the people placed by month in the job, those to close first. Pure: the query decided who is there. */
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'

export interface PlacementGroup {
  /** `close`, or the month of the job, 1 to 6. */
  readonly name: 'close' | number
  readonly placements: readonly Placement[]
}

const MONTHS = 6

/** Those whose contact or closing is due come first, then by name: the screen opens on the next thing to do. */
function byUrgency(a: Placement, b: Placement): number {
  const due = (placement: Placement) => (placement.toClose ? placement.followUpEnd : placement.nextContactDue) ?? Number.MAX_SAFE_INTEGER
  return due(a) - due(b) || a.personName.localeCompare(b.personName, 'fr')
}

/** The groups that hold someone: to close, then from the first month in the job to the sixth. */
export function placementGroups(placements: readonly Placement[]): readonly PlacementGroup[] {
  const toClose = placements.filter((placement) => placement.toClose).toSorted(byUrgency)
  const running = placements.filter((placement) => !placement.toClose)
  const months = Array.from({ length: MONTHS }, (_, index) => index + 1).flatMap((month): PlacementGroup[] => {
    const inMonth = running.filter((placement) => Math.min(placement.months + 1, MONTHS) === month).toSorted(byUrgency)
    return inMonth.length === 0 ? [] : [{ name: month, placements: inMonth }]
  })
  return toClose.length === 0 ? months : [{ name: 'close', placements: toClose }, ...months]
}

/** Something to do is due today or its day has passed. */
export function isDue(placement: Placement, today: Day): boolean {
  return placement.toClose || placement.duties.some(({ dueOn }) => dueOn <= today)
}

/** Cards of a column shown at once: about the height of a screen. */
const IN_SIGHT = 4

/** The cards of a column that are seen, and those behind a press: what is due is never among these. */
export function inSight(placements: readonly Placement[], today: Day): { readonly seen: readonly Placement[]; readonly rest: readonly Placement[] } {
  const rest = placements.filter((placement, index) => index >= IN_SIGHT && !isDue(placement, today))
  return rest.length < 2 ? { seen: placements, rest: [] } : { seen: placements.filter((placement) => !rest.includes(placement)), rest }
}

/** Those that have something due, where asked; everyone otherwise. The counts of the board are these. */
export function shownPlacements(placements: readonly Placement[], today: Day, onlyDue: boolean): readonly Placement[] {
  return onlyDue ? placements.filter((placement) => isDue(placement, today)) : placements
}

/** Every month of the board, empty ones included, then those to close. */
export function boardColumns(placements: readonly Placement[]): readonly PlacementGroup[] {
  const held = placementGroups(placements)
  const column = (name: PlacementGroup['name']): PlacementGroup => held.find((group) => group.name === name) ?? { name, placements: [] }
  return [...Array.from({ length: MONTHS }, (_, index) => column(index + 1)), column('close')]
}

/** The one line to begin with: the follow-up to close that waits longest, else the contact due first. */
export function firstToDo(groups: readonly PlacementGroup[]): Placement | null {
  const [first] = groups
  if (first?.name === 'close') return first.placements[0] ?? null
  return groups.flatMap(({ placements }) => placements).toSorted(byUrgency)[0] ?? null
}

export interface PlacementUrgency {
  /** Contacts whose last day is today or passed. */
  readonly due: number
  readonly toClose: number
  /** The first contact to come, where none is due. */
  readonly next: Placement | null
}

/** What waits today, for the sentence that opens the screen. */
export function placementUrgency(placements: readonly Placement[], today: Day): PlacementUrgency {
  const running = placements.filter((placement) => !placement.toClose)
  const due = running.filter((placement) => placement.nextContactDue !== null && placement.nextContactDue <= today)
  const ahead = running
    .filter((placement) => placement.nextContactDue !== null && placement.nextContactDue > today)
    .toSorted(byUrgency)
  return { due: due.length, toClose: placements.length - running.length, next: ahead[0] ?? null }
}
