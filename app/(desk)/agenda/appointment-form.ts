// What the form of an appointment sent, and what is answered at its fields.
import { getLocale, getTranslations } from 'next-intl/server'
import { NOTHING_SAID, type AgendaFormState } from '@/components/agenda/form-state.ts'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import type { ChangeOutcome } from '@/lib/agenda/outcomes.ts'
import type { CivilTime, Conflict } from '@/lib/agenda/views.ts'
import type { FieldErrors } from '@/lib/cases/field-errors.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatTime, formatTimes } from '@/lib/wording/format/time.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { readTypedTime } from '@/lib/wording/time-of-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** The day and the time typed, in their kept form; `null` where they cannot be read. */
export function typedSlot(form: FormData) {
  const [day, time] = [readTypedDay(textIn(form, 'day')), readTypedTime(textIn(form, 'time'))]
  return { day, time, minutes: Number(textIn(form, 'minutes')) }
}

/** What is wrong with what was typed, before any command is asked. */
export async function typingProblems(form: FormData): Promise<readonly FieldProblem[]> {
  const [dates, t] = await Promise.all([getTranslations('common.date'), getTranslations('agenda.form.error')])
  const { day, time } = typedSlot(form)
  const times = { empty: 'timeEmpty', unreadable: 'timeUnreadable', noSuchTime: 'noSuchTime' } as const
  return [
    ...(day.ok ? [] : [{ field: 'day', message: day.code === 'noSuchDay' ? dates('noSuchDay', { lastDay: day.lastDay }) : dates(day.code) }]),
    ...(time.ok ? [] : [{ field: 'time', message: t(times[time.code]) }]),
  ]
}

/** Where an appointment is held; what belongs to another way is left out. */
export function whereOf(form: FormData) {
  const means = textIn(form, 'means') === 'phone' ? 'phone' : textIn(form, 'means') === 'video' ? 'video' : 'meeting'
  return { means, place: means === 'meeting' ? textIn(form, 'place') : '', link: means === 'video' ? textIn(form, 'link') : '', note: textIn(form, 'note') } as const
}

async function fieldProblems(fields: FieldErrors): Promise<readonly FieldProblem[]> {
  const t = await getTranslations('agenda.form.error')
  return Object.entries(fields).map(([field, code]) => {
    switch (field) {
      case 'reference':
      case 'submissionId':
        return { field: 'person', message: t('person') }
      case 'day':
        return { field, message: t(code === 'too_far' ? 'dayFar' : 'dayPast') }
      case 'minutes':
      case 'kind':
        return { field, message: t(field) }
      case 'link':
        return { field, message: t(code === 'too_long' ? 'tooLong' : 'link') }
      default:
        return { field, message: t(code === 'too_long' ? 'tooLong' : 'other') }
    }
  })
}

export async function timeWords({ day, time }: CivilTime): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('agenda.form'), getLocale()])
  return t('dayAndTime', { day: formatDay(day, locale), time: formatTime(time, locale) })
}

/** Why a time is refused on the night clocks change, and the nearest ones. */
export async function clockWords({ code, before, after }: { readonly code: 'skipped' | 'twice'; readonly before: CivilTime; readonly after: CivilTime }): Promise<string> {
  const t = await getTranslations('agenda.form.clock')
  return t(code, { before: await timeWords(before), after: await timeWords(after) })
}

/** What is at the same time, a line each. */
export async function conflictWords(conflicts: readonly Conflict[]): Promise<readonly string[]> {
  const [t, locale] = await Promise.all([getTranslations('agenda'), getLocale()])
  return conflicts.map((one) => {
    const when = `${formatDay(one.day, locale)} ${formatTimes(one.time, one.endTime, locale)}`
    const kind = t(`kind.${one.kind}`)
    if (one.with !== 'account') return t(`form.conflict.${one.with}`, { when, kind })
    return one.personName === null ? t('form.conflict.accountHidden', { when, kind }) : t('form.conflict.account', { when, kind, person: one.personName })
  })
}

/** What the form shows when nothing was written. */
export async function refusedState(outcome: Exclude<ChangeOutcome, { kind: 'planned' }>): Promise<AgendaFormState> {
  const t = await getTranslations('agenda.form.error')
  switch (outcome.kind) {
    case 'invalid':
      return { ...NOTHING_SAID, problems: await fieldProblems(outcome.fields) }
    case 'clock_change':
      return { ...NOTHING_SAID, problems: [{ field: 'time', message: await clockWords(outcome) }] }
    case 'conflicting':
      return { ...NOTHING_SAID, conflicts: await conflictWords(outcome.conflicts) }
    case 'not_found':
      return { ...NOTHING_SAID, problems: [{ field: 'person', message: t('notFound') }] }
    case 'not_allowed':
      return { ...NOTHING_SAID, notice: t('notAllowed') }
    case 'moved_meanwhile':
      return { ...NOTHING_SAID, notice: t('meanwhile') }
  }
}

