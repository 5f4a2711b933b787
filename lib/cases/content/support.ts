import { z } from 'zod'
import { optionalText, requiredText, shortText } from './text.ts'

export const BUSINESS_PROJECTS = ['creation', 'takeover'] as const
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

/** A contact with the person, in person or not. */
export const contactContent = z.strictObject({
  channel,
  minutes: z.number().int().min(0, 'too_small').max(600, 'too_large').nullable().default(null),
  note: optionalText,
  nextStep: optionalText,
})

/** Month-4 review, review of a work period, final interview: what was compared, and what comes next. */
export const reviewContent = z.strictObject({ note: optionalText, adjustments: optionalText })

export const trainingContent = z.strictObject({ title: shortText, provider: shortText, qualification: shortText, note: optionalText })

export const followUpContent = z.strictObject({
  channel,
  note: optionalText,
})
