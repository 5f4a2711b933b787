'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import type { DuplicateView } from './opening-state.ts'

/** Someone of that name, born that day, already has a file: it is shown, and a person says what is true. */
export function DuplicatesPanel({ duplicates, pending }: { readonly duplicates: readonly DuplicateView[]; readonly pending: boolean }) {
  const t = useTranslations('opening.duplicate')
  const known = duplicates.find(({ personId }) => personId !== null)
  return (
    <section className="refusal" role="alert">
      <h3>{t('title')}</h3>
      <p>{t('lead')}</p>
      <ul className="admissible">
        {duplicates.map(({ label, detail, href }) => (
          <li key={`${label}-${detail}`}>
            {href === null ? <b>{label}</b> : <LinkButton href={href}>{label}</LinkButton>}
            <span className="detail">{detail}</span>
          </li>
        ))}
      </ul>
      <input type="hidden" name="confirmed" value="1" />
      <div className="acts">
        {known !== undefined && <SubmitButton look="plain" pending={pending} name="samePerson" value={known.personId ?? ''}>{t('samePerson')}</SubmitButton>}
        <SubmitButton look="plain" pending={pending}>{t('otherPerson')}</SubmitButton>
      </div>
    </section>
  )
}
