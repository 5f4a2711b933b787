import { ChevronDown, Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '../ui/icon.tsx'
import './exports.css'

export interface ExportMenuProps {
  /** Name of what is exported. */
  readonly definition: string
  /** What it is asked, as the address of the screen says it. */
  readonly params: Readonly<Record<string, string>>
  /** How many lines it would have. */
  readonly count: number
}

/** Exports exactly what the screen shows. A plain form: the browser downloads, and the page stays where it is. */
export function ExportMenu({ definition, params, count }: ExportMenuProps) {
  const t = useTranslations('exports.menu')
  return (
    <details className="export-menu no-print">
      <summary className="btn" aria-label={t('label')}>
        <Icon of={Download} />{t('button')}<Icon of={ChevronDown} size={16} />
      </summary>
      <form action="/api/exports" method="post" className="export-choices" aria-label={t('label')}>
        <p className="muted sm">{t('count', { count })}</p>
        <input type="hidden" name="definition" value={definition} />
        {Object.entries(params).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <button type="submit" name="format" value="xlsx" className="export-choice"><b>{t('xlsx')}</b><small>{t('xlsxDetail')}</small></button>
        <button type="submit" name="format" value="csv" className="export-choice"><b>{t('csv')}</b><small>{t('csvDetail')}</small></button>
        <Link href="/exports" prefetch={false}>{t('mine')}</Link>
      </form>
    </details>
  )
}
