'use client'

import { useTranslations } from 'next-intl'
import { RefusalPanel } from '@/components/file/acts/refusal-panel.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { OpeningPreviewView } from './opening-state.ts'

/** Beside the questions: which text governs and why, the dates it gives, what is to be known, what is refused. */
export function OpeningPanel({ preview, motiveMissing }: { readonly preview: OpeningPreviewView; readonly motiveMissing: boolean }) {
  const t = useTranslations('opening.preview')
  return (
    <aside className="opening-panel" aria-labelledby="opening-preview" aria-live="polite">
      <h2 id="opening-preview">{t('title')}</h2>
      {preview.kind === 'incomplete' ? <p className="sm muted">{t('incomplete')}</p> : (
        <>
          <section className="effects">
            <h3>{t('text')}</h3>
            <p className="say">{preview.text ?? t('noText')}</p>
            <p className="sm">{preview.because} <RuleChip rule="R-001" article={preview.article} /></p>
          </section>
          {preview.refusal !== null && <RefusalPanel refusal={preview.refusal} quiet />}
          {preview.dates.length > 0 && (
            <section className="effects">
              <h3>{t('dates')}</h3>
              <dl>{preview.dates.map(({ name, label, on }) => <div key={name}><dt>{label}</dt><dd><b>{on}</b></dd></div>)}</dl>
            </section>
          )}
          {preview.alerts.map(({ rule, article, message }) => <Notice key={message}>{message} <RuleChip rule={rule} article={article} /></Notice>)}
        </>
      )}
      {motiveMissing && <Notice>{t('motiveMissing')} <RuleChip rule="R-113" /></Notice>}
    </aside>
  )
}
