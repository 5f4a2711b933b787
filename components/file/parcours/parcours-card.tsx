import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { WhyLink } from '@/components/ui/why-link.tsx'
import { PrintButton } from '../print-button.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { Deadline } from '@/lib/accord/file/case-file.ts'
import type { DeadlineState } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatDay, formatDayPlain, formatDays, formatMonthShort, formatPeriod, relativeDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { optionWord } from '../acts/form-view.ts'
import { DATE_OF_DEADLINE, isOwnSetting } from '@/lib/accord/file/deadline-dates.ts'
import { stateOf } from '../deadline-words.ts'
import type { LegalWords } from '../legal-words.ts'
import type { ShownFile } from '../shown-file.ts'
import { Band } from './band.tsx'
import type { BandInput, BandMark, BandSpan } from './layout.ts'
import { spanDays, spansOf, type ParcoursSpan } from './spans.ts'

interface ParcoursProps {
  readonly shown: ShownFile
  readonly words: LegalWords
}

/** A line of the list below the band: a deadline, or the term. */
interface ParcoursLine {
  readonly key: string
  readonly on: Day
  readonly label: string
  readonly state: DeadlineState | 'term'
  readonly deadline: Deadline | null
}

function linesOf(shown: ShownFile, words: LegalWords, termName: string): readonly ParcoursLine[] {
  const { file, today } = shown
  const lines: Omit<ParcoursLine, 'key'>[] = file.deadlines
    .filter(({ status }) => status !== 'cancelled')
    .map((deadline) => ({ on: deadline.dueOn, label: words.deadline(deadline.code), state: stateOf(deadline, today), deadline }))
  if (file.dates.cspTerm !== null) lines.push({ on: file.dates.cspTerm, label: termName, state: 'term', deadline: null })
  let number = 0
  return lines
    .toSorted((a, b) => a.on - b.on)
    .map((line) => ({ ...line, key: line.state === 'term' ? 'T' : String((number += 1)) }))
}

/** The parcours over time, its deadlines, and the same as a table. */
export function ParcoursCard({ shown, words }: ParcoursProps) {
  const t = useTranslations('file.parcours')
  const locale = useLocale()
  const lines = linesOf(shown, words, t('term'))
  const spans = spansOf(shown.file)
  const cancelled = shown.file.deadlines.filter(({ status }) => status === 'cancelled')
  return (
    <Card id="parcours" title={t('title')} aside={<PrintButton />} className="parcours">
      {spans.length === 0 && lines.length === 0 ? <p className="muted">{t(shown.file.stage === 'awaiting_authorisation' ? 'emptyAwaiting' : 'empty')}</p> : (
        <>
          <ParcoursBand shown={shown} spans={spans} lines={lines} />
          <Legend spans={spans} />
          <DeadlineList shown={shown} words={words} lines={lines} />
          {cancelled.length > 0 && (
            <details className="tb">
              <summary>{t('cancelled', { count: cancelled.length })}</summary>
              <ul className="bul">
                {cancelled.map((deadline) => (
                  <li key={`${deadline.code}-${deadline.dueOn}`}>{words.deadline(deadline.code)}, {formatDay(deadline.dueOn, locale)}</li>
                ))}
              </ul>
            </details>
          )}
          <SpanTable shown={shown} spans={spans} />
        </>
      )}
    </Card>
  )
}

function useSpanName(shown: ShownFile): (span: ParcoursSpan) => string {
  const t = useTranslations('file.parcours.span')
  const locale = useLocale()
  return (span) => {
    const leave = span.leave === undefined ? undefined : shown.file.regime.leaves?.[span.leave]
    if (leave !== undefined) return capitalised(leave[locale])
    if (span.cause !== null) return span.name === 'asp_stopped' ? `${t('asp_stopped')} : ${lower(optionWord('cause', span.cause, locale))}` : optionWord('cause', span.cause, locale)
    const own = span.factIndex === null ? null : shown.ownName(span.factIndex)
    return own === null ? t(span.name) : `${t(span.name)}, ${own}`
  }
}

const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)

function ParcoursBand({ shown, spans, lines }: { readonly shown: ShownFile; readonly spans: readonly ParcoursSpan[]; readonly lines: readonly ParcoursLine[] }) {
  const t = useTranslations('file.parcours')
  const common = useTranslations('common.deadline')
  const locale = useLocale()
  const nameOf = useSpanName(shown)
  const drawn: BandSpan[] = spans.map((span) => ({
    lane: span.lane,
    tone: span.tone,
    from: span.from,
    to: span.to,
    label: bandLabel(nameOf(span), span, locale),
    title: `${nameOf(span)}, ${formatPeriod(span.from, span.to, locale)}`,
  }))
  const marks: BandMark[] = lines.map((line) => ({
    key: line.key,
    on: line.on,
    state: line.state,
    title: `${line.key}. ${line.label}, ${formatDay(line.on, locale)}${line.state === 'term' ? '' : `, ${common(line.state)}`}`,
    href: `#echeance-${line.key}`,
  }))
  const input: BandInput = { spans: drawn, marks, today: shown.today, monthName: (day) => formatMonthShort(day, locale) }
  return (
    <Band
      input={input}
      words={{
        summary: t('summary', { from: formatDayPlain(firstOf(shown, spans, lines), locale), spans: drawn.length, marks: marks.length }),
        lanes: { csp: t('lane.csp'), suspensions: t('lane.suspensions'), training: t('lane.training'), job: t('lane.job'), deadlines: t('lane.deadlines') },
        today: formatDayPlain(shown.today, locale),
      }}
    />
  )
}

