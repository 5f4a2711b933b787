import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { OpeningForm, type OpeningFormProps } from './opening-form.tsx'
import { openingFields } from './opening-words.ts'
import { OPENING_SECTIONS } from './questions.ts'

/** « Ouvrir un dossier ». */
export function OpeningScreen(props: Omit<OpeningFormProps, 'sections'>) {
  const t = useTranslations('opening')
  const locale = useLocale()
  const sections = OPENING_SECTIONS.map(({ id, fields, folded }) => ({
    id, title: t(`section.${id}`), lead: t(`lead.${id}`), folded: folded === true, fields: openingFields(fields, locale),
  }))
  return (
    <div className="opening-page">
      <nav className="crumb" aria-label={t('crumb')}><Link href="/dossiers">{t('files')}</Link></nav>
      <h1>{t('title')}</h1>
      <p className="muted">{t('intro')}</p>
      <OpeningForm {...props} sections={sections} />
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}
