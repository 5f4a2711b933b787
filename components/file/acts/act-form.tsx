'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Term } from '@/components/help/term.tsx'
import { TERM_OF_ACT } from '@/components/help/terms-of.ts'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useAsOpened } from '@/components/ui/use-as-opened.ts'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { ActFieldInput, type FieldValues } from './act-fields.tsx'
import { NOTHING_SENT, type ActState, type PreviewView } from './act-state.ts'
import { EffectPanel, type WatchedDate } from './effect-panel.tsx'
import type { FieldView } from './form-view.ts'
import { RefusalPanel } from './refusal-panel.tsx'
import { StalePanel } from './stale-panel.tsx'
import { shows, textsOf } from './typed-fields.ts'
import { usePreview } from './use-preview.ts'

export interface ActFormProps {
  readonly title: string
  readonly lead: string | null
  readonly save: string
  readonly fields: readonly FieldView[]
  readonly values: FieldValues
  /** What identifies the act: file, version, submission, kind, fact corrected. */
  readonly hidden: Readonly<Record<string, string>>
  readonly asksReason: boolean
  /** Dates said unchanged when the act leaves them. */
  readonly watched: readonly WatchedDate[]
  readonly closeHref: string
  readonly action: FormAction<ActState>
  readonly ask: (form: FormData) => Promise<PreviewView>
}

const FAILED: PreviewView = { kind: 'failed' }

/** An act of a file, in the drawer: its questions, what it would change, and the button that records it. */
export function ActForm({ title, lead, save, fields, values, hidden, asksReason, watched, closeHref, action, ask }: ActFormProps) {
  const t = useTranslations('acts.form')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_SENT)
  const { preview, computing, refresh } = usePreview(form, ask, FAILED)
  const [typed, setTyped] = useState<FieldValues>(values)
  // A refusal stands until the form is touched again: from then on, the live effect speaks.
  const [touched, setTouched] = useState<ActState | null>(null)
  const messages = Object.fromEntries(state.problems.map(({ field, message }) => [field, message]))
  const term = hidden['mode'] === 'record' ? TERM_OF_ACT[hidden['kind'] ?? ''] : undefined
  const opened = useAsOpened(hidden)
  // One more fact joins the file as it now is, a colleague's included, since the page has just shown it; what rewrites a fact
  // is judged on the file as it was read.
  const current = { ...opened, ...(hidden['mode'] === 'record' ? { version: hidden['version'] ?? '' } : {}) }
  const version = state.stale === null ? current['version'] : String(state.stale.version)

  const fileVersion = hidden['version']
  useEffect(() => refresh(), [fileVersion, refresh])

  // An answer given before the page's script took over may open other questions.
  useEffect(() => {
    if (form.current !== null) setTyped(textsOf(new FormData(form.current)))
  }, [])

  // Who came straight to the act, from the palette or by a key, goes on writing: the cursor waits in the first free text.
  useEffect(() => {
    if (new URLSearchParams(window.location.search).get('saisie') === '1') form.current?.querySelector<HTMLElement>('textarea')?.focus()
  }, [])

  function changed(): void {
    if (form.current !== null) setTyped(textsOf(new FormData(form.current)))
    setTouched(state)
    refresh()
  }

  return (
    <Drawer title={title} onClose={() => router.push(closeHref, { scroll: false })}>
      {lead !== null && <p className="sm muted">{lead}</p>}
      {term !== undefined && <p className="hint"><Term name={term} asks /></p>}
      <form
        {...formProps} ref={form} className="form" onChange={changed}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing && !pending) {
            event.preventDefault()
            form.current?.requestSubmit()
          }
        }}
      >
        {Object.entries(current).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={name === 'version' ? version : value} />
        ))}
        <ErrorSummary problems={state.problems} />
        {fields.filter((field) => shows(field, typed)).map((field) => (
          <ActFieldInput key={field.path} field={field} values={values} messages={messages} />
        ))}
        {asksReason && <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} error={messages['reason']} rows={2} />}
        {state.stale !== null && <StalePanel stale={state.stale} />}
        {state.refusal === null || touched === state ? <EffectPanel preview={preview} computing={computing} watched={watched} /> : <RefusalPanel refusal={state.refusal} />}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{state.stale === null ? save : <Again />}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{t('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}

function Again() {
  const t = useTranslations('acts.stale')
  return <>{t('again')}</>
}

