import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { optionWord } from '@/components/file/acts/form-view.ts'
import { fileHref } from '@/components/file/address.ts'
import { Card } from '@/components/ui/card.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { SENDING_OF } from '@/lib/cases/content/employer-pieces.ts'
import type { EmployedPerson, EmployerPage, Procedure, Sending } from '@/lib/cases/views/employers.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatDay, formatDayPlain, relativeDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { procedureAnchor } from './address.ts'
import type { FormState } from '@/components/ui/form-state.ts'
import { PiecesForm, type PieceLine } from './pieces-form.tsx'

interface ProcedureCardProps {
  readonly page: EmployerPage
  readonly procedure: Procedure
  readonly action: FormAction<FormState>
}

/** One procedure of an employer: its people, what came for each and what is due. */
export function ProcedureCard({ page, procedure, action }: ProcedureCardProps) {
  const t = useTranslations('employers.procedure')
  const locale = useLocale()
  const { engagedOn, type, people } = procedure
  const day = formatDayPlain(engagedOn, locale)
  const id = procedureAnchor(engagedOn, type)
  return (
    <Card
      id={id}
      title={t('title', { day })}
      aside={<span className="est">{type === null ? t('untyped') : optionWord('procedureType', type, locale)} · {t('people', { count: people.length })}</span>}
    >
      <PiecesForm
        id={id} employerId={page.id} caption={t('caption', { day })} today={isoOf(page.today)} action={action}
        lines={people.map((person) => lineOf(person, page.today, locale, t))}
      />
    </Card>
  )
}

/** Not sent yet, and still to be. */
export function isOpen(sending: Sending | null): boolean {
  return sending !== null && sending.metOn === null && !sending.cancelled
}

type Words = ReturnType<typeof useTranslations<'employers.procedure'>>

function lineOf(person: EmployedPerson, today: Day, locale: Locale, t: Words): PieceLine {
  const law = wording(locale)
  const { reference, personName, stage, counsellorName, nextDeadline, received } = person
  return {
    reference,
    name: personName,
    href: fileHref(reference),
    beneath: `${law.stage(stage)} · ${counsellorName}`,
    sendings: <Sendings person={person} today={today} />,
    next: nextDeadline === null ? <span className="faint">{t('noNext')}</span> : <Next name={law.deadline(nextDeadline.code).label} on={nextDeadline.on} today={today} />,
    received: received.map(({ piece }) => piece),
    receivedWords: Object.fromEntries(received.map(({ piece, receivedOn }) => [piece, t('receivedAt', { day: formatDayPlain(receivedOn, locale) })])),
    ticks: person.mayRecord && [person.sendAcceptance, person.sendAll].some(isOpen),
  }
}

function Next({ name, on, today }: { readonly name: string; readonly on: Day; readonly today: Day }) {
  const locale = useLocale()
  return (
    <>
      {name}
      <span className="beneath">
        <StatusBadge state={deadlineStateOn({ dueOn: on, metOn: null, cancelled: false }, today)}>{formatDay(on, locale)}</StatusBadge>
      </span>
    </>
  )
}

function Sendings({ person, today }: { readonly person: EmployedPerson; readonly today: Day }): ReactNode {
  const t = useTranslations('employers.procedure')
  const { acceptedOn, closed, sendAcceptance, sendAll } = person
  if (closed) return <span className="faint">{t('closed')}</span>
  if (acceptedOn === null) return <span className="faint">{t('before')}</span>
  const complete = (sending: 'acceptance' | 'all') => Object.entries(SENDING_OF).every(([piece, of]) => of !== sending || person.received.some((one) => one.piece === piece))
  return (
    <ul>
      {([['sendFirst', sendAcceptance, 'acceptance'], ['sendAll', sendAll, 'all']] as const).map(([name, sending, part]) => sending !== null && (
        <li key={name}>
          {t(name)} <SendingState sending={sending} today={today} />
          {isOpen(sending) && person.mayRecord && complete(part) && (
            <> <Link href={fileHref(person.reference, { act: 'sent_to_france_travail' })} aria-label={t('recordOf', { name: person.personName })}>{t('record')}</Link></>
          )}
        </li>
      ))}
    </ul>
  )
}

function SendingState({ sending, today }: { readonly sending: Sending; readonly today: Day }) {
  const t = useTranslations('employers.procedure')
  const locale = useLocale()
  return (
    <StatusBadge state={deadlineStateOn(sending, today)}>
      {sending.metOn === null ? `${formatDay(sending.dueOn, locale)}, ${relativeDay(sending.dueOn, today, locale)}` : capitalised(t('sent', { day: formatDayPlain(sending.metOn, locale) }))}
    </StatusBadge>
  )
}
