'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choice-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import type { LoadsPreview } from './team-loads.ts'
import { LoadsBeforeAfter } from './loads-preview.tsx'

export interface ShareDrawerProps {
  /** `live`: files as counsellor; `referred`: as referent. */
  readonly from: { readonly id: string; readonly name: string; readonly live: number; readonly referred: number }
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly live: number; readonly basins: string }[]
  readonly preview: (fromId: string, toIds: readonly string[], posts: readonly string[]) => Promise<LoadsPreview>
  readonly action: FormAction<FormState>
}

/** Sharing out a whole caseload: to whom, what it gives, and why. */
export function ShareDrawer({ from, colleagues, preview, action }: ShareDrawerProps) {
  const t = useTranslations('team')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const [posts, setPosts] = useState<readonly string[]>([...(from.live > 0 ? ['counsellor'] : []), ...(from.referred > 0 ? ['referent'] : [])])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [seen, setSeen] = useState<LoadsPreview>(null)
  const [later, setLater] = useState(false)
  const [waiting, start] = useTransition()
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message

  function look(ids: readonly string[], as: readonly string[]) {
    setChosen(ids)
    setPosts(as)
    start(async () => setSeen(ids.length === 0 || as.length === 0 ? null : await preview(from.id, ids, as)))
  }

  return (
    <Drawer title={t('all.title', { name: from.name })} onClose={() => router.push('/equipe', { scroll: false })}>
      <p className="muted">{t('all.lead')}</p>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      {colleagues.length === 0 ? <Notice>{t('all.nobody')}</Notice> : (
        <form {...formProps} className="form">
          <input type="hidden" name="fromId" value={from.id} />
          {from.live > 0 && from.referred > 0 ? (
            <CheckboxGroup
              name="posts" label={t('all.posts')} error={problem('posts')} values={posts} onChange={(as) => look(chosen, as)}
              options={[{ value: 'counsellor', label: t('all.asCounsellor', { count: from.live }) }, { value: 'referent', label: t('all.asReferent', { count: from.referred }) }]}
            />
          ) : (
            <>
              <input type="hidden" name="posts" value={posts[0] ?? 'counsellor'} />
              <p><b>{from.referred > 0 ? t('all.asReferent', { count: from.referred }) : t('all.asCounsellor', { count: from.live })}</b></p>
            </>
          )}
          <CheckboxGroup
            name="toIds" label={t('all.to')} hint={t('all.toHint')} error={problem('toIds')} values={chosen} onChange={(ids) => look(ids, posts)}
            options={colleagues.map(({ id, name, live, basins }) => ({ value: id, label: name, detail: t('all.detail', { count: live, basins }) }))}
          />
          <LoadsBeforeAfter preview={seen} waiting={waiting} />
          <DateField name="on" label={t('all.on')} hint={t('all.onHint')} error={problem('on')} optional onDay={(on, typed) => setLater(on !== null || typed.trim() !== '')} />
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={2000} error={problem('reason')} required />
          <div className="drawer-foot">
            <SubmitButton pending={pending}>{later ? t('all.plan') : t('all.save', { count: seen?.count ?? 0 })}</SubmitButton>
            <LinkButton look="ghost" href="/equipe" scroll={false}>{common('cancel')}</LinkButton>
          </div>
        </form>
      )}
    </Drawer>
  )
}
