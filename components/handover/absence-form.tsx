'use client'
import { useTranslations } from 'next-intl'
import { LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

export interface AbsenceFormProps {
  readonly accountId: string
  /** Who could stand in, with their basins. */
  readonly standIns: readonly { readonly id: string; readonly name: string; readonly basins: string }[]
  readonly todayIso: string
  readonly action: FormAction<FormState>
  /** Where giving up leads; left out, the form stays. */
  readonly back?: string
}

const REASONS = ['leave', 'training', 'other'] as const

/** From when to when, who stands in, and why in a word. */
export function AbsenceForm({ accountId, standIns, todayIso, action, back }: AbsenceFormProps) {
  const t = useTranslations('handover.absence')
  const common = useTranslations('common')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  if (standIns.length === 0) return <Notice>{t('nobody')}</Notice>
  return (
    <>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="accountId" value={accountId} />
        <DateField name="from" label={t('from')} defaultValue={todayIso} error={problem('from')} required />
        <DateField name="to" label={t('to')} hint={t('toHint')} error={problem('to')} required />
        <SelectField
          name="standInId" label={t('standIn')} hint={t('standInHint')} placeholder={t('choose')} error={problem('standInId')} required
          choices={standIns.map(({ id, name, basins }) => ({ value: id, label: t('standInChoice', { name, basins }) }))}
        />
        <ChoiceGroup name="reason" label={t('reason')} hint={t('reasonHint')} error={problem('reason')} required options={REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))} />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('save')}</SubmitButton>
          {back !== undefined && <LinkButton look="ghost" href={back} scroll={false}>{common('cancel')}</LinkButton>}
        </div>
      </form>
    </>
  )
}
