'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { PreviewView } from '@/components/file/acts/act-state.ts'
import { EffectPanel, type WatchedDate } from '@/components/file/acts/effect-panel.tsx'
import { RefusalPanel } from '@/components/file/acts/refusal-panel.tsx'
import { StalePanel } from '@/components/file/acts/stale-panel.tsx'
import { usePreview } from '@/components/file/acts/use-preview.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_REFUSED, type PlanFormState } from './plan-state.ts'
import { SignatureField } from './signature-field.tsx'

export interface ValidateDrawerProps {
  readonly hidden: Readonly<Record<string, string>>
  readonly lead: string
  readonly today: string
  /** Whether the text that governs the file asks for both signatures. */
  readonly twoSignatures: boolean
  readonly names: { readonly beneficiary: string; readonly adviser: string }
  readonly article: string
  readonly watched: readonly WatchedDate[]
  readonly closeHref: string
  readonly action: FormAction<PlanFormState>
  readonly ask: (form: FormData) => Promise<PreviewView>
}

const FAILED: PreviewView = { kind: 'failed' }

/** Validating the plan: its day, who signs and how, and what it changes; from then on it is frozen. */
export function ValidateDrawer({ hidden, lead, today, twoSignatures, names, article, watched, closeHref, action, ask }: ValidateDrawerProps) {
  const t = useTranslations('plan')
  const common = useTranslations('common')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_REFUSED)
  const opened = useAsOpened(hidden)
  const { preview, computing, refresh } = usePreview(form, ask, FAILED)
  const [touched, setTouched] = useState<PlanFormState | null>(null)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  const changed = (): void => {
    setTouched(state)
    refresh()
  }
  const signature = { asked: twoSignatures, today, error, onChange: changed }
  return (
    <Drawer title={t('validateTitle')} onClose={() => router.push(closeHref, { scroll: false })}>
      <p className="sm muted">{lead}</p>
      <form {...formProps} ref={form} className="form" onChange={changed}>
        {Object.entries(opened).map(([name, value]) => <input key={name} type="hidden" name={name} value={name === 'version' && state.stale !== null ? state.stale.version : value} />)}
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <DateField name="on" label={t('validatedOn')} error={error('on')} defaultValue={today} required />
        <SignatureField who="beneficiary" name={names.beneficiary} {...signature} />
        <SignatureField who="adviser" name={names.adviser} {...signature} />
        {twoSignatures && <p className="sm muted">{t('signaturesAsked')} <RuleChip rule="R-302" article={article} /></p>}
        <TextArea name="note" label={t('note')} error={error('note')} rows={2} optional />
        {state.stale !== null && <StalePanel stale={state.stale} />}
        {state.refusal === null || touched === state ? <EffectPanel preview={preview} computing={computing} watched={watched} /> : <RefusalPanel refusal={state.refusal} />}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{state.stale === null ? t('validate') : t('validateAnyway')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
