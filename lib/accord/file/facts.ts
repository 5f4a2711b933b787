import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { amountField, dayField } from './fields.ts'

/**
 * A dated fact of a file: what happened, with the terms that the law looks at and no others (words
 * and notes are kept beside it). The kinds and keys are those of the simulator contract, with the few
 * that only a file kept by an operator has; those are optional, and absent means "nothing said".
 */
export const SUSPENSION_CAUSES = ['sickness', 'maternity', 'paternity', 'adoption', 'carer', 'parental_presence'] as const
/** Those, and the leave that a text added by an administrator names (`leave`, its code); in kept files only. */
export const LEAVE_CAUSES = [...SUSPENSION_CAUSES, 'added_leave'] as const
export const ASP_STOP_CAUSES = [
  'work',
  'self_employment',
  'health_benefits',
  'child_rearing_benefit',
  'moved_abroad',
  'parental_presence_allowance',
  'full_pension',
  'civic_service',
] as const
export const EXIT_MOTIVES = [
  'term',
  'job_cdi',
  'job_cdd_6m',
  'job_temp_6m',
  'business_creation',
  'refused_action',
  'no_show_action',
  'two_refused_offers',
  'false_declaration',
  'full_pension',
  'moved_abroad',
  'civic_service',
  'child_benefit',
  'ajpp',
  'long_sickness',
  'death',
  'annulled',
  'renounced',
] as const
export const FOLLOW_UP_SITUATIONS = ['in_job', 'jobseeker', 'training', 'other'] as const
/** on what an offer is held reasonable: the job of the plan, the area, the wage. */
export const OFFER_GROUNDS = ['plan_job', 'area', 'wage'] as const

export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number]
export type LeaveCause = (typeof LEAVE_CAUSES)[number]
export type AspStopCause = (typeof ASP_STOP_CAUSES)[number]
export type ExitMotive = (typeof EXIT_MOTIVES)[number]
export type FollowUpSituation = (typeof FOLLOW_UP_SITUATIONS)[number]
export type OfferGround = (typeof OFFER_GROUNDS)[number]

const event = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), on: dayField })

const jobStarted = z
  .strictObject({
    kind: z.literal('job_started'),
    on: dayField,
    contract: z.enum(['cdi', 'cdd', 'temp']),
    months: z.number().positive().max(120).nullable().default(null),
    monthlyGross: amountField.nullable().default(null),
    sameWorkingTime: z.boolean().nullable().default(null),
  })
  .refine((job) => job.contract === 'cdi' || job.months !== null, { path: ['months'], message: 'months_required' })
  .refine((job) => job.contract !== 'cdi' || job.months === null, { path: ['months'], message: 'months_of_cdi' })

/** The number that an offer bears in its file, `1` to `99`: what its answer names. */
const offerNumber = z.string().regex(/^[1-9]\d?$/u, 'wrong_format')
const answersOffer = <K extends string>(kind: K) => event(kind).extend({ offer: offerNumber })

/** A notice that gives no figure is no notice. */
const givesAFigure = ({ kind, on, ...figures }: object & { kind: string; on: Day }) => Object.values(figures).some((figure) => figure !== null)

const ordered = <T extends { from: Day; to: Day | null }>(period: T) => period.to === null || period.to >= period.from
const END_BEFORE_START = { path: ['to'], message: 'end_before_start' }
const inTime = (asked: { readonly on: Day; readonly answerBy: Day | null }) => asked.answerBy === null || asked.answerBy >= asked.on
const ANSWER_BEFORE = { path: ['answerBy'], message: 'end_before_start' }

