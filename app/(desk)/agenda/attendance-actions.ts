'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { agendaHref, heldActHref } from '@/components/agenda/address.ts'
import { NOTHING_SAID, type AgendaFormState } from '@/components/agenda/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { closeAppointment, recordAttendance } from '@/lib/agenda/attendance.ts'
import type { CloseInput } from '@/lib/agenda/appointment-input.ts'
import type { AttendanceOutcome } from '@/lib/agenda/outcomes.ts'
import { appointmentDetail } from '@/lib/agenda/agenda.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** What is said where nothing was closed. */
async function refused(outcome: Exclude<AttendanceOutcome, { kind: 'closed' | 'held' | 'needs_form' }>): Promise<AgendaFormState> {
  const [t, reasons] = await Promise.all([getTranslations('agenda.detail'), getTranslations('agenda.reasonForm')])
  switch (outcome.kind) {
    case 'not_yet':
      return { ...NOTHING_SAID, notice: t('notYet') }
    case 'moved_meanwhile':
      return { ...NOTHING_SAID, notice: t('moved') }
    case 'invalid':
      return { ...NOTHING_SAID, problems: [{ field: 'reason', message: reasons(outcome.fields['reason'] === 'too_long' ? 'tooLong' : 'required') }] }
    default:
      return { ...NOTHING_SAID, notice: t('notAllowed') }
  }
}

const identified = (form: FormData) => ({ id: textIn(form, 'id'), version: Number(textIn(form, 'version')) })

/** « A eu lieu »: records what the appointment was for, or opens the act's own form filled with its day. */
export async function sayCame(_before: AgendaFormState, form: FormData): Promise<AgendaFormState> {
  const actor = await requireActor()
  const { id, version } = identified(form)
  const outcome = await recordAttendance(actor, { id, version })
  if (outcome.kind === 'needs_form') redirect(heldActHref(outcome.reference, outcome.fact, outcome))
  if (outcome.kind !== 'held' && outcome.kind !== 'closed') return refused(outcome)
  const [t, kinds, detail] = await Promise.all([getTranslations('agenda.saved'), getTranslations('agenda.kind'), appointmentDetail(actor, id)])
  if (detail !== null) {
    const kind = kinds(detail.appointment.kind)
    await setFlash({ text: outcome.kind === 'held' ? t('heldPerson', { person: detail.appointment.file?.personName ?? '', kind: kind.toLocaleLowerCase(actor.locale) }) : t('held', { kind }) })
  }
  revalidatePath('/agenda')
  redirect(agendaHref({ day: detail?.appointment.day ?? null }))
}

/** Excused, absent or cancelled, with its reason. An absence leads to what can be done about it. */
export async function sayReason(_before: AgendaFormState, form: FormData): Promise<AgendaFormState> {
  const actor = await requireActor()
  const as = (['excused', 'missed', 'cancelled'] as const).find((one) => one === textIn(form, 'as')) ?? 'excused'
  return close(actor, { ...identified(form), as, reason: textIn(form, 'reason') })
}

/** Planned again: it had been closed too soon, or wrongly. */
export async function sayReopened(_before: AgendaFormState, form: FormData): Promise<AgendaFormState> {
  return close(await requireActor(), { ...identified(form), as: 'reopened' })
}

async function close(actor: Awaited<ReturnType<typeof requireActor>>, input: CloseInput): Promise<AgendaFormState> {
  const outcome = await closeAppointment(actor, input)
  if (outcome.kind !== 'closed') return refused(outcome)
  const t = await getTranslations('agenda.saved')
  const detail = await appointmentDetail(actor, input.id)
  await setFlash({ text: t(input.as) })
  revalidatePath('/agenda')
  redirect(agendaHref({ day: detail?.appointment.day ?? null, ...(input.as === 'cancelled' ? {} : { open: input.id }) }))
}
