'use client'

import { CalendarPlus, Check, Download, ExternalLink, Pencil, Scale } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import type { AppointmentDetail } from '@/lib/agenda/views.ts'
import { LinkButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { RuleChip } from '../ui/rule-chip.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { agendaHref, planHref, type AgendaAddress, type AppointmentTask } from './address.ts'
import { NOTHING_SAID, type AgendaFormState } from './form-state.ts'
import { StandingLine } from './standing-line.tsx'
import { AppointmentState } from './state-badge.tsx'
import { stateKey, whenWords, whereWords, whoWords } from './word-agenda.ts'

interface AppointmentDrawerProps {
  readonly detail: AppointmentDetail
  /** The agenda as it stands behind. */
  readonly behind: AgendaAddress
  /** Says it was held, or sets it back to planned. */
  readonly came: FormAction<AgendaFormState>
  readonly reopen: FormAction<AgendaFormState>
}

/** One appointment: when, where, with whom, what it meets, and what became of it. */
export function AppointmentDrawer({ detail, behind, came, reopen }: AppointmentDrawerProps) {
  const { appointment, today, missedCount } = detail
  const t = useTranslations('agenda')
  const locale = useLocale()
  const router = useRouter()
  const words = { t, locale }
  const { file, status, kind, id, version } = appointment
  const over = appointment.day <= today
  const task = (of: AppointmentTask): string => agendaHref({ ...behind, open: id, task: of })
  return (
    <Drawer title={file === null ? t('kind.unavailable') : <span dir="auto">{whoWords(appointment, words)}</span>} onClose={() => router.push(agendaHref(behind), { scroll: false })}>
      <p className="lk"><AppointmentState state={stateKey(appointment, today)} />{appointment.meets !== null && <StandingLine standing={appointment.meets} />}</p>
      <dl className="facts-list">
        <Fact label={t('detail.when')}>{whenWords(appointment, words)}</Fact>
        {file !== null && <Fact label={t('detail.kind')}>{t(`kind.${kind}`)}</Fact>}
        {file !== null && <Fact label={t('detail.where')}>{whereWords(appointment, words)}</Fact>}
        {appointment.link !== null && <Fact label={t('means.video')}><a href={appointment.link} target="_blank" rel="noreferrer noopener">{t('detail.link')} <ExternalLink className="i i-s inline-sign" aria-hidden="true" /></a></Fact>}
        {file !== null && file.phone !== null && <Fact label={t('detail.phone')}><a href={`tel:${file.phone}`}>{file.phone}</a></Fact>}
        {file !== null && <Fact label={t('detail.with')}>{appointment.account.name}</Fact>}
        {appointment.reason !== null && <Fact label={t('detail.reason')}><span dir="auto">{appointment.reason}</span></Fact>}
        {appointment.note !== null && <Fact label={t('detail.note')}><span dir="auto">{appointment.note}</span></Fact>}
      </dl>
      {file !== null && <p className="lk"><Link href={`/dossiers/${encodeURIComponent(file.reference)}`}>{t('detail.file')}</Link></p>}
      {status === 'missed' && file !== null && (
        <div className="note missed-note">
          <Icon of={Scale} />
          <div>
            <p>{t('detail.missedCount', { count: missedCount })}</p>
            <p>{t('detail.offer')} <RuleChip rule="R-601" /></p>
            {appointment.mayChange && (
              <p className="acts">
                <LinkButton look="primary" href={planHref(file.reference, kind)} scroll={false}><Icon of={CalendarPlus} />{t('detail.again')}</LinkButton>
                <LinkButton href={`/dossiers/${encodeURIComponent(file.reference)}?acte=action_missed`}>{t('detail.offerAct')}</LinkButton>
              </p>
            )}
          </div>
        </div>
      )}
      {status !== 'missed' && missedCount > 0 && <p className="faint sm">{t('detail.missedCount', { count: missedCount })}</p>}
      {appointment.mayChange && status === 'planned' && (
        <>
          {file !== null && (
            <div className="attendance">
              {over
                ? <OneButton action={came} id={id} version={version} primary><Icon of={Check} />{t('detail.held')}</OneButton>
                : <p className="faint sm">{t('detail.notYet')}</p>}
              <LinkButton href={task('excused')} scroll={false}>{t('detail.excused')}</LinkButton>
              {over && <LinkButton href={task('missed')} scroll={false}>{t('detail.missed')}</LinkButton>}
            </div>
          )}
          <p className="acts">
            <LinkButton href={task('change')} scroll={false}><Icon of={Pencil} />{t('detail.change')}</LinkButton>
            <LinkButton look="ghost" href={task('cancelled')} scroll={false}>{t('detail.cancel')}</LinkButton>
          </p>
        </>
      )}
      {appointment.mayChange && status !== 'planned' && appointment.factId === null && (
        <OneButton action={reopen} id={id} version={version}>{t('detail.reopen')}</OneButton>
      )}
      {status !== 'missed' && <p className="lk"><a href={`/api/agenda/rendez-vous/${id}`} download><Download className="i i-s inline-sign" aria-hidden="true" /> {t('detail.ics')}</a></p>}
    </Drawer>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div><dt>{label}</dt><dd>{children}</dd></div>
}

interface OneButtonProps {
  readonly action: FormAction<AgendaFormState>
  readonly id: string
  readonly version: number
  readonly primary?: boolean
  readonly children: ReactNode
}

/** A form of one button; what it cannot do is said beside it. */
export function OneButton({ action, id, version, primary = false, children }: OneButtonProps) {
  const { state, pending, formProps } = useKeptForm(action, NOTHING_SAID)
  return (
    <form {...formProps} className="one-button">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton pending={pending} look={primary ? 'primary' : 'plain'}>{children}</SubmitButton>
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
    </form>
  )
}
