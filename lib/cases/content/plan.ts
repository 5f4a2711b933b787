import { z } from 'zod'
import { amountField } from '../../accord/file/fields.ts'
import { parseDay } from '../../accord/calendar/day.ts'
import { optionalText, requiredShortText, shortText } from './text.ts'

/** What a plan may hold. R-303: ANI art. 14; Conv. 2015 art. 10. */
export const PLAN_MEASURES = [
  'skills_assessment',
  'individual_follow_up',
  'social_psychological_support',
  'guidance',
  'job_search_support',
  'vae',
  'training',
  'pre_training_assessment',
] as const
export type PlanMeasure = (typeof PLAN_MEASURES)[number]

/** Who pays for a measure. */
export const FUNDING_SOURCES = ['cpf', 'training_fund', 'region', 'france_travail', 'employer', 'person', 'other'] as const
export type FundingSource = (typeof FUNDING_SOURCES)[number]

/** Where a measure stands. */
export const LINE_STATES = ['considered', 'planned', 'under_way', 'done', 'dropped'] as const
export type LineState = (typeof LINE_STATES)[number]

/** Who does a step. */
export const STEP_ACTORS = ['person', 'adviser', 'third'] as const
export type StepActor = (typeof STEP_ACTORS)[number]

export const MOST_LINES = 40
export const MOST_STEPS = 20

/** A calendar day that may be left out, kept as ISO text. */
export const dayText = z
  .string()
  .refine((text) => text === '' || parseDay(text) !== null, 'not_a_day')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

const requiredDay = z.string().refine((text) => parseDay(text) !== null, 'not_a_day')

/** A code of the ROME, by its shape: a letter from A to N and four digits; small letters are taken too. */
export const romeCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^([A-N]\d{4})?$/u, 'not_a_rome')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

/** An occupation in free words, with its ROME code where it is known. */
export const occupationSchema = z.strictObject({ label: requiredShortText, rome: romeCode })
export type Occupation = z.output<typeof occupationSchema>

const lineId = z.string().regex(/^[\w-]{1,40}$/u, 'wrong_format')

const fundingSchema = z.strictObject({ source: z.enum(FUNDING_SOURCES), amount: amountField.nullable().default(null) })

const stepSchema = z.strictObject({
  id: lineId,
  what: requiredShortText,
  who: z.enum(STEP_ACTORS),
  by: dayText,
  doneOn: dayText,
})
export type PlanStep = z.output<typeof stepSchema>

/**
 * A line of a plan. Lines written when a plan was a list of measures have no id, goal, funding, state or
 * steps: they read with none.
 */
export const planLineSchema = z
  .strictObject({
    id: lineId.nullable().default(null),
    goal: shortText,
    measure: z.enum(PLAN_MEASURES),
    provider: shortText,
    from: dayText,
    to: dayText,
    funding: z.array(fundingSchema).max(FUNDING_SOURCES.length, 'too_long').default([]),
    state: z.enum(LINE_STATES).nullable().default(null),
    droppedBecause: optionalText,
    steps: z.array(stepSchema).max(MOST_STEPS, 'too_long').default([]),
    /** For a training, the occupation it prepares for, as a person ticked it; never guessed. */
    preparesFor: occupationSchema.nullable().default(null),
    note: optionalText,
  })
  .refine((line) => line.from === null || line.to === null || line.to >= line.from, { path: ['to'], message: 'end_before_start' })
  .refine((line) => line.state !== 'dropped' || line.droppedBecause !== null, { path: ['droppedBecause'], message: 'required' })
export type PlanLine = z.output<typeof planLineSchema>

/** Longest drawing kept of a signature: some thousand points. */
export const LONGEST_DRAWING = 24_000

/** Strokes as they are drawn: `M10 10L20 24 30 12`, one after the other. Anything else would be drawn into documents. */
const STROKES = /^(?:M-?\d{1,5} -?\d{1,5}L-?\d{1,5} -?\d{1,5}(?: -?\d{1,5} -?\d{1,5})*)*$/u

/** A signature: drawn on the screen, kept as the path of an SVG image; or given elsewhere, its day recorded. */
export const signatureSchema = z
  .strictObject({
    manner: z.enum(['drawn', 'recorded']),
    on: requiredDay,
    path: z.string().max(LONGEST_DRAWING, 'too_long').regex(STROKES, 'wrong_format').nullable().default(null),
    width: z.number().int().min(1).max(4_000).nullable().default(null),
    height: z.number().int().min(1).max(4_000).nullable().default(null),
  })
  .refine((signature) => signature.manner === 'recorded' || (signature.path !== null && signature.path !== ''), { path: ['path'], message: 'required' })
export type Signature = z.output<typeof signatureSchema>

const written = {
  /** The project in a few words, and the occupation aimed at. */
  project: optionalText,
  occupation: occupationSchema.nullable().default(null),
  appealRoutes: optionalText,
  workPeriodsConditions: optionalText,
}

/**
 * The plan (PSP) as it was validated, or its update: measures, what work periods serve, and the ways to
 * appeal that the plan must state. Its version is not asked: it is the rank of the fact.
 */
export const planContent = z.strictObject({
  measures: z.array(planLineSchema).min(1, 'required').max(MOST_LINES, 'too_long'),
  ...written,
  note: optionalText,
  signatures: z.strictObject({ beneficiary: signatureSchema.nullable().default(null), adviser: signatureSchema.nullable().default(null) }).nullable().default(null),
})
export type PlanContent = z.output<typeof planContent>

/** The plan people work on between two validations: the same, with no line yet perhaps, and no signature. */
export const workingPlanContent = z.strictObject({ measures: z.array(planLineSchema).max(MOST_LINES, 'too_long').default([]), ...written })
export type WorkingPlanContent = z.output<typeof workingPlanContent>

/** Reads the content kept beside a validated plan, of any age; `null` when nothing that reads was kept. */
export function readPlanContent(content: unknown): PlanContent | null {
  const parsed = planContent.safeParse(content)
  return parsed.success ? parsed.data : null
}

/** Whether a kept plan was worked on line by line, rather than ticked as a list of measures. */
export function isWorkedPlan(content: unknown): boolean {
  const plan = readPlanContent(content)
  return plan !== null && plan.measures.some((line) => line.id !== null)
}
