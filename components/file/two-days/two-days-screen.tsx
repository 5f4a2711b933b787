import { CalendarClock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { Attribution, Move, Told } from '@/lib/accord/file/attribution.ts'
import type { LearnedCause, TwoDaysView } from '@/lib/cases/views/two-days.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { BesideFileHead } from '../beside-file-head.tsx'
import { ComparisonTable, type ComparedRow } from '../comparison/comparison-table.tsx'
import { DeadlineStanding } from '../comparison/deadline-standing.tsx'
import type { LegalWords } from '../legal-words.ts'
import { FROM, TO, twoDaysHref } from './address.ts'
import { CauseName, CauseOrigin, Causes } from './causes.tsx'
import { movedBy, toldName, toldValue } from './told-words.ts'

interface TwoDaysScreenProps {
  readonly compared: TwoDaysView
  readonly words: LegalWords
  /** What was typed for a day and could not be read. */
  readonly unread: string | null
}

/** A file as it was known on two days, side by side, and what moved each thing in between. */
export function TwoDaysScreen({ compared, words, unread }: TwoDaysScreenProps) {
  const t = useTranslations('twoDays')
  const locale = useLocale()
  const { view, from, attribution, openedOn } = compared
  return (
    <div className="file two-days">
      <BesideFileHead view={compared.view} title={t('title')} lead={t('lead')} back={t('back')} />
      {unread !== null && <div role="status"><Notice sign={CalendarClock}>{t('unread', { typed: unread })}</Notice></div>}
      <DaysForm compared={compared} />
      {attribution === null ? (
        <div role="status">
          <Notice sign={CalendarClock}>
            {t('notOpen', { on: formatDay(from, locale), opened: formatDay(openedOn, locale) })}{' '}
            <LinkButton href={twoDaysHref(view.reference, { from: openedOn, to: compared.to })}>{t('fromOpening')}</LinkButton>
          </Notice>
        </div>
      ) : (
        <>
          <Summary compared={compared} attribution={attribution} />
          <Moves compared={compared} attribution={attribution} words={words} />
        </>
      )}
      <Learned compared={compared} />
      <p className="sm muted">{t('settings')}</p>
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}

function DaysForm({ compared: { view, from, to } }: { readonly compared: TwoDaysView }) {
  const t = useTranslations('twoDays.form')
  return (
    <form method="get" action={twoDaysHref(view.reference)} className="td-form no-print" aria-label={t('title')} key={`${from}-${to}`}>
      <DateField name={FROM} label={t('from')} defaultValue={isoOf(from)} />
      <DateField name={TO} label={t('to')} defaultValue={isoOf(to)} />
      <Button type="submit" look="primary">{t('show')}</Button>
    </form>
  )
}

interface AttributionProps {
  readonly compared: TwoDaysView
  readonly attribution: Attribution<LearnedCause>
}

function Summary({ compared: { from, to }, attribution: { moves } }: AttributionProps) {
  const t = useTranslations('twoDays')
  const locale = useLocale()
  const net = moves.filter(({ cameBack }) => !cameBack)
  return (
    <div className="wi-says close">
      <p className="say">{t('summary', { from: formatDay(from, locale), to: formatDay(to, locale), count: net.length })}</p>
      {net.length > 0 && <p>{t('summaryBy', movedBy(net))}</p>}
    </div>
  )
}

const GROUPS = { stage: 'dates', date: 'dates', deadline: 'deadlines', amount: 'amounts', count: 'counts' } as const satisfies Readonly<Record<Told['of'], string>>
const ORDER = ['dates', 'amounts', 'counts', 'deadlines'] as const

function Moves({ compared, attribution, words }: AttributionProps & { readonly words: LegalWords }) {
  const t = useTranslations('twoDays.result')
  const locale = useLocale()
  const { from, to, view } = compared
  const rowOf = (move: Move<LearnedCause>): ComparedRow => ({
    key: 'name' in move.before ? `${move.before.of}-${move.before.name}` : move.before.of,
    label: toldName(move.before, words, locale),
    cells: [
      { text: <Value told={move.before} today={from} words={words} /> },
      { text: <Value told={move.after} today={to} words={words} />, changed: !move.cameBack && move.after.of !== 'deadline' && move.after.value !== null, ...(move.cameBack ? { note: t('cameBack') } : {}) },
      { text: <Causes reference={view.reference} move={move} words={words} /> },
    ],
  })
  const groups = ORDER.map((group) => ({ key: group, title: t(`groups.${group}`), rows: attribution.moves.filter(({ before }) => GROUPS[before.of] === group).map(rowOf) }))
  return (
    <Card id="bouge" title={t('title')}>
      {attribution.moves.length === 0 ? <p>{t('nothing')}</p> : (
        <ComparisonTable
          caption={t('table')}
          what={t('what')}
          columns={[
            { key: 'from', title: t('on', { on: formatDay(from, locale) }), short: formatDay(from, locale) },
            { key: 'to', title: t('on', { on: formatDay(to, locale) }), short: formatDay(to, locale) },
            { key: 'why', title: t('why') },
          ]}
          groups={groups}
        />
      )}
    </Card>
  )
}

function Value({ told, today, words }: { readonly told: Told; readonly today: Day; readonly words: LegalWords }) {
  const t = useTranslations('twoDays.result')
  const locale = useLocale()
  if (told.of === 'deadline' && told.value !== null) return <DeadlineStanding deadline={told.value} today={today} />
  const value = toldValue(told, words, locale)
  return value === null ? <span className="none">{t(absence(told))}</span> : <>{value}</>
}

/** A right that no longer stands, an amount that is none, a date that is none: not the same word. */
function absence(told: Told): 'none' | 'noRight' | 'noAmount' {
  if (told.of !== 'amount') return 'none'
  return told.name === 'bonusEligible' || told.name === 'wageGapEligible' ? 'noRight' : 'noAmount'
}

/** What became known, in order, each with what it moved. */
function Learned({ compared: { learned, attribution, view } }: { readonly compared: TwoDaysView }) {
  const t = useTranslations('twoDays.learned')
  const movedValues = (cause: LearnedCause): number =>
    attribution?.moves.filter(({ causes }) => causes.some((each) => each.cause === cause)).length ?? 0
  return (
    <Card id="appris" title={t('title')}>
      {learned.length === 0 ? <p className="muted">{t('none')}</p> : (
        <ol className="hist td-learned">
          {learned.map((cause, index) => (
            <li key={index}>
              <div>
                <b><CauseName reference={view.reference} cause={cause} /></b>
                <CauseOrigin cause={cause} />
              </div>
              {attribution !== null && <span className="sm muted">{t('moves', { count: movedValues(cause) })}</span>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
