import { parseDay, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { prepareFact } from '../commands/record-fact.ts'
import { signatureSchema } from '../content/plan.ts'
import { fieldErrorsOf, type FieldErrors } from '../field-errors.ts'
import type { Invalid, PreviewOutcome, WriteOutcome } from '../outcomes.ts'
import { previewChange, writeChange, type Prepared, type Submission } from '../write-path.ts'
import { planChangesSince, type PlanChangedMeanwhile } from './save-plan.ts'
import { planView } from './working-plan.ts'

export interface PlanValidation {
  readonly reference: string
  /** The version of the plan that was read, and signed. */
  readonly planVersion: number
  /** ISO. */
  readonly on: string
  /** A signature, or `null` where it is missing. */
  readonly beneficiary: unknown
  readonly adviser: unknown
  readonly note: string | null
}

const SIGNATORIES = ['beneficiary', 'adviser'] as const

function signatureErrors(validation: PlanValidation, today: Day): FieldErrors {
  const fields: Record<string, FieldErrors[string]> = {}
  for (const who of SIGNATORIES) {
    if (validation[who] === null) continue
    const parsed = signatureSchema.safeParse(validation[who])
    if (!parsed.success) Object.assign(fields, fieldErrorsOf(parsed.error, who))
    else if ((parseDay(parsed.data.on) ?? today) > today) fields[`${who}.on`] = 'in_the_future'
  }
  return fields
}

/** The plan worked on, made ready to be frozen: what was read is what is kept, with its signatures. */
async function prepared(actor: Actor, validation: PlanValidation): Promise<((today: Day) => Prepared | Invalid) | PlanChangedMeanwhile | null> {
  const read = await planView(actor, validation.reference)
  if (read === null) return null
  const { plan, view } = read
  if (plan.version !== validation.planVersion)
    return { kind: 'plan_changed', version: plan.version, since: await inActorTransaction(actor, (tx) => planChangesSince(tx, view.id, validation.planVersion)) }
  const { beneficiary, adviser, note } = validation
  return (today) => {
    const signatures = signatureErrors(validation, today)
    const fact = prepareFact(
      {
        kind: 'plan_validated',
        terms: { on: validation.on, signedByBeneficiary: beneficiary !== null, signedByAdviser: adviser !== null },
        content: { ...plan.content, note, signatures: { beneficiary, adviser } },
      },
      today,
    )
    if (Object.keys(signatures).length === 0) return fact
    return { kind: 'invalid', fields: { ...(fact.kind === 'invalid' ? fact.fields : {}), ...signatures } }
  }
}

/**
 * Validates the plan worked on: it is frozen as a fact of the file with its content and its signatures. Refused as
 * the law refuses it, and where someone saved the plan since it was read.
 */
export async function validatePlan(actor: Actor, submission: Submission, validation: PlanValidation): Promise<WriteOutcome | PlanChangedMeanwhile> {
  const ready = await prepared(actor, validation)
  if (ready === null) return { kind: 'not_found' }
  return typeof ready === 'function' ? writeChange(actor, submission, (_, today) => ready(today)) : ready
}

/** What validating it would do; nothing is written. */
export async function previewPlan(actor: Actor, validation: PlanValidation): Promise<PreviewOutcome> {
  const ready = await prepared(actor, validation)
  if (ready === null) return { kind: 'not_found' }
  return typeof ready === 'function' ? previewChange(actor, validation.reference, (_, today) => ready(today)) : { kind: 'invalid', fields: {} }
}
