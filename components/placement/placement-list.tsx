import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatDay, formatPeriod, relativeDay } from '@/lib/wording/format/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { RuleChip } from '../ui/rule-chip.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { firstToDo, type PlacementGroup } from './placement-groups.ts'

/** The people placed, by month in the job; each line has one thing to do. */
export function PlacementList({ groups, today }: { groups: readonly PlacementGroup[]; today: Day }) {
  const t = useTranslations('placement')
  const locale = useLocale()
  const first = firstToDo(groups)?.reference
  return groups.map((group) => (
    <section key={group.name} className="work-group placement-group" aria-labelledby={`placement-${group.name}`}>
      <header>
        <h2 id={`placement-${group.name}`}>
          {group.name === 'close' ? t('group.close') : t('group.month', { month: group.name })}{' '}
          <span className="work-count">{group.placements.length}</span>
        </h2>
        <p>{group.started === null ? t('group.closeNote') : t('group.monthNote', { period: formatPeriod(group.started.from, group.started.to, locale) })}</p>
      </header>
      <ul>
        {group.placements.map((placement) => (
          <PlacementLine key={placement.reference} placement={placement} today={today} current={placement.reference === first} />
        ))}
      </ul>
    </section>
  ))
}

function PlacementLine({ placement, today, current }: { placement: Placement; today: Day; current: boolean }) {
  const t = useTranslations('placement')
  const locale = useLocale()
  const contract = t(`line.contract.${placement.jobContract ?? 'unknown'}`)
  const started = formatDay(placement.jobStartedOn, locale)
  const { nextContactDue, followUpEnd, lastContactOn, lastSituation } = placement
  const due = placement.toClose ? followUpEnd : nextContactDue
  const last = lastContactOn === null
    ? t('line.noContact')
    : lastSituation === null
      ? t('line.lastContactAlone', { day: formatDay(lastContactOn, locale) })
      : t('line.lastContact', { day: formatDay(lastContactOn, locale), situation: t(`situation.${lastSituation}`) })
  const action = placement.toClose ? 'clore' : 'contact'
  return (
    <li className={current ? 'work-line current' : 'work-line'}>
      <div className="work-who">
        <Link href={`/dossiers/${encodeURIComponent(placement.reference)}`}>{placement.personName}</Link>
        <span>{t('line.counsellor', { name: placement.counsellorName })}</span>
      </div>
      <div className="work-act">
        <b>{placement.employerName === null ? t('line.job', { contract, day: started }) : t('line.jobAt', { contract, day: started, employer: placement.employerName })}</b>
        <span>{last}{followUpEnd !== null && <> · {t('line.until', { day: formatDay(followUpEnd, locale) })}</>}</span>
      </div>
      <div className="work-when">
        {due === null ? <span className="faint">{t('line.noNext')}</span> : (
          <>
            <time dateTime={isoOf(due)}>{formatDay(due, locale)}</time>
            <StatusBadge state={deadlineStateOn({ dueOn: due, metOn: null, cancelled: false }, today)}>
              {capitalised(relativeDay(due, today, locale))}
            </StatusBadge>
          </>
        )}
      </div>
      <div className="work-rule"><RuleChip rule="R-309" setting={!placement.toClose} /></div>
      <div className="work-do">
        <LinkButton look={current ? 'primary' : 'plain'} href={`/suivi?${action}=${encodeURIComponent(placement.reference)}`} scroll={false}>
          {t(placement.toClose ? 'line.close' : 'line.log')}<span className="vh">{t('line.forPerson', { person: placement.personName })}</span>
        </LinkButton>
      </div>
    </li>
  )
}
