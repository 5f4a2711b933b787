import { z } from 'zod'
import { parseDay } from '../../accord/calendar/day.ts'
import { PLAN_MEASURES } from './plan.ts'
import { optionalText, requiredText, shortText } from './text.ts'

export const BUSINESS_PROJECTS = ['creation', 'takeover'] as const
/** Who reads a note: everyone on the file, its counsellor and its referent, or whoever wrote it. */
export const NOTE_READERS = ['all', 'pair', 'self'] as const
export type NoteReaders = (typeof NOTE_READERS)[number]
export const CONTACT_CHANNELS = ['meeting', 'phone', 'video', 'email', 'letter', 'text_message'] as const

/** The first interview. R-301: profile, project, strengths, difficulties, obstacles, and what the local labour market offers. */
export const preBilanContent = z
  .strictObject({
    profile: requiredText,
    project: requiredText,
    business: z.boolean().default(false),
    businessProject: z.enum(BUSINESS_PROJECTS).nullable().default(null),
    strengths: optionalText,
    difficulties: optionalText,
    obstacles: optionalText,
    labourMarket: optionalText,
    skillsAssessment: z.boolean().default(false),
  })
  .refine((content) => !content.business || content.businessProject !== null, { path: ['businessProject'], message: 'required' })

/** How people spoke; `null` where nobody said: a file keeps no answer that was not given. */
const channel = z.enum(CONTACT_CHANNELS).nullable().default(null)

/** Nothing is kept where everyone reads. */
const readers = z
  .enum(NOTE_READERS)
  .transform((chosen) => (chosen === 'all' ? null : chosen))
  .nullable()
  .default(null)

/** A contact with the person, in person or not. A next step may have a day: it is then shown among things to do. */
export const contactContent = z
  .strictObject({
    channel,
    minutes: z.number().int().min(0, 'too_small').max(600, 'too_large').nullable().default(null),
    note: optionalText,
    nextStep: optionalText,
    nextStepOn: z
      .string()
      .refine((text) => parseDay(text) !== null, 'not_a_day')
      .nullable()
      .default(null),
    readers,
  })
  .refine(({ nextStep, nextStepOn }) => nextStepOn === null || nextStep !== null, { path: ['nextStep'], message: 'required' })

/** Month-4 review, review of a work period, final interview: what was compared, and what comes next. */
export const reviewContent = z.strictObject({ note: optionalText, adjustments: optionalText })

export const trainingContent = z.strictObject({ title: shortText, provider: shortText, qualification: shortText, note: optionalText })

export const followUpContent = z.strictObject({
  channel,
  note: optionalText,
  readers,
})

/** What was given to the person on a day: a measure of the plan, by whom, for how long. R-303. */
export const serviceContent = z.strictObject({
  measure: z.enum(PLAN_MEASURES),
  provider: shortText,
  minutes: z.number().int().min(0, 'too_small').max(24 * 60, 'too_large').nullable().default(null),
  note: optionalText,
})
