'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import { BulkOutcome } from './bulk-outcome.tsx'
import { UNTOUCHED, type DeskAction, type DeskFormState } from './desk-form.ts'
import { howMany, type Picked } from './desk-state.ts'

export interface BulkFormProps {
  readonly title: (count: number) => string
  readonly picked: Picked
  /** What was foreseen said that the filter lists another number by now. */
  readonly changedTo?: number | null
  readonly action: DeskAction
  readonly save: (count: number) => string
  readonly onClose: () => void
  readonly onDone: () => void
  readonly children: (state: DeskFormState, picked: Picked) => ReactNode
}

/** The message at a field of a form that was refused. */
export function problemAt(state: DeskFormState, field: string): string | undefined {
  return state.problems.find((problem) => problem.field === field)?.message
}

/**
 * The form of a bulk action: the count it is for, its fields, and once done what it gave. When the filter lists another
 * number than was shown, nothing is done: the new count is said, and sending again confirms it.
 */
export function BulkForm({ title, picked, changedTo = null, action, save, onClose, onDone, children }: BulkFormProps) {
  const t = useTranslations('bulk')
  const common = useTranslations('common')
  const { state, pending, formProps } = useKeptForm(action, UNTOUCHED)
  // One number for this form, made where it is opened: sent twice, it is done once.
  const [submission] = useState(() => crypto.randomUUID())
  const now = state.changedTo ?? changedTo
  const asked: Picked = picked.kind === 'filter' && now !== null ? { ...picked, expected: now } : picked
  const count = howMany(asked)
  if (state.result !== null) {
    return <Drawer title={title(state.result.asked)} onClose={onDone}><BulkOutcome result={state.result} onDone={onDone} /></Drawer>
  }
  return (
    <Drawer title={title(count)} onClose={onClose}>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      {now !== null && now !== howMany(picked) && <div role="alert"><Notice>{t('changed', { before: howMany(picked), count: now })}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="picked" value={JSON.stringify(asked)} />
        <input type="hidden" name="submissionId" value={submission} />
        {children(state, asked)}
        <div className="drawer-foot">
          <SubmitButton pending={pending} pendingWords={t('pending')}>{save(count)}</SubmitButton>
          <Button look="ghost" onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}
