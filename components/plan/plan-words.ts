import { parseDay } from '@/lib/accord/calendar/day.ts'
import { optionWord } from '@/components/file/acts/form-view.ts'
import type { Compared, ComparedWords } from '@/lib/cases/content/plan-diff.ts'
import type { Occupation, PlanLine, PlanStep, WorkingPlanContent } from '@/lib/cases/content/plan.ts'
import { formatAmount, formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

/** « Soudeur (H2913) ». */
export function occupationWords({ label, rome }: Occupation): string {
  return rome === null ? label : `${label} (${rome})`
}

/** When a line runs: its period, its only day, or nothing. */
export function whenWords({ from, to }: Pick<PlanLine, 'from' | 'to'>, locale: Locale): string {
  const first = from === null ? null : parseDay(from)
  const last = to === null ? null : parseDay(to)
  if (first === null) return last === null ? '' : messagesFor(locale).plan.until.replace('{day}', formatDay(last, locale))
  return formatPeriod(first, last, locale)
}

/** The measure by its name, and the goal it serves where one is said. */
export function measureWords({ measure }: Pick<PlanLine, 'measure'>, locale: Locale): string {
  return optionWord('content.measures', measure, locale)
}

/** « CPF 1 200,00 €, employeur ». */
export function fundingWords({ funding }: Pick<PlanLine, 'funding'>, locale: Locale): string {
  const { fundingOption } = messagesFor(locale).plan
  return funding.map(({ source, amount }) => (amount === null ? fundingOption[source] : `${fundingOption[source]} ${formatAmount(amount, locale)}`)).join(', ')
}

/** One step in a line: who, what, by when, and whether it is done. */
export function stepWords({ what, who, by, doneOn }: PlanStep, locale: Locale): string {
  const t = messagesFor(locale).plan
  const due = by === null ? null : parseDay(by)
  const done = doneOn === null ? null : parseDay(doneOn)
  const when = done !== null ? t.doneOn.replace('{day}', formatDay(done, locale)) : due === null ? '' : t.atTheLatest.replace('{day}', formatDay(due, locale))
  return [`${t.whoOption[who]}${locale === 'fr' ? '\u00a0' : ''}: ${what}`, when].filter((piece) => piece !== '').join(', ')
}

/** A part of a line as text, to be put beside what it was. */
export function lineText(line: PlanLine, field: Compared, locale: Locale): string {
  const t = messagesFor(locale).plan
  switch (field) {
    case 'measure':
      return measureWords(line, locale)
    case 'from':
    case 'to': {
      const day = line[field] === null ? null : parseDay(line[field])
      return day === null ? '' : formatDay(day, locale)
    }
    case 'state':
      return line.state === null ? '' : t.stateOption[line.state]
    case 'funding':
      return fundingWords(line, locale)
    case 'steps':
      return line.steps.map((step) => stepWords(step, locale)).join('\n')
    case 'preparesFor':
      return line.preparesFor === null ? '' : occupationWords(line.preparesFor)
    default:
      return line[field] ?? ''
  }
}

/** What stands around the lines, as text. */
export function aroundText(plan: WorkingPlanContent, field: ComparedWords): string {
  return field === 'occupation' ? (plan.occupation === null ? '' : occupationWords(plan.occupation)) : (plan[field] ?? '')
}
