'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { LinkButton } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { NOTHING_WRONG } from '../ui/form-state.ts'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextArea, TextField } from '../ui/text-fields.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { GestureAction, GestureField, GestureForm } from './gesture.ts'

function Control({ field, error }: { readonly field: GestureField; readonly error: string | undefined }) {
  const { kind, name, label, hint, value, optional, choices, placeholder } = field
  const common = { name, label, hint, error, optional }
  switch (kind) {
    case 'day': return <DateField {...common} defaultValue={value ?? ''} />
    case 'text': return <TextField {...common} defaultValue={value ?? ''} />
    case 'area': return <TextArea {...common} defaultValue={value ?? ''} rows={3} />
    case 'select': return <SelectField {...common} choices={choices ?? []} placeholder={placeholder} defaultValue={value ?? ''} />
  }
}

/** One gesture on a committee, beside its page. */
export function GestureDrawer({ form, closeHref, action }: { readonly form: GestureForm; readonly closeHref: string; readonly action: GestureAction }) {
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <Drawer title={form.title} onClose={() => router.push(closeHref, { scroll: false })}>
      {form.lead !== null && <p className="sm muted">{form.lead}</p>}
      <form {...formProps} className="form">
        <input type="hidden" name="gesture" value={form.gesture} />
        {Object.entries(form.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {form.fields.map((field) => <Control key={field.name} field={field} error={state.problems.find((problem) => problem.field === field.name)?.message} />)}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{form.submit}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
