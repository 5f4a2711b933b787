import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { AbsenceOutcome, AbsenceReason, AbsenceRefusal, EndOutcome } from '@/lib/cases/handover/absence-outcomes.ts'
import type { AbsenceInput } from '@/lib/cases/handover/absences.ts'
import { formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

type Read = { readonly ok: true; readonly input: AbsenceInput } | { readonly ok: false; readonly state: FormState }

/** The form as typed; days that cannot be read, and questions left open, are said at their fields. */
export async function readAbsence(form: FormData): Promise<Read> {
  const [dates, missing] = await Promise.all([getTranslations('common.date'), getTranslations('handover.absence.missing')])
  const days = (['from', 'to'] as const).map((field) => ({ field, typed: readTypedDay(textIn(form, field)) }))
  const problems = [
    ...days.flatMap(({ field, typed }) => (typed.ok ? [] : [{ field, message: typed.code === 'noSuchDay' ? dates('noSuchDay', { lastDay: typed.lastDay }) : dates(typed.code) }])),
    ...(['standInId', 'reason'] as const).flatMap((field) => (textIn(form, field) === '' ? [{ field, message: missing(field) }] : [])),
  ]
  const [from, to] = days.map(({ typed }) => (typed.ok ? isoOf(typed.day) : ''))
  if (problems.length > 0 || from === undefined || to === undefined) return { ok: false, state: { problems, notice: null } }
  return { ok: true, input: { accountId: textIn(form, 'accountId'), standInId: textIn(form, 'standInId'), from, to, reason: textIn(form, 'reason') as AbsenceReason } }
}

async function refusalWords(refusal: AbsenceRefusal): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('handover.absence.refused'), getLocale()])
  switch (refusal.because) {
    case 'over': return t('over')
    case 'already_away': return t('already_away', { period: formatPeriod(refusal.from, refusal.to, locale) })
    case 'stand_in_away': return t('stand_in_away', { name: refusal.name, period: formatPeriod(refusal.from, refusal.to, locale) })
    case 'stands_in': return t('stands_in', { name: refusal.name, period: formatPeriod(refusal.from, refusal.to, locale) })
    case 'stand_in_elsewhere': return t('stand_in_elsewhere', { name: refusal.name, basins: refusal.basins.join(', ') })
  }
}

const FIELDS = ['from', 'to', 'standInId', 'reason'] as const

async function back(text: string, to: string): Promise<never> {
  await setFlash({ text })
  revalidatePath('/', 'layout')
  return redirect(to)
}

/** One's own is told from one's account, others' from the team. The address changes, so that the notice is read. */
const homeOf = (actor: Actor, accountId: string, absenceId: string) => (accountId === actor.accountId ? `/compte?absence=${absenceId}` : '/equipe')

/** Words what telling an absence gave; once told, goes back to the list and says it there. */
export async function answerAbsence(outcome: AbsenceOutcome, actor: Actor, accountId: string): Promise<FormState> {
  const t = await getTranslations('handover.absence')
  switch (outcome.kind) {
    case 'told': return back(t('saved', { name: outcome.standIn, count: outcome.files }), homeOf(actor, accountId, outcome.absenceId))
    case 'refused': return { ...NOTHING_WRONG, notice: await refusalWords(outcome.refusal) }
    case 'invalid': {
      const problems = FIELDS.flatMap((field) => {
        const code = outcome.fields[field]
        return code === undefined ? [] : [{ field, message: t(`error.${code === 'end_before_start' || code === 'too_far' ? code : 'other'}`) }]
      })
      return problems.length === 0 ? { ...NOTHING_WRONG, notice: t('error.other') } : { problems, notice: null }
    }
    case 'not_found':
    case 'not_allowed': return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  }
}

/** Says from when they are back. */
export async function sayEnded(outcome: EndOutcome): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('handover.absences'), getLocale()])
  revalidatePath('/', 'layout')
  return outcome.kind === 'ended' ? t('ended', { day: formatDay(outcome.from, locale) }) : t('gone')
}
