'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { Notice, Skeleton } from '../ui/notices.tsx'
import { SelectField } from '../ui/text-fields.tsx'
import { BulkForm, problemAt } from './bulk-form.tsx'
import type { DeskActions } from './desk-form.ts'
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
  const [, start] = useTransition()
  useEffect(() => start(async () => setModels(await actions.models())), [actions])
  return (
    <BulkForm title={(count) => t('message.title', { count })} picked={picked} action={actions.message} onClose={onClose} onDone={onDone} save={(count) => t('message.save', { count })}>
      {(state) => models === null ? <Skeleton lines={2} /> : models.length === 0 ? <Notice>{t('message.noModel')}</Notice> : (
        <>
          <p className="hint">{t('message.lead')}</p>
          <SelectField name="templateId" label={t('message.model')} choices={models} error={problemAt(state, 'templateId')} required />
        </>
      )}
    </BulkForm>
  )
}
