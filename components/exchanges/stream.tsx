import { Mail, MailOpen, MessageSquare, Phone, Users, Video, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { optionWord } from '@/components/file/acts/form-view.ts'
import { MailState } from '@/components/mail/mail-state.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { isoOf, parseDay } from '@/lib/accord/calendar/day.ts'
import type { Exchange } from '@/lib/notify/exchanges.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'

/** By what means people spoke; a contact that does not say keeps the general sign. */
const SIGNS: Readonly<Partial<Record<string, LucideIcon>>> = { phone: Phone, meeting: Users, video: Video, email: Mail, letter: MailOpen, text_message: MessageSquare }

function signOf(exchange: Exchange): LucideIcon {
  if (exchange.of === 'mail') return Mail
  const channel = exchange.fact.content?.['channel']
  return (typeof channel === 'string' ? SIGNS[channel] : undefined) ?? MessageSquare
}

/** What passed with the person, the latest first. */
export function Stream({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const locale = useLocale()
  return (
    <ol className="stream">
      {exchanges.map((exchange) => (
        <li key={exchange.of === 'mail' ? exchange.mail.id : exchange.fact.id}>
          <time dateTime={isoOf(exchange.on)}>{formatDay(exchange.on, locale)}</time>
          <span className="sign"><Icon of={signOf(exchange)} /></span>
          <div>{exchange.of === 'mail' ? <Letter mail={exchange.mail} /> : <Contact fact={exchange.fact} />}</div>
        </li>
      ))}
    </ol>
  )
}

function Contact({ fact }: { readonly fact: Extract<Exchange, { of: 'contacts' | 'follow_ups' }>['fact'] }) {
  const t = useTranslations('exchanges')
  const locale = useLocale()
  const content = fact.content ?? {}
  const text = (key: string): string | null => (typeof content[key] === 'string' && content[key] !== '' ? content[key] : null)
  const [channel, note, nextStep, nextStepOn, readers] = [text('channel'), text('note'), text('nextStep'), text('nextStepOn'), text('readers')]
  const stepDay = nextStepOn === null ? null : parseDay(nextStepOn)
  const situation = fact.terms['situation']
  const head = [
    t(`kind.${fact.kind === 'follow_up_held' ? 'follow_up_held' : 'contact_held'}`),
    channel === null ? null : optionWord('content.channel', channel, locale),
    typeof content['minutes'] === 'number' ? t('minutes', { count: content['minutes'] }) : null,
    typeof situation === 'string' ? optionWord('situation', situation, locale) : null,
  ].filter((part) => part !== null)
  return (
    <>
      <b>{head.map((part, index) => (index === 0 ? part : part.toLocaleLowerCase(locale).replace('sms', 'SMS'))).join(', ')}</b>
      {content['withheld'] === true && <p className="muted">{t('withheld')}</p>}
      {note !== null && <p className="told" dir="auto">{note}</p>}
      {nextStep !== null && <p dir="auto">{stepDay === null ? t('next', { step: nextStep }) : t('nextOn', { day: formatDay(stepDay, locale), step: nextStep })}</p>}
      <p className="noted">{t('by', { who: fact.recordedBy, when: formatMoment(fact.recordedAt, locale) })}{(readers === 'pair' || readers === 'self') && <>. {t(`readers.${readers}`)}</>}</p>
    </>
  )
}

function Letter({ mail }: { readonly mail: Extract<Exchange, { of: 'mail' }>['mail'] }) {
  const t = useTranslations('exchanges')
  const words = useTranslations('mail')
  const locale = useLocale()
  return (
    <>
      <div className="mail-head"><b dir="auto">{mail.subject}</b> <MailState state={mail.state} /></div>
      <p className="noted">{t('mailTo', { to: mail.recipientAddress })}. {t('mailBy', { who: mail.senderName ?? words('noSender'), when: formatMoment(mail.queuedAt, locale) })}</p>
      {mail.failure !== null && mail.state !== 'sent' && <p>{words(`failure.${mail.failure}`)}</p>}
      <details>
        <summary>{t('show')}<span className="vh"> « {mail.subject} »</span></summary>
        <p className="told" dir="auto">{mail.body}</p>
      </details>
      {(mail.state === 'failed' || mail.state === 'bounced' || mail.state === 'queued') && <p><Link href={`/courriels?message=${mail.id}`}>{words('open', { subject: mail.subject })}</Link></p>}
    </>
  )
}
