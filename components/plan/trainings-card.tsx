import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { fileHref } from '@/components/file/address.ts'
import { addDays, latest, type Day } from '@/lib/accord/calendar/day.ts'
import type { PlanView } from '@/lib/cases/plan/views.ts'
import { formatDay, formatDays, formatPeriod } from '@/lib/wording/format/index.ts'
import { trainingsOf, type ShownTraining } from './trainings.ts'

interface TrainingsCardProps {
  readonly plan: PlanView
  readonly mayChange: boolean
  readonly article: string
}

/** the trainings beside the term, what goes on after it and under what, and what is to be done before. */
export function TrainingsCard({ plan: { view, plan }, mayChange, article }: TrainingsCardProps) {
  const t = useTranslations('plan.trainings')
  const locale = useLocale()
  const trainings = trainingsOf(view, plan.content.measures)
  const { cspStart, cspTerm } = view.file.dates
  if (trainings.length === 0 || cspStart === null || cspTerm === null) return null
  const beyond = trainings.filter(({ after }) => after > 0)
  const registration = view.file.deadlines.find(({ code }) => code === 'registration')
  const registerBy = registration?.dueOn ?? addDays(cspTerm, 1)
  return (
    <Card id="formations" title={t('title')} aside={<RuleChip rule="R-311" article={article} />}>
      <Bars trainings={trainings} start={cspStart} term={cspTerm} today={view.today} />
      <table className="pl plan-trainings">
        <caption className="vh">{t('title')}</caption>
        <thead><tr><th scope="col">{t('training')}</th><th scope="col">{t('when')}</th><th scope="col">{t('afterTerm')}</th></tr></thead>
        <tbody>
          {trainings.map((training) => (
            <tr key={training.key}>
              <th scope="row"><span dir="auto">{training.name ?? t('unnamed')}</span>{training.provider !== null && <small dir="auto">{training.provider}</small>}<small>{training.recorded ? t('recorded') : t('planned')}</small></th>
              <td>{formatPeriod(training.from, training.to, locale)}</td>
              <td>{training.after > 0 ? t('goesOn', { days: formatDays(training.after, locale) }) : training.to === null ? t('noEnd') : t('endsBefore')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {beyond.length > 0 && (
        <Notice>
          <b>{t('beyond', { count: beyond.length, term: formatDay(cspTerm, locale) })}</b>{' '}
          {registration?.metOn != null ? t('registered', { day: formatDay(registration.metOn, locale) }) : t('toRegister', { day: formatDay(registerBy, locale) })}
        </Notice>
      )}
      {mayChange && trainings.some(({ recorded }) => !recorded) && (
        <p className="acts plan-acts no-print"><LinkButton href={fileHref(view.reference, { act: 'training' })}>{t('record')}</LinkButton></p>
      )}
    </Card>
  )
}

interface BarsProps {
  readonly trainings: readonly ShownTraining[]
  readonly start: Day
  readonly term: Day
  readonly today: Day
}

/** The CSP and the trainings on one scale; a picture of the table below, silent to a screen reader. */
function Bars({ trainings, start, term, today }: BarsProps) {
  const t = useTranslations('plan.trainings')
  const end = trainings.reduce((last, { from, to }) => latest(last, to ?? from), term)
  const span = end - start + 1
  const at = (day: Day): number => (Math.max(0, day - start) / span) * 100
  const bar = (from: Day, to: Day): { insetInlineStart: string; width: string } => ({ insetInlineStart: `${at(from)}%`, width: `${Math.max(1.2, at(addDays(to, 1)) - at(from))}%` })
  return (
    <div className="plan-bars" aria-hidden="true">
      <div className="plan-bar"><span>{t('csp')}</span><div><i className="csp" style={bar(start, term)} /></div></div>
      {trainings.map((training) => (
        <div className="plan-bar" key={training.key}>
          <span>{training.name ?? t('unnamed')}</span>
          <div>
            <i className={training.recorded ? 'train' : 'train planned'} style={bar(training.from, training.to ?? training.from)} />
            {training.after > 0 && <i className="beyond" style={bar(latest(addDays(term, 1), training.from), training.to ?? training.from)} />}
          </div>
        </div>
      ))}
      <div className="plan-marks">
        <span />
        <div>
          <b style={{ insetInlineStart: `${at(addDays(term, 1))}%` }} className={at(addDays(term, 1)) > 60 ? 'left' : undefined}>{t('term')}</b>
          {today >= start && today <= end && <b className={at(today) > 60 ? 'now left' : 'now'} style={{ insetInlineStart: `${at(today)}%` }}>{t('today')}</b>}
        </div>
      </div>
    </div>
  )
}
