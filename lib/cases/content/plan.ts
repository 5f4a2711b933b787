import { z } from 'zod'
import { parseDay } from '../../accord/calendar/day.ts'
import { optionalText, shortText } from './text.ts'

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

const dayText = z
  .string()
  .refine((text) => text === '' || parseDay(text) !== null, 'not_a_day')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

const measure = z
  .strictObject({ measure: z.enum(PLAN_MEASURES), provider: shortText, from: dayText, to: dayText, note: optionalText })
  .refine((line) => line.from === null || line.to === null || line.to >= line.from, { path: ['to'], message: 'end_before_start' })

/**
 * The plan (PSP), or its update: measures, what work periods serve, and the ways to appeal that the
 * plan must state. Its version is not asked: it is the rank of the fact.
 */
export const planContent = z.strictObject({
  measures: z.array(measure).min(1, 'required').max(40, 'too_long'),
  appealRoutes: optionalText,
  workPeriodsConditions: optionalText,
  note: optionalText,
})
