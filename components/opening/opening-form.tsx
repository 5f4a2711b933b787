'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ActFieldInput, type FieldMessages, type FieldValues } from '@/components/file/acts/act-fields.tsx'
import { shows, textsOf } from '@/components/file/acts/typed-fields.ts'
import type { FieldView, OptionView } from '@/components/file/acts/form-view.ts'
import { RefusalPanel } from '@/components/file/acts/refusal-panel.tsx'
import { usePreview } from '@/components/file/acts/use-preview.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import type { KnownEmployer } from '@/lib/cases/views/employers.ts'
import { DuplicatesPanel } from './duplicates-panel.tsx'
import { KnownEmployers } from './known-employers.tsx'
import { NOTHING_OPENED, type OpeningPreviewView, type OpeningState } from './opening-state.ts'
import { OpeningPanel } from './opening-panel.tsx'

export interface SectionView {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly folded: boolean
  readonly fields: readonly FieldView[]
}

export interface PersonChoice extends OptionView {
  readonly basinCode: string
}

export interface OpeningFormProps {
  readonly sections: readonly SectionView[]
  readonly submissionId: string
  readonly basins: readonly OptionView[]
  readonly people: readonly PersonChoice[]
  /** Asked of who does not follow files themselves. */
  readonly asksCounsellor: boolean
  readonly action: FormAction<OpeningState>
  readonly ask: (form: FormData) => Promise<OpeningPreviewView>
  readonly askEmployers: (typed: string) => Promise<readonly KnownEmployer[]>
}

const INCOMPLETE: OpeningPreviewView = { kind: 'incomplete' }

/** The guided form that opens a file, with what the answers lead to beside it. */
export function OpeningForm({ sections, submissionId, basins, people, asksCounsellor, action, ask, askEmployers }: OpeningFormProps) {
  const t = useTranslations('opening')
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_OPENED)
  const { preview, refresh } = usePreview(form, ask, INCOMPLETE)
  const [typed, setTyped] = useState<FieldValues>({ 'frame.entryPath': 'employer' })
  const [touched, setTouched] = useState<OpeningState | null>(null)
  const messages: FieldMessages = Object.fromEntries(state.problems.map(({ field, message }) => [field, message]))
  const stands = touched !== state

  // An answer given before the page's script took over may open other questions.
  useEffect(() => {
    if (form.current !== null) setTyped(textsOf(new FormData(form.current)))
  }, [])

  function changed(): void {
    if (form.current !== null) setTyped(textsOf(new FormData(form.current)))
    setTouched(state)
    refresh()
  }

  return (
    <form {...formProps} ref={form} className="opening" onChange={changed}>
      <input type="hidden" name="submissionId" value={submissionId} />
      <div className="opening-questions">
        <ErrorSummary problems={state.problems} />
        {sections.map((section) => (
          <Section key={section.id} section={section} typed={typed} messages={messages}>
            {section.id === 'employer' && <KnownEmployers form={form} name={wordsOf(typed, 'employer.name')} ask={askEmployers} onChosen={changed} />}
            {section.id === 'procedure' && preview?.kind === 'preview' && preview.textChoices.length > 0 && (
              <TextChoice choices={preview.textChoices} error={messages['frame.chosenRegime']} />
            )}
          </Section>
        ))}
        <Owners basins={basins} people={people} asksCounsellor={asksCounsellor} typed={typed} messages={messages} />
        {stands && state.duplicates.length > 0 && <DuplicatesPanel duplicates={state.duplicates} pending={pending} />}
        {stands && state.refusal !== null && <RefusalPanel refusal={state.refusal} />}
        <div className="acts">
          <SubmitButton pending={pending}>{t('open')}</SubmitButton>
          <LinkButton look="ghost" href="/dossiers">{t('cancel')}</LinkButton>
        </div>
      </div>
      <OpeningPanel preview={preview ?? INCOMPLETE} motiveMissing={motiveMissing(typed)} />
    </form>
  )
}

function wordsOf(typed: FieldValues, path: string): string {
  const value = typed[path]
  return typeof value === 'string' ? value : ''
}

function motiveMissing(typed: FieldValues): boolean {
  return (typed['proposal_handed_over.on'] ?? '') !== '' && (typed['motive_notified.on'] ?? '') === '' && (typed['accepted.on'] ?? '') === ''
}

interface SectionProps {
  readonly section: SectionView
  readonly typed: FieldValues
  readonly messages: FieldMessages
  readonly children?: ReactNode
}

function Section({ section, typed, messages, children }: SectionProps) {
  const shown = section.fields.filter((field) => shows(field, typed))
  if (shown.length === 0) return null
  const questions = (
    <div className="opening-fields">
      {shown.map((field) => <ActFieldInput key={field.path} field={field} values={START} messages={messages} />)}
      {children}
    </div>
  )
  const failing = shown.some(({ path }) => messages[path] !== undefined)
  return (
    <section className="card" aria-labelledby={`opening-${section.id}`}>
      <div className="card-h"><h2 id={`opening-${section.id}`}>{section.title}</h2></div>
      <div className="card-b">
        {section.folded
          ? <details open={failing || undefined}><summary>{section.lead}</summary>{questions}</details>
          : <>{section.lead !== '' && <p className="sm muted opening-lead">{section.lead}</p>}{questions}</>}
      </div>
    </section>
  )
}

const START: FieldValues = { 'frame.entryPath': 'employer' }

function TextChoice({ choices, error }: { readonly choices: readonly OptionView[]; readonly error: string | undefined }) {
  const t = useTranslations('opening.textChoice')
  const common = useTranslations('common')
  return <SelectField name="frame.chosenRegime" label={t('label')} hint={t('hint')} error={error} choices={choices} placeholder={common('choose')} />
}

function Owners({ basins, people, asksCounsellor, typed, messages }: Pick<OpeningFormProps, 'basins' | 'people' | 'asksCounsellor'> & {
  readonly typed: FieldValues
  readonly messages: FieldMessages
}) {
  const t = useTranslations('opening.owners')
  const common = useTranslations('common')
  const basin = typeof typed['basinCode'] === 'string' ? typed['basinCode'] : (basins[0]?.value ?? '')
  const here = people.filter(({ basinCode }) => basinCode === basin)
  return (
    <section className="card" aria-labelledby="opening-owners">
      <div className="card-h"><h2 id="opening-owners">{t('title')}</h2></div>
      <div className="card-b opening-fields">
        <SelectField name="basinCode" label={t('basin')} error={messages['basinCode']} choices={basins} defaultValue={basins[0]?.value} />
        {asksCounsellor && <SelectField name="counsellorId" label={t('counsellor')} error={messages['counsellorId']} choices={here} placeholder={common('choose')} />}
        <SelectField name="referentId" label={t('referent')} error={messages['referentId']} optional choices={here} placeholder={t('noReferent')} />
      </div>
    </section>
  )
}
