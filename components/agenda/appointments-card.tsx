import '@/components/agenda/agenda.css'
import { CalendarPlus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AppointmentView, FileAppointments } from '@/lib/agenda/views.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { agendaHref, planHref } from './address.ts'
import { StandingLine } from './standing-line.tsx'
import { AppointmentState } from './state-badge.tsx'
import { stateKey, whenWords, whereWords } from './word-agenda.ts'

/** The appointments of a file: those to come, those past, and the way to make one. */
export function AppointmentsCard({ appointments }: { readonly appointments: FileAppointments }) {
  const t = useTranslations('agenda.card')
  const { coming, past, today, reference, mayPlan, missedCount } = appointments
  return (
    <Card
      id="rendez-vous"
      title={t('title')}
      aside={mayPlan && <LinkButton href={planHref(reference)}><Icon of={CalendarPlus} />{t('plan')}</LinkButton>}
    >
      {coming.length === 0 ? <p className="muted">{t('none')}</p> : <Lines appointments={coming} today={today} />}
      {past.length > 0 && (
        <details className="appointments-past">
          <summary>{t('past')} <span className="faint">{past.length}{missedCount > 0 && <>, {t('missed', { count: missedCount })}</>}</span></summary>
          <Lines appointments={past} today={today} />
        </details>
      )}
    </Card>
  )
}

function Lines({ appointments, today }: { readonly appointments: readonly AppointmentView[]; readonly today: Day }) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  return (
    <ul className="appointment-lines">
      {appointments.map((one) => (
        <li key={one.id}>
          <div>
            <Link href={agendaHref({ day: one.day, open: one.id })}>{whenWords(one, { t, locale })}</Link>
            <span>{t(`kind.${one.kind}`)}, {whereWords(one, { t, locale })}, {one.account.name}</span>
            {one.meets !== null && <StandingLine standing={one.meets} />}
            {one.reason !== null && <span className="faint" dir="auto">{one.reason}</span>}
          </div>
          <AppointmentState state={stateKey(one, today)} />
        </li>
      ))}
    </ul>
  )
}
