import { CalendarPlus, Download, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommitteeView, DecisionView, MeetingView, OrganisationView } from '@/lib/steering/committees/queries.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import Link from '../ui/link.tsx'
import { EmptyState } from '../ui/notices.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useCommitteeWords } from './committee-words.ts'
import { gestureHref, type Gesture } from './gesture.ts'

interface CommitteeScreenProps {
  readonly view: CommitteeView
  /** Where the list is: `/pilotage/comites` or `/comite/reunions`. */
  readonly root: string
  /** Where packs are opened. */
  readonly packs: string
  readonly children?: ReactNode
}

/** A committee: when it meets next and what is late; its rhythm, meetings, decisions and members. */
export function CommitteeScreen({ view, root, packs, children }: CommitteeScreenProps) {
  const { t, on } = useCommitteeWords()
  const overdue = view.decisions.filter((decision) => decision.overdue).length
  return (
    <>
      <div className="screen-head">
        <div>
          <p className="committee-crumb"><Link href={root}>{t('one.back')}</Link> · {t(`level.${view.level}`)} · {view.placeName}</p>
          <h1>{view.name}</h1>
          <p className="muted">
            {overdue > 0 && <><b className="late">{t('one.overdue', { count: overdue })}</b>{' '}</>}
            {view.next === null ? t('one.noNext') : t('one.next', { day: on(view.next.plannedOn) })}
            {view.secretariat !== null && <>{' '}{t('one.secretariat', { name: view.secretariat })}</>}
          </p>
        </div>
        {view.mayKeep && (
          <div className="screen-tools">
            <LinkButton look="ghost" href={gestureHref(view.id, 'nom')} scroll={false}>{t('one.edit')}</LinkButton>
            <LinkButton look="primary" href={gestureHref(view.id, 'reunion')} scroll={false}><Icon of={CalendarPlus} />{t('meetings.plan')}</LinkButton>
          </div>
        )}
      </div>
      {children}
      <div className="committee-page">
        <RhythmCard view={view} />
        <Card id="decisions" title={t('decision.title')}>
          {view.decisions.length === 0 ? <EmptyState title={t('decision.none')} /> : <Decisions view={view} />}
        </Card>
        <Card id="meetings" title={t('meetings.title')} aside={<YearFiles view={view} />}>
          {view.meetings.length === 0 ? <EmptyState title={t('meetings.none')} /> : <ul className="committee-items">{view.meetings.map((meeting) => <Meeting key={meeting.id} meeting={meeting} view={view} packs={packs} />)}</ul>}
        </Card>
        <Card id="members" title={t('members.title')} aside={view.mayKeep ? <LinkButton look="ghost" href={gestureHref(view.id, 'organisation')} scroll={false}><Icon of={Plus} />{t('members.add')}</LinkButton> : undefined}>
          {view.organisations.length === 0 ? <EmptyState title={t('members.none')} /> : <Members view={view} />}
        </Card>
      </div>
    </>
  )
}

const STATES = { held: 'met', planned: 'planned', to_confirm: 'soon', to_plan: 'soon', missed: 'overdue' } as const

