'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { TransferPart } from '@/lib/cases/handover/transfer-content.ts'
import { LinkButton } from '../ui/button.tsx'
import { CheckboxGroup, ChoiceGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

export interface ProposeDrawerProps {
  readonly file: { readonly reference: string; readonly personName: string; readonly basin: string; readonly closed: boolean }
  readonly receivers: readonly { readonly id: string; readonly name: string }[]
  readonly parts: readonly { readonly part: TransferPart; readonly usual: boolean }[]
  /** Proposed already: to whom. */
  readonly offeredTo: string | null
  readonly action: FormAction<FormState>
}

/** Offering a file to another operator: to whom, what goes along, and why. */
export function ProposeDrawer({ file, receivers, parts, offeredTo, action }: ProposeDrawerProps) {
  const t = useTranslations('transfers')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  const stopped = offeredTo !== null
    ? t('propose.already', { operator: offeredTo })
    : file.closed ? t('propose.closed') : receivers.length === 0 ? t('propose.nobody', { basin: file.basin }) : null
  return (
    <Drawer title={t('propose.title')} onClose={() => router.push('/transferts', { scroll: false })}>
      <p><b>{t('propose.file', { reference: file.reference, person: file.personName })}</b></p>
      {stopped !== null ? <Notice>{stopped}</Notice> : (
        <>
          <p className="muted">{t('propose.lead')}</p>
          <ErrorSummary problems={state.problems} />
          {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
          <form {...formProps} className="form">
            <input type="hidden" name="reference" value={file.reference} />
            <ChoiceGroup
              name="toOperatorId" label={t('propose.to')} hint={t('propose.toHint', { basin: file.basin })} error={problem('toOperatorId')} required
              defaultValue={receivers.length === 1 ? receivers[0]?.id : undefined} options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <CheckboxGroup
              name="parts" label={t('propose.parts')} hint={t('propose.partsHint')} error={problem('parts')}
              defaultValues={parts.filter(({ usual }) => usual).map(({ part }) => part)}
              options={parts.map(({ part }) => ({ value: part, label: t(`part.${part}`), detail: t(`partDetail.${part}`) }))}
            />
            <TextArea name="reason" label={t('propose.reason')} hint={t('propose.reasonHint')} rows={3} maxLength={2000} error={problem('reason')} required />
            <div className="drawer-foot">
              <SubmitButton pending={pending}>{t('propose.save')}</SubmitButton>
              <LinkButton look="ghost" href="/transferts" scroll={false}>{common('cancel')}</LinkButton>
            </div>
          </form>
        </>
      )}
    </Drawer>
  )
}
