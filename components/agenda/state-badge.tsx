import { Ban, CircleCheck, CircleDashed, Clock, MailCheck, UserX, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { AppointmentView } from '@/lib/agenda/views.ts'
import { Icon } from '../ui/icon.tsx'

const SIGNS: Readonly<Record<AppointmentView['status'] | 'toClose', LucideIcon>> = {
  planned: CircleDashed, toClose: Clock, held: CircleCheck, excused: MailCheck, missed: UserX, cancelled: Ban,
}
const LOOKS: Readonly<Record<AppointmentView['status'] | 'toClose', string>> = {
  planned: 'planned', toClose: 'soon', held: 'met', excused: 'neutral', missed: 'neutral', cancelled: 'cancelled',
}

/** What became of an appointment: a word, a sign and a colour together. */
export function AppointmentState({ state }: { readonly state: AppointmentView['status'] | 'toClose' }) {
  const t = useTranslations('agenda.status')
  return <span className={`st ${LOOKS[state]}`}><Icon of={SIGNS[state]} size={16} /><span>{t(state)}</span></span>
}