/** Every kind of fact, by its name; each schema reads the JSON form (ISO dates) into the inner one. */
export const factSchemas = {
  proposal_handed_over: event('proposal_handed_over').extend({
    /** Whether the document states the 12-month limit to contest; not said: it does. */
    contestLimitStated: z.boolean().optional(),
  }),
  registered: event('registered'),
  authorisation_notified: event('authorisation_notified').extend({ granted: z.boolean() }),
  motive_notified: event('motive_notified'),
  information_interview_held: event('information_interview_held'),
  conservative_letter_sent: event('conservative_letter_sent'),
  sent_to_france_travail: event('sent_to_france_travail').extend({ part: z.enum(['acceptance', 'all']) }),
  accepted: event('accepted'),
  refused: event('refused'),
  pre_bilan_held: event('pre_bilan_held'),
  plan_validated: event('plan_validated').extend({
    /** Both signatures where the text wants them (R-302, from the 2019 avenant); not said: signed. */
    signedByBeneficiary: z.boolean().optional(),
    signedByAdviser: z.boolean().optional(),
  }),
  month4_review_held: event('month4_review_held'),
  final_interview_held: event('final_interview_held'),
  contact_held: event('contact_held'),
  /** what the plan gave the person on a day; feeds no date and no right. */
  service_given: event('service_given'),
  training: z
    .strictObject({ kind: z.literal('training'), from: dayField, to: dayField.nullable().default(null) })
    .refine(ordered, END_BEFORE_START),
  work_period: z
    .strictObject({
      kind: z.literal('work_period'),
      from: dayField,
      to: dayField.nullable().default(null),
      contract: z.enum(['cdd', 'temp']),
      employer: z.enum(['company', 'individual']),
      validatedOn: dayField.nullable().default(null),
    })
    .refine(ordered, END_BEFORE_START),
  work_review_held: event('work_review_held'),
  suspension: z
    .strictObject({
      kind: z.literal('suspension'),
      cause: z.enum(LEAVE_CAUSES),
      /** Code of the leave in the text that added it, where the cause is `added_leave`. */
      leave: z.string().min(1).max(12).optional(),
      from: dayField,
      to: dayField.nullable().default(null),
    })
    .refine(ordered, END_BEFORE_START)
    .refine((span) => (span.cause === 'added_leave') === (span.leave !== undefined), { path: ['leave'], message: 'leave_of_cause' }),
  asp_stopped: event('asp_stopped').extend({ cause: z.enum(ASP_STOP_CAUSES) }),
  asp_resumed: event('asp_resumed'),
  job_started: jobStarted,
  /** France Travail's own figures, as its notice gives them; what is absent was not given. */
  benefit_notified: event('benefit_notified')
    .extend({
    sjr: amountField.nullable().default(null),
    sjrAre: amountField.nullable().default(null),
    areDaily: amountField.nullable().default(null),
    aspDaily: amountField.nullable().default(null),
    aspEnd: dayField.nullable().default(null),
    areDurationDays: z.number().int().min(0).max(2_000).nullable().default(null),
  })
    .refine(givesAFigure, { path: ['aspDaily'], message: 'nothing_given' }),
  trial_period_broken: event('trial_period_broken'),
  job_ended: event('job_ended'),
  bonus_claimed: event('bonus_claimed'),
  wage_gap_claimed: event('wage_gap_claimed'),
  bonus_paid: event('bonus_paid').extend({ amount: amountField }),
  wage_gap_paid: event('wage_gap_paid').extend({ amount: amountField }),
  action_refused: event('action_refused'),
  action_missed: event('action_missed'),
  /** with its grounds; without all three, its refusal counts for nothing. */
  offer_made: event('offer_made')
    .extend({
      offer: offerNumber,
      grounds: z.array(z.enum(OFFER_GROUNDS)).max(OFFER_GROUNDS.length).default([]),
      /** Last day on which the answer is awaited; `null`: none was said. */
      answerBy: dayField.nullable().default(null),
    })
    .refine(inTime, ANSWER_BEFORE),
  offer_accepted: answersOffer('offer_accepted'),
  offer_unanswered: answersOffer('offer_unanswered'),
  /** The offer refused, where it was recorded when made; not said: a reasonable one. */
  offer_refused: event('offer_refused').extend({ offer: offerNumber.optional() }),
  false_statement: event('false_statement'),
  /** The person may explain: invited to, at the latest on a day; or heard. No text asks for it before an exclusion. */
  explanations_invited: event('explanations_invited').extend({ answerBy: dayField }).refine(inTime, ANSWER_BEFORE),
  explanations_heard: event('explanations_heard'),
  breach_dismissed: event('breach_dismissed'),
  exclusion_decided: event('exclusion_decided'),
  term_letter_relayed: event('term_letter_relayed'),
  follow_up_held: event('follow_up_held').extend({ situation: z.enum(FOLLOW_UP_SITUATIONS) }),
  annulled: event('annulled').extend({
    /** Whether the employee agreed in writing, asked once the CSP is accepted; not said: yes. */
    employeeAgreed: z.boolean().optional(),
  }),
  file_closed: event('file_closed').extend({ motive: z.enum(EXIT_MOTIVES) }),
} as const

export type FactKind = keyof typeof factSchemas
export type FactOf<K extends FactKind> = z.output<(typeof factSchemas)[K]>
export type Fact = { [K in FactKind]: FactOf<K> }[FactKind]

export const FACT_KINDS = Object.keys(factSchemas) as readonly FactKind[]

const KEPT_KINDS: ReadonlySet<FactKind> = new Set<FactKind>([
  'work_review_held', 'breach_dismissed', 'term_letter_relayed', 'benefit_notified', 'wage_gap_paid',
  'offer_made', 'offer_accepted', 'offer_unanswered', 'explanations_invited', 'explanations_heard', 'service_given',
])

/** Kinds that a request of the simulator contract may carry; the others exist in kept files only. */
export const CONTRACT_FACT_KINDS: readonly FactKind[] = FACT_KINDS.filter(
  (kind) => !KEPT_KINDS.has(kind),
)

/** The day a fact takes its place in the file: its date, or the first day of its period. */
export function dayOfFact(fact: Fact): Day {
  return 'from' in fact ? fact.from : fact.on
}

/** Reads a fact from its JSON form; the error carries the path and a message code of this file. */
export function parseFact(kind: FactKind, terms: unknown): z.ZodSafeParseResult<Fact> {
  return factSchemas[kind].safeParse(terms, { reportInput: true })
}
