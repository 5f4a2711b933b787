import { CalendarPlus, CalendarSync, ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { addDays, weekdayOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { AgendaDay, AgendaView, AppointmentView } from '@/lib/agenda/views.ts'
import { capitalised, formatDay, formatDayLong, formatDayShort, NBSP } from '@/lib/wording/format/index.ts'
import { formatTime } from '@/lib/wording/format/time.ts'
import { LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { RoleNote } from '../ui/notices.tsx'
import type { FormAction } from '../ui/use-kept-form.ts'
import { agendaHref, type AgendaAddress } from './address.ts'
import { OneButton } from './appointment-drawer.tsx'
import { AppointmentsTable } from './appointments-table.tsx'
import type { AgendaFormState, MoveAnswer, MoveRequest } from './form-state.ts'
import { hoursOf } from './grid-layout.ts'
import { WeekGrid, type GridItem } from './week-grid.tsx'
import { standingWords, whenWords, whoWords } from './word-agenda.ts'

interface AgendaScreenProps {
  readonly agenda: AgendaView
  /** The address without what is open on it. */
  readonly behind: AgendaAddress
  readonly manager: boolean
  readonly came: FormAction<AgendaFormState>
  readonly move: (request: MoveRequest) => Promise<MoveAnswer>
}

/** What now, the days, what is to be closed, and the same in a list. */
export function AgendaScreen({ agenda, behind, manager, came, move }: AgendaScreenProps) {
  const t = useTranslations('agenda')
  return (
    <div className="agenda">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <Now agenda={agenda} />
        </div>
        <div className="screen-tools no-print">
          {agenda.who.own && <LinkButton href={agendaHref({ ...behind, subscription: true })} look="ghost" scroll={false}><Icon of={CalendarSync} />{t('tools.subscribe')}</LinkButton>}
          {agenda.who.own && <LinkButton href={agendaHref({ ...behind, plan: true, kind: 'unavailable' })} scroll={false}>{t('tools.block')}</LinkButton>}
          <LinkButton href={agendaHref({ ...behind, plan: true })} look="primary" scroll={false}><Icon of={CalendarPlus} />{t('tools.plan')}</LinkButton>
        </div>
      </div>
      {agenda.toClose.length > 0 && <ToClose agenda={agenda} behind={behind} came={came} />}
      <Tools agenda={agenda} behind={behind} />
      <Grid agenda={agenda} behind={behind} move={move} />
      <h2 className="agenda-list-title">{t('list.title')}</h2>
      <AppointmentsTable agenda={agenda} behind={behind} />
      <footer className="screen-foot"><RoleNote>{t(manager ? 'scope.manager' : 'scope.counsellor')}</RoleNote></footer>
    </div>
  )
}

function Now({ agenda: { who, next, today, toCloseCount } }: { readonly agenda: AgendaView }) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const words = { t, locale }
  return (
    <p className="muted">
      {!who.own && <b>{t('now.of', { name: who.name })} </b>}
      {toCloseCount > 0 && <b>{t('now.toClose', { count: toCloseCount })} </b>}
      {next === null ? t('now.none') : t('now.next', {
        day: next.day === today ? t('tools.today').toLocaleLowerCase(locale) : formatDay(next.day, locale), time: formatTime(next.time, locale),
        person: whoWords(next, words), kind: t(`kind.${next.kind}`).toLocaleLowerCase(locale).replace('psp', 'PSP'),
      })}
    </p>
  )
}

/** Past appointments, each closed in one press. */
function ToClose({ agenda: { toClose, toCloseCount }, behind, came }: Pick<AgendaScreenProps, 'agenda' | 'behind' | 'came'>) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const words = { t, locale }
  const left = toCloseCount - toClose.length
  return (
    <section className="card to-close no-print" aria-labelledby="to-close">
      <div className="card-h"><h2 id="to-close">{t('close.title')} <span className="faint">{toCloseCount}</span></h2><p className="muted sm">{t('close.lead')}</p></div>
      <ul className="card-b">
        {toClose.map((one) => {
          const about = <span className="vh">{t('close.about', { person: whoWords(one, words), day: formatDay(one.day, locale) })}</span>
          return (
            <li key={one.id}>
              <div>
                {one.hidden ? <b>{whoWords(one, words)}</b> : <Link href={agendaHref({ ...behind, open: one.id })} scroll={false} dir="auto">{whoWords(one, words)}</Link>}
                <span>{t(`kind.${one.kind}`)}, {whenWords(one, words)}</span>
              </div>
              {one.mayChange && (
                <div className="acts">
                  <OneButton action={came} id={one.id} version={one.version}>{t('close.held')}{about}</OneButton>
                  <LinkButton look="ghost" href={agendaHref({ ...behind, open: one.id, task: 'excused' })} scroll={false}>{t('close.excused')}{about}</LinkButton>
                  <LinkButton look="ghost" href={agendaHref({ ...behind, open: one.id, task: 'missed' })} scroll={false}>{t('close.missed')}{about}</LinkButton>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {left > 0 && <p className="card-b faint sm">{t('close.more', { count: left })}</p>}
    </section>
  )
}

function Tools({ agenda: { from, to, today, who, people }, behind }: Pick<AgendaScreenProps, 'agenda' | 'behind'>) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const week = behind.span !== 'day'
  const step = week ? 7 : 1
  const at = (day: Day | null): string => agendaHref({ ...behind, day })
  return (
    <div className="agenda-tools">
      <div className="agenda-steps no-print">
        <LinkButton iconOnly href={at(addDays(from, -step))} scroll={false} aria-label={t(week ? 'tools.previousWeek' : 'tools.previousDay')}><Icon of={ChevronLeft} /></LinkButton>
        <LinkButton href={at(null)} scroll={false}>{t('tools.today')}</LinkButton>
        <LinkButton iconOnly href={at(addDays(from, step))} scroll={false} aria-label={t(week ? 'tools.nextWeek' : 'tools.nextDay')}><Icon of={ChevronRight} /></LinkButton>
      </div>
      <p className="agenda-span">{week ? t('span.week', { from: formatDayShort(from, locale), to: formatDay(to, locale) }) : capitalised(formatDayLong(from, locale))}</p>
      {people.length > 1 && (
        <form className="agenda-who no-print" action="/agenda">
          {behind.span === 'day' && <input type="hidden" name="vue" value="jour" />}
          <label htmlFor="qui">{t('tools.who')}</label>
          <select className="input" id="qui" name="qui" defaultValue={who.id}>
            {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
          <button className="btn" type="submit">{t('tools.show')}</button>
        </form>
      )}
      <nav className="seg no-print" aria-label={t('tools.view')}>
        <Link href={agendaHref({ ...behind, span: 'week' })} aria-current={week ? 'true' : undefined} scroll={false}>{t('tools.week')}</Link>
        <Link href={agendaHref({ ...behind, span: 'day', day: behind.day ?? (today >= from && today <= to ? today : from) })} aria-current={week ? undefined : 'true'} scroll={false}>{t('tools.day')}</Link>
      </nav>
    </div>
  )
}

function lookOf(one: AppointmentView): GridItem['look'] {
  if (one.hidden) return 'hidden'
  if (one.kind === 'unavailable') return 'unavailable'
  if (one.status === 'held') return 'held'
  if (one.status !== 'planned') return 'closed'
  return one.meets === null ? 'planned' : one.meets.is === 'meets' ? 'meets' : 'late'
}

function Grid({ agenda, behind, move }: Pick<AgendaScreenProps, 'agenda' | 'behind' | 'move'>) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  const words = { t, locale }
  const items = agenda.days.flatMap(({ appointments }, dayIndex) => appointments.map((one): GridItem => ({
    id: one.id, version: one.version, dayIndex, time: one.time, endTime: one.endTime, minutes: one.minutes,
    title: whoWords(one, words),
    kind: one.kind === 'unavailable' ? '' : t(`kind.${one.kind}`),
    standing: one.meets === null ? null : standingWords(one.meets, words),
    look: lookOf(one),
    state: t(`status.${one.status}`),
    href: one.hidden || (one.file === null && !one.mayChange) ? null : agendaHref({ ...behind, open: one.id }),
    movable: one.mayChange && one.status === 'planned',
  })))
  return (
    <WeekGrid
      // Drawn anew where the days are others: nothing stays half moved.
      key={`${agenda.who.id}-${agenda.from}-${agenda.to}`}
      label={t(behind.span === 'day' ? 'grid.labelDay' : 'grid.label')}
      columns={agenda.days.map((day) => ({
        day: day.day, today: day.day === agenda.today,
        quiet: isQuiet(day),
        head: <DayHead day={day} today={agenda.today} behind={behind} all={agenda.days.length === 1} quiet={isQuiet(day)} />,
      }))}
      items={items}
      hours={hoursOf(items)}
      nowMinutes={agenda.nowMinutes}
      behind={behind}
      mayPlan={agenda.who.own}
      move={move}
    />
  )
}

/** A Saturday or Sunday with nothing on it, drawn narrower. */
function isQuiet({ day, appointments, deadlines }: AgendaDay): boolean {
  return weekdayOf(day) > 5 && appointments.length === 0 && deadlines.length === 0
}

/** Deadlines of a day shown at once in a week. */
const SHOWN = 2

interface DayHeadProps {
  readonly day: AgendaDay
  readonly today: Day
  readonly behind: AgendaAddress
  /** Whether it stands alone, and says all. */
  readonly all: boolean
  readonly quiet: boolean
}

function DayHead({ day: { day, holiday, deadlines }, today, behind, all, quiet }: DayHeadProps) {
  const t = useTranslations('agenda')
  const common = useTranslations('worklist.act')
  const locale = useLocale()
  const words = formatDayShort(day, locale).split(NBSP)
  const shown = all ? deadlines : deadlines.slice(0, deadlines.length === SHOWN + 1 ? SHOWN + 1 : SHOWN)
  const left = deadlines.length - shown.length
  return (
    <>
      <p className="agenda-date">
        {all ? <b>{formatDayShort(day, locale)}</b> : (
          <Link href={agendaHref({ ...behind, span: 'day', day })} scroll={false} aria-current={day === today ? 'date' : undefined}>
            {quiet ? <>{words.slice(0, 2).join(NBSP)}<span className="vh"> {words.slice(2).join(NBSP)}</span></> : formatDayShort(day, locale)}
          </Link>
        )}
      </p>
      {holiday !== null && <p className="agenda-holiday">{t(`holiday.${holiday}`)}</p>}
      {deadlines.length > 0 && (
        <ul className="agenda-deadlines" aria-label={t('grid.deadlines')}>
          {shown.map((one) => (
            <li key={`${one.reference}-${one.code}`}>
              <Link href={`/dossiers/${encodeURIComponent(one.reference)}`} title={`${common(one.code)}, ${one.personName}, ${one.rule}`}>
                <b dir="auto">{one.personName}</b><span>{common(one.code)}</span>
              </Link>
            </li>
          ))}
          {left > 0 && <li><Link className="more" href={agendaHref({ ...behind, span: 'day', day })} scroll={false}>{t('grid.more', { count: left })}</Link></li>}
        </ul>
      )}
    </>
  )
}
