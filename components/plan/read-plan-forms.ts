import { z } from 'zod'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { TypingError } from '@/components/file/acts/read-form.ts'
import { FUNDING_SOURCES, MOST_STEPS } from '@/lib/cases/content/plan.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** What a form of the plan sent, and what of it could not be read, by field. */
export interface ReadPlanForm<Value> {
  readonly value: Value
  readonly errors: Readonly<Record<string, TypingError>>
}

function dayIn(form: FormData, name: string, errors: Record<string, TypingError>): string {
  const read = readTypedDay(textIn(form, name))
  if (read.ok) return isoOf(read.day)
  if (read.code !== 'empty') errors[name] = { of: 'day', typed: read }
  return ''
}

/** An occupation as a choice of a list says it: its ROME code, a bar, its label. */
export const occupationChoice = ({ label, rome }: { readonly label: string; readonly rome: string | null }): string => `${rome ?? ''}|${label}`

function occupationOf(choice: string): { readonly label: string; readonly rome: string } | null {
  const bar = choice.indexOf('|')
  return bar === -1 ? null : { rome: choice.slice(0, bar), label: choice.slice(bar + 1) }
}

/** A line of the plan; a step left without words is no step. */
export function readLineForm(form: FormData, locale: Locale): ReadPlanForm<Readonly<Record<string, unknown>>> {
  const errors: Record<string, TypingError> = {}
  const ticked = new Set(form.getAll('funding'))
  const funding = FUNDING_SOURCES.filter((source) => ticked.has(source)).map((source) => {
    const name = `funding.${source}.amount`
    const read = readTypedAmount(textIn(form, name), locale)
    if (!read.ok && read.code !== 'empty') errors[name] = { of: 'amount', code: read.code }
    return { source, amount: read.ok ? read.amount : null }
  })
  const steps = Array.from({ length: MOST_STEPS + 200 }, (_, index) => index)
    .filter((index) => form.has(`steps.${index}.what`) && textIn(form, `steps.${index}.what`).trim() !== '')
    .map((index) => ({
      id: textIn(form, `steps.${index}.id`),
      what: textIn(form, `steps.${index}.what`),
      who: textIn(form, `steps.${index}.who`),
      by: dayIn(form, `steps.${index}.by`, errors),
      doneOn: dayIn(form, `steps.${index}.doneOn`, errors),
    }))
  const measure = textIn(form, 'measure')
  if (measure === '') errors['measure'] = { of: 'field', code: 'required' }
  const id = textIn(form, 'id')
  const state = textIn(form, 'state')
  return {
    value: {
      id: id === '' ? null : id,
      goal: textIn(form, 'goal'),
      measure,
      provider: textIn(form, 'provider'),
      from: dayIn(form, 'from', errors),
      to: dayIn(form, 'to', errors),
      funding,
      state,
      droppedBecause: state === 'dropped' ? textIn(form, 'droppedBecause') : null,
      steps,
      preparesFor: measure === 'training' ? occupationOf(textIn(form, 'preparesFor')) : null,
      note: textIn(form, 'note'),
    },
    errors,
  }
}

/** The project around the lines; an occupation without a label is none. */
export function readProjectForm(form: FormData): Readonly<Record<string, unknown>> {
  const label = textIn(form, 'occupation.label')
  const rome = textIn(form, 'occupation.rome')
  return {
    project: textIn(form, 'project'),
    occupation: label.trim() === '' && rome.trim() === '' ? null : { label, rome },
    workPeriodsConditions: textIn(form, 'workPeriodsConditions'),
    appealRoutes: textIn(form, 'appealRoutes'),
  }
}

const SIGNATORIES = ['beneficiary', 'adviser'] as const

export interface SentValidation {
  readonly on: string
  readonly beneficiary: unknown
  readonly adviser: unknown
  readonly note: string
}

/** The validation of a plan: its day, and each signature as it was given; `null` for one that was not. */
export function readValidationForm(form: FormData): ReadPlanForm<SentValidation> {
  const errors: Record<string, TypingError> = {}
  const on = dayIn(form, 'on', errors)
  if (on === '' && errors['on'] === undefined) errors['on'] = { of: 'field', code: 'required' }
  const signature = (who: (typeof SIGNATORIES)[number]): unknown => {
    const manner = textIn(form, `${who}.manner`)
    if (manner === '') errors[`${who}.manner`] = { of: 'field', code: 'required' }
    if (manner === 'recorded') return { manner, on: dayIn(form, `${who}.on`, errors) }
    if (manner !== 'drawn') return null
    return { manner, on, path: textIn(form, `${who}.path`), width: Number(textIn(form, `${who}.width`)), height: Number(textIn(form, `${who}.height`)) }
  }
  return { value: { on, beneficiary: signature('beneficiary'), adviser: signature('adviser'), note: textIn(form, 'note') }, errors }
}

const stepMark = z.strictObject({ reference: z.string(), planVersion: z.number(), lineId: z.string(), stepId: z.string(), done: z.boolean() })

/** A step marked done or not, as the browser sent it; `null` for anything else. */
export function readStepMark(sent: unknown): z.output<typeof stepMark> | null {
  const parsed = stepMark.safeParse(sent)
  return parsed.success ? parsed.data : null
}
