'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition, type ReactNode } from 'react'
import { Notice, Skeleton } from '../ui/notices.tsx'
import { SelectField } from '../ui/text-fields.tsx'
import { BulkForm, problemAt } from './bulk-form.tsx'
import type { DeskActions, MessageModel } from './desk-form.ts'
import type { Picked } from './desk-state.ts'

export interface MessageManyDrawerProps {
  readonly picked: Picked
  readonly actions: Pick<DeskActions, 'models' | 'message'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Writing to the people of the files picked from one model, each letter filled from its own file. */
export function MessageManyDrawer({ picked, actions, onClose, onDone }: MessageManyDrawerProps) {
  const t = useTranslations('bulk')
  const [models, setModels] = useState<Awaited<ReturnType<DeskActions['models']>> | null>(null)
  const [chosen, setChosen] = useState('')
  const [, start] = useTransition()
  useEffect(() => start(async () => setModels(await actions.models())), [actions])
  return (
    <BulkForm title={(count) => t('message.title', { count })} picked={picked} action={actions.message} onClose={onClose} onDone={onDone} save={(count) => t('message.save', { count })}>
      {(state) => models === null ? <Skeleton lines={2} /> : models.length === 0 ? <Notice>{t('message.noModel')}</Notice> : (
        <>
          <p className="hint">{t('message.lead')}</p>
          <SelectField
            name="templateId" label={t('message.model')} choices={models.map(({ value, label }) => ({ value, label }))} error={problemAt(state, 'templateId')} required
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <ModelWords model={models.find(({ value }) => value === chosen) ?? models[0]} />
        </>
      )}
    </BulkForm>
  )
}

/** What will be written, with the names of what each file fills in: nobody sends to many what they have not read. */
function ModelWords({ model }: { readonly model: MessageModel | undefined }) {
  const t = useTranslations('bulk.message')
  if (model === undefined) return null
  return (
    <figure className="model-words" aria-live="polite">
      <figcaption>{t('words')}</figcaption>
      <p><b>{marked(model.subject)}</b></p>
      <p className="model-body">{marked(model.body)}</p>
    </figure>
  )
}

/** A text whose tokens stand out. */
function marked(text: string): readonly ReactNode[] {
  return text.split(/(\{\{[^{}]*\}\})/u).map((piece, at) => (at % 2 === 0 ? piece : <span className="tag" key={`${at}-${piece}`}>{piece.slice(2, -2).trim()}</span>))
}
