import '@/components/exchanges/exchanges.css'
import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/button.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { AwaitedStep } from '@/lib/cases/plan/awaited-steps.ts'
import { capitalised, formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { planHref } from './address.ts'

/** Steps of plans that are late or near, under what the law asks; never in the red that is the law's. */
export function AwaitedSteps({ steps, today }: { readonly steps: readonly AwaitedStep[]; readonly today: Day }) {
  const t = useTranslations('plan.awaited')
  const locale = useLocale()
  if (steps.length === 0) return null
  return (
    <section className="work-group next-steps" aria-labelledby="plan-steps">
      <header>
        <h2 id="plan-steps">{t('title')} <span className="work-count">{steps.length}</span></h2>
        <p>{t('note')}</p>
      </header>
      <ul>
        {steps.map((step) => (
          <li key={step.reference}>
            <Link href={`/dossiers/${step.reference}`} dir="auto">{step.personName}</Link>
            <div><p dir="auto">{step.what}</p><p className="sm muted">{t('who', { who: step.who })}{t('others', { count: step.others })}</p></div>
            <div><time dateTime={isoOf(step.by)}>{formatDay(step.by, locale)}</time><br /><StatusBadge state="soon">{capitalised(relativeDay(step.by, today, locale))}</StatusBadge></div>
            <LinkButton look="ghost" href={planHref(step.reference)}>{t('open')}<span className="vh">, {step.personName}</span></LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
