import { z } from 'zod'
import { day, type Day } from '../../accord/calendar/day.ts'
import { amountField, dayField } from '../../accord/file/fields.ts'
import { euro } from '../../accord/rules/money.ts'
import { optionalText, requiredShortText } from './text.ts'

/** What an amount pays. The last one is R-105’s, of the experimental CSP alone. */
export const COST_KINDS = ['training', 'measure', 'service', 'support_fee', 'experiment_bonus'] as const
export type CostKind = (typeof COST_KINDS)[number]

/** How far an amount has gone, in order: foreseen, promised, spent. */
export const COST_STATES = ['planned', 'committed', 'paid'] as const
export type CostState = (typeof COST_STATES)[number]

/** Who pays: those a plan may name, and the operator and AGEFIPH beside them; the joint fund (FPSPP) closed with 2018. */
export const FUNDERS = ['cpf', 'training_fund', 'region', 'france_travail', 'operator', 'employer', 'agefiph', 'person', 'other', 'fpspp'] as const
export type Funder = (typeof FUNDERS)[number]

/** The last day on which a funder paid anything, for those that are no more. */
const CLOSED_FUNDERS: Readonly<Partial<Record<Funder, Day>>> = { fpspp: day('2018-12-31') }

/** The last day of a funder that is no more; `null` for the others. */
export function lastDayOfFunder(funder: Funder): Day | null {
  return CLOSED_FUNDERS[funder] ?? null
}

/** The code of a kept line as one of the list; `null` for one that the list no longer has. */
export function knownFunder(code: string): Funder | null {
  return FUNDERS.find((funder) => funder === code) ?? null
}

/** The CSP exists from this day on: nothing was paid for one before. */
export const FIRST_COST_DAY = day('2011-09-01')
/** Most that one line may say, in euros: a year of the dearest training is far under it. */
export const MOST_OF_ONE_COST = 100_000

/** ANI 2011 art. 12 — the extra cost for Unédic over the CRP, in a year and for the whole country, past which the signatories meet. */
export const EXTRA_COST_THRESHOLD = '150000000.00'

const costAmount = amountField.pipe(
  z.string().refine((amount) => !euro(amount).isZero(), 'too_small').refine((amount) => euro(amount).lessThanOrEqualTo(MOST_OF_ONE_COST), 'too_large'),
)

/**
 * An amount somebody pays for a person’s support: what it pays, in words, how much, on which day, by whom, how far it has
 * gone, and the line of the plan it belongs to where there is one.
 */
export const costSchema = z.strictObject({
  kind: z.enum(COST_KINDS),
  label: requiredShortText,
  planLine: z
    .string()
    .regex(/^([\w-]{1,40})?$/u, 'wrong_format')
    .transform((id) => (id === '' ? null : id))
    .nullable()
    .default(null),
  amount: costAmount,
  on: dayField,
  funder: z.enum(FUNDERS),
  state: z.enum(COST_STATES),
})
export type Cost = z.output<typeof costSchema>

/** Why a line is corrected or withdrawn. */
export const costReason = optionalText

/** Whether a line only goes further: the same expense, promised and then paid, whatever its day and amount became. */
export function goesFurther(before: Cost, after: Cost): boolean {
  return (
    before.kind === after.kind && before.label === after.label && before.funder === after.funder && before.planLine === after.planLine &&
    COST_STATES.indexOf(after.state) > COST_STATES.indexOf(before.state)
  )
}

/** Whether nothing at all is changed. */
export function sameCost(before: Cost, after: Cost): boolean {
  return (
    before.kind === after.kind && before.label === after.label && before.funder === after.funder && before.planLine === after.planLine &&
    before.state === after.state && before.on === after.on && before.amount === after.amount
  )
}
