import { FilePen } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import type { FormAction } from '@/components/ui/use-kept-form.ts'
import type { TemplateLine } from '@/lib/documents/write-template.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { LogoForm, type LogoShown, type LogoState } from './logo-form.tsx'

interface TemplatesScreenProps {
  readonly lines: readonly TemplateLine[]
  readonly operatorName: string
  readonly logo: LogoShown | null
  readonly keepLogo: FormAction<LogoState>
}

/** What an operator gives to people: the head of its documents, and the template of each. */
export function TemplatesScreen({ lines, operatorName, logo, keepLogo }: TemplatesScreenProps) {
  const t = useTranslations('templates')
  const kinds = useTranslations('documents.kinds')
  const locale = useLocale()
  const own = lines.filter((line) => line.own).length
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted"><b>{t('lead', { own, count: lines.length })}</b></p>
        </div>
      </div>
      <div className="tpl-stack">
        <Card id="modeles" title={t('list')}>
          <ul className="tpl-list">
            {lines.map(({ kind, own: written, version, writtenBy, writtenAt }) => (
              <li key={kind}>
                <Link href={`/administration/modeles/${kind}`}><Icon of={FilePen} size={16} />{kinds(`${kind}.name`)}</Link>
                <span className="muted sm">{written && writtenAt !== null ? t('own', { version, who: writtenBy ?? '', when: formatMoment(writtenAt, locale) }) : t('ours')}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Card id="en-tete" title={t('logo.title')}><LogoForm operatorName={operatorName} logo={logo} action={keepLogo} /></Card>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role')}</RoleNote></footer>
    </>
  )
}
