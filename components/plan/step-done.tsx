'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'

export interface StepMark {
  readonly reference: string
  readonly planVersion: number
  readonly lineId: string
  readonly stepId: string
  readonly done: boolean
}

/** Marks a step done today, or not done after all; answers with what to say when it could not be. */
export type StepAction = (mark: StepMark) => Promise<string | null>

/** One press for a step that is done; one more takes it back. */
export function StepDone({ what, action, ...mark }: StepMark & { readonly what: string; readonly action: StepAction }) {
  const t = useTranslations('plan')
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <button type="button" className="why no-print" disabled={pending} onClick={() => start(async () => setRefused(await action({ ...mark, done: !mark.done })))}>
        {mark.done ? t('notDone') : t('markDone')}<span className="vh"> : {what}</span>
      </button>
      {refused !== null && <span className="sm plan-refused" role="alert">{refused}</span>}
    </>
  )
}
