'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { SubmitButton } from '../ui/submit-button.tsx'
import { toast } from '../ui/toast.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'

export interface KeysSaved {
  /** How many times it was saved: a notice for each. */
  readonly times: number
}

/** Whether keys pressed alone are shortcuts, kept with the account. */
export function KeysForm({ singleKeys, save }: { readonly singleKeys: boolean; readonly save: FormAction<KeysSaved> }) {
  const t = useTranslations('help.keys')
  const { state, pending, formProps } = useKeptForm(save, { times: 0 })
  useEffect(() => {
    if (state.times > 0) toast({ text: t('saved') })
  }, [state, t])
  return (
    <form key={String(singleKeys)} {...formProps} className="form">
      <label className="choice">
        <input type="checkbox" name="singleKeys" defaultChecked={singleKeys} />
        <span>{t('settingLabel')}<small>{t('settingHint')}</small></span>
      </label>
      <div className="acts"><SubmitButton look="plain" pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
