'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { StalePanel } from '@/components/file/acts/stale-panel.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea, TextField } from '@/components/ui/text-fields.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import type { Occupation, WorkingPlanContent } from '@/lib/cases/content/plan.ts'
import { NOTHING_REFUSED, type PlanFormState } from './plan-state.ts'

export interface ProjectDrawerProps {
  readonly reference: string
  readonly planVersion: number
  readonly content: Pick<WorkingPlanContent, 'project' | 'occupation' | 'workPeriodsConditions' | 'appealRoutes'>
  readonly occupations: readonly Occupation[]
  readonly closeHref: string
  readonly action: FormAction<PlanFormState>
}

/** The project, the occupation aimed at, and the words that the plan states about work periods and appeals. */
export function ProjectDrawer({ reference, planVersion, content, occupations, closeHref, action }: ProjectDrawerProps) {
  const t = useTranslations('plan')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_REFUSED)
  const opened = useAsOpened(planVersion)
  const field = (name: string, value: string | null | undefined) => ({ name, error: state.problems.find((problem) => problem.field === name)?.message, defaultValue: value ?? '' })
  /** An occupation already written brings its code; a code already typed stays. */
  const bring = (label: string): void => {
    const code = document.getElementById('occupation.rome')
    const known = occupations.find((one) => one.label === label && one.rome !== null)
    if (code instanceof HTMLInputElement && code.value === '' && known !== undefined) code.value = known.rome ?? ''
  }
  return (
    <Drawer title={t('projectTitle')} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="planVersion" value={state.stale?.version ?? opened} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <TextField {...field('occupation.label', content.occupation?.label)} label={t('occupation')} hint={t('occupationHint')} list="plan-occupations" autoComplete="off" maxLength={200} onChange={(event) => bring(event.currentTarget.value)} optional />
        <datalist id="plan-occupations">{occupations.map(({ label, rome }) => <option key={`${label} ${rome ?? ''}`} value={label}>{rome}</option>)}</datalist>
        <TextField {...field('occupation.rome', content.occupation?.rome)} label={t('rome')} hint={t('romeHint')} dir="ltr" autoComplete="off" autoCapitalize="characters" maxLength={5} optional />
        <TextArea {...field('project', content.project)} label={t('project')} rows={4} optional />
        <TextArea {...field('workPeriodsConditions', content.workPeriodsConditions)} label={t('workPeriods')} hint={t('workPeriodsHint')} rows={3} optional />
        <TextArea {...field('appealRoutes', content.appealRoutes)} label={t('appealRoutes')} hint={t('appealHint')} rows={4} optional />
        {state.stale !== null && <StalePanel stale={state.stale} />}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{state.stale === null ? t('saveProject') : t('saveAnyway')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
