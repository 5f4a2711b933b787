'use client'
import { useTranslations } from 'next-intl'
import type { OperatorSettings } from '@/lib/access/operators.ts'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DoneNotice, Notice } from '../ui/notices.tsx'
import { RuleChip } from '../ui/rule-chip.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { UNANSWERED, type AdministrationFormState } from './form-state.ts'

const POLICIES = ['next_working_day_if_holiday', 'none'] as const

/** What the operator chooses where the texts leave it, each choice beside its rule. */
export function SettingsForm({ settings, action }: { settings: OperatorSettings; action: FormAction<AdministrationFormState> }) {
  const t = useTranslations('administration.settings')
  const { state, pending, formProps } = useKeptForm(action, UNANSWERED)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  return (
    <form {...formProps} className="form settings-form">
      <p className="muted">{t('lead')}</p>
      <ErrorSummary problems={state.problems} />
      {state.saved !== null && <DoneNotice title={state.saved} />}
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <div>
        <ChoiceGroup
          name="rollPolicy" label={t('roll')} hint={t('rollHint')} defaultValue={settings.rollPolicy} error={problem('rollPolicy')}
          options={POLICIES.map((policy) => ({ value: policy, label: t(`rollOption.${policy}`), detail: t(`rollDetail.${policy}`) }))}
        />
        <RuleChip rule="R-010" setting />
      </div>
      <div className="settings-days">
        <TextField name="contactIntervalDays" inputMode="numeric" dir="ltr" autoComplete="off" label={t('contact')} hint={t('contactHint')} defaultValue={String(settings.contactIntervalDays)} error={problem('contactIntervalDays')} maxLength={6} required />
        <RuleChip rule="R-305" setting />
      </div>
      <div className="settings-days">
        <TextField name="followUpIntervalDays" inputMode="numeric" dir="ltr" autoComplete="off" label={t('followUp')} hint={t('followUpHint')} defaultValue={String(settings.followUpIntervalDays)} error={problem('followUpIntervalDays')} maxLength={6} required />
        <RuleChip rule="R-309" setting />
      </div>
      <p className="hint">{t('effect')}</p>
      <div className="acts"><SubmitButton pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
