import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { planHref } from '@/components/plan/address.ts'
import { PlanStepsNotice } from '@/components/plan/steps-notice.tsx'
import type { PlannedLink } from '@/components/agenda/word-agenda.ts'
import { RoleNote } from '@/components/ui/notices.tsx'
import type { Deadline } from '@/lib/accord/file/case-file.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'
import type { OverdueStep } from '@/lib/cases/content/plan-draft.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { fileHref } from './address.ts'
import { Alerts } from './alerts.tsx'
import { AllowanceCard, JobAmountsCard } from './amounts-cards.tsx'
import { DatesCard } from './dates-card.tsx'
import { EmployerCard } from './employer-card.tsx'
import { EmployerMoneyCard } from './employer-money-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { FileHeader, StagesLine } from './header.tsx'
import { KnownOnBanner, KnownOnUnread } from './known-on.tsx'
import { LedgerCard } from './ledger-card.tsx'
import type { LegalWords } from './legal-words.ts'
import { NextDeadline } from './next-deadline.tsx'
import { ParcoursCard } from './parcours/parcours-card.tsx'
import { shownFile } from './shown-file.ts'
import { PlanCard, PreBilanCard } from './support-cards.tsx'
import { WhyPanel } from './why-panel.tsx'

export interface FileScreenProps {
  readonly view: FileView
  readonly words: LegalWords
  /** The first thing to do, as lists show it too. */
  readonly next: Deadline | null
  /** What is explained, when « Pourquoi ? » was asked. */
  readonly why: string | null
  /** A day asked for that could not be read, or on which the file was not yet open. */
  readonly unread: { readonly typed: string } | 'before' | null
  readonly role: string
  /** Where the first thing to do is said done elsewhere, and the form that says so; absent where it may not be. */
  readonly elsewhereHref?: string
  readonly elsewhere?: ReactNode
  /** The appointment made for the first thing to do. */
  readonly planned?: PlannedLink
  /** Steps of the plan whose day has passed; absent where nobody asked. */
  readonly steps?: readonly OverdueStep[]
}

/** One person's file: what now, where it stands in time, why, and everything it is made of. */
export function FileScreen({ view, words, next, why, unread, role, elsewhereHref, elsewhere, planned, steps = [] }: FileScreenProps) {
  const shown = shownFile(view)
  const recordHref = view.may.record ? (act: FactKind) => (act === 'plan_validated' ? planHref(view.reference, { validate: true }) : fileHref(view.reference, { act })) : undefined
  return (
    <div className="file">
      <FileHeader view={view} words={words} />
      {view.knownOn !== null && <KnownOnBanner reference={view.reference} day={view.knownOn} />}
      {unread !== null && <KnownOnUnread asked={unread} />}
      <StagesLine view={view} words={words} />
      {view.knownOn === null && <NextDeadline shown={shown} words={words} next={next} recordHref={recordHref} elsewhereHref={elsewhereHref} planned={planned} />}
      {view.knownOn === null && elsewhere}
      {view.knownOn === null && <PlanStepsNotice steps={steps} reference={view.reference} today={view.today} />}
      <Alerts view={view} words={words} />
      <ParcoursCard shown={shown} words={words} />
      {why !== null && <WhyPanel shown={shown} words={words} about={why} />}
      <div className="pair">
        <DatesCard shown={shown} words={words} />
        <div className="stack">
          <EmployerCard view={view} words={words} />
          <AllowanceCard view={view} words={words} />
        </div>
      </div>
      <LedgerCard view={view} words={words} />
      <div className="pair amounts-pair">
        <JobAmountsCard view={view} words={words} />
        <EmployerMoneyCard view={view} words={words} />
      </div>
      <PreBilanCard view={view} words={words} />
      <PlanCard view={view} words={words} />
      <FactsCard view={view} />
      <Role role={role} />
    </div>
  )
}

function Role({ role }: { readonly role: string }) {
  const t = useTranslations('file.role')
  switch (role) {
    case 'manager':
      return <RoleNote>{t('manager')}</RoleNote>
    case 'referent':
      return <RoleNote>{t('referent')}</RoleNote>
    case 'operator_admin':
      return <RoleNote>{t('operatorAdmin')}</RoleNote>
    default:
      return <RoleNote>{t('counsellor')}</RoleNote>
  }
}
