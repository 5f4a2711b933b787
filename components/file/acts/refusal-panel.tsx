'use client'

import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { LegalRefusal } from '@/components/ui/legal-refusal.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { RefusalView } from './act-state.ts'

/**
 * What a rule refuses and what it would accept. `quiet`: shown while typing, so it is said politely and
 * takes no alarm; once sent it is an alert.
 */
export function RefusalPanel({ refusal, quiet = false }: { readonly refusal: RefusalView; readonly quiet?: boolean }) {
  const t = useTranslations('acts.refused')
  const common = useTranslations('common.refusal')
  const choices = [
    ...refusal.remedies.map((remedy) => ({ key: remedy, action: <span>{remedy}</span> })),
    ...(refusal.conflict === null ? [] : [{
      key: 'conflict',
      action: <Link className="btn" href={refusal.conflict.href}>{t('openConflict')}</Link>,
      detail: refusal.conflict.label,
    }]),
  ]
  if (!quiet) {
    return <LegalRefusal title={refusal.title} rule={refusal.rule} article={refusal.article} message={<p>{refusal.message}</p>} choices={choices} />
  }
  return (
    <section className="refusal" aria-live="polite">
      <h3>{refusal.title}</h3>
      <p>{refusal.message}</p>
      <p className="lk"><RuleChip rule={refusal.rule} article={refusal.article} /></p>
      {choices.length > 0 && (
        <>
          <h4>{common('admissible')}</h4>
          <ul className="admissible">
            {choices.map((choice) => <li key={choice.key}>{choice.action}{'detail' in choice && <span className="detail">{choice.detail}</span>}</li>)}
          </ul>
        </>
      )}
    </section>
  )
}
