'use client'

import { useTranslations } from 'next-intl'
import { TERRITORY_LEVELS } from '../../lib/indicators/slices.ts'
import type { CommitteeList } from '../../lib/steering/committees/queries.ts'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { describeField, Field } from '../ui/field.tsx'
import { NOTHING_WRONG } from '../ui/form-state.ts'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { GestureAction } from './gesture.ts'

/** Sets up the committee of a place. */
export function FoundForm({ places, action }: { readonly places: CommitteeList['places']; readonly action: GestureAction }) {
  const t = useTranslations('committees')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  const place = { name: 'place', label: t('found.place'), error: error('place') }
  const { id, describedBy, invalid } = describeField(place)
  return (
    <form {...formProps} className="form committee-found">
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <Field {...place}>
        <select id={id} name="place" className="input" defaultValue="" aria-describedby={describedBy} aria-invalid={invalid}>
          <option value="">{t('found.choose')}</option>
          {TERRITORY_LEVELS.toReversed().map((level) => {
            const held = places.filter((one) => one.level === level)
            return held.length === 0 ? null : <optgroup key={level} label={t(`levels.${level}`)}>{held.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}</optgroup>
          })}
        </select>
      </Field>
      <TextField name="name" label={t('found.name')} hint={t('found.nameHint')} error={error('name')} maxLength={200} />
      <TextField name="secretariat" label={t('found.secretariat')} hint={t('found.secretariatHint')} error={error('secretariat')} maxLength={300} optional />
      <DateField name="since" label={t('found.since')} hint={t('found.sinceHint')} error={error('since')} />
      <SubmitButton pending={pending}>{t('found.submit')}</SubmitButton>
    </form>
  )
}
