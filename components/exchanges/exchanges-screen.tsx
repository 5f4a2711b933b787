import './exchanges.css'
import { MessageSquare, PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import type { ActState } from '@/components/file/acts/act-state.ts'
import { formViewOf } from '@/components/file/acts/form-view.ts'
import { actOf } from '@/components/file/acts/index.ts'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Exchanges } from '@/lib/notify/exchanges.ts'
import { exchangesHref, STREAM_FILTERS, type StreamFilter } from './address.ts'
import { ContactForm } from './contact-form.tsx'
import { Stream } from './stream.tsx'

export interface ExchangesScreenProps {
  readonly read: Exchanges
  readonly filter: StreamFilter
  readonly submissionId: string
  /** The reader’s name: what they record themselves gives them an empty form again, and what a colleague records does not. */
  readonly reader: string
  readonly logContact: FormAction<ActState>
  /** Beside the stream: appointments, where the agenda gives them. */
  readonly beside?: ReactNode
}

/** What passed with a person: one stream, and the form that adds a contact to it. */
export function ExchangesScreen({ read: { view, exchanges }, filter, submissionId, reader, logContact, beside }: ExchangesScreenProps) {
  const t = useTranslations('exchanges')
  const locale = useLocale()
  const count = (kind: StreamFilter) => (kind === 'all' ? exchanges.length : exchanges.filter(({ of }) => of === kind).length)
  const shown = filter === 'all' ? exchanges : exchanges.filter(({ of }) => of === filter)
  const act = actOf('contact_held')
  const fields = act === null ? [] : formViewOf(act, locale).fields
  return (
    <div className="file">
      <FilePlaceHead
        view={view}
        here="exchanges"
        lead={t('lead', { contacts: count('contacts') + count('follow_ups'), mail: count('mail') })}
        verbs={view.may.record && <LinkButton href={exchangesHref(view.reference, { filter, write: true })} scroll={false}><Icon of={PenLine} /> {t('write')}</LinkButton>}
      />
      <div className="exchanges-room">
        <div className="exchanges">
          <div className="stack">
            <nav className="filters" aria-label={t('filter.label')}>
              {STREAM_FILTERS.map((one) => (
                <Link key={one} className={one === filter ? 'filter on' : 'filter'} href={exchangesHref(view.reference, { filter: one })} aria-current={one === filter ? 'true' : undefined} scroll={false}>
                  {t(`filter.${one}`)} <span className="num">{count(one)}</span>
                </Link>
              ))}
            </nav>
            <Card id="stream" title={t('stream')}>
              {shown.length === 0 ? <EmptyState sign={MessageSquare} title={t('emptyTitle')}>{t('empty')}</EmptyState> : <Stream exchanges={shown} />}
            </Card>
          </div>
          <div className="stack">
            {view.may.record && (
              <Card id="log" title={t('log.title')}>
                <ContactForm
                  key={view.facts.filter(({ recordedBy }) => recordedBy === reader).length}
                  fields={fields}
                  values={{ on: isoOf(view.today) }}
                  hidden={{ reference: view.reference, version: String(view.version), submissionId, mode: 'record', kind: 'contact_held', place: 'exchanges' }}
                  action={logContact}
                />
              </Card>
            )}
            {beside}
          </div>
        </div>
      </div>
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}

