import { Ban, CircleCheck, Clock, Inbox, Send, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import type { MailState as State } from '@/lib/notify/send-queue.ts'

const looks: Readonly<Record<State, { readonly sign: LucideIcon; readonly look: string }>> = {
  queued: { sign: Clock, look: 'planned' },
  sending: { sign: Send, look: 'planned' },
  sent: { sign: CircleCheck, look: 'met' },
  kept_locally: { sign: Inbox, look: 'met' },
  failed: { sign: TriangleAlert, look: 'stop' },
  bounced: { sign: Undo2, look: 'stop' },
  cancelled: { sign: Ban, look: 'cancelled' },
}

/** What became of an e-mail: a word, a sign and a colour together. */
export function MailState({ state }: { readonly state: State }) {
  const t = useTranslations('mail.state')
  const { sign, look } = looks[state]
  return <span className={`st ${look}`}><Icon of={sign} size={16} /><span>{t(state)}</span></span>
}
