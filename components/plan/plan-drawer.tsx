import type { ReactNode } from 'react'
import type { PreviewView } from '@/components/file/acts/act-state.ts'
import type { LegalWords } from '@/components/file/legal-words.ts'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { selectText } from '@/lib/accord/texts/governing.ts'
import { PLAN_MEASURES, type PlanLine } from '@/lib/cases/content/plan.ts'
import type { PlanView } from '@/lib/cases/plan/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { NEW_LINE, planHref, type PlanAddress } from './address.ts'
import { LineDrawer } from './line-drawer.tsx'
import { mayWork } from './plan-screen.tsx'
import type { PlanFormState } from './plan-state.ts'
import { measureWords, occupationWords } from './plan-words.ts'
import { ProjectDrawer } from './project-drawer.tsx'
import { occupationChoice } from './read-plan-forms.ts'
import { ValidateDrawer } from './validate-drawer.tsx'

export interface PlanDrawerProps {
  readonly plan: PlanView
  readonly words: LegalWords
  readonly address: PlanAddress
  readonly locale: Locale
  readonly submissionId: string
  /** Who signs for the operator. */
  readonly signer: string
  readonly actions: {
    readonly saveLine: FormAction<PlanFormState>
    readonly saveProject: FormAction<PlanFormState>
    readonly validate: FormAction<PlanFormState>
    readonly preview: (form: FormData) => Promise<PreviewView>
  }
}

/** whether the text that governs the file asks for the two signatures (from the 2019 avenant). */
export function asksTwoSignatures({ frame, texts }: PlanView['view']): boolean {
  const chosen = selectText(texts, frame.engagedOn, frame.entryPath, frame.chosenRegime)
  return chosen.kind === 'governed' && chosen.governing.base.twoSignatures
}

/** What the plan's address asks to change, beside it; `null` where it asks for nothing its reader may do. */
export function planDrawer(props: PlanDrawerProps): ReactNode {
  const { plan, address } = props
  if (!mayWork(plan)) return null
  if (address.line !== undefined) {
    if (address.line === NEW_LINE) return lineDrawer(props, null)
    const line = plan.plan.content.measures.find(({ id }) => id === address.line)
    return line === undefined ? null : lineDrawer(props, line)
  }
  if (address.project === true) return projectDrawer(props)
  return address.validate === true && plan.plan.content.measures.length > 0 ? validateDrawer(props) : null
}

function lineDrawer({ plan, locale, actions }: PlanDrawerProps, line: PlanLine | null): ReactNode {
  const { view, note } = plan
  const noted = note?.content.occupations ?? []
  const said = line?.preparesFor ?? null
  const offered = said === null || noted.some((one) => occupationChoice(one) === occupationChoice(said)) ? noted : [said, ...noted]
  return (
    <LineDrawer
      key={`line-${line?.id ?? NEW_LINE}`}
      reference={view.reference}
      planVersion={plan.plan.version}
      line={line}
      measures={PLAN_MEASURES.map((measure) => ({ value: measure, label: measureWords({ measure }, locale) }))}
      occupations={offered.map((one) => ({ value: occupationChoice(one), label: occupationWords(one) }))}
      prepares={said === null ? '' : occupationChoice(said)}
      providers={plan.providers}
      closeHref={planHref(view.reference)}
      action={actions.saveLine}
    />
  )
}

function projectDrawer({ plan, actions }: PlanDrawerProps): ReactNode {
  const { view } = plan
  const { project, occupation, workPeriodsConditions, appealRoutes } = plan.plan.content
  return (
    <ProjectDrawer
      key="project"
      reference={view.reference}
      planVersion={plan.plan.version}
      content={{ project, occupation, workPeriodsConditions, appealRoutes }}
      occupations={plan.occupations}
      closeHref={planHref(view.reference)}
      action={actions.saveProject}
    />
  )
}

function validateDrawer({ plan, words, locale, submissionId, signer, actions }: PlanDrawerProps): ReactNode {
  const { view } = plan
  const t = messagesFor(locale).plan
  const today = isoOf(view.today)
  const { cspTerm } = view.file.dates
  return (
    <ValidateDrawer
      key="validate"
      hidden={{ reference: view.reference, version: String(view.version), planVersion: String(plan.plan.version), submissionId }}
      lead={t.validateLead}
      today={today}
      twoSignatures={asksTwoSignatures(view)}
      names={{ beneficiary: `${view.person.firstName} ${view.person.lastName}`, adviser: signer }}
      article={words.article('R-302')}
      watched={cspTerm === null ? [] : [{ name: 'cspTerm', label: words.date('cspTerm'), on: formatDay(cspTerm, locale) }]}
      closeHref={planHref(view.reference)}
      action={actions.validate}
      ask={actions.preview}
    />
  )
}
