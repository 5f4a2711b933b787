import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { KEPT_LINE } from '../database/kept-text.ts'
import { ROLES } from './actor.ts'

/** Why an answer of the administration's forms is refused; worded in the messages by this code. */
export const ADMINISTRATION_ERRORS = [
  'required', 'too_long', 'not_text', 'not_an_email', 'taken', 'not_an_option', 'needs_basin', 'needs_territory', 'holds_files',
  'last_administrator', 'not_a_number', 'too_small', 'too_large', 'in_use',
] as const
export type AdministrationError = (typeof ADMINISTRATION_ERRORS)[number]
export type AdministrationErrors = Readonly<Record<string, AdministrationError>>

const oneLine = z.string().trim().min(1, 'required').max(200, 'too_long').regex(KEPT_LINE, 'not_text')

export const emailField = z
  .string()
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .transform((text) => text.toLowerCase())
  .pipe(z.email('not_an_email'))

const territoryField = z
  .object({
    level: z.enum(['basin', 'department', 'region', 'nation'], 'not_an_option'),
    codes: z.array(z.string().trim().regex(/^[\w-]{1,20}$/u)).max(200, 'too_long'),
  })
  .refine(({ level, codes }) => level === 'nation' || codes.length > 0, { path: ['codes'], message: 'needs_territory' })

/** What an account is, besides its address and password. */
export const profileSchema = z
  .strictObject({
    displayName: oneLine,
    role: z.enum(ROLES, 'not_an_option'),
    basinIds: z.array(z.uuid('not_an_option')).max(500, 'too_long'),
    territory: territoryField.nullable(),
  })
  .refine(({ role, basinIds }) => basinIds.length > 0 || !['counsellor', 'referent', 'manager'].includes(role), { path: ['basinIds'], message: 'needs_basin' })
  .refine(({ role, territory }) => role !== 'committee' || territory !== null, { path: ['territory'], message: 'needs_territory' })
  .transform((profile) => ({
    ...profile,
    basinIds: profile.role === 'committee' || profile.role === 'platform_admin' ? [] : [...new Set(profile.basinIds)],
    territory: profile.role === 'committee' ? profile.territory : null,
  }))
export type ProfileInput = z.input<typeof profileSchema>
export type Profile = z.output<typeof profileSchema>

export const operatorSchema = z.strictObject({
  name: oneLine,
  kind: z.enum(['france_travail', 'private'], 'not_an_option'),
  basinIds: z.array(z.uuid('not_an_option')).min(1, 'needs_basin').max(500, 'too_long'),
})

const days = z.number('not_a_number').int('not_a_number').min(1, 'too_small').max(366, 'too_large')

export const settingsSchema = z.strictObject({
  rollPolicy: z.enum(['none', 'next_working_day_if_holiday'], 'not_an_option'),
  contactIntervalDays: days,
  followUpIntervalDays: days,
})

function isKnown(message: string): message is AdministrationError {
  return ADMINISTRATION_ERRORS.some((code) => code === message)
}

/** The first error of each field; `territory.codes` is said at `territory`. */
export function errorsOf(error: z.core.$ZodError): AdministrationErrors {
  const errors: Record<string, AdministrationError> = {}
  for (const issue of error.issues) errors[String(issue.path[0] ?? '')] ??= isKnown(issue.message) ? issue.message : 'not_an_option'
  return errors
}

/** Letters and figures that are not taken for one another when read aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password made for someone else: four groups of four signs (78 bits), to be changed by its owner. */
export function madePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
