import type { Day } from '../../accord/calendar/day.ts'
import type { Refusal, Stage } from '../../accord/file/case-file.ts'
import { isoOf } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay } from '../../clock/civil-day.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { assess } from '../assess.ts'
import { readFile } from '../locked-file.ts'
import type { NotAllowed, NotFound } from '../outcomes.ts'
import { factOf } from '../stored-fact.ts'

/** What a broken trial period brings back: where the file stands, how long the CSP still runs, what becomes of the bonus. */
export interface TrialEffect {
  readonly kind: 'effect'
  readonly stage: { readonly before: Stage; readonly after: Stage }
  /** Last day of the CSP, and whole days from today to it, that day included; `null` where the CSP does not come back. */
  readonly term: Day | null
  readonly daysLeft: number | null
  readonly allowanceEnd: { readonly before: Day | null; readonly after: Day | null }
  /** Euros, decimal text: what the job opened, and whether any of it was paid; `null` where it opened none. */
  readonly bonus: { readonly total: string; readonly paid: boolean } | null
}

/** The same as recording it, with nothing written. */
export async function trialEffect(actor: Actor, reference: string, on: Day): Promise<TrialEffect | { readonly kind: 'refused'; readonly refusal: Refusal } | NotFound | NotAllowed> {
  const today = await civilDay(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const file = await readFile(tx, reference)
    if (file === null || !can(actor, 'file.read', file.row)) return { kind: 'not_found' }
    if (!can(actor, 'file.record', file.row)) return { kind: 'not_allowed' }
    const fact = factOf({ kind: 'trial_period_broken', terms: { on: isoOf(on) } })
    const assessed = assess(file.read.record, { kind: 'record', fact }, file.texts, file.settings, today)
    if (!assessed.admitted) return { kind: 'refused', refusal: assessed.refusal }
    const { before, after } = assessed
    const term = after.dates.cspTerm
    const total = before.amounts.bonusTotal
    return {
      kind: 'effect',
      stage: { before: before.stage, after: after.stage },
      term,
      daysLeft: term === null || term < today ? null : term - today + 1,
      allowanceEnd: { before: before.dates.aspEnd, after: after.dates.aspEnd },
      bonus: total === null ? null : { total, paid: file.read.record.facts.some(({ kind }) => kind === 'bonus_paid') },
    }
  })
}
