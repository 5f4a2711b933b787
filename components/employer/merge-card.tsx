'use client'

import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import type { EmployerPage } from '@/lib/cases/views/employers.ts'
import { employerHref } from './address.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

interface MergeCardProps {
  readonly page: EmployerPage
  readonly action: FormAction<FormState>
}

/** Records of nearly the same name, to be made one by who manages the basin. */
export function MergeCard({ page, action }: MergeCardProps) {
  const t = useTranslations('employers')
  const [asked, setAsked] = useState<EmployerPage['lookalikes'][number] | null>(null)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <Card id="lookalikes" title={t('merge.title')}>
      <p className="muted sm">{t('merge.lead')}</p>
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <ul className="employer-contacts">
        {page.lookalikes.map((other) => (
          <li key={other.id}>
            <Link href={employerHref(other.id)} dir="auto">
              {t('merge.line', { name: other.name, siret: other.siret === null ? t('one.noSiret') : t('one.siret', { siret: other.siret }), count: other.files })}
            </Link>
            <Button look="ghost" type="button" aria-label={t('merge.doOf', { name: other.name })} onClick={() => setAsked(other)}>{t('merge.do')}</Button>
          </li>
        ))}
      </ul>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={t('merge.confirm')}>
        <p>{t('merge.confirmText', { name: page.name, other: asked?.name ?? '' })}</p>
        <form {...formProps} className="acts">
          <input type="hidden" name="employerId" value={page.id} />
          <input type="hidden" name="other" value={asked?.id ?? ''} />
          <Button type="button" onClick={() => setAsked(null)}>{t('merge.cancel')}</Button>
          <SubmitButton pending={pending}>{t('merge.do')}</SubmitButton>
        </form>
      </Dialog>
    </Card>
  )
}
