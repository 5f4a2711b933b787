'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ListedOperator, NamedBasin } from '@/lib/access/account-list.ts'
import { LinkButton } from '../ui/button.tsx'
import { CheckboxGroup, ChoiceGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { UNANSWERED, type AdministrationFormState } from './form-state.ts'

export interface OperatorDrawerProps {
  /** The operator whose basins change; `null` to add one. */
  readonly operator: ListedOperator | null
  readonly basins: readonly NamedBasin[]
  readonly back: string
  readonly action: FormAction<AdministrationFormState>
}

/** Adding an operator, or changing the basins one serves. */
export function OperatorDrawer({ operator, basins, back, action }: OperatorDrawerProps) {
  const t = useTranslations('administration.operators')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, UNANSWERED)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  return (
    <Drawer title={operator === null ? t('add') : t('changeTitle', { name: operator.name })} onClose={() => router.push(back, { scroll: false })}>
      {operator === null && <p className="muted">{t('addLead')}</p>}
      <form {...formProps} className="form">
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {operator === null ? (
          <>
            <TextField name="name" label={t('name')} autoComplete="off" error={problem('name')} maxLength={200} required />
            <ChoiceGroup
              name="kind" label={t('kind')} defaultValue="private" error={problem('kind')}
              options={(['private', 'france_travail'] as const).map((kind) => ({ value: kind, label: t(`kindOption.${kind}`) }))}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="operatorId" value={operator.id} />
            <input type="hidden" name="name" value={operator.name} />
          </>
        )}
        <CheckboxGroup
          name="basinIds" label={t('basins')} hint={t('basinsHint')} error={problem('basinIds')}
          defaultValues={operator?.basins.map(({ id }) => id) ?? []} options={basins.map(({ id, name, code }) => ({ value: id, label: name, detail: code }))}
        />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{operator === null ? t('save') : t('saveBasins')}</SubmitButton>
          <LinkButton look="ghost" href={back} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
