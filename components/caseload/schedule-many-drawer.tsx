'use client'
import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { SelectField, TextField } from '../ui/text-fields.tsx'
import { BulkForm, problemAt } from './bulk-form.tsx'
import type { DeskAction } from './desk-form.ts'
import type { Picked } from './desk-state.ts'

const KINDS = ['contact', 'pre_bilan', 'plan', 'month4_review', 'work_review', 'final_interview', 'follow_up', 'other'] as const
const LENGTHS = ['15', '20', '30', '45', '60', '90'] as const
const MEANS = ['meeting', 'phone', 'video'] as const

export interface ScheduleManyDrawerProps {
  readonly picked: Picked
  readonly action: DeskAction
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One appointment a file, one after the other from a day and a time on, in the agenda of who follows each. */
export function ScheduleManyDrawer({ picked, action, onClose, onDone }: ScheduleManyDrawerProps) {
  const t = useTranslations('bulk')
  return (
    <BulkForm title={(count) => t('schedule.title', { count })} picked={picked} action={action} onClose={onClose} onDone={onDone} save={(count) => t('schedule.save', { count })}>
      {(state) => (
        <>
          <p className="hint">{t('schedule.lead')}</p>
          <SelectField name="kind" label={t('schedule.kind')} defaultValue="contact" choices={KINDS.map((value) => ({ value, label: t(`schedule.kinds.${value}`) }))} error={problemAt(state, 'kind')} />
          <DateField name="from" label={t('schedule.from')} error={problemAt(state, 'from')} required />
          <div className="duo">
            <TextField name="time" type="time" label={t('schedule.time')} defaultValue="09:00" error={problemAt(state, 'time')} required />
            <TextField name="until" type="time" label={t('schedule.until')} defaultValue="17:00" error={problemAt(state, 'until')} required />
          </div>
          <SelectField name="minutes" label={t('schedule.minutes')} defaultValue="30" choices={LENGTHS.map((value) => ({ value, label: t('schedule.length', { minutes: Number(value) }) }))} error={problemAt(state, 'minutes')} />
          <ChoiceGroup name="means" label={t('schedule.means')} defaultValue="meeting" options={MEANS.map((value) => ({ value, label: t(`schedule.by.${value}`) }))} />
          <TextField name="place" label={t('schedule.place')} maxLength={200} optional error={problemAt(state, 'place')} />
        </>
      )}
    </BulkForm>
  )
}
