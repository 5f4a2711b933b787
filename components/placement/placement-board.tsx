import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import { addDays, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatDay, formatDayShort, relativeDay } from '@/lib/wording/format/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { boardColumns, firstToDo, inSight, placementGroups } from './placement-groups.ts'

/** What falls later than this, and is not next, is said on one line, short and without its distance. */
const SOON_DAYS = 7

const fileHref = (reference: string) => `/dossiers/${encodeURIComponent(reference)}`

/** The people placed, a column for each month since the job and one for those to close; a list on narrow screens. */
export function PlacementBoard({ placements, today }: { placements: readonly Placement[]; today: Day }) {
  const t = useTranslations('placement')
  const first = firstToDo(placementGroups(placements))?.reference
  return (
    <div className="placement-frame">
      <div className="placement-board">
        {boardColumns(placements).map((column) => (
          <section key={column.name} className={column.placements.length === 0 ? 'placement-column empty-column' : 'placement-column'} aria-labelledby={`placement-${column.name}`}>
            <h2 id={`placement-${column.name}`}>
              {column.name === 'close' ? t('group.close') : t('group.monthShort', { month: column.name })} <span className="work-count">{column.placements.length}</span>
            </h2>
            <Column placements={column.placements} today={today} first={first} />
          </section>
        ))}
      </div>
    </div>
  )
}

function Column({ placements, today, first }: { placements: readonly Placement[]; today: Day; first: string | undefined }) {
  const t = useTranslations('placement.group')
  if (placements.length === 0) return <p className="faint sm">{t('nobody')}</p>
  const { seen, rest } = inSight(placements, today)
  const cards = (some: readonly Placement[]) => <ul>{some.map((placement) => <Card key={placement.reference} placement={placement} today={today} current={placement.reference === first} />)}</ul>
  return (
    <>
      {cards(seen)}
      {rest.length > 0 && (
        <details className="placement-rest">
          <summary>{t('others', { count: rest.length })}</summary>
          {cards(rest)}
        </details>
      )}
    </>
  )
}

function Card({ placement, today, current }: { placement: Placement; today: Day; current: boolean }) {
  const t = useTranslations('placement')
  const locale = useLocale()
  const { reference, personName, lastContactOn, lastSituation, duties } = placement
  const contract = t(`line.contract.${placement.jobContract ?? 'unknown'}`)
  const last = lastContactOn === null
    ? t('line.noContact')
    : t('card.last', { day: formatDayShort(lastContactOn, locale), situation: lastSituation === null ? '' : t(`situation.${lastSituation}`) })
  return (
    <li className={current ? 'placement-card current' : 'placement-card'}>
      <Link className="placement-name" href={fileHref(reference)}>{personName}</Link>
      <p>{contract}, {formatDay(placement.jobStartedOn, locale)}{placement.employerName !== null && <><br /><span dir="auto">{placement.employerName}</span></>}</p>
      <p className="faint">{last}</p>
      {duties.length > 0 && (
        <ul className="placement-duties" aria-label={t('card.duties', { person: personName })}>
          {duties.map((duty, index) => {
            const near = index === 0 || duty.dueOn <= addDays(today, SOON_DAYS)
            return (
              <li key={`${duty.code}-${duty.dueOn}`} className={near ? undefined : 'far'}>
                <span>{near ? t(`duty.${dutyKey(duty.code)}`) : t(`dutyShort.${dutyKey(duty.code)}`)}</span>
                <time dateTime={isoOf(duty.dueOn)}>{formatDayShort(duty.dueOn, locale)}</time>
                {near && <StatusBadge state={deadlineStateOn({ dueOn: duty.dueOn, metOn: null, cancelled: false }, today)}>{capitalised(relativeDay(duty.dueOn, today, locale))}</StatusBadge>}
              </li>
            )
          })}
        </ul>
      )}
      <div className="placement-acts">
        <LinkButton look={current ? 'primary' : 'plain'} href={`/suivi?${placement.toClose ? 'clore' : 'contact'}=${encodeURIComponent(reference)}`} scroll={false}>
          {t(placement.toClose ? 'line.close' : 'card.found')}<span className="vh">{t('line.forPerson', { person: personName })}</span>
        </LinkButton>
        {placement.mayComeBack && (
          <LinkButton look="ghost" href={`/suivi?essai=${encodeURIComponent(reference)}`} scroll={false}>{t('card.trial')}<span className="vh">{t('line.forPerson', { person: personName })}</span></LinkButton>
        )}
      </div>
    </li>
  )
}

const NAMED = ['followUp', 'followUpEnd', 'bonusClaim', 'bonusSecondPayment'] as const

/** What the board has words of its own for; anything else of the file is said as such. */
function dutyKey(code: string): (typeof NAMED)[number] | 'other' {
  return NAMED.find((name) => name === code) ?? 'other'
}
