import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import type { TemplatePreview } from '@/lib/documents/preview-template.ts'
import type { TemplateView } from '@/lib/documents/write-template.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { TemplateForm, type TemplateState } from './template-form.tsx'

interface TemplateScreenProps {
  readonly template: TemplateView
  readonly preview: TemplatePreview
  readonly action: FormAction<TemplateState>
}

/** The template of a kind of document: written on one side, read on the other. */
export function TemplateScreen({ template, preview, action }: TemplateScreenProps) {
  const t = useTranslations('templates')
  const kinds = useTranslations('documents.kinds')
  const locale = useLocale()
  const { kind, versions } = template
  return (
    <>
      <div className="screen-head">
        <div>
          <nav className="crumb" aria-label={t('crumb')}>
            <Link href="/administration/modeles">{t('title')}</Link>
            <Icon of={ChevronRight} size={16} />
            <span>{kinds(`${kind}.name`)}</span>
          </nav>
          <h1>{kinds(`${kind}.name`)}</h1>
          <p className="muted">{t('formLead')}</p>
        </div>
      </div>
      <TemplateForm key={kind} template={{ kind, version: template.version, body: template.body, ours: template.ours, own: template.own, known: template.known }} preview={preview.kind === 'preview' ? preview : null} action={action} />
      {versions.length > 0 && (
        <Card id="versions" title={t('versions')}>
          <ol className="tpl-list" reversed start={versions.length}>
            {versions.map(({ version, restored, writtenBy, writtenAt }) => (
              <li key={version}><b>{t(restored ? 'restoredVersion' : 'version', { version })}</b><span className="muted sm">{t('by', { who: writtenBy, when: formatMoment(writtenAt, locale) })}</span></li>
            ))}
          </ol>
        </Card>
      )}
    </>
  )
}
