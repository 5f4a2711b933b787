import './mail.css'
import { Inbox, Mail } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import type { Mailbox, MailGroup, MailView } from '@/lib/notify/mailbox.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { MAIL_GROUP_NAMES, mailboxHref } from './address.ts'
import { MailState } from './mail-state.tsx'

interface MailboxScreenProps {
  readonly box: Mailbox
  readonly pageSize: number
  /** Whether e-mails stay here, for want of a server. */
  readonly local: boolean
}

/** The e-mails that were written, and what became of each. */
export function MailboxScreen({ box, pageSize, local }: MailboxScreenProps) {
  const t = useTranslations('mail')
  const whose = box.whole ? 'whole' : 'own'
  return (
    <div className="mail-page">
      <div>
        <h1>{t('title')}</h1>
        <p className="muted">{t(`lead.${whose}`)}</p>
      </div>
      {local && <Notice sign={Inbox}>{t('local')}</Notice>}
      <nav className="filters" aria-label={t('group.label')}>
        {MAIL_GROUP_NAMES.map((group: MailGroup) => (
          <Link key={group} className={group === box.group ? 'filter on' : 'filter'} href={mailboxHref({ group })} aria-current={group === box.group ? 'true' : undefined}>
            {t(`group.${group}`)} <span className="num">{box.counts[group]}</span>
          </Link>
        ))}
      </nav>
      {box.mail.length === 0 ? <div className="card"><EmptyState sign={Mail} title={t('empty')}>{t('emptyDetail')}</EmptyState></div> : (
        <>
          <MailTable box={box} />
          <Pagination page={box.page} pageSize={pageSize} total={box.total} address={mailboxHref({ group: box.group })} />
        </>
      )}
      <RoleNote>{t(`role.${whose}`)}</RoleNote>
    </div>
  )
}

function MailTable({ box }: { readonly box: Mailbox }) {
  const t = useTranslations('mail')
  const locale = useLocale()
  return (
    <table className="table mail-table" role="table">
      <caption className="vh">{t('table')}</caption>
      <thead role="rowgroup">
        <tr role="row">{(['subject', 'state', 'to', 'file', 'by', 'when'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(`column.${column}`)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {box.mail.map((mail) => (
          <tr key={mail.id} role="row">
            <th scope="row" role="rowheader"><Link href={mailboxHref({ group: box.group, page: box.page, message: mail.id })} scroll={false} dir="auto">{mail.subject}</Link></th>
            <td role="cell" data-l={t('column.state')}><MailState state={mail.state} /></td>
            <td role="cell" data-l={t('column.to')}><span dir="auto">{mail.recipientName}</span><br /><span className="sm faint">{mail.recipientAddress}</span></td>
            <td role="cell" data-l={t('column.file')} className="file">{mail.reference === null ? <span className="faint">–</span> : <Link href={`/dossiers/${mail.reference}/echanges`}>{mail.reference}</Link>}</td>
            <td role="cell" data-l={t('column.by')}>{mail.senderName ?? t('noSender')}</td>
            <td role="cell" data-l={t('column.when')} className="when">{formatMoment(mail.queuedAt, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One e-mail, whole, and why it did not go. */
export function Letter({ mail }: { readonly mail: MailView }) {
  const t = useTranslations('mail')
  const locale = useLocale()
  return (
    <>
      <div><MailState state={mail.state} /> {mail.attempts > 1 && <span className="sm muted">{t('attempts', { count: mail.attempts })}</span>}</div>
      {mail.failure !== null && mail.state !== 'sent' && (
        <Notice>
          <p>{t(`failure.${mail.failure}`)} {mail.state === 'queued' && t('again', { when: formatMoment(mail.nextAttemptAt, locale) })}</p>
          {mail.serverSaid !== null && <p className="sm muted">{t('said', { said: mail.serverSaid })}</p>}
        </Notice>
      )}
      <dl className="facts-list">
        <div><dt>{t('detail.to')}</dt><dd><span dir="auto">{mail.recipientName}</span>, {mail.recipientAddress}</dd></div>
        <div><dt>{t('detail.from')}</dt><dd>{mail.senderName ?? t('noSender')}</dd></div>
        <div><dt>{t('detail.at')}</dt><dd>{formatMoment(mail.queuedAt, locale)}</dd></div>
        {mail.settledAt !== null && <div><dt>{t('detail.settled')}</dt><dd>{formatMoment(mail.settledAt, locale)}</dd></div>}
        {mail.reference !== null && <div><dt>{t('detail.file')}</dt><dd><Link href={`/dossiers/${mail.reference}/echanges`}>{mail.reference}</Link></dd></div>}
      </dl>
      <div className="told" dir="auto">{mail.body}</div>
    </>
  )
}
