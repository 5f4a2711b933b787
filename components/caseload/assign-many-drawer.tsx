'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { LoadsBeforeAfter } from '../team/loads-preview.tsx'
import { CheckboxGroup } from '../ui/choice-fields.tsx'
import { Notice, Skeleton } from '../ui/notices.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { BulkForm, problemAt } from './bulk-form.tsx'
import type { AssignForeseen, DeskActions, ReceiverChoice } from './desk-form.ts'
import type { Picked } from './desk-state.ts'

export interface AssignManyDrawerProps {
  readonly picked: Picked
  readonly actions: Pick<DeskActions, 'receivers' | 'previewAssign' | 'assign'>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Giving the files picked to one colleague, or sharing them out among several, the loads foreseen. */
export function AssignManyDrawer({ picked, actions, onClose, onDone }: AssignManyDrawerProps) {
  const t = useTranslations('bulk')
  const team = useTranslations('team')
  const [colleagues, setColleagues] = useState<readonly ReceiverChoice[] | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [foreseen, foresee] = useState<AssignForeseen>(null)
  const [waiting, start] = useTransition()
  useEffect(() => start(async () => setColleagues(await actions.receivers())), [actions])
  function choose(ids: readonly string[], asked: Picked) {
    setChosen(ids)
    start(async () => foresee(ids.length === 0 ? null : await actions.previewAssign(asked, ids)))
  }
  const preview = foreseen !== null && 'count' in foreseen ? foreseen : null
  return (
    <BulkForm
      title={(count) => t('assign.title', { count })} picked={picked} action={actions.assign} onClose={onClose} onDone={onDone}
      changedTo={foreseen !== null && 'changedTo' in foreseen ? foreseen.changedTo : null}
      save={(count) => t('assign.save', { count: preview?.count ?? count })}
    >
      {(state, asked) => colleagues === null ? <Skeleton lines={4} /> : (
        <>
          <CheckboxGroup
            name="toIds" label={t('assign.to')} hint={t('assign.toHint')} error={problemAt(state, 'toIds')} values={chosen} onChange={(ids) => choose(ids, asked)}
            options={colleagues.map(({ id, name, live, basins }) => ({ value: id, label: name, detail: team('all.detail', { count: live, basins }) }))}
          />
          {foreseen !== null && 'notice' in foreseen && <div role="alert"><Notice>{foreseen.notice}</Notice></div>}
          <LoadsBeforeAfter preview={preview} waiting={waiting} />
          {preview !== null && preview.already > 0 && <p className="sm muted">{t('assign.already', { count: preview.already })}</p>}
          {preview !== null && preview.closed > 0 && <p className="sm muted">{t('assign.closed', { count: preview.closed })}</p>}
          <TextArea name="reason" label={team('reason')} hint={team('reasonHint')} rows={3} maxLength={2000} error={problemAt(state, 'reason')} required />
        </>
      )}
    </BulkForm>
  )
}
