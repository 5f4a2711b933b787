'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { describeField, Field } from '@/components/ui/field.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { IMPORTED } from '@/lib/indicators/definitions.ts'
import { ADD_FIGURE, IMPORTS } from './address.ts'
import { NOT_KEPT, type ImportFormState } from './import-state.ts'
import { SHEET_EXAMPLE } from './sheet-example.ts'

/** Several figures at once, from a sheet given as a file or pasted: all of them, or none. */
export function SheetDrawer({ action }: { readonly action: FormAction<ImportFormState> }) {
  const t = useTranslations('imports')
  const indicators = useTranslations('indicators')
  const common = useTranslations('common')
  const router = useRouter()
  const example = useId()
  const { state, pending, formProps } = useKeptForm(action, NOT_KEPT)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  const file = { name: 'file', label: t('sheet.file'), error: error('file'), optional: true }
  const { id, describedBy, invalid } = describeField(file)
  return (
    <Drawer title={t('sheet.title')} onClose={() => router.push(IMPORTS, { scroll: false })}>
      <p className="sm muted">{t('sheet.lead')} <a href={ADD_FIGURE}>{t('sheet.typeInstead')}</a></p>
      <form {...formProps} className="form">
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {state.lines.length > 0 && (
          <div className="refusal" role="alert"><h3>{t('sheet.bad')}</h3><ul className="bul">{state.lines.map((line) => <li key={line}>{line}</li>)}</ul></div>
        )}
        <Field {...file}>
          <input className="input file-input" type="file" id={id} name="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby={describedBy} aria-invalid={invalid} />
        </Field>
        <TextArea name="sheet" label={t('sheet.pasted')} hint={t('sheet.pastedHint')} error={error('sheet')} rows={6} dir="ltr" wrap="off" spellCheck={false} optional />
        <section aria-labelledby={example}>
          <h3 id={example} className="imports-how">{t('sheet.how')}</h3>
          <p className="sm">{t('sheet.columns')}</p>
          <textarea className="input imports-example" readOnly wrap="off" rows={4} dir="ltr" spellCheck={false} aria-label={t('sheet.example')} defaultValue={SHEET_EXAMPLE} onFocus={(event) => event.currentTarget.select()} />
          <details className="imports-names">
            <summary>{t('sheet.names')}</summary>
            <ul>{IMPORTED.map(({ id: code }) => <li key={code}>{indicators(`${code}.name`)} <code>{code}</code></li>)}</ul>
          </details>
        </section>
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('sheet.keep')}</SubmitButton>
          <LinkButton look="ghost" href={IMPORTS} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
