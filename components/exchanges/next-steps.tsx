import './exchanges.css'
import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/button.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { NextStep } from '@/lib/cases/queries/next-steps.ts'
import { capitalised, formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { exchangesHref } from './address.ts'

/** What was agreed with people, under what the law asks. */
export function NextSteps({ steps, today }: { readonly steps: readonly NextStep[]; readonly today: Day }) {
  const t = useTranslations('exchanges.steps')
  const locale = useLocale()
  if (steps.length === 0) return null
  return (
    <section className="work-group next-steps" aria-labelledby="next-steps">
      <header>
        <h2 id="next-steps">{t('title')} <span className="work-count">{steps.length}</span></h2>
        <p>{t('note')}</p>
      </header>
      <ul>
        {steps.map((step) => (
          <li key={step.reference}>
            <Link href={`/dossiers/${step.reference}`} dir="auto">{step.personName}</Link>
            <div><p dir="auto">{step.step}</p><p className="sm muted">{t('agreed', { day: formatDay(step.agreedOn, locale) })}</p></div>
            <div><time dateTime={isoOf(step.on)}>{formatDay(step.on, locale)}</time><br /><StatusBadge state={deadlineStateOn({ dueOn: step.on, metOn: null, cancelled: false }, today)}>{capitalised(relativeDay(step.on, today, locale))}</StatusBadge></div>
            <LinkButton look="ghost" href={exchangesHref(step.reference)}>{t('open')}<span className="vh">, {step.personName}</span></LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
