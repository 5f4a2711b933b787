'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import {
  ACCEPTED_FILES, ATTACHMENT_ERRORS, ATTACHMENT_KINDS, attachedExtension, MOST_ATTACHED, TITLE_LIMIT, type AttachmentError,
} from '@/lib/cases/content/attachment-terms.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'
import { SelectField, TextField, type Choice } from '../ui/text-fields.tsx'
import { toast } from '../ui/toast.tsx'
import { sendFile, type Sending } from './send-file.ts'

export interface AddFormProps {
  readonly reference: string
  /** The acts of the file that a document may go with. */
  readonly facts: readonly Choice[]
}

const FIELDS = { file: 'attachment-file', title: 'attachment-title', kind: 'attachment-kind' } as const

/** What can be told before anything is sent: nobody waits for 2 GB to be refused. */
function known(file: File | null, title: string, kind: string): readonly AttachmentError[] {
  const errors: AttachmentError[] = []
  if (file === null || file.name === '') errors.push('file_missing')
  else if (file.size > MOST_ATTACHED) errors.push('too_large')
  else if (file.size === 0) errors.push('file_empty')
  else if (attachedExtension(file.name) === null) errors.push('type_refused')
  if (title.trim() === '') errors.push('title_missing')
  if (kind === '') errors.push('kind_missing')
  return errors
}

/** Adds a document: chosen, named, sent with its progress told. What was typed stays when it is refused. */
export function AddForm({ reference, facts }: AddFormProps) {
  const t = useTranslations('attachments')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const sending = useRef<Sending | null>(null)
  const [submission, setSubmission] = useState('')
  const [errors, setErrors] = useState<readonly AttachmentError[]>([])
  const [percent, setPercent] = useState<number | null>(null)
  // A number of the form's own, made where it is filled: the server's would differ.
  useEffect(() => setSubmission(crypto.randomUUID()), [])
  useEffect(() => () => sending.current?.cancel(), [])

  const errorAt = (field: 'file' | 'title' | 'kind') => {
    const error = errors.find((one) => ATTACHMENT_ERRORS[one] === field)
    return error === undefined ? undefined : t(`error.${error}`)
  }
  const problems: readonly FieldProblem[] = errors.map((error) => ({ field: FIELDS[ATTACHMENT_ERRORS[error] ?? 'file'], message: t(`error.${error}`) }))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (percent !== null) return
    const given = new FormData(event.currentTarget)
    const file = given.get('file')
    const text = (name: string) => {
      const value = given.get(name)
      return typeof value === 'string' ? value : ''
    }
    const wrong = known(file instanceof File ? file : null, text('title'), text('kind'))
    setErrors(wrong)
    if (wrong.length > 0) return
    // The words before the file: the server knows them when it arrives.
    const ordered = new FormData()
    for (const name of ['submissionId', 'title', 'kind', 'factId']) ordered.set(name, text(name))
    ordered.set('file', file as File)
    setPercent(0)
    sending.current = sendFile(reference, ordered, setPercent)
    const sent = await sending.current.done
    sending.current = null
    setPercent(null)
    if (sent.kind === 'refused') return setErrors([sent.error])
    if (sent.kind === 'cancelled') return
    form.current?.reset()
    setSubmission(crypto.randomUUID())
    toast({ text: t('add.done', { title: sent.title }) })
    router.refresh()
  }

  return (
    <form ref={form} className="form attachment-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      <input type="hidden" name="submissionId" value={submission} />
      <Field name="file" id={FIELDS.file} label={t('add.file')} hint={t('add.fileHint')} error={errorAt('file')}>
        <input
          className="input attachment-file" type="file" name="file" id={FIELDS.file} accept={ACCEPTED_FILES}
          aria-describedby={`${FIELDS.file}-hint${errorAt('file') === undefined ? '' : ` ${FIELDS.file}-error`}`} aria-invalid={errorAt('file') !== undefined || undefined}
        />
      </Field>
      <div className="duo">
        <TextField name="title" id={FIELDS.title} label={t('add.title')} hint={t('add.titleHint')} error={errorAt('title')} maxLength={TITLE_LIMIT} autoComplete="off" />
        <SelectField
          name="kind" id={FIELDS.kind} label={t('add.kind')} error={errorAt('kind')} placeholder={t('add.choose')}
          choices={ATTACHMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      {facts.length > 0 && <SelectField name="factId" id="attachment-fact" label={t('add.fact')} optional placeholder={t('add.noFact')} choices={facts} />}
      <div className="acts attachment-acts">
        {/* `aria-disabled`: the focus stays on the button while the file goes. */}
        <Button look="primary" type="submit" aria-disabled={percent !== null}>{t('add.submit')}</Button>
        {percent !== null && (
          <>
            <Button look="ghost" onClick={() => sending.current?.cancel()}>{t('add.cancel')}</Button>
            <progress className="export-progress" max={100} value={percent} aria-label={t('add.progress')} />
          </>
        )}
        <span role="status" className="muted sm">{percent === null ? '' : percent < 100 ? t('add.sending', { percent: Math.floor(percent / 10) * 10 }) : t('add.checking')}</span>
      </div>
    </form>
  )
}
