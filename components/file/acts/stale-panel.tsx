'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notices.tsx'
import type { StaleView } from './act-state.ts'

/** What a colleague did while the form was open. The form stays as typed and can be sent again. */
export function StalePanel({ stale }: { readonly stale: StaleView }) {
  const t = useTranslations('acts.stale')
  return (
    <div role="alert">
      <Notice>
        <b>{t('title')}</b>
        <ul>{stale.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        <p>{t('lead')}</p>
      </Notice>
    </div>
  )
}
