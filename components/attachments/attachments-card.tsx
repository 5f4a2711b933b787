import { Download, Eye, FileImage, FileSpreadsheet, FileText, Paperclip, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { wording } from '@/lib/accord/wording/index.ts'
import type { AttachmentView } from '@/lib/cases/attachments/attachments.ts'
import { SHOWN_TYPES } from '@/lib/cases/content/attachment-terms.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { formatSize } from '@/lib/wording/format/size.ts'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { RoleNote } from '../ui/notices.tsx'
import type { Choice } from '../ui/text-fields.tsx'
import type { FormAction } from '../ui/use-kept-form.ts'
import { AddForm } from './add-form.tsx'
import { WithdrawButton } from './withdraw-button.tsx'
import type { WithdrawState } from './withdraw-state.ts'
import './attachments.css'
import '../exports/exports.css'

export interface AttachmentsCardProps {
  readonly reference: string
  readonly attachments: readonly AttachmentView[]
  readonly mayAdd: boolean
  readonly timeZone: string
  /** The acts a new document may go with, worded; none hides the choice. */
  readonly facts?: readonly Choice[]
  readonly withdraw: FormAction<WithdrawState>
}

function signOf(mediaType: string): LucideIcon {
  if (mediaType.startsWith('image/')) return FileImage
  return mediaType.includes('spreadsheet') ? FileSpreadsheet : FileText
}

/** What people attached to a file, and the form that adds to it. Those withdrawn stay told, at the end. */
export function AttachmentsCard({ reference, attachments, mayAdd, timeZone, facts = [], withdraw }: AttachmentsCardProps) {
  const t = useTranslations('attachments')
  const kept = attachments.filter((one) => one.withdrawn === null)
  return (
    <Card id="attachments" title={t('card.title')} className="attachments" aside={kept.length > 0 && <span className="est">{t('card.count', { count: kept.length })}</span>}>
      {attachments.length === 0 && <p className="muted">{t(mayAdd ? 'card.empty' : 'card.none')}</p>}
      {attachments.length > 0 && (
        <ul className="attachment-list">
          {attachments.map((one) => <AttachmentLine key={one.id} one={one} reference={reference} mayWithdraw={mayAdd} timeZone={timeZone} withdraw={withdraw} />)}
        </ul>
      )}
      {mayAdd && (
        <details className="attachment-add no-print">
          <summary className="btn"><Icon of={Paperclip} />{t('add.open')}</summary>
          <AddForm reference={reference} facts={facts} />
        </details>
      )}
      <RoleNote>{t('card.role')}</RoleNote>
    </Card>
  )
}

interface LineProps {
  readonly one: AttachmentView
  readonly reference: string
  readonly mayWithdraw: boolean
  readonly timeZone: string
  readonly withdraw: FormAction<WithdrawState>
}

function AttachmentLine({ one, reference, mayWithdraw, timeZone, withdraw }: LineProps) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const { id, title, withdrawn, fact } = one
  const address = `/api/attachments/${id}`
  const names: Readonly<Record<string, string>> = wording(locale).book.kinds
  const factName = fact === null ? undefined : names[fact.kind]
  return (
    <li className={withdrawn === null ? 'attachment' : 'attachment gone'}>
      <Icon of={signOf(one.mediaType)} size={20} />
      <div className="attachment-what">
        <b dir="auto">{title}</b>
        <span className="muted sm">
          {t(`kind.${one.kind}`)} · <span dir="auto">{one.fileName}</span> · {formatSize(one.size, locale)}
        </span>
        <span className="muted sm">{t('line.added', { moment: formatMoment(one.addedAt, locale, timeZone), name: one.addedBy })}</span>
        {fact !== null && factName !== undefined && <span className="muted sm">{t('line.with', { fact: `${factName}, ${formatDayPlain(fact.on, locale)}` })}</span>}
        {withdrawn !== null && <span className="sm attachment-reason" dir="auto">{t('line.withdrawnBy', { moment: formatMoment(withdrawn.at, locale, timeZone), name: withdrawn.by, reason: withdrawn.reason })}</span>}
      </div>
      {withdrawn === null ? (
        <div className="attachment-verbs no-print">
          {/* Files, not pages: the router must not follow them. */}
          {SHOWN_TYPES.includes(one.mediaType) && (
            <a className="btn ghost" href={`${address}?voir=1`} target="_blank" rel="noopener" aria-label={t('line.viewNamed', { title })}><Icon of={Eye} />{t('line.view')}</a>
          )}
          <a className="btn ghost" href={address} download aria-label={t('line.downloadNamed', { title })}><Icon of={Download} />{t('line.download')}</a>
          {mayWithdraw && <WithdrawButton reference={reference} id={id} title={title} withdraw={withdraw} />}
        </div>
      ) : <span className="tag">{t('line.withdrawn')}</span>}
    </li>
  )
}
