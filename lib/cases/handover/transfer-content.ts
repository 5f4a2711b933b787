import { z } from 'zod'
import { isoOf, type Day } from '../../accord/calendar/day.ts'
import type { FactKind } from '../../accord/file/facts.ts'
import { isFactKind, type ReadRecord } from '../stored-fact.ts'

/**
 * What goes along with a file offered to another operator. The frame and the facts of the law always do: without them the
 * dates could not be computed again. The words kept beside them go by parts that the sender ticks; a note kept to fewer
 * readers never goes.
 */
export const TRANSFER_PARTS = ['contact_details', 'support', 'work', 'offers', 'notes'] as const
export type TransferPart = (typeof TRANSFER_PARTS)[number]

/** Ticked unless the sender says otherwise: what the next counsellor needs to go on, without what was said in confidence. */
export const USUAL_PARTS: readonly TransferPart[] = ['contact_details', 'support', 'work', 'offers']

const PART_OF_KIND: Readonly<Partial<Record<FactKind, TransferPart>>> = {
  pre_bilan_held: 'support',
  plan_validated: 'support',
  month4_review_held: 'support',
  final_interview_held: 'support',
  work_review_held: 'support',
  service_given: 'support',
  training: 'support',
  work_period: 'work',
  job_started: 'work',
  offer_made: 'offers',
  offer_accepted: 'offers',
  offer_unanswered: 'offers',
  offer_refused: 'offers',
  action_refused: 'offers',
  action_missed: 'offers',
  false_statement: 'offers',
  explanations_invited: 'offers',
  explanations_heard: 'offers',
  breach_dismissed: 'offers',
  exclusion_decided: 'offers',
}

type Content = Record<string, unknown>

/** The words beside a fact as far as they may go; `null` where none do. */
export function contentThatGoes(kind: FactKind, content: Content | null, parts: readonly TransferPart[]): Content | null {
  if (content === null) return null
  if (content['readers'] === 'pair' || content['readers'] === 'self') return null
  return parts.includes(PART_OF_KIND[kind] ?? 'notes') ? content : null
}

const text = z.string().nullable()

/** What is kept with a proposal, as it will be read back by whoever accepts it. */
export const offeredSchema = z.object({
  person: z.object({
    firstName: z.string(), lastName: z.string(), birthDate: z.string(), sex: text, qualification: text, sector: text, commune: text, email: text, phone: text,
  }),
  employer: z.object({ name: z.string(), siret: text, size: z.number().nullable(), insolvency: z.boolean(), kind: z.enum(['company', 'individual']).catch('company') }).nullable(),
  frame: z.object({ factId: z.string(), recordedAt: z.string(), terms: z.record(z.string(), z.unknown()) }),
  facts: z.array(z.object({
    factId: z.string(), recordedAt: z.string(), kind: z.string(), terms: z.record(z.string(), z.unknown()), content: z.record(z.string(), z.unknown()).nullable(),
  })),
  parts: z.array(z.enum(TRANSFER_PARTS)),
})
export type Offered = z.output<typeof offeredSchema>

/** A kept line with its words and the moment it was recorded. */
export interface LineToOffer {
  readonly id: string
  readonly kind: string
  readonly terms: Readonly<Record<string, unknown>>
  readonly content: Content | null
  readonly recordedAt: Date
}

export interface ToOffer {
  readonly person: Omit<Offered['person'], 'birthDate'> & { readonly birthDate: Day }
  readonly employer: Offered['employer']
  readonly read: ReadRecord
  readonly lines: readonly LineToOffer[]
  readonly parts: readonly TransferPart[]
}

/** What counts of a file, and nothing else of it: neither what was corrected nor what may not go. */
export function offeredOf({ person, employer, read, lines, parts }: ToOffer): Offered {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const known = (id: string): LineToOffer => byId.get(id)!
  const withDetails = parts.includes('contact_details')
  const frame = known(read.frameId)
  return {
    person: {
      ...person, birthDate: isoOf(person.birthDate),
      ...(withDetails ? {} : { email: null, phone: null, commune: null }),
    },
    employer,
    frame: { factId: frame.id, recordedAt: frame.recordedAt.toISOString(), terms: { ...frame.terms } },
    facts: read.factIds.map(known).map((line) => ({
      factId: line.id, recordedAt: line.recordedAt.toISOString(), kind: line.kind, terms: { ...line.terms },
      content: isFactKind(line.kind) ? contentThatGoes(line.kind, line.content, parts) : null,
    })),
    parts: [...parts],
  }
}
