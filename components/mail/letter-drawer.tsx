'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Drawer } from '@/components/ui/drawer.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

interface LetterDrawerProps {
  readonly id: string
  readonly subject: string
  readonly mayRetry: boolean
  readonly mayCancel: boolean
  readonly closeHref: string
  readonly action: FormAction<FormState>
  readonly children: ReactNode
}

/** One e-mail, with what may still be done about it. */
export function LetterDrawer({ id, subject, mayRetry, mayCancel, closeHref, action, children }: LetterDrawerProps) {
  const t = useTranslations('mail')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <Drawer title={<span dir="auto">{subject}</span>} onClose={() => router.push(closeHref, { scroll: false })}>
      <div className="letter">
        {children}
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        {(mayRetry || mayCancel) && (
          <form {...formProps}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="back" value={closeHref} />
            <div className="acts">
              {mayRetry && <SubmitButton name="do" value="retry" pending={pending}>{t('retry')}</SubmitButton>}
              {mayCancel && <SubmitButton name="do" value="cancel" look="plain" pending={pending}>{t('cancel')}</SubmitButton>}
            </div>
          </form>
        )}
      </div>
    </Drawer>
  )
}
