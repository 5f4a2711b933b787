'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { Locale } from '../../lib/wording/locale.ts'
import { locales } from '../../lib/wording/locale.ts'
import { themes, type Theme } from '../../lib/wording/theme.ts'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { toast } from '../ui/toast.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'

export interface DisplaySaved {
  /** How many times it was saved: a notice for each. */
  readonly times: number
}

interface DisplayFormProps {
  readonly locale: Locale
  readonly theme: Theme
  readonly save: FormAction<DisplaySaved>
}

const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** Language and theme, kept with the account. */
export function DisplayForm({ locale, theme, save }: DisplayFormProps) {
  const t = useTranslations('account.display')
  const languages = useTranslations('shell.language')
  const { state, pending, formProps } = useKeptForm(save, { times: 0 })
  useEffect(() => {
    if (state.times > 0) toast({ text: t('saved') })
  }, [state, t])
  return (
    <form key={`${locale}-${theme}`} {...formProps} className="form">
      <div className="duo">
        <ChoiceGroup
          name="locale"
          label={t('language')}
          defaultValue={locale}
          options={locales.map((value) => ({ value, label: <span lang={value}>{languages(value)}</span> }))}
        />
        <ChoiceGroup
          name="theme"
          label={t('theme')}
          defaultValue={theme}
          options={themes.map((value) => ({ value, label: t(themeWords[value]) }))}
        />
      </div>
      <div className="acts"><SubmitButton look="plain" pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
