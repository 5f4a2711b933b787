import '@/components/agenda/agenda.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AgendaScreen } from '@/components/agenda/agenda-screen.tsx'
import { agendaHref, readAgendaAddress, type AgendaAddress } from '@/components/agenda/address.ts'
import { AppointmentDrawer } from '@/components/agenda/appointment-drawer.tsx'
import { AppointmentForm } from '@/components/agenda/appointment-form.tsx'
import { ReasonForm } from '@/components/agenda/reason-form.tsx'
import { SubscriptionDrawer } from '@/components/agenda/subscription-drawer.tsx'
import { whenWords, whoWords } from '@/components/agenda/word-agenda.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { agenda, appointmentDetail } from '@/lib/agenda/agenda.ts'
import { MEETING_KINDS } from '@/lib/agenda/kinds.ts'
import { bookableFile } from '@/lib/agenda/of-files.ts'
import { subscriptionOf } from '@/lib/agenda/subscription.ts'
import type { AppointmentDetail } from '@/lib/agenda/views.ts'
import { formatLength } from '@/lib/wording/format/time.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { sayCame, sayReason, sayReopened } from './attendance-actions.ts'
import { findPeople, moveBy, previewForm, saveAppointment } from './actions.ts'
import { endSubscription, makeSubscription } from './subscription-actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agenda'))('metaTitle') }
}

export default async function AgendaPage({ searchParams }: PageProps<'/agenda'>) {
  const actor = await requireActor()
  const address = readAgendaAddress(await searchParams)
  const view = await agenda(actor, { span: address.span ?? 'week', day: address.day, who: address.who })
  if (view === null) return <ForbiddenScreen />
  const behind: AgendaAddress = { span: address.span, day: address.day, ...(view.who.own ? {} : { who: view.who.id }) }
  const drawer = await drawerOf(actor, address, behind, view.today)
  return (
    <DrawerLayout drawer={drawer}>
      <AgendaScreen agenda={view} behind={behind} manager={actor.role === 'manager'} came={sayCame} move={moveBy} />
    </DrawerLayout>
  )
}

/** What the address opens beside the agenda; `null` for nothing, or for what is not the reader's to see. */
async function drawerOf(actor: Actor, address: AgendaAddress, behind: AgendaAddress, today: Day) {
  if (address.subscription === true) return <Subscription actor={actor} closeHref={agendaHref(behind)} />
  if (address.open !== undefined) {
    const detail = await appointmentDetail(actor, address.open)
    return detail === null ? null : <Opened detail={detail} address={address} behind={behind} />
  }
  return address.plan === true ? <Plan actor={actor} address={address} behind={behind} today={today} /> : null
}

async function Subscription({ actor, closeHref }: { actor: Actor; closeHref: string }) {
  const [t, locale, kept] = await Promise.all([getTranslations('agenda.subscription'), getLocale(), subscriptionOf(actor)])
  const words = (moment: Date): string => formatMoment(moment, locale, actor.timeZone)
  return (
    <SubscriptionDrawer
      kept={kept === null ? null : { since: t('since', { moment: words(kept.createdAt) }), used: kept.lastUsedAt === null ? t('neverUsed') : t('used', { moment: words(kept.lastUsedAt) }) }}
      closeHref={closeHref}
      make={makeSubscription}
      end={endSubscription}
    />
  )
}

async function Opened({ detail, address, behind }: { detail: AppointmentDetail; address: AgendaAddress; behind: AgendaAddress }) {
  const [t, locale] = await Promise.all([getTranslations('agenda'), getLocale()])
  const { appointment } = detail
  const back = agendaHref({ ...behind, open: appointment.id })
  const { task } = address
  if (task === undefined || !appointment.mayChange || (task === 'change' && appointment.status !== 'planned'))
    return <AppointmentDrawer key={`${appointment.id}-${appointment.version}`} detail={detail} behind={behind} came={sayCame} reopen={sayReopened} />
  if (task !== 'change') {
    const about = `${whoWords(appointment, { t, locale })}, ${whenWords(appointment, { t, locale })}`
    return <ReasonForm key={`${appointment.id}-${task}`} as={task} id={appointment.id} version={appointment.version} about={about} backHref={back} action={sayReason} />
  }
  const { file, kind, means, place, link, note } = appointment
  const minutes = address.minutes ?? appointment.minutes
  return (
    <AppointmentForm
      key={`${appointment.id}-${appointment.version}-${address.day ?? ''}-${address.time ?? ''}-${minutes}`}
      mode={kind === 'unavailable' ? 'block' : 'change'}
      closeHref={back}
      hidden={{ id: appointment.id, version: String(appointment.version), reference: file?.reference ?? '' }}
      person={file === null ? null : { reference: file.reference, personName: file.personName, detail: file.basinName }}
      kinds={await kindChoices(kind === 'unavailable')}
      lengths={await lengthChoices(minutes)}
      values={{
        kind, day: isoOf(address.time === undefined ? appointment.day : (address.day ?? appointment.day)), time: address.time ?? appointment.time, minutes: String(minutes), means, place: place ?? '', link: link ?? '', note: note ?? '',
      }}
      action={saveAppointment}
      ask={previewForm}
      find={findPeople}
    />
  )
}

/** How long appointments are, in minutes; the first interview and the plan are the long ones. */
const LENGTHS = [15, 20, 30, 45, 60, 75, 90, 120, 180, 240]
const USUAL: Readonly<Record<string, number>> = { pre_bilan: 60, plan: 60, final_interview: 60, month4_review: 45, work_review: 45, unavailable: 60 }

async function kindChoices(nobody: boolean) {
  const t = await getTranslations('agenda.kind')
  return (nobody ? (['unavailable'] as const) : MEETING_KINDS).map((value) => ({ value, label: t(value) }))
}

async function lengthChoices(minutes: number) {
  const locale = await getLocale()
  return [...new Set([...LENGTHS, minutes])].toSorted((a, b) => a - b).map((value) => ({ value: String(value), label: formatLength(value, locale) }))
}

async function Plan({ actor, address, behind, today }: { actor: Actor; address: AgendaAddress; behind: AgendaAddress; today: Day }) {
  const nobody = address.kind === 'unavailable'
  const file = address.file === undefined || nobody ? null : await bookableFile(actor, address.file)
  const kind = MEETING_KINDS.find((one) => one === address.kind) ?? (nobody ? 'unavailable' : 'contact')
  const minutes = address.minutes ?? USUAL[kind] ?? 30
  const day = address.day ?? today
  return (
    <AppointmentForm
      key={`plan-${kind}-${file?.reference ?? ''}-${day}-${address.time ?? ''}`}
      mode={nobody ? 'block' : 'plan'}
      closeHref={agendaHref(behind)}
      hidden={{ submissionId: crypto.randomUUID() }}
      person={file === null ? null : { reference: file.reference, personName: file.personName, detail: file.basinName }}
      kinds={await kindChoices(nobody)}
      lengths={await lengthChoices(minutes)}
      values={{ kind, day: isoOf(day < today ? today : day), time: address.time ?? '', minutes: String(minutes), means: 'meeting', place: '', link: '', note: '' }}
      action={saveAppointment}
      ask={previewForm}
      find={findPeople}
    />
  )
}
