'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DocumentPaper } from '@/components/documents/document-paper.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DoneNotice, Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import type { DocumentContent, DocumentKindName } from '@/lib/documents/content.ts'
import type { KnownTokens } from '@/lib/templates/checked-template.ts'
import { TOKEN_GROUPS, TOKENS } from '@/lib/templates/tokens.ts'
import type { WordedProblem } from './problem-words.ts'

export interface ShownPreview {
  readonly content: DocumentContent
  readonly missingTokens: readonly string[]
}

export interface TemplateState {
  readonly problems: readonly WordedProblem[]
  readonly notice: string | null
  readonly saved: string | null
  /** The version now in force. */
  readonly version: number
  readonly preview: ShownPreview | null
  /** Our text, once it was put back. */
  readonly restored: string | null
}

interface TemplateFormProps {
  readonly template: { readonly kind: DocumentKindName; readonly version: number; readonly body: string; readonly ours: string; readonly own: boolean; readonly known: KnownTokens }
  readonly preview: ShownPreview | null
  readonly action: FormAction<TemplateState>
}

/** Where a line begins in a text. */
function startOf(text: string, line: number): number {
  return text.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
}

/** A template as it is written: its text, the tokens to insert, what is wrong and where, and the document it gives. */
export function TemplateForm({ template, preview, action }: TemplateFormProps) {
  const t = useTranslations('templates')
  const [body, setBody] = useState(template.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const keeping: FormAction<TemplateState> = async (before, form) => {
    const answer = await action(before, form)
    if (answer.restored !== null) setBody(answer.restored)
    return answer
  }
  const { state, pending, formProps } = useKeptForm(keeping, { problems: [], notice: null, saved: null, version: template.version, preview, restored: null })
  const shown = state.preview ?? preview
  const insert = (text: string) => {
    const at = area.current?.selectionStart ?? body.length
    const end = area.current?.selectionEnd ?? at
    setBody(body.slice(0, at) + text + body.slice(end))
    area.current?.focus()
    requestAnimationFrame(() => area.current?.setSelectionRange(at + text.length, at + text.length))
  }
  const goTo = (line: number) => {
    const at = startOf(body, line)
    area.current?.focus()
    area.current?.setSelectionRange(at, at + (body.split('\n')[line - 1]?.length ?? 0))
  }
  return (
    <form {...formProps} className="tpl-edit">
      <input type="hidden" name="kind" value={template.kind} />
      <input type="hidden" name="version" value={state.version} />
      <input type="hidden" name="ours" value={template.ours} />
      <div className="tpl-write">
        {state.saved !== null && <DoneNotice title={state.saved} />}
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <Problems problems={state.problems} goTo={goTo} replace={(token, near) => setBody(body.replaceAll(new RegExp(`\\{\\{\\s*${token}\\s*\\}\\}`, 'gu'), `{{${near}}}`))} />
        <div className="field">
          <label htmlFor="tpl-body">{t('body')}</label>
          <p className="hint" id="tpl-body-hint">{t('bodyHint')}</p>
          <textarea ref={area} id="tpl-body" name="body" className="input tpl-body" lang="fr" dir="auto" spellCheck rows={24} aria-describedby="tpl-body-hint" aria-invalid={state.problems.length > 0} value={body} onChange={(event) => setBody(event.currentTarget.value)} />
        </div>
        <Tokens known={template.known} insert={insert} />
        <div className="tpl-verbs">
          <SubmitButton name="ask" value="keep" pending={pending}>{t('keep')}</SubmitButton>
          {template.own && <SubmitButton name="ask" value="restore" look="plain" pending={pending}>{t('restore')}</SubmitButton>}
        </div>
      </div>
      <section className="tpl-read" aria-labelledby="apercu">
        <div className="tpl-read-h">
          <h2 id="apercu">{t('preview')}</h2>
          <TextField name="reference" label={t('previewOn')} hint={t('previewOnHint')} placeholder="RB-2026-00001" />
          <SubmitButton name="ask" value="preview" look="plain" pending={pending} pendingWords={t('previewing')}>{t('refresh')}</SubmitButton>
        </div>
        {shown !== null && (
          <>
            {shown.missingTokens.length > 0 && <Notice>{t('previewMissing', { count: shown.missingTokens.length })}</Notice>}
            <DocumentPaper content={shown.content} number={null} foot={t('previewFoot')} />
          </>
        )}
      </section>
    </form>
  )
}

function Problems({ problems, goTo, replace }: { readonly problems: readonly WordedProblem[]; readonly goTo: (line: number) => void; readonly replace: (token: string, near: string) => void }) {
  const t = useTranslations('templates')
  const summary = useRef<HTMLDivElement>(null)
  // Told where the eye and the screen reader are: the answer comes far above the button.
  useEffect(() => summary.current?.focus(), [problems])
  if (problems.length === 0) return null
  return (
    <div ref={summary} tabIndex={-1} className="error-summary tpl-problems" role="alert">
      <h2>{t('refused', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ message, line, instead }, index) => (
          <li key={index} className="tpl-problem">
            <span>{message}</span>
            {line !== null && <Button onClick={() => goTo(line)}>{t('goTo', { line })}</Button>}
            {instead !== null && <Button onClick={() => replace(instead.token, instead.near)}>{t('putInstead', { near: instead.near })}</Button>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The tokens by what they are about, each a button that writes it where the cursor stands. */
function Tokens({ known, insert }: { readonly known: KnownTokens; readonly insert: (text: string) => void }) {
  const t = useTranslations('templates')
  const locale = useLocale()
  return (
    <details className="tpl-tokens">
      <summary>{t('tokens')}</summary>
      <h3>{t('blocks')}</h3>
      <p className="hint">{t('blocksHint')}</p>
      <ul>{known.blocks.map((name) => <li key={name}><Button onClick={() => insert(`\n\n{{${name}}}\n\n`)}>{`{{${name}}}`}{known.required.includes(name) && <small> {t('required')}</small>}</Button></li>)}</ul>
      {TOKEN_GROUPS.map((group) => (
        <div key={group}>
          <h3>{t(`groups.${group}`)}</h3>
          <ul>{TOKENS.filter((token) => token.group === group).map(({ name, label }) => <li key={name}><Button onClick={() => insert(`{{${name}}}`)} title={`{{${name}}}`}>{label[locale]}</Button></li>)}</ul>
        </div>
      ))}
    </details>
  )
}
