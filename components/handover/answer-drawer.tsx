'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { LinkButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

export interface AnswerDrawerProps {
  readonly transferId: string
  readonly outdated: boolean
  /** What is known of the file, worded: initials, stage, days. */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly from: string
  readonly reason: string
  /** Who could follow it, with the basin and the load. */
  readonly places: readonly { readonly value: string; readonly label: string }[]
  readonly accept: FormAction<FormState>
  readonly decline: FormAction<FormState>
}

/** Answering a proposal: a counsellor to accept it, or a reason to decline it. */
export function AnswerDrawer({ transferId, outdated, facts, from, reason, places, accept, decline }: AnswerDrawerProps) {
  const t = useTranslations('transfers.answer')
  const router = useRouter()
  const taken = useKeptForm(accept, NOTHING_WRONG)
  const refused = useKeptForm(decline, NOTHING_WRONG)
  const problems = [...taken.state.problems, ...refused.state.problems]
  const problem = (field: string) => problems.find((each) => each.field === field)?.message
  const notice = taken.state.notice ?? refused.state.notice
  return (
    <Drawer title={t('title', { operator: from })} onClose={() => router.push('/transferts', { scroll: false })}>
      <dl className="facts-list">
        {facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        <div><dt>{t('reason')}</dt><dd className="prose" dir="auto">{reason}</dd></div>
      </dl>
      <p className="hint">{t('minimal')}</p>
      <ErrorSummary problems={problems} />
      {notice !== null && <div role="alert"><Notice>{notice}</Notice></div>}
      {outdated ? <Notice>{t('outdated')}</Notice> : (
        <form {...taken.formProps} className="form">
          <input type="hidden" name="transferId" value={transferId} />
          <SelectField name="counsellorId" label={t('counsellor')} hint={t('counsellorHint')} placeholder={t('choose')} choices={places} error={problem('counsellorId')} required />
          <SubmitButton pending={taken.pending}>{t('accept')}</SubmitButton>
        </form>
      )}
      <form {...refused.formProps} className="form decline">
        <input type="hidden" name="transferId" value={transferId} />
        <TextArea name="reason" label={t('why')} hint={t('whyHint')} rows={2} maxLength={2000} error={problem('reason')} required />
        <div className="drawer-foot">
          <SubmitButton look="plain" pending={refused.pending}>{t('decline')}</SubmitButton>
          <LinkButton look="ghost" href="/transferts" scroll={false}>{t('later')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
