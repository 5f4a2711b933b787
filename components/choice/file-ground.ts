import { latest } from '@/lib/accord/calendar/day.ts'
import type { Stage } from '@/lib/accord/file/case-file.ts'
import type { Frame } from '@/lib/accord/file/frame.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import type { FileGround } from './read-choice.ts'

type Figure = 'sjr' | 'sjrAre' | 'areDaily' | 'areDurationDays'
const FIGURES: readonly Figure[] = ['sjr', 'sjrAre', 'areDaily', 'areDurationDays']

/** The facts of a file that still count, in their legal terms. */
function standing(view: FileView) {
  return view.facts.flatMap(({ fact, factIndex }) => (fact === null || factIndex === null ? [] : [fact]))
}

/** The frame, with what France Travail has notified since in the place of what was noted at the start. */
function frameWithNotices(view: FileView): Frame {
  let frame = view.frame
  for (const fact of standing(view)) {
    if (fact.kind !== 'benefit_notified') continue
    const given = Object.fromEntries(FIGURES.flatMap((name) => (fact[name] === null ? [] : [[name, fact[name]]])))
    frame = { ...frame, ...given }
  }
  return frame
}

/** Whether the person has still to answer: the comparison is then of use. */
export function isThinking(stage: Stage): boolean {
  return stage === 'to_propose' || stage === 'reflection' || stage === 'awaiting_authorisation'
}

/** What a file's comparison starts from, and what its reader must be told of it. */
export function groundOf(view: FileView): { readonly ground: FileGround; readonly note: 'notProposed' | 'answered' | null } {
  const facts = standing(view)
  const { handedOverOn } = view.file.milestones
  const decision = facts.find((fact) => fact.kind === 'authorisation_notified')
  const letter = facts.find((fact) => fact.kind === 'conservative_letter_sent')
  return {
    ground: {
      frame: frameWithNotices(view),
      settings: view.settings,
      proposedOn: handedOverOn ?? latest(view.today, view.frame.engagedOn),
      decisionOn: decision?.kind === 'authorisation_notified' && decision.granted ? decision.on : null,
      letterOn: letter?.kind === 'conservative_letter_sent' ? letter.on : null,
    },
    note: handedOverOn === null ? 'notProposed' : isThinking(view.file.stage) ? null : 'answered',
  }
}
