'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { AbsenceForm, type AbsenceFormProps } from './absence-form.tsx'

/** One's own absences, and the form of a new one, opened when asked for. */
export function OwnAbsences({ children, ...form }: AbsenceFormProps & { readonly children: ReactNode }) {
  const t = useTranslations('handover')
  const [telling, setTelling] = useState(false)
  return (
    <>
      <p className="muted">{t('own.lead')}</p>
      {children}
      {telling ? <><p className="hint">{t('absence.ownLead')}</p><AbsenceForm {...form} /></> : <p className="own-absence-tell"><Button onClick={() => setTelling(true)}>{t('own.tell')}</Button></p>}
    </>
  )
}
