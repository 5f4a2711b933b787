import { Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { PlannedLink } from '@/components/agenda/word-agenda.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { WhyLink } from '@/components/ui/why-link.tsx'
import type { Deadline } from '@/lib/accord/file/case-file.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import { capitalised, formatDay, formatDays, relativeDay } from '@/lib/wording/format/index.ts'
import { DATE_OF_DEADLINE, isOwnSetting } from '@/lib/accord/file/deadline-dates.ts'
import { awaitedOf, dayCells, runsFrom, stateOf } from './deadline-words.ts'
import type { LegalWords } from './legal-words.ts'
import type { ShownFile } from './shown-file.ts'

interface NextDeadlineProps {
  readonly shown: ShownFile
  readonly words: LegalWords
  /** Where the act that meets a deadline is recorded; absent where nothing is recorded. */
  readonly recordHref?: (act: FactKind) => string
  /** Where the deadline is said done elsewhere; absent where it may not be. */
  readonly elsewhereHref?: string
  /** The appointment made for it. */
  readonly planned?: PlannedLink
}

/** What now: the act, the last day for it, the days left, the rule, and one button. */
export function NextDeadline({ shown, words, next, recordHref, elsewhereHref, planned }: NextDeadlineProps & { readonly next: Deadline | null }) {
  const t = useTranslations('file.next')
  const deadline = next ?? awaitedOf(shown.file)
  if (deadline === null) {
    return (
      <section className="next none" aria-labelledby="next-title">
        <div className="nx-m">
          <p className="nx-k">{t('title')}</p>
          <h2 id="next-title"><Icon of={Check} size={20} /> {t('nothing')}</h2>
          <p>{shown.file.stage === 'closed' ? t('nothingClosed') : t('nothingOpen')}</p>
        </div>
      </section>
    )
  }
  return <Next shown={shown} words={words} deadline={deadline} recordHref={recordHref} elsewhereHref={next === null ? undefined : elsewhereHref} planned={planned} />
}

function Next({ shown, words, deadline, recordHref, elsewhereHref, planned }: NextDeadlineProps & { readonly deadline: Deadline }) {
  const t = useTranslations('file.next')
  const elsewhere = useTranslations('exchanges.silence')
  const locale = useLocale()
  const { file, today } = shown
  const due = formatDay(deadline.dueOn, locale)
  const cells = dayCells(runsFrom(deadline.code, file), deadline.dueOn, today)
  const why = DATE_OF_DEADLINE[deadline.code]
  return (
    <section className="next" aria-labelledby="next-title">
      <div className="nx-m">
        <p className="nx-k">{t('title')}{deadline.actor !== 'operator' && <>, {t(`actor.${deadline.actor}`)}</>}</p>
        <h2 id="next-title">{words.act(deadline.code)} {t('atTheLatest')} <span className="hl nw">{due}</span></h2>
        <p>{words.stake(deadline.code)}.</p>
        <div className="nx-d">
          {cells !== null && (
            <span className="days" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${cells.total}, minmax(3px, 9px))` }}>
              {Array.from({ length: cells.total }, (_, cell) => <i key={cell} className={cell < cells.gone ? 'on' : ''} />)}
            </span>
          )}
          <StatusBadge state={stateOf(deadline, today)}>
            {cells === null || cells.left > cells.total
              ? capitalised(relativeDay(deadline.dueOn, today, locale))
              : t('left', { days: formatDays(cells.left, locale), count: cells.left, total: cells.total })}
          </StatusBadge>
        </div>
      </div>
      <div className="nx-a">
        {recordHref !== undefined && deadline.metBy !== null && (
          <LinkButton look="primary" href={recordHref(deadline.metBy)} scroll={false}>{words.act(deadline.code)}</LinkButton>
        )}
        {planned !== undefined && <Link className="sm" href={planned.href}>{planned.words}</Link>}
        {elsewhereHref !== undefined && <LinkButton look="ghost" href={elsewhereHref} scroll={false}>{elsewhere('done')}</LinkButton>}
        <span>
          <RuleChip rule={deadline.rule} article={words.article(deadline.rule)} setting={isOwnSetting(deadline.code)} />
          {why !== undefined && file.explanations[why] !== undefined && (
            <WhyLink about={t('whyAbout', { date: due })} href={shown.whyHref(why)} />
          )}
        </span>
      </div>
    </section>
  )
}
