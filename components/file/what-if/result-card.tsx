import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AmountName } from '@/lib/accord/file/amounts.ts'
import type { Deadline } from '@/lib/accord/file/case-file.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import type { WordedAlert } from '@/lib/accord/wording/index.ts'
import type { WhatIfView } from '@/lib/cases/views/what-if.ts'
import { formatDay, NBSP } from '@/lib/wording/format/index.ts'
import { amountWord } from '../amount-words.ts'
import { ComparisonTable, type ComparedCell, type ComparedColumn, type ComparedGroup, type ComparedRow } from '../comparison/comparison-table.tsx'
import { DeadlineStanding } from '../comparison/deadline-standing.tsx'
import type { LegalWords } from '../legal-words.ts'
import { amountsMoved, datesMoved, deadlinesMoved } from './rows.ts'

export interface ResultProps {
  readonly asked: WhatIfView
  readonly words: LegalWords
}

/** The columns: the file without what is supposed, then each variant. */
export function useColumns({ baseOn, seenOn, variants, view }: WhatIfView): readonly ComparedColumn[] {
  const t = useTranslations('whatIf.columns')
  const locale = useLocale()
  const seen = (on: Day): { readonly detail?: string } => (on === view.today ? {} : { detail: t('seen', { on: formatDay(on, locale) }) })
  const onlyTime = variants[0]?.supposition.facts.length === 0
  return [
    { key: 'base', title: t(baseOn === view.today ? 'today' : 'without'), ...seen(baseOn) },
    ...variants.map(({ laterBy }) => ({
      key: `later-${laterBy}`,
      title: laterBy > 0 ? t('later', { count: laterBy }) : t(onlyTime ? 'time' : 'with'),
      ...seen(seenOn),
    })),
  ]
}

/** Values beside one another: what is not the first one's is marked, what is nothing is said. */
function cellsOf<Value>(values: readonly Value[], say: (value: Value, column: number) => ReactNode, nothing: string): readonly ComparedCell[] {
  return values.map((value, column) => ({
    text: value === null ? <span className="none">{nothing}</span> : say(value, column),
    changed: column > 0 && value !== null && value !== values[0],
  }))
}

const RIGHTS: ReadonlySet<AmountName> = new Set<AmountName>(['bonusEligible', 'wageGapEligible'])

/** What changes, thing by thing, beside the file without it; what stays is said too. */
export function ResultCard({ asked, words }: ResultProps) {
  const t = useTranslations('whatIf.result')
  const locale = useLocale()
  const columns = useColumns(asked)
  const files = [asked.base, ...asked.variants.map(({ supposition }) => supposition.file)]
  const { moved, unchanged } = datesMoved(files)
  const told = new Set(moved.map(({ name }) => name))
  const citing = (rule: RuleId | null): Pick<ComparedRow, 'rule'> => (rule === null ? {} : { rule: { rule, article: words.article(rule) } })
  const days = [asked.baseOn, ...asked.variants.map(() => asked.seenOn)]
  const stages = files.map(({ stage }) => stage)
  const stageRow: readonly ComparedRow[] = stages.every((stage) => stage === stages[0])
    ? []
    : [{ key: 'stage', label: t('stage'), cells: cellsOf(stages, words.stage, t('none')) }]
  const groups: readonly ComparedGroup[] = [
    {
      key: 'dates',
      title: t('groups.dates'),
      rows: [...stageRow, ...moved.map(({ name, values, rule }) => ({
        key: name,
        label: words.date(name),
        ...citing(rule),
        cells: cellsOf(values, (on) => (on === null ? null : formatDay(on, locale)), t('none')),
      }))],
    },
    {
      key: 'deadlines',
      title: t('groups.deadlines'),
      rows: deadlinesMoved(files, told).map(({ code, values }) => {
        const rule = values.find((deadline) => deadline !== null)?.rule ?? null
        return { key: code, label: words.deadline(code), ...citing(rule), cells: deadlineCells(values, days, t('none')) }
      }),
    },
    {
      key: 'amounts',
      title: t('groups.amounts'),
      rows: amountsMoved(files).map(({ name, values, rule }) => ({
        key: name,
        label: amountWord.name(name, locale),
        ...citing(rule),
        cells: cellsOf(values, (value) => amountWord.value(value, locale), t(RIGHTS.has(name) ? 'noRight' : 'noAmount')),
      })),
    },
  ]
  const nothing = groups.every(({ rows }) => rows.length === 0)
  return (
    <Card id="effet" title={t('title')}>
      {nothing ? <p>{t('nothing')}</p> : <ComparisonTable caption={t('table')} what={t('what')} columns={columns} groups={groups} />}
      {unchanged.length > 0 && (
        <details className="tb">
          <summary>{t('unchanged', { count: unchanged.length })}</summary>
          <dl className="ledger">
            {unchanged.map(({ name, on }) => <div key={name}><dt>{words.date(name)}</dt><dd>{formatDay(on, locale)}</dd></div>)}
          </dl>
        </details>
      )}
      <NewAlerts asked={asked} words={words} />
    </Card>
  )
}

function deadlineCells(values: readonly (Deadline | null)[], days: readonly Day[], nothing: string): readonly ComparedCell[] {
  const first = values[0]
  return values.map((deadline, column) => ({
    text: deadline === null ? <span className="none">{nothing}</span> : <DeadlineStanding deadline={deadline} today={days[column]!} />,
    changed: false,
    ...(deadline !== null && column > 0 && deadline.dueOn !== first?.dueOn ? { note: <DueOn deadline={deadline} /> } : {}),
  }))
}

function DueOn({ deadline }: { readonly deadline: Deadline }) {
  return <>{formatDay(deadline.dueOn, useLocale())}</>
}

/** Alerts that the hypothesis brings, said once where both columns have them. */
function NewAlerts({ asked, words }: ResultProps) {
  const t = useTranslations('whatIf.result')
  const locale = useLocale()
  const columns = useColumns(asked)
  const alerts = new Map<string, { readonly worded: WordedAlert; readonly of: number[] }>()
  asked.variants.forEach(({ effect }, index) => {
    for (const worded of effect.alerts.map(words.alert)) {
      const known = alerts.get(worded.message)
      if (known === undefined) alerts.set(worded.message, { worded, of: [index] })
      else known.of.push(index)
    }
  })
  if (alerts.size === 0) return null
  return (
    <section className="wi-alerts" aria-label={t('alerts')}>
      {[...alerts.values()].map(({ worded: { message, rule, article }, of }) => (
        <Notice key={message}>
          {of.length < asked.variants.length && <b>{columns[of[0]! + 1]?.title}{locale === 'fr' ? NBSP : ''}: </b>}
          {message} <RuleChip rule={rule} article={article} />
        </Notice>
      ))}
    </section>
  )
}
