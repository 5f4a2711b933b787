import { addMonths, type Day } from '../../accord/calendar/day.ts'
import { balanceOf } from '../../accord/file/balance.ts'
import { parseFact, type Fact } from '../../accord/file/facts.ts'
import { recordOf } from '../../accord/file/kept-record.ts'
import { proposalsFor } from '../../accord/file/proposals.ts'
import { actsMovedBy, moved, suppose, type Asking } from '../../accord/file/what-if.ts'
import { derive, type CaseFile, type FileRecord } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { effectOf } from '../effect.ts'
import { fieldErrorsOf, type FieldErrors } from '../field-errors.ts'
import { isFactKind } from '../stored-fact.ts'
import type { FileView } from '../views/file.ts'
import type { SupposedInput, Variant, WhatIfQuestion, WhatIfView } from '../views/what-if.ts'
import { fileView } from './file-view.ts'

/** Years ahead beyond which a supposed day is a slip of the keyboard. */
const MOST_YEARS_AHEAD = 10
/** Facts supposed at once, at most. */
export const MOST_SUPPOSED = 6
/** Days by which the second variant may be later. */
const MOST_DAYS_LATER = 366

type ReadSupposed = { readonly facts: readonly Fact[]; readonly errors: FieldErrors }

/** Reads supposed facts: any day up to ten years ahead, since nothing of it is said to have happened. */
export function readSupposed(inputs: readonly SupposedInput[], today: Day): ReadSupposed {
  const last = addMonths(today, MOST_YEARS_AHEAD * 12)
  const facts: Fact[] = []
  const errors: Record<string, FieldErrors[string]> = {}
  inputs.slice(0, MOST_SUPPOSED).forEach(({ kind, terms }, index) => {
    const rank = String(index + 1)
    if (!isFactKind(kind)) {
      errors[`${rank}.kind`] = 'not_an_option'
      return
    }
    const parsed = parseFact(kind, { ...terms, kind })
    if (!parsed.success) {
      Object.assign(errors, fieldErrorsOf(parsed.error, rank))
      return
    }
    const fact = parsed.data
    if ('on' in fact && fact.on > last) errors[`${rank}.on`] = 'too_far'
    if ('from' in fact && fact.from > last) errors[`${rank}.from`] = 'too_far'
    if ('from' in fact && fact.to !== null && fact.to > last) errors[`${rank}.to`] = 'too_far'
    facts.push(fact)
  })
  return { facts, errors }
}

function variantOf(record: FileRecord, base: CaseFile, baseOn: Day, facts: readonly Fact[], laterBy: number, asking: Asking): Variant {
  const supposition = suppose(record, facts, asking)
  return {
    laterBy,
    supposition,
    effect: effectOf(base, supposition.file),
    balance: balanceOf(supposition.file),
    acts: actsMovedBy(record, facts, asking, baseOn),
  }
}

/** Weighs a question on a file as it is shown: the base, the variants, their effects, and what could be asked next. */
export function weigh(view: FileView, question: WhatIfQuestion): WhatIfView {
  const record = recordOf(view)
  const { today, texts } = view
  const read = readSupposed(question.facts, today)
  const errors: Record<string, FieldErrors[string]> = { ...read.errors }
  const { seenOn: asked, laterBy } = question
  if (asked !== null && asked > addMonths(today, MOST_YEARS_AHEAD * 12)) errors['seenOn'] = 'too_far'
  const seenOn = asked === null || asked < today || errors['seenOn'] !== undefined ? today : asked
  const asking: Asking = { texts, settings: view.settings, today: seenOn }
  // What time alone does is seen beside today; what facts do, beside the same day without them.
  const baseOn = read.facts.length === 0 ? today : seenOn
  const base = derive(record, texts, view.settings, baseOn)
  const supposes = Object.keys(errors).length === 0 && (read.facts.length > 0 || seenOn > today)
  const variants = !supposes ? [] : [variantOf(record, base, baseOn, read.facts, 0, asking)]
  if (supposes && read.facts.length > 0 && laterBy !== null && laterBy >= 1 && laterBy <= MOST_DAYS_LATER)
    variants.push(variantOf(record, base, baseOn, read.facts.map((fact) => moved(fact, laterBy)), laterBy, asking))
  return {
    view,
    seenOn,
    base,
    baseOn,
    baseBalance: balanceOf(base),
    variants,
    errors,
    proposals: proposalsFor(record, view.file, { texts, settings: view.settings, today }),
  }
}

/**
 * A file beside itself with facts that have not happened: nothing is written but the journal's line that the
 * file was read. `null` when the file is not the actor's to see.
 */
export async function whatIf(actor: Actor, reference: string, question: WhatIfQuestion): Promise<WhatIfView | null> {
  const view = await fileView(actor, reference)
  return view === null ? null : weigh(view, question)
}
