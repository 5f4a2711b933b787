'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type LoadsPreview, type TeamFormState } from './form-state.ts'
import { LoadsBeforeAfter } from './loads-preview.tsx'

export interface ShareDrawerProps {
  readonly from: { readonly id: string; readonly name: string; readonly live: number }
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly live: number; readonly basins: string }[]
  readonly preview: (fromId: string, toIds: readonly string[]) => Promise<LoadsPreview>
  readonly action: FormAction<TeamFormState>
}

/** Sharing out a whole caseload: to whom, what it gives, and why. */
export function ShareDrawer({ from, colleagues, preview, action }: ShareDrawerProps) {
  const t = useTranslations('team')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<LoadsPreview>(null)
  const [waiting, start] = useTransition()
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message

  function choose(ids: readonly string[]) {
    setChosen(ids)
    start(async () => setSeen(ids.length === 0 ? null : await preview(from.id, ids)))
  }

  return (
    <Drawer title={t('all.title', { name: from.name })} onClose={() => router.push('/equipe', { scroll: false })}>
      <p className="muted">{t('all.lead', { count: from.live })}</p>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      {colleagues.length === 0 ? <Notice>{t('all.nobody')}</Notice> : (
        <form {...formProps} className="form">
          <input type="hidden" name="fromId" value={from.id} />
          <CheckboxGroup
            name="toIds" label={t('all.to')} hint={t('all.toHint')} error={problem('toIds')} values={chosen} onChange={choose}
            options={colleagues.map(({ id, name, live, basins }) => ({ value: id, label: name, detail: t('all.detail', { count: live, basins }) }))}
          />
          <LoadsBeforeAfter preview={seen} waiting={waiting} />
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={2000} error={problem('reason')} required />
          <div className="drawer-foot">
            <SubmitButton pending={pending}>{t('all.save', { count: seen?.count ?? 0 })}</SubmitButton>
            <LinkButton look="ghost" href="/equipe" scroll={false}>{common('cancel')}</LinkButton>
          </div>
        </form>
      )}
    </Drawer>
  )
}
