import { Check, CircleDashed, CirclePlay, CircleX, Clock, Lightbulb, Plus, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import { occupationIn } from '@/lib/cases/content/basin-note.ts'
import type { LineState, PlanLine, PlanStep } from '@/lib/cases/content/plan.ts'
import type { PlanView } from '@/lib/cases/plan/views.ts'
import { capitalised, formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { NEW_LINE, planHref } from './address.ts'
import { fundingWords, measureWords, occupationWords, whenWords } from './plan-words.ts'
import { StepDone, type StepAction } from './step-done.tsx'

const SIGNS: Readonly<Record<LineState, LucideIcon>> = { considered: Lightbulb, planned: CircleDashed, under_way: CirclePlay, done: Check, dropped: CircleX }

interface PlanLinesProps {
  readonly plan: PlanView
  readonly mayChange: boolean
  readonly article: string
  readonly markStep: StepAction
  /** Where a cost is noted for a line; nowhere for whoever may not. */
  readonly costOf?: ((lineId: string) => string) | undefined
}

/** The measures of the plan, each with its dates, who pays, where it stands and who does what. */
export function PlanLines({ plan, mayChange, article, markStep, costOf }: PlanLinesProps) {
  const t = useTranslations('plan')
  const { view, plan: working } = plan
  const lines = working.content.measures
  const add = mayChange ? <LinkButton href={planHref(view.reference, { line: NEW_LINE })} scroll={false}><Icon of={Plus} />{t('addLine')}</LinkButton> : undefined
  return (
    <Card id="mesures" title={t('measures')} aside={<><RuleChip rule="R-303" article={article} />{add}</>}>
      {lines.length === 0 ? <EmptyState title={t('noLines')}>{t('noLinesLead')}</EmptyState> : (
        <ul className="plan-lines">
          {lines.map((line) => <Line key={line.id ?? line.measure} line={line} plan={plan} mayChange={mayChange} markStep={markStep} costOf={costOf} />)}
        </ul>
      )}
    </Card>
  )
}

function Line({ line, plan, mayChange, markStep, costOf }: Omit<PlanLinesProps, 'article'> & { readonly line: PlanLine }) {
  const t = useTranslations('plan')
  const locale = useLocale()
  const { view, plan: working } = plan
  const name = measureWords(line, locale)
  const said = [['when', whenWords(line, locale)], ['provider', line.provider ?? ''], ['funding', fundingWords(line, locale)]] as const
  const facts = said.filter(([, text]) => text !== '')
  return (
    <li className={line.state === 'dropped' ? 'plan-line dropped' : 'plan-line'}>
      <div className="plan-line-h">
        <h3>{line.goal === null ? name : <><span dir="auto">{line.goal}</span> <small>{name}</small></>}</h3>
        {line.state !== null && <span className={`plan-state ${line.state}`}><Icon of={SIGNS[line.state]} size={16} />{t(`stateOption.${line.state}`)}</span>}
        {mayChange && line.id !== null && (
          <Link className="why no-print" href={planHref(view.reference, { line: line.id })} scroll={false}>{t('changeLine')}<span className="vh"> : {line.goal ?? name}</span></Link>
        )}
        {costOf !== undefined && line.id !== null && (
          <Link className="why no-print" href={costOf(line.id)} scroll={false}>{t('cost')}<span className="vh"> : {line.goal ?? name}</span></Link>
        )}
      </div>
      {facts.length > 0 && <dl className="plan-facts">{facts.map(([key, text]) => <div key={key}><dt>{t(key)}</dt><dd dir="auto">{text}</dd></div>)}</dl>}
      {line.measure === 'training' && line.state !== 'dropped' && <Prepares line={line} note={plan.note} />}
      {line.droppedBecause !== null && line.state === 'dropped' && <p className="sm muted" dir="auto">{t('because', { reason: line.droppedBecause })}</p>}
      {line.note !== null && <p className="sm muted" dir="auto">{line.note}</p>}
      {line.steps.length > 0 && (
        <ul className="plan-steps" aria-label={t('steps')}>
          {line.steps.map((step) => (
            <Step key={step.id} step={step} today={view.today}>
              {mayChange && line.id !== null && (
                <StepDone reference={view.reference} planVersion={working.version} lineId={line.id} stepId={step.id} done={step.doneOn !== null} what={step.what} action={markStep} />
              )}
            </Step>
          ))}
        </ul>
      )}
    </li>
  )
}

function Step({ step, today, children }: { readonly step: PlanStep; readonly today: Day; readonly children: React.ReactNode }) {
  const t = useTranslations('plan')
  const locale = useLocale()
  const by = step.by === null ? null : parseDay(step.by)
  const doneOn = step.doneOn === null ? null : parseDay(step.doneOn)
  return (
    <li className={doneOn === null ? undefined : 'done-step'}>
      <span className="plan-who">{t(`whoOption.${step.who}`)}</span>
      <span dir="auto">{step.what}</span>
      <span className="plan-by">
        {doneOn !== null ? <StatusBadge state="met">{t('doneOn', { day: formatDay(doneOn, locale) })}</StatusBadge> : by !== null && (
          <>
            <span className="nw">{t('atTheLatest', { day: formatDay(by, locale) })}</span>
            {by < today ? <span className="st soon"><Icon of={Clock} size={16} />{t('stepPassed', { relative: relativeDay(by, today, locale) })}</span> : <span className="faint">{capitalised(relativeDay(by, today, locale))}</span>}
          </>
        )}
      </span>
      {children}
    </li>
  )
}

/** L1233-65, ANI art. 15 — whether a training prepares for what the basin is short of: as a person ticked it, checked against the note. */
function Prepares({ line, note }: { readonly line: PlanLine; readonly note: PlanView['note'] }) {
  const t = useTranslations('plan.prepares')
  const locale = useLocale()
  if (line.preparesFor === null) return <p className="sm muted">{note === null ? t('noNote') : t('unsaid')}</p>
  const said = occupationWords(line.preparesFor)
  const found = note === null ? null : occupationIn(note.content, line.preparesFor)
  if (found === null || note === null) return <p className="sm">{t('notInNote', { occupation: said })}</p>
  return <p className="sm plan-prepares"><Icon of={Check} size={16} />{t('inNote', { occupation: occupationWords(found), day: formatDay(note.validFrom, locale) })}</p>
}
