import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { FileView } from '@/lib/cases/views/file.ts'
import type { LegalWords } from './legal-words.ts'

/** What a person should know of this file, that blocks nothing. */
export function Alerts({ view, words }: { readonly view: Pick<FileView, 'file'>; readonly words: LegalWords }) {
  const t = useTranslations('file')
  if (view.file.alerts.length === 0) return null
  return (
    <section className="alerts" aria-label={t('alerts')}>
      {view.file.alerts.map((alert) => {
        const { message, rule, article } = words.alert(alert)
        return <Notice key={`${alert.rule}-${alert.code}-${message}`}>{message} <RuleChip rule={rule} article={article} /></Notice>
      })}
    </section>
  )
}
