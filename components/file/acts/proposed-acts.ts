import type { Day } from '@/lib/accord/calendar/day.ts'
import { FACT_KINDS, type FactKind } from '@/lib/accord/file/facts.ts'
import { probeOf } from '@/lib/accord/file/probe.ts'
import { admit, type FileRecord, type Settings, type Texts } from '@/lib/accord/index.ts'
import type { CaseFile } from '@/lib/accord/file/case-file.ts'
import { stateOf } from '../deadline-words.ts'
import { MOMENTS, type Moment } from './definition.ts'
import { ACTS } from './index.ts'

/** The acts offered on a file: those a deadline waits for, those the law admits today, and the others. */
export interface ProposedActs {
  readonly due: readonly FactKind[]
  readonly admitted: readonly { readonly moment: Moment; readonly kinds: readonly FactKind[] }[]
  readonly others: readonly FactKind[]
}

/** The moments of a file's life, the one it is in first. */
function momentsFrom({ dates, milestones }: CaseFile): readonly Moment[] {
  const now: Moment = milestones.jobStartedOn !== null ? 'job' : dates.cspStart !== null ? 'support' : 'proposal'
  const at = MOMENTS.indexOf(now)
  return [...MOMENTS.slice(at), ...MOMENTS.slice(0, at)]
}

/** Asks the law, kind by kind, what it would admit if it happened today. */
export function proposedActs(record: FileRecord, file: CaseFile, texts: Texts, settings: Settings, today: Day): ProposedActs {
  const due = [...new Set(file.deadlines.flatMap((deadline) => {
    const state = stateOf(deadline, today)
    return deadline.actionable && deadline.metBy !== null && (state === 'soon' || state === 'overdue') ? [deadline.metBy] : []
  }))]
  const admitted = new Set<FactKind>()
  for (const kind of FACT_KINDS) {
    const fact = probeOf(kind, today)
    if (fact !== null && admit(record, fact, texts, settings, today).admitted) admitted.add(kind)
  }
  // An answer is offered while an offer awaits one, whichever number the plainest answer bears.
  for (const kind of ['offer_accepted', 'offer_unanswered'] as const) {
    if (file.offers.some(({ number, answer }) => number !== null && answer === null)) admitted.add(kind)
    else admitted.delete(kind)
  }
  const first = due.filter((kind) => admitted.has(kind))
  const rest = ACTS.filter(({ kind }) => admitted.has(kind) && !first.includes(kind))
  return {
    due: first,
    admitted: momentsFrom(file).map((moment) => ({ moment, kinds: rest.filter((act) => act.moment === moment).map((act) => act.kind) }))
      .filter(({ kinds }) => kinds.length > 0),
    others: ACTS.filter(({ kind }) => !admitted.has(kind)).map(({ kind }) => kind),
  }
}