function RhythmCard({ view }: { readonly view: CommitteeView }) {
  const { t, quarter } = useCommitteeWords()
  return (
    <Card id="rhythm" title={t('rhythm.title')} aside={view.quarterly ? <span className="est">{t('rhythm.quarterly')}</span> : undefined}>
      {!view.quarterly ? <p className="muted">{t('rhythm.free')}</p> : (
        <ol className="committee-quarters">
          {view.quarters.map(({ code, standing, meetings }) => (
            <li key={code}>
              <h3>{quarter(code)}</h3>
              <StatusBadge state={STATES[standing]}>{t(`rhythm.standing.${standing}`)}</StatusBadge>
              {meetings > 1 && <span className="committee-detail">{t('rhythm.several', { count: meetings })}</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

/** What the calendar of whoever sits takes in: the meetings of a year. */
function YearFiles({ view }: { readonly view: CommitteeView }) {
  const { t } = useCommitteeWords()
  if (view.years.length === 0) return null
  return (
    <span className="committee-files no-print">
      {view.years.map((year) => <a key={year} className="est" href={`/api/committees/${view.id}/calendar?year=${year}`} download><Icon of={Download} size={16} />{t('meetings.year', { year: String(year) })}</a>)}
    </span>
  )
}

function Meeting({ meeting, view, packs }: { readonly meeting: MeetingView; readonly view: CommitteeView; readonly packs: string }) {
  const { t, on, quarter } = useCommitteeWords()
  const { id, heldOn, plannedOn, cancelled, cancelledReason, pack, at } = meeting
  const passed = plannedOn < isoOf(view.today)
  const title = cancelled ? t('meetings.cancelled', { day: on(plannedOn), reason: cancelledReason ?? '' }) : heldOn !== null ? t('meetings.held', { day: on(heldOn) }) : t(passed ? 'meetings.toConfirm' : 'meetings.planned', { day: on(plannedOn) })
  const gestures: readonly (readonly [Gesture, string])[] = cancelled ? []
    : heldOn !== null ? [['decision', t('meetings.decide')], ...(pack === null ? [['tenue', t('meetings.namePack')] as const] : [])]
    : [...(plannedOn <= isoOf(view.today) ? [['tenue', t('meetings.hold')] as const] : []), ['deplacer', t('meetings.move')], ['annuler', t('meetings.cancel')]]
  return (
    <li>
      <div>
        <h3 className={cancelled ? 'muted' : undefined}>{title}</h3>
        <p className="committee-detail">
          {quarter(meeting.quarter)}{at !== null && <> · {at}</>}
          {heldOn !== null && <> · {pack === null ? t('meetings.noPack') : pack.id === null ? t('meetings.pack', { number: pack.number }) : <Link href={`${packs}/${pack.id}`}>{t('meetings.pack', { number: pack.number })}</Link>}</>}
          {heldOn === null && !cancelled && !passed && <> · <a href={`/api/committees/${view.id}/calendar?meeting=${id}`} download aria-label={t('meetings.fileOf', { day: on(plannedOn) })}>{t('meetings.file')}</a></>}
        </p>
      </div>
      {view.mayKeep && gestures.length > 0 && (
        <div className="committee-gestures" role="group" aria-label={t('meetings.actions', { day: on(heldOn ?? plannedOn) })}>
          {gestures.map(([gesture, label]) => <LinkButton key={gesture} look={gesture === 'annuler' || gesture === 'deplacer' ? 'ghost' : 'plain'} href={gestureHref(view.id, gesture, id)} scroll={false}>{label}</LinkButton>)}
        </div>
      )}
    </li>
  )
}

/** What is late first, then what is to be followed by its day, then what is settled. */
const rank = (decision: DecisionView) => (decision.overdue ? 0 : decision.state === 'open' ? 1 : 2)

function Decisions({ view }: { readonly view: CommitteeView }) {
  const { t, on } = useCommitteeWords()
  const heldOn = new Map(view.meetings.map((meeting) => [meeting.id, meeting.heldOn ?? meeting.plannedOn]))
  return (
    <ul className="committee-items">
      {view.decisions.toSorted((a, b) => rank(a) - rank(b)).map((decision) => (
        <li key={decision.id}>
          <div>
            <h3 className="committee-words">{decision.words}</h3>
            <p className="committee-follower">{t('decision.follower', { function: decision.function, organisation: decision.organisation })}, {t('decision.due', { day: on(decision.dueOn) })}</p>
            <p className="committee-detail">{t('decision.of', { day: on(heldOn.get(decision.meetingId) ?? decision.dueOn) })}</p>
            {decision.history.length > 0 && (
              <ul className="committee-history">
                {decision.history.map((step, index) => {
                  const said = { state: t(`decision.state.${step.state}`), day: on(step.on) }
                  return <li key={index}>{step.note === null ? t('decision.step', said) : t('decision.stepNote', { ...said, note: step.note })}</li>
                })}
              </ul>
            )}
          </div>
          <div className="committee-gestures">
            <StatusBadge state={decision.overdue ? 'overdue' : decision.state === 'open' ? 'planned' : decision.state === 'done' ? 'met' : 'cancelled'}>{decision.overdue ? t('decision.overdue') : t(`decision.state.${decision.state}`)}</StatusBadge>
            {view.mayKeep && <LinkButton href={gestureHref(view.id, 'point', decision.id)} scroll={false} aria-label={t('decision.followOf', { words: decision.words })}>{t('decision.follow')}</LinkButton>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Members({ view }: { readonly view: CommitteeView }) {
  const { t } = useCommitteeWords()
  const former = view.organisations.filter(({ to }) => to !== null && to < isoOf(view.today))
  return (
    <>
      <ul className="committee-items committee-members">{view.organisations.filter((one) => !former.includes(one)).map((one) => <Member key={one.id} one={one} view={view} />)}</ul>
      {former.length > 0 && (
        <details className="committee-former">
          <summary>{t('members.former')}</summary>
          <ul className="committee-items">{former.map((one) => <Member key={one.id} one={one} view={view} />)}</ul>
        </details>
      )}
    </>
  )
}

function Member({ one, view }: { readonly one: OrganisationView; readonly view: CommitteeView }) {
  const { t, on } = useCommitteeWords()
  return (
    <li>
      <div>
        <h3>{one.name}</h3>
        <p className="committee-detail">{t(`members.kind.${one.kind}`)} · {one.to === null ? t('members.since', { day: on(one.from) }) : t('members.until', { from: on(one.from), to: on(one.to) })}</p>
      </div>
      {view.mayKeep && one.to === null && (
        <div className="committee-gestures"><LinkButton look="ghost" href={gestureHref(view.id, 'depart', one.id)} scroll={false} aria-label={t('members.endOf', { name: one.name })}>{t('members.end')}</LinkButton></div>
      )}
    </li>
  )
}
