'use client'
import { useTranslations } from 'next-intl'
import Image from 'next/image'
import { useState } from 'react'
import { describeField, Field } from '@/components/ui/field.tsx'
import { DoneNotice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'

export interface LogoState {
  readonly saved: string | null
  readonly problem: string | null
}
export interface LogoShown {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** Heaviest logo taken, as the server holds it too. */
const LIMIT = 204_800

/** The image at the head of documents: PNG or JPEG, 200 KB at most. */
export function LogoForm({ operatorName, logo, action }: { readonly operatorName: string; readonly logo: LogoShown | null; readonly action: FormAction<LogoState> }) {
  const t = useTranslations('templates.logo')
  const { state, pending, formProps } = useKeptForm(action, { saved: null, problem: null })
  // Told before it is sent: a heavy file would be cut off on its way.
  const [heavy, setHeavy] = useState(false)
  const problem = heavy ? t('too_heavy') : state.problem
  const field = { name: 'logo', label: t('file'), hint: t('hint'), error: problem ?? undefined }
  const { id, describedBy, invalid } = describeField(field)
  return (
    <form {...formProps} className="form tpl-logo">
      {state.saved !== null && !heavy && <DoneNotice title={state.saved} />}
      <div className="tpl-head">
        {logo === null
          ? <span className="op-logo" aria-hidden="true">{[...operatorName][0]?.toLocaleUpperCase('fr')}</span>
          // The operator's own file, given as it is: nothing to resize.
          : <Image unoptimized src={`/api/documents/logo?v=${logo.bytes}-${logo.width}`} alt={t('alt', { name: operatorName })} width={40} height={40} />}
        <p><b>{operatorName}</b><span className="muted sm">{logo === null ? t('none') : t('size', { width: logo.width, height: logo.height })}</span></p>
      </div>
      <Field {...field}>
        <input className="input" id={id} name="logo" type="file" accept="image/png,image/jpeg" aria-describedby={describedBy} aria-invalid={invalid} onChange={(event) => setHeavy((event.currentTarget.files?.[0]?.size ?? 0) > LIMIT)} />
      </Field>
      <div className="tpl-verbs">
        <SubmitButton name="ask" value="set" pending={pending} disabled={heavy}>{t('keep')}</SubmitButton>
        {logo !== null && <SubmitButton name="ask" value="remove" look="plain" pending={pending}>{t('remove')}</SubmitButton>}
      </div>
    </form>
  )
}
