import './practice-steps.css'
import { useLocale } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { DeadlineState } from '@/lib/wording/deadline-state.ts'
import { capitalised, formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { fileHref } from './work-line.ts'

export interface PracticeStep {
  readonly reference: string
  readonly personName: string
  readonly what: string
  /** Who does it, when it was agreed. */
  readonly about: ReactNode
  readonly on: Day
  readonly state: DeadlineState
  readonly href: string
}

interface PracticeStepsProps {
  /** Id of the heading: names the region. */
  readonly id: string
  readonly title: string
  readonly note: string
  readonly open: string
  readonly steps: readonly PracticeStep[]
  readonly today: Day
}

/** What was agreed with people, under what the law asks and apart from it; nothing where there is none. */
export function PracticeSteps({ id, title, note, open, steps, today }: PracticeStepsProps) {
  const locale = useLocale()
  if (steps.length === 0) return null
  return (
    <section className="work-group next-steps" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title} <span className="work-count">{steps.length}</span></h2>
        <p>{note}</p>
      </header>
      <ul>
        {steps.map(({ reference, personName, what, about, on, state, href }) => (
          <li key={reference}>
            <Link href={fileHref(reference)} dir="auto">{personName}</Link>
            <div><p dir="auto">{what}</p><p className="sm muted">{about}</p></div>
            <div><time dateTime={isoOf(on)}>{formatDay(on, locale)}</time><br /><StatusBadge state={state}>{capitalised(relativeDay(on, today, locale))}</StatusBadge></div>
            <LinkButton look="ghost" href={href}>{open}<span className="vh">, {personName}</span></LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
