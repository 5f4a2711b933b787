import { addDays, type Day } from '@/lib/accord/calendar/day.ts'
import type { CaseFile, FilePeriod } from '@/lib/accord/file/case-file.ts'
import { lengthInDays } from '@/lib/accord/calendar/period.ts'
import type { BandLane, BandTone } from './layout.ts'

/** A span of the parcours before its words: what it is, and the fact it comes from. */
export interface ParcoursSpan {
  readonly lane: BandLane
  readonly tone: BandTone
  readonly from: Day
  readonly to: Day | null
  /** Key of its name; the cause of a leave or of a stop stands after it. */
  readonly name: 'reflection' | 'csp' | 'rest' | 'extension' | 'work_period' | 'suspension' | 'asp_stopped' | 'training' | 'job'
  readonly cause: string | null
  /** Code of a leave that an added text names. */
  readonly leave?: string | undefined
  readonly factIndex: number | null
}

const OF_PERIOD = {
  work_period: { lane: 'suspensions', tone: 'work' },
  suspension: { lane: 'suspensions', tone: 'leave' },
  asp_stopped: { lane: 'suspensions', tone: 'stopped' },
  training: { lane: 'training', tone: 'training' },
  job: { lane: 'job', tone: 'job' },
} as const satisfies Readonly<Partial<Record<FilePeriod['kind'], { lane: BandLane; tone: BandTone }>>>

/**
 * The spans of a file, ready to draw and to list: the reflection, the CSP as it ran, what is left of it
 * after a job, its extension, and everything recorded beside it.
 */
export function spansOf(file: CaseFile): readonly ParcoursSpan[] {
  const spans: ParcoursSpan[] = []
  const { handedOverOn } = file.milestones
  const { cspTerm, reflectionEnd } = file.dates
  const own = { cause: null, factIndex: null, lane: 'csp' } as const
  if (handedOverOn !== null && reflectionEnd !== null && reflectionEnd >= handedOverOn) {
    spans.push({ ...own, tone: 'reflection', from: handedOverOn, to: reflectionEnd, name: 'reflection' })
  }
  const extension = file.periods.find(({ kind }) => kind === 'extension')
  const initialTerm = extension === undefined ? cspTerm : addDays(extension.from, -1)
  for (const period of file.periods) {
    if (period.kind === 'extension') {
      spans.push({ ...own, tone: 'extension', from: period.from, to: period.to, name: 'extension' })
      continue
    }
    if (period.kind === 'csp') {
      const end = period.to ?? cspTerm
      const ranTo = end === null || initialTerm === null || end < initialTerm ? end : initialTerm
      spans.push({ ...own, tone: 'csp', from: period.from, to: ranTo, name: 'csp' })
      if (ranTo !== null && initialTerm !== null && ranTo < initialTerm) {
        spans.push({ ...own, tone: 'rest', from: addDays(ranTo, 1), to: initialTerm, name: 'rest' })
      }
      continue
    }
    spans.push({ ...OF_PERIOD[period.kind], from: period.from, to: period.to, name: period.kind, cause: period.cause, leave: period.leave, factIndex: period.factIndex })
  }
  return spans
}

/** Days of a span, both ends counted; `null` while it is open. */
export function spanDays(span: { readonly from: Day; readonly to: Day | null }): number | null {
  return span.to === null ? null : lengthInDays(span.from, span.to)
}

