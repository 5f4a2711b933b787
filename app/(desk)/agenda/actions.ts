'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { agendaHref } from '@/components/agenda/address.ts'
import { NOTHING_SAID, type AgendaFormState, type AppointmentPreviewView, type FoundPerson, type MoveAnswer, type MoveRequest } from '@/components/agenda/form-state.ts'
import { standingWords } from '@/components/agenda/word-agenda.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { isoOf, parseDay } from '@/lib/accord/calendar/day.ts'
import type { AppointmentKind } from '@/lib/agenda/kinds.ts'
import { bookableFile, bookableFiles } from '@/lib/agenda/of-files.ts'
import { changeAppointment, moveAppointment, planAppointment } from '@/lib/agenda/plan-appointment.ts'
import { previewAppointment } from '@/lib/agenda/preview.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatTime } from '@/lib/wording/format/time.ts'
import { clockWords, conflictWords, refusedState, typedSlot, typingProblems, whereOf } from './appointment-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Plans what the form asks, or changes the appointment it carries; then leads to the agenda of that day. */
export async function saveAppointment(_before: AgendaFormState, form: FormData): Promise<AgendaFormState> {
  const actor = await requireActor()
  const problems = await typingProblems(form)
  const { day, time, minutes } = typedSlot(form)
  if (!day.ok || !time.ok) return { ...NOTHING_SAID, problems }
  const id = textIn(form, 'id')
  const reference = textIn(form, 'reference')
  // What is not a kind is refused by the command, which reads everything again.
  const kind = textIn(form, 'kind') as AppointmentKind
  const asked = { kind, day: isoOf(day.day), time: time.time, minutes, ...whereOf(form), acceptConflicts: form.get('accept') === 'on' }
  const outcome = id === ''
    ? await planAppointment(actor, { ...asked, submissionId: textIn(form, 'submissionId'), reference: kind === 'unavailable' ? null : reference })
    : await changeAppointment(actor, { ...asked, id, version: Number(textIn(form, 'version')) })
  if (outcome.kind !== 'planned') return refusedState(outcome)
  const [t, locale] = await Promise.all([getTranslations('agenda.saved'), getLocale()])
  const when = { day: formatDay(day.day, locale), time: formatTime(time.time, locale) }
  const person = id === '' && kind !== 'unavailable' ? ((await bookableFile(actor, reference))?.personName ?? '') : ''
  await setFlash({ text: id !== '' ? t('changed', when) : kind === 'unavailable' ? t('blocked', when) : t('planned', { ...when, person }) })
  revalidatePath('/agenda')
  redirect(agendaHref({ day: day.day }))
}

/** What the form as it stands would meet and run into, in words; nothing is written. */
export async function previewForm(form: FormData): Promise<AppointmentPreviewView | null> {
  const actor = await requireActor()
  const { day, time, minutes } = typedSlot(form)
  const reference = textIn(form, 'reference')
  const kind = textIn(form, 'kind')
  const preview = await previewAppointment(actor, {
    id: textIn(form, 'id') || null, reference: reference === '' ? null : reference, kind, day: day.ok ? isoOf(day.day) : null, time: time.ok ? time.time : null,
    minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : 30,
  })
  if (preview === null) return null
  const [t, form_, holidays, locale] = await Promise.all([getTranslations('agenda'), getTranslations('agenda.form'), getTranslations('agenda.holiday'), getLocale()])
  const { standing, weekend, holiday, clock, conflicts } = preview
  return {
    standing: standing === null
      ? (kind === 'unavailable' || reference === '' ? null : { is: 'none', text: form_('noDeadline') })
      : { is: standing.is, text: form_('standing', { standing: standingWords(standing, { t, locale }) }) },
    notes: [...(weekend ? [form_('weekend')] : []), ...(holiday === null ? [] : [form_('holiday', { name: holidays(holiday) })])],
    clock: clock === null ? null : await clockWords(clock),
    conflicts: await conflictWords(conflicts),
  }
}

/** People of the actor's files whose name or reference begins to be typed. */
export async function findPeople(typed: string): Promise<readonly FoundPerson[]> {
  const actor = await requireActor()
  const found = await bookableFiles(actor, typed)
  return found.map(({ reference, personName, basinName, counsellorName }) => ({ reference, personName, detail: `${reference}, ${basinName}, ${counsellorName}` }))
}

/** Moves an appointment to where it was dropped. What is in the way opens its form, where it can be accepted. */
export async function moveBy(request: MoveRequest): Promise<MoveAnswer> {
  const actor = await requireActor()
  const t = await getTranslations('agenda.grid')
  const outcome = await moveAppointment(actor, { id: request.id, version: request.version, day: request.day, time: request.time, minutes: request.minutes })
  switch (outcome.kind) {
    case 'planned':
      revalidatePath('/agenda')
      return { kind: 'moved' }
    case 'conflicting':
      return { kind: 'ask', href: agendaHref({ day: parseDay(request.day), open: request.id, task: 'change', time: request.time, minutes: request.minutes }) }
    case 'clock_change':
      return { kind: 'refused', message: await clockWords(outcome) }
    case 'invalid':
      return { kind: 'refused', message: t('day' in outcome.fields ? 'past' : 'failed') }
    case 'moved_meanwhile':
      revalidatePath('/agenda')
      return { kind: 'refused', message: t('changed') }
    default:
      return { kind: 'refused', message: t('failed') }
  }
}