function bandLabel(name: string, span: ParcoursSpan, locale: Locale): string {
  const days = spanDays(span)
  return span.lane === 'csp' || days === null ? name : `${name}, ${formatDays(days, locale)}`
}

function firstOf(shown: ShownFile, spans: readonly ParcoursSpan[], lines: readonly ParcoursLine[]): Day {
  return [...spans.map((span) => span.from), ...lines.map((line) => line.on)].toSorted((a, b) => a - b)[0] ?? shown.today
}

const LEGEND = [
  ['reflection', 'l-ghost'], ['csp', 'l-csp'], ['rest', 'l-rest'], ['extension', 'l-ext'], ['leave', 'l-sick'], ['work', 'l-work'],
  ['stopped', 'l-stop'], ['training', 'l-train'], ['job', 'l-job'],
] as const

function Legend({ spans }: { readonly spans: readonly ParcoursSpan[] }) {
  const t = useTranslations('file.parcours')
  const tones = new Set(spans.map((span) => span.tone))
  return (
    <ul className="lg" aria-label={t('legend')}>
      {LEGEND.filter(([tone]) => tones.has(tone)).map(([tone, look]) => <li key={tone}><i className={look} aria-hidden="true" />{t(`tone.${tone}`)}</li>)}
    </ul>
  )
}

function DeadlineList({ shown, words, lines }: ParcoursProps & { readonly lines: readonly ParcoursLine[] }) {
  return (
    <div className="evw">
      <ol className="ev">
        {lines.map((line) => <DeadlineLine key={line.key} shown={shown} words={words} line={line} />)}
      </ol>
    </div>
  )
}

function DeadlineLine({ shown, words, line }: ParcoursProps & { readonly line: ParcoursLine }) {
  const t = useTranslations('file.parcours')
  const locale = useLocale()
  const name = line.deadline === null ? 'cspTerm' : DATE_OF_DEADLINE[line.deadline.code]
  const explained = name !== undefined && shown.file.explanations[name] !== undefined
  const rule = line.deadline?.rule ?? 'R-014'
  return (
    <li className={line.state} id={`echeance-${line.key}`} tabIndex={-1}>
      <span className="k" aria-hidden="true">{line.key}</span>
      <span className="l">{line.label}</span>
      <time dateTime={isoOf(line.on)}>{formatDay(line.on, locale)}</time>
      <span className="ev-s">
        {line.deadline === null || line.state === 'term'
          ? <span className="sm muted">{t('termNote')}</span>
          : <StatusBadge state={line.state}><DeadlineStatusWords shown={shown} deadline={line.deadline} /></StatusBadge>}
        {explained && <WhyLink about={t('whyAbout', { label: line.label })} href={shown.whyHref(name)} />}
      </span>
      <RuleChip rule={rule} article={words.article(rule)} setting={line.deadline !== null && isOwnSetting(line.deadline.code)} />
    </li>
  )
}

function DeadlineStatusWords({ shown, deadline }: { readonly shown: ShownFile; readonly deadline: Deadline }) {
  const t = useTranslations('file.parcours')
  const locale = useLocale()
  if (deadline.metOn !== null) {
    const on = formatDay(deadline.metOn, locale)
    const late = deadline.metOn - deadline.dueOn
    return late > 0 ? t('metLate', { on, days: formatDays(late, locale) }) : t('metOn', { on })
  }
  if (deadline.status === 'overdue' && !deadline.actionable) return t('missed')
  return capitalised(relativeDay(deadline.dueOn, shown.today, locale))
}

/** « Lire le parcours en tableau »: everything drawn, in rows. */
function SpanTable({ shown, spans }: { readonly shown: ShownFile; readonly spans: readonly ParcoursSpan[] }) {
  const t = useTranslations('file.parcours')
  const locale = useLocale()
  const nameOf = useSpanName(shown)
  return (
    <details className="tb">
      <summary>{t('asTable')}</summary>
      <table>
        <caption className="vh">{t('title')}</caption>
        <thead>
          <tr><th scope="col">{t('column.what')}</th><th scope="col">{t('column.from')}</th><th scope="col">{t('column.to')}</th><th scope="col">{t('column.length')}</th></tr>
        </thead>
        <tbody>
          {spans.map((span) => {
            const days = spanDays(span)
            return (
              <tr key={`${span.name}-${span.from}`}>
                <th scope="row">{nameOf(span)}</th>
                <td>{formatDay(span.from, locale)}</td>
                <td>{span.to === null ? t('open') : formatDay(span.to, locale)}</td>
                <td>{days === null ? t('open') : formatDays(days, locale)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
