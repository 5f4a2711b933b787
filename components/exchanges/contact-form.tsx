'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActFieldInput, type FieldValues } from '@/components/file/acts/act-fields.tsx'
import { NOTHING_SENT, type ActState } from '@/components/file/acts/act-state.ts'
import type { FieldView } from '@/components/file/acts/form-view.ts'
import { RefusalPanel } from '@/components/file/acts/refusal-panel.tsx'
import { StalePanel } from '@/components/file/acts/stale-panel.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'

interface ContactFormProps {
  readonly fields: readonly FieldView[]
  readonly values: FieldValues
  readonly hidden: Readonly<Record<string, string>>
  readonly action: FormAction<ActState>
}

/** Asked of every contact; the rest is one fold away. */
const FIRST = ['on', 'content.channel', 'content.note']

/** A contact, noted in the page where exchanges are read. */
export function ContactForm({ fields, values, hidden, action }: ContactFormProps) {
  const t = useTranslations('exchanges.log')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_SENT)
  const submissionId = useAsOpened(hidden['submissionId'])
  const [opened, setOpened] = useState(false)
  const messages = Object.fromEntries(state.problems.map(({ field, message }) => [field, message]))
  const version = state.stale === null ? hidden['version'] : String(state.stale.version)
  const rest = fields.filter(({ path }) => !FIRST.includes(path))
  const inRest = rest.some(({ path }) => messages[path] !== undefined)
  const input = (field: FieldView) => <ActFieldInput key={field.path} field={field} values={values} messages={messages} />
  return (
    <form {...formProps} className="form">
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={name === 'version' ? version : name === 'submissionId' ? submissionId : value} />)}
      <ErrorSummary problems={state.problems} />
      {fields.filter(({ path }) => FIRST.includes(path)).map(input)}
      <details className="contact-more" open={opened || inRest} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t('more')}</summary>
        <div>{rest.map(input)}</div>
      </details>
      {state.stale !== null && <StalePanel stale={state.stale} />}
      {state.refusal !== null && <RefusalPanel refusal={state.refusal} />}
      <div className="acts"><SubmitButton pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
