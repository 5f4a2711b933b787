import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import { addressOf } from '@/lib/charts/image.ts'
import { SavePng } from './save-png.tsx'

interface ChartFilesProps {
  readonly id: string
  readonly title: string
  readonly csv: string
  readonly image: string
}

/** The files of a chart. Its figures and its drawing are in the page itself: no script is needed, and no second question. */
export function ChartFiles({ id, title, csv, image }: ChartFilesProps) {
  const t = useTranslations('charts')
  return (
    <p className="chart-files no-print">
      <Icon of={Download} size={16} />
      <span>{t('save')}</span>
      <a href={addressOf('text/csv', csv)} download={`${id}.csv`} aria-label={t('saveAs', { title, format: 'CSV' })}>CSV</a>
      <a href={addressOf('image/svg+xml', image)} download={`${id}.svg`} aria-label={t('saveAs', { title, format: 'SVG' })}>SVG</a>
      <SavePng id={id} label={t('saveAs', { title, format: 'PNG' })} failed={t('saveFailed')} />
    </p>
  )
}
