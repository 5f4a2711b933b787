import { z } from 'zod'
import { amountField, dayField } from './fields.ts'

/**
 * What a file starts from, besides what happens in it: the person's age, the lost job, the procedure
 * and France Travail's figures. `null` means not known; what depends on it is then `null` too.
 */
export const REGIME_CODES = ['A0', 'B', "B'", 'C', 'D', "D'", 'E', "E'", 'F', 'G', 'H'] as const
export const PROCEDURE_TYPES = ['interview', 'consultation', 'pse'] as const
export const ENTRY_PATHS = ['employer', 'france_travail', 'experiment'] as const

export type ProcedureType = (typeof PROCEDURE_TYPES)[number]
export type EntryPath = (typeof ENTRY_PATHS)[number]

const known = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

export const frameSchema = z.strictObject({
  birthDate: known(dayField),
  hiredOn: known(dayField),
  companySize: known(z.number().int().min(0).max(2_000_000)),
  insolvency: known(z.boolean()),
  protectedEmployee: known(z.boolean()),
  /** *Encadrement* (CT L1233-15): 15 working days instead of 7 before the letter. */
  executive: known(z.boolean()),
  monthlyGross: known(amountField),
  noticeMonths: known(z.number().min(0).max(24)),
  procedureType: known(z.enum(PROCEDURE_TYPES)),
  engagedOn: dayField,
  entryPath: z.enum(ENTRY_PATHS),
  /** A code of the texts, heard only where they leave a hole. */
  chosenRegime: known(z.string()),
  /** The reference wage of ASP; for procedures from October 2021, that of the lost contract alone. */
  sjr: known(amountField),
  /** The reference wage of ARE, where it differs from that of ASP; `null`: the same. */
  sjrAre: known(amountField),
  /** Share of full time in the lost job, for the flat amounts of ARE; `null`: full time. */
  workingTimeShare: known(z.number().gt(0).max(1)),
  areDaily: known(amountField),
  areDurationDays: known(z.number().int().min(0).max(2_000)),
  /** Monthly net wage before leaving, and hours of training right not used, for R-152. */
  monthlyNet: known(amountField),
  unusedTrainingHours: known(z.number().min(0).max(1_000)),
})

export type Frame = z.output<typeof frameSchema>
