import { z } from 'zod'
import { FACT_KINDS, type FactKind } from '../accord/file/facts.ts'
import { amountField, dayField } from '../accord/file/fields.ts'
import { ENTRY_PATHS, PROCEDURE_TYPES } from '../accord/file/frame.ts'
import { KEPT_LINE } from '../database/kept-text.ts'
import { optionalEmail, requiredShortText } from './content/text.ts'

const line = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, 'too_long')
    .regex(KEPT_LINE, 'not_text')
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
const known = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

export const EMPLOYER_KINDS = ['company', 'association', 'public_body', 'individual'] as const
export const SEXES = ['female', 'male'] as const

/** Level of qualification, as Unédic's profiles cut it. */
export const QUALIFICATIONS = ['unskilled_worker', 'skilled_worker', 'unskilled_employee', 'skilled_employee', 'technician', 'executive'] as const

const person = z.strictObject({
  /** An existing person, chosen among the probable duplicates; `null` makes a new one. */
  id: known(z.uuid('unknown_person')),
  firstName: requiredShortText,
  lastName: requiredShortText,
  birthDate: dayField,
  email: optionalEmail,
  phone: line(40),
  sex: known(z.enum(SEXES)),
  qualification: known(z.enum(QUALIFICATIONS)),
  sector: known(z.string().regex(/^[A-U]$/u, 'not_an_option')),
  commune: line(200),
})

const employer = z.strictObject({
  name: requiredShortText,
  siret: line(14).refine((text) => text === null || /^\d{14}$/u.test(text), 'not_a_siret'),
  kind: z.enum(EMPLOYER_KINDS).default('company'),
})

const openingFact = z.strictObject({
  kind: z.enum(FACT_KINDS as [FactKind, ...FactKind[]]),
  /** JSON form of the fact's terms, without its kind; parsed by the law's own schema. */
  terms: z.record(z.string(), z.unknown()),
  content: z.record(z.string(), z.unknown()).default({}),
})

/** What opens a file: a person, the employer they lose, the procedure, and what has already happened. */
export const openFileSchema = z
  .strictObject({
    submissionId: z.uuid('wrong_format'),
    /** Set once the probable duplicates were shown and none of them is this procedure. */
    confirmed: z.boolean().default(false),
    basinCode: z.string().trim().min(1, 'required').max(20, 'too_long'),
    /** `null`: whoever opens the file, when a counsellor does. */
    counsellorId: known(z.uuid('not_an_option')),
    referentId: known(z.uuid('not_an_option')),
    person,
    /** `null` for the experimental publics of R-105, who lose no employer. */
    employer: known(employer),
    frame: z.strictObject({
      hiredOn: known(dayField),
      companySize: known(z.number().int('wrong_format').min(0, 'too_small').max(2_000_000, 'too_large')),
      insolvency: known(z.boolean()),
      protectedEmployee: known(z.boolean()),
      executive: known(z.boolean()),
      monthlyGross: known(amountField),
      noticeMonths: known(z.number().min(0, 'too_small').max(24, 'too_large')),
      procedureType: known(z.enum(PROCEDURE_TYPES)),
      engagedOn: dayField,
      entryPath: z.enum(ENTRY_PATHS),
      chosenRegime: known(z.string().max(12, 'not_an_option').regex(KEPT_LINE, 'not_an_option')),
      sjr: known(amountField),
      sjrAre: known(amountField),
      workingTimeShare: known(z.number().gt(0, 'too_small').max(1, 'too_large')),
      areDaily: known(amountField),
      areDurationDays: known(z.number().int('wrong_format').min(0, 'too_small').max(2_000, 'too_large')),
      monthlyNet: known(amountField),
      unusedTrainingHours: known(z.number().min(0, 'too_small').max(1_000, 'too_large')),
    }),
    facts: z.array(openingFact).max(10, 'too_long').default([]),
  })
  .refine((input) => input.frame.entryPath === 'experiment' || input.employer !== null, {
    path: ['employer', 'name'],
    message: 'required',
  })

/** As a form or a route sends it: days and amounts are text. */
export type OpenFileInput = z.input<typeof openFileSchema>
export type OpenFileRequest = z.output<typeof openFileSchema>
