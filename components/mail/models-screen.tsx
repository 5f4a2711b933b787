import './mail.css'
import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { KeptModel } from '@/lib/notify/models.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'

export const modelHref = (key: string): string => `/administration/courriels?modele=${key}`
export const NEW_MODEL = 'nouveau'

/** The models of e-mail of an operator, each with who worded it last. */
export function ModelsScreen({ models }: { readonly models: readonly KeptModel[] }) {
  const t = useTranslations('mail.models')
  const locale = useLocale()
  return (
    <div className="mail-page">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        <LinkButton look="primary" href={modelHref(NEW_MODEL)} scroll={false}><Icon of={Plus} /> {t('new')}</LinkButton>
      </div>
      <Card id="models" title={t('count', { count: models.length })}>
        <ul className="models">
          {models.map((model) => (
            <li key={model.key}>
              <div>
                <b dir="auto">{model.name}</b> {model.retired && <span className="tag">{t('retired')}</span>}
                <p dir="auto">{model.subject}</p>
                <p>{model.editedAt === null ? t('shipped') : t('edited', { who: model.editedBy ?? '', when: formatMoment(model.editedAt, locale) })}</p>
              </div>
              <LinkButton look="ghost" href={modelHref(model.key)} scroll={false} aria-label={t('edit', { name: model.name })}>{t('editTitle')}</LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
