/** Words the caseload: its lines and the filters at work. The query decided which files; nothing is decided here. */
import type { useTranslations } from 'next-intl'
import { isoOf, parseDay, type Day } from '@/lib/accord/calendar/day.ts'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { PERSON_DIMENSIONS, readPlace, type PersonDimension } from '@/lib/indicators/slices.ts'
import type { CaseloadPage, CaseloadRow } from '@/lib/cases/views/caseload.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { formatTime } from '@/lib/wording/format/time.ts'
import { capitalised, formatDay, formatDayPlain, formatPeriod, relativeDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { LawWords } from '../basin/law-words.ts'
import { zoneName } from '../steering/group-words.ts'
import { caseloadAddress } from './address.ts'
import type { CaseloadLine, FilterChip, WordedDay } from './caseload-line.ts'

/** The relative filters, in the order they are offered; the words are in the messages by these names. */
const RELATIVE = ['dueWithin', 'overdueBy', 'noContact', 'termWithin', 'enteredSince'] as const

/** What a figure of Pilotage is called: its indicator, a group of people. */
export interface FigureWords {
  readonly indicator: (id: IndicatorId) => string
  readonly dimension: (dimension: PersonDimension) => string
  readonly group: (dimension: PersonDimension, value: string) => string
}

export interface CaseloadWords extends LawWords {
  readonly figures: FigureWords
  readonly t: ReturnType<typeof useTranslations<'caseload'>>
  readonly locale: Locale
}

function wordedDay(value: Day | null, locale: Locale): WordedDay | null {
  return value === null ? null : { iso: isoOf(value), label: formatDayPlain(value, locale) }
}

function trainingWords({ training, cspTerm }: CaseloadRow, today: Day, { t, locale }: CaseloadWords): string | null {
  if (training === null) return null
  if (training === 'planned') return t('training.inPlan')
  const period = formatPeriod(training.from, training.to, locale)
  if (training.from > today) return t('training.ahead', { period })
  if (training.to !== null && training.to < today) return t('training.over', { period })
  return t(training.to !== null && cspTerm !== null && training.to > cspTerm ? 'training.beyondTerm' : 'training.running', { period })
}

/** One line, worded for `today`. */
export function wordCaseloadRow(row: CaseloadRow, today: Day, words: CaseloadWords): CaseloadLine {
  const { locale, stage, deadline, motive } = words
  const next = row.nextDeadline
  const texts: Readonly<Record<string, string>> = wording(locale).book.texts
  return {
    id: row.id,
    reference: row.reference,
    href: `/dossiers/${encodeURIComponent(row.reference)}`,
    name: `${row.lastName} ${row.firstName}`,
    stage: stage(row.stage),
    basin: row.basinName,
    deadline: next === null ? null : {
      iso: isoOf(next.on),
      label: formatDay(next.on, locale),
      act: deadline(next.code),
      state: deadlineStateOn({ dueOn: next.on, metOn: null, cancelled: false }, today),
      relative: capitalised(relativeDay(next.on, today, locale)),
    },
    start: wordedDay(row.cspStart, locale),
    term: wordedDay(row.cspTerm, locale),
    counsellor: row.counsellorName,
    referent: row.referentName,
    lastContact: wordedDay(row.lastContactOn, locale),
    appointment: row.nextAppointment === null ? null : `${formatDay(row.nextAppointment.on, locale)}, ${formatTime(row.nextAppointment.time, locale)}`,
    preBilan: wordedDay(row.preBilanOn, locale),
    plan: wordedDay(row.planOn, locale),
    training: trainingWords(row, today, words),
    employer: row.employerName,
    phone: row.phone,
    email: row.email,
    commune: row.commune,
    regime: row.regimeCode === null ? null : (texts[row.regimeCode] ?? row.regimeCode),
    job: wordedDay(row.jobStartedOn, locale),
    followUp: wordedDay(row.followUpEnd, locale),
    ended: wordedDay(row.endedOn, locale),
    motive: row.exitMotive === null ? null : motive(row.exitMotive),
  }
}

function periodWords(from: string | null, to: string | null, locale: Locale): string | null {
  const first = from === null ? null : parseDay(from)
  const last = to === null ? null : parseDay(to)
  if (first !== null) return formatPeriod(first, last, locale)
  return last === null ? null : formatDay(last, locale)
}

/** Every filter at work, each with the address that lists the same without it. */
export function wordChips(page: CaseloadPage, search: string, words: CaseloadWords): readonly FilterChip[] {
  const { t, locale } = words
  const { params, options } = page
  const chips: FilterChip[] = []
  const add = (key: string, label: string, ...names: readonly string[]) =>
    chips.push({ key, label, without: caseloadAddress(search, Object.fromEntries(names.map((name) => [name, null]))) })
  const nameOf = (id: string, people: readonly { readonly id: string; readonly name: string }[]) =>
    people.find((person) => person.id === id)?.name ?? id

  if (params.q !== '') add('q', t('chip.q', { value: params.q }), 'q')
  if (params.stage.length > 0) add('stage', t('chip.stage', { value: params.stage.map(words.stage).join(', ') }), 'stage')
  if (params.basin !== null) {
    const basin = options.basins.find((candidate) => candidate.code === params.basin)
    add('basin', t('chip.basin', { value: basin?.name ?? params.basin }), 'basin')
  }
  if (params.deadline !== null) add('deadline', t('chip.deadline', { value: t(`deadline.${params.deadline}`) }), 'deadline')
  if (params.counsellor !== null) add('counsellor', t('chip.counsellor', { value: nameOf(params.counsellor, options.counsellors) }), 'counsellor')
  if (params.referent !== null) add('referent', t('chip.referent', { value: nameOf(params.referent, options.referents) }), 'referent')
  if (params.scope !== 'live') add('scope', t('chip.state', { value: t(`state.${params.scope}`) }), 'scope')
  const entered = periodWords(params.enteredFrom, params.enteredTo, locale)
  if (entered !== null) add('entered', t('chip.entered', { period: entered }), 'enteredFrom', 'enteredTo')
  const ended = periodWords(params.endedFrom, params.endedTo, locale)
  if (ended !== null) add('ended', t('chip.ended', { period: ended }), 'endedFrom', 'endedTo')
  const term = periodWords(params.termFrom, params.termTo, locale)
  if (term !== null) add('term', t('chip.term', { period: term }), 'termFrom', 'termTo')
  if (params.motive.length > 0) add('motive', t('chip.motive', { value: params.motive.map((motive) => (motive === 'none' ? t('chip.noMotive') : words.motive(motive))).join(', ') }), 'motive')
  const due = periodWords(params.dueFrom, params.dueTo, locale)
  if (params.due !== null || params.standing !== null || due !== null) {
    const said = [
      params.due === null ? null : words.deadline(params.due),
      due,
      params.standing === null ? null : t(`status.${params.standing}`),
    ].filter((part) => part !== null)
    add('due', t('chip.deadlineOf', { value: said.join(', ') }), 'due', 'standing', 'dueFrom', 'dueTo')
  }
  for (const name of RELATIVE) {
    const days = params[name]
    if (days !== null) add(name, t(`relative.${name}`, { count: days }), name)
  }
  for (const what of params.without) {
    chips.push({
      key: `without-${what}`,
      label: t(`without.${what}`),
      without: caseloadAddress(search, { without: params.without.filter((other) => other !== what) }),
    })
  }
  const figure = figureChip(page, words)
  if (figure !== null) add('indicator', figure, 'indicator', 'part', 'from', 'to')
  const place = params.place === null ? null : readPlace(params.place)
  if (place !== null) add('place', t('chip.place', { value: zoneName(place, options.basins) ?? place.code }), 'place')
  for (const dimension of PERSON_DIMENSIONS) {
    const value = params[dimension]
    if (value !== null) add(dimension, t('chip.group', { dimension: words.figures.dimension(dimension), value: words.figures.group(dimension, value) }), dimension)
  }
  if (params.refs.length > 0) add('refs', t('chip.refs', { count: params.refs.length }), 'refs')
  if (params.regle !== null) add('regle', t('chip.rule', { rule: params.regle }), 'regle')
  return chips
}

/** The files of an indicator between two days, in one sentence: those it is about, or those it counts among them. */
function figureChip({ params }: CaseloadPage, { t, locale, figures }: CaseloadWords): string | null {
  const [from, to] = [params.from, params.to].map((text) => (text === null ? null : parseDay(text)))
  if (params.indicator === null || from == null || to == null) return null
  const { kind, unit, workedInMonth } = definitionOf(params.indicator)
  const name = figures.indicator(params.indicator)
  // A stock is counted at the end of the last day; the others between two.
  const period = kind === 'stock' && !workedInMonth ? t('chip.onDay', { day: formatDayPlain(to, locale) }) : formatPeriod(from, to, locale)
  if (unit === 'people') return t('chip.figure', { name, period })
  return t(params.part === 'counted' ? 'chip.figureCounted' : 'chip.figureOf', { name, period })
}

/** Parameters that only a figure's link writes: with one of them, the list is that of a figure. */
export function comesFromFigure(params: CaseloadPage['params']): boolean {
  return params.enteredFrom !== null || params.endedFrom !== null || params.termFrom !== null || params.due !== null ||
    params.standing !== null || params.motive.length > 0 || params.dueFrom !== null || params.indicator !== null
}
