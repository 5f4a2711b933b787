'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { AmountField } from '@/components/ui/amount-field.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField, TextArea, TextField, type Choice } from '@/components/ui/text-fields.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { COST_STATES } from '@/lib/cases/content/costs.ts'
import { NO_COST_REFUSED, type CostFormState } from './cost-state.ts'

/** What the form opens on. */
export interface ShownCost {
  readonly kind: string
  readonly label: string
  readonly planLine: string
  /** Decimal text, or empty. */
  readonly amount: string
  /** ISO. */
  readonly on: string
  readonly funder: string
  readonly state: string
}

interface CostDrawerProps {
  readonly reference: string
  /** The line changed; `null` for a new one. */
  readonly costId: string | null
  readonly submissionId: string
  readonly cost: ShownCost
  readonly kinds: readonly Choice[]
  readonly funders: readonly Choice[]
  readonly planLines: readonly Choice[]
  readonly closeHref: string
  /** Where a line can be withdrawn instead. */
  readonly withdrawHref: string | null
  readonly action: FormAction<CostFormState>
}

/** An amount, what it pays and who pays it; changed, why, unless it only went further. */
export function CostDrawer({ reference, costId, submissionId, cost, kinds, funders, planLines, closeHref, withdrawHref, action }: CostDrawerProps) {
  const t = useTranslations('money')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NO_COST_REFUSED)
  const opened = useAsOpened(submissionId)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  return (
    <Drawer title={costId === null ? t('form.new') : t('form.change')} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="costId" value={costId ?? ''} />
        <input type="hidden" name="submissionId" value={opened} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <SelectField name="kind" label={t('field.kind')} error={error('kind')} choices={kinds} placeholder={common('choose')} defaultValue={cost.kind} required />
        <TextField name="label" label={t('field.label')} hint={t('form.labelHint')} error={error('label')} defaultValue={cost.label} autoComplete="off" maxLength={200} required />
        {planLines.length > 0 && <SelectField name="planLine" label={t('field.planLine')} error={error('planLine')} choices={planLines} placeholder={t('form.noPlanLine')} defaultValue={cost.planLine} optional />}
        <AmountField name="amount" label={t('field.amount')} hint={t('form.amountHint')} error={error('amount')} defaultValue={cost.amount} required />
        <SelectField name="funder" label={t('field.funder')} error={error('funder')} choices={funders} placeholder={common('choose')} defaultValue={cost.funder} required />
        <SelectField name="state" label={t('field.state')} hint={t('form.stateHint')} error={error('state')} choices={COST_STATES.map((value) => ({ value, label: t(`state.${value}`) }))} defaultValue={cost.state} required />
        <DateField name="on" label={t('form.on')} hint={t('form.onHint')} error={error('on')} defaultValue={cost.on} required />
        {costId !== null && <TextArea name="reason" label={t('field.reason')} hint={t('form.reasonHint')} error={error('reason')} rows={2} optional />}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('form.save')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
          {withdrawHref !== null && <LinkButton look="ghost" href={withdrawHref} scroll={false}>{t('form.withdraw')}</LinkButton>}
        </div>
      </form>
    </Drawer>
  )
}

interface WithdrawDrawerProps {
  readonly reference: string
  readonly costId: string
  readonly submissionId: string
  /** The line, in words. */
  readonly what: string
  readonly closeHref: string
  readonly action: FormAction<CostFormState>
}

/** Withdraws an expense that never was, and says why. */
export function WithdrawCostDrawer({ reference, costId, submissionId, what, closeHref, action }: WithdrawDrawerProps) {
  const t = useTranslations('money')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NO_COST_REFUSED)
  const opened = useAsOpened(submissionId)
  return (
    <Drawer title={t('form.withdrawTitle')} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="costId" value={costId} />
        <input type="hidden" name="submissionId" value={opened} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <p dir="auto"><b>{what}</b></p>
        <p className="muted">{t('form.withdrawLead')}</p>
        <TextArea name="reason" label={t('field.reason')} hint={t('form.withdrawHint')} error={state.problems.find(({ field }) => field === 'reason')?.message} rows={3} required />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('form.withdrawSave')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
