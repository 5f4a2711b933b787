'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { LinkButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_SAID, type AgendaFormState } from './form-state.ts'

interface ReasonFormProps {
  readonly as: 'excused' | 'missed' | 'cancelled'
  readonly id: string
  readonly version: number
  readonly about: string
  readonly backHref: string
  readonly action: FormAction<AgendaFormState>
}

const REASONS = { excused: 'reasonExcused', missed: 'reasonMissed', cancelled: 'reasonCancelled' } as const
const SAVES = { excused: 'saveExcused', missed: 'saveMissed', cancelled: 'saveCancelled' } as const

/** Excused, absent or cancelled: with a reason, in words. */
export function ReasonForm({ as, id, version, about, backHref, action }: ReasonFormProps) {
  const t = useTranslations('agenda.reasonForm')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_SAID)
  return (
    <Drawer title={t(as)} onClose={() => router.push(backHref, { scroll: false })}>
      <p className="muted" dir="auto">{about}</p>
      <form {...formProps} className="form">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="as" value={as} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <TextArea name="reason" label={t(REASONS[as])} hint={t('hint')} error={state.problems.find(({ field }) => field === 'reason')?.message} maxLength={2000} rows={3} />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t(SAVES[as])}</SubmitButton>
          <LinkButton look="ghost" href={backHref} scroll={false}>{t('back')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
