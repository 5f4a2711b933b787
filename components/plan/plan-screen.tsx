import { PenLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilePlaceHead } from '@/components/file/file-places.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { overdueStepsOf } from '@/lib/cases/content/plan-draft.ts'
import type { PlanView } from '@/lib/cases/plan/views.ts'
import { formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { planHref } from './address.ts'
import { PlanLines } from './plan-lines.tsx'
import { BasinCard, ProjectCard } from './project-card.tsx'
import { ServicesCard } from './services-card.tsx'
import type { StepAction } from './step-done.tsx'
import { TrainingsCard } from './trainings-card.tsx'
import { VersionsCard } from './versions-card.tsx'

export interface PlanScreenProps {
  readonly plan: PlanView
  readonly words: LegalWords
  readonly compared: readonly [number, number] | null
  readonly markStep: StepAction
  /** What the measures cost, under them; and where a cost is noted for one of them, for whoever may. */
  readonly costs?: ReactNode
  readonly costOf?: (lineId: string) => string
}

/** Whether the plan of a file may be worked on by its reader. */
export function mayWork({ view }: PlanView): boolean {
  return view.may.record && view.knownOn === null && !['refused', 'excluded', 'closed', 'annulled'].includes(view.file.stage)
}

/** The plan of a file: what is worked on, what was agreed and signed, what the basin offers beside it. */
export function PlanScreen({ plan, words, compared, markStep, costs, costOf }: PlanScreenProps) {
  const t = useTranslations('plan')
  const locale = useLocale()
  const { view, plan: working } = plan
  const mayChange = mayWork(plan)
  const started = view.file.milestones.preBilanOn !== null
  const verbs = mayChange && started && working.content.measures.length > 0 && plan.differs
    ? <LinkButton look="primary" href={planHref(view.reference, { validate: true })} scroll={false}><Icon of={PenLine} />{t('validate')}</LinkButton>
    : undefined
  const late = overdueStepsOf(working.content, view.today)
  return (
    <div className="file">
      <FilePlaceHead view={view} here="plan" lead={<Lead plan={plan} words={words} />} verbs={verbs} />
      {!started && <Notice>{t('beforePreBilan')} <RuleChip rule="R-302" article={words.article('R-302')} /></Notice>}
      {late.length > 0 && (
        <Notice>
          <b>{t('late', { count: late.length })}</b> {late.map(({ what, by }) => `${what} (${formatDay(by, locale)}, ${relativeDay(by, view.today, locale)})`).join(locale === 'fr' ? '\u00A0; ' : '; ')}. {t('practice')}
        </Notice>
      )}
      <div className="pair">
        <ProjectCard plan={plan} mayChange={mayChange} />
        <BasinCard plan={plan} article={words.article('R-310')} />
      </div>
      <PlanLines plan={plan} mayChange={mayChange} article={words.article('R-303')} markStep={markStep} costOf={costOf} />
      {costs}
      <TrainingsCard plan={plan} mayChange={mayChange} article={words.article('R-311')} />
      <VersionsCard plan={plan} compared={compared} />
      <ServicesCard view={view} mayChange={mayChange} />
      {working.savedAt !== null && working.savedBy !== null && <p className="sm muted">{t('saved', { who: working.savedBy, when: formatMoment(working.savedAt, locale) })}</p>}
      {!mayChange && <RoleNote>{t('readOnly')}</RoleNote>}
    </div>
  )
}

/** What now: validate at the latest on a day, what was validated, whether what is worked on has moved since. */
function Lead({ plan, words }: Pick<PlanScreenProps, 'plan' | 'words'>) {
  const t = useTranslations('plan.lead')
  const locale = useLocale()
  const { view, versions, differs } = plan
  const last = versions.at(-1)
  const due = view.file.deadlines.find(({ code }) => code === 'plan')
  if (last !== undefined) {
    const values = { number: last.number, day: formatDay(last.on, locale) }
    return <>{differs ? t('moved', values) : t('same', values)}</>
  }
  if (due === undefined) return <>{t('notYet')}</>
  const values = { day: formatDay(due.dueOn, locale), relative: relativeDay(due.dueOn, view.today, locale) }
  return <><b>{t(due.dueOn < view.today ? 'overdue' : 'due', values)}</b> {words.stake('plan')}.</>
}
