'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { describeField, Field } from '@/components/ui/field.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField, TextArea, TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { IMPORTED } from '@/lib/indicators/definitions.ts'
import type { ImportedFigure } from '@/lib/steering/imports/figures.ts'
import type { NamedPlace } from '@/lib/steering/imports/places.ts'
import { ADD_SHEET, IMPORTS } from './address.ts'
import { NOT_KEPT, type ImportFormState } from './import-state.ts'
import { useImportWords, type ImportedUnit } from './import-words.ts'

interface FigureDrawerProps {
  /** The figure replaced; `null` for one typed whole. */
  readonly figure: ImportedFigure | null
  /** Names of basins, by code. */
  readonly basins: Readonly<Record<string, string>>
  /** Where a figure can be about, but for the nation. */
  readonly places: readonly NamedPlace[]
  readonly action: FormAction<ImportFormState>
}

/** A figure published elsewhere, typed one by one; or what one says now, and why. */
export function FigureDrawer({ figure, basins, places, action }: FigureDrawerProps) {
  const { t, locale, value, period, place, name } = useImportWords()
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOT_KEPT)
  const [unit, setUnit] = useState<ImportedUnit | null>(figure === null ? null : (IMPORTED.find(({ id }) => id === figure.indicator)?.unit ?? null))
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  const amount = figure?.amount ?? ''
  return (
    <Drawer title={t(figure === null ? 'form.add' : 'form.replace')} onClose={() => router.push(IMPORTS, { scroll: false })}>
      {figure === null
        ? <p className="sm muted">{t('form.lead')} <a href={ADD_SHEET}>{t('form.sheetInstead')}</a></p>
        : <p className="sm">{t('form.replaced', { indicator: name(figure.indicator), place: place(figure.place, (code) => basins[code]), period: period(figure), value: value(figure.indicator, figure.amount) })}</p>}
      <form {...formProps} className="form">
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {figure === null ? (
          <>
            <SelectField
              name="indicator" label={t('field.indicator')} error={error('indicator')} placeholder={common('choose')} choices={IMPORTED.map(({ id }) => ({ value: id, label: name(id) }))}
              onChange={(event) => setUnit(IMPORTED.find(({ id }) => id === event.currentTarget.value)?.unit ?? null)} required
            />
            <PlaceField places={places} error={error('place')} />
            <DateField name="from" label={t('field.from')} error={error('from')} required />
            <DateField name="to" label={t('field.to')} hint={t('form.toHint')} error={error('to')} required />
          </>
        ) : (
          (['indicator', 'place', 'from', 'to'] as const).map((field) => <input key={field} type="hidden" name={field} value={figure[field]} />)
        )}
        <TextField name="amount" label={t('field.amount')} hint={t(`form.amountHint.${unit ?? 'unknown'}`)} error={error('amount')} defaultValue={locale === 'fr' ? amount.replace('.', ',') : amount} inputMode="decimal" autoComplete="off" required />
        <TextField name="sourceTitle" label={t('field.sourceTitle')} hint={t('form.sourceHint')} error={error('sourceTitle')} defaultValue={figure?.sourceTitle} autoComplete="off" maxLength={200} required />
        <TextField name="sourceUrl" label={t('field.sourceUrl')} hint={t('form.addressHint')} error={error('sourceUrl')} defaultValue={figure?.sourceUrl ?? ''} inputMode="url" dir="ltr" autoComplete="off" maxLength={500} optional />
        <DateField name="publishedOn" label={t('field.publishedOn')} error={error('publishedOn')} defaultValue={figure?.publishedOn} required />
        <TextArea name="reason" label={t('field.reason')} hint={t(figure === null ? 'form.reasonIfAny' : 'form.reasonHint')} error={error('reason')} rows={2} optional={figure === null} required={figure !== null} />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t(figure === null ? 'form.keep' : 'form.keepInstead')}</SubmitButton>
          <LinkButton look="ghost" href={IMPORTS} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}

/** The nation, a region, a department or a basin. */
function PlaceField({ places, error }: { readonly places: readonly NamedPlace[]; readonly error: string | undefined }) {
  const t = useTranslations('imports')
  const common = useTranslations('common')
  const field = { name: 'place', label: t('field.place'), error }
  const { id, describedBy, invalid } = describeField(field)
  return (
    <Field {...field}>
      <select className="input" id={id} name="place" defaultValue="" aria-describedby={describedBy} aria-invalid={invalid} required>
        <option value="">{common('choose')}</option>
        <option value="nation">{t('place.nation')}</option>
        {(['region', 'department', 'basin'] as const).map((level) => (
          <optgroup key={level} label={t(`place.group.${level}`)}>
            {places.filter((one) => one.level === level).map(({ place, code, name }) => <option key={place} value={place}>{level === 'department' ? t('place.department', { name, code }) : name}</option>)}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
