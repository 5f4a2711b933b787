'use client'
import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { LegalRefusal } from '../ui/legal-refusal.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NO_PROBLEM, type PlacementFormState } from './form-state.ts'

/** What the broken trial period changes, worded; or why the law does not admit it. */
export type TrialPreview =
  | { readonly kind: 'effect'; readonly rows: readonly { readonly label: string; readonly before: string | null; readonly after: string }[] }
  | { readonly kind: 'refused'; readonly refusal: NonNullable<PlacementFormState['refusal']> }
  | null

export interface TrialDrawerProps {
  readonly reference: string
  readonly version: number
  readonly submissionId: string
  readonly lead: string
  readonly todayIso: string
  readonly preview: (reference: string, typedDay: string) => Promise<TrialPreview>
  readonly action: FormAction<PlacementFormState>
}

/** The trial period was broken: one day, what it brings back, and the act. */
export function TrialDrawer({ reference, version, submissionId, lead, todayIso, preview, action }: TrialDrawerProps) {
  const t = useTranslations('placement')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NO_PROBLEM)
  const [typed, setTyped] = useState(todayIso)
  const [seen, setSeen] = useState<TrialPreview>(null)
  const [waiting, start] = useTransition()
  useEffect(() => {
    start(async () => setSeen(await preview(reference, typed)))
  }, [preview, reference, typed])
  const refusal = state.refusal ?? (seen?.kind === 'refused' ? seen.refusal : null)
  return (
    <Drawer title={t('trial.title')} onClose={() => router.push('/suivi', { scroll: false })}>
      <p className="muted">{lead}</p>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="version" value={state.version ?? version} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <DateField
          name="on" label={t('trial.on')} hint={t('trial.onHint')} defaultValue={todayIso} required
          error={state.problems.find((each) => each.field === 'on')?.message} onDay={(_, text) => setTyped(text)}
        />
        {refusal !== null ? <LegalRefusal title={refusal.title} message={refusal.message} rule={refusal.rule} article={refusal.article} /> : (
          <section className="effects" aria-live="polite" aria-busy={waiting} aria-labelledby="trial-effect">
            <h3 id="trial-effect">{t('trial.effect')}</h3>
            {seen?.kind === 'effect' ? (
              <dl>
                {seen.rows.map(({ label, before, after }) => (
                  <div key={label}><dt>{label}</dt><dd>{before !== null && <><s>{before}</s><Icon of={ArrowRight} size={16} /></>}<b>{after}</b></dd></div>
                ))}
              </dl>
            ) : <p className="sm muted">{t('trial.waiting')}</p>}
          </section>
        )}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('trial.save')}</SubmitButton>
          <LinkButton look="ghost" href="/suivi" scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
