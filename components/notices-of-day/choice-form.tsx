'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice-fields.tsx'
import { FieldSet } from '@/components/ui/field.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { toast } from '@/components/ui/toast.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'

export interface DigestSaved {
  /** How many times it was saved: a notice for each. */
  readonly times: number
}

interface DigestFormProps {
  readonly byMail: boolean
  readonly inApp: boolean
  readonly topics: readonly string[]
  /** What one may choose from; a choice of another role is kept as it stands. */
  readonly all: readonly ('due' | 'assigned' | 'changes' | 'mail' | 'appointments' | 'drifts')[]
  readonly save: FormAction<DigestSaved>
}

/** How one wants to be told each morning, and of what. */
export function DigestForm({ byMail, inApp, topics, all, save }: DigestFormProps) {
  const t = useTranslations('digest.choice')
  const { state, pending, formProps } = useKeptForm(save, { times: 0 })
  useEffect(() => {
    if (state.times > 0) toast({ text: t('saved') })
  }, [state, t])
  return (
    <form {...formProps} className="form">
      {topics.filter((topic) => !all.some((offered) => offered === topic)).map((topic) => <input key={topic} type="hidden" name="topics" value={topic} />)}
      <div className="duo">
        <FieldSet name="digest-how" label={t('how')}>
          <Checkbox name="byMail" label={t('byMail')} detail={t('byMailDetail')} defaultChecked={byMail} />
          <Checkbox name="inApp" label={t('inApp')} detail={t('inAppDetail')} defaultChecked={inApp} />
        </FieldSet>
        <CheckboxGroup name="topics" label={t('what')} defaultValues={topics} options={all.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))} />
      </div>
      <div className="acts"><SubmitButton look="plain" pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
