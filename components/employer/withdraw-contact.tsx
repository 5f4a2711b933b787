'use client'

import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/submit-button.tsx'

interface WithdrawContactProps {
  readonly employerId: string
  readonly contactId: string
  readonly name: string
  readonly action: (form: FormData) => Promise<void>
}

/** Takes someone out of those to speak to. */
export function WithdrawContact({ employerId, contactId, name, action }: WithdrawContactProps) {
  const t = useTranslations('employers.contacts')
  return (
    <form action={action}>
      <input type="hidden" name="employerId" value={employerId} />
      <input type="hidden" name="contactId" value={contactId} />
      <SubmitButton look="ghost" aria-label={t('withdrawOf', { name })}>{t('withdraw')}</SubmitButton>
    </form>
  )
}
