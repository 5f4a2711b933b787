import { useLocale, useTranslations } from 'next-intl'
import { day, partsOf } from '@/lib/accord/calendar/day.ts'
import { IMPORTED, type ImportedDefinition, type ImportedId } from '@/lib/indicators/definitions.ts'
import { DEPARTMENTS, REGIONS } from '@/lib/indicators/places.ts'
import { readPlace } from '@/lib/indicators/slices.ts'
import { formatCount, formatDayPlain } from '@/lib/wording/format/index.ts'

export type ImportedUnit = ImportedDefinition['unit']

export function unitOf(id: ImportedId): ImportedUnit {
  return IMPORTED.find((definition) => definition.id === id)!.unit
}

/** Where a figure was published, without what comes before and after the name of the site. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./u, '')
}

/** What imported figures, their places and periods are called, in the language of the page. */
export function useImportWords() {
  const t = useTranslations('imports')
  const indicators = useTranslations('indicators')
  const locale = useLocale()
  const plainDay = (iso: string) => formatDayPlain(day(iso), locale)
  /** Every decimal of the source: an imported figure is not ours to round. */
  const number = (amount: string) => {
    const [whole = '0', fraction] = amount.split('.')
    return fraction === undefined ? formatCount(Number(whole), locale) : `${formatCount(Number(whole), locale)}${locale === 'fr' ? ',' : '.'}${fraction}`
  }
  const value = (id: ImportedId, amount: string) => {
    switch (unitOf(id)) {
      case 'share': return t('value.share', { value: number(amount) })
      case 'euros': return t('value.euros', { value: number(amount.replace(/\.(\d)$/u, '.$10')) })
      case 'people': return t('value.people', { value: number(amount), count: Number(amount) })
      case 'count': return number(amount)
    }
  }
  /** The year once, where both days are of the same. */
  const period = ({ from, to }: { readonly from: string; readonly to: string }) => {
    if (from === to) return t('period.day', { day: plainDay(from) })
    const first = plainDay(from)
    return t('period.span', { from: partsOf(day(from)).year === partsOf(day(to)).year ? first.replace(/[\s,]+\d{4}$/u, '') : first, to: plainDay(to) })
  }
  /** `basinName` is asked of basins alone, whose names are in the database. */
  const place = (text: string, basinName: (code: string) => string | undefined) => {
    const read = readPlace(text)
    switch (read?.level) {
      case undefined: return text
      case 'nation': return t('place.nation')
      case 'region': return REGIONS[read.code] ?? read.code
      case 'department': return t('place.department', { name: DEPARTMENTS[read.code]?.name ?? read.code, code: read.code })
      case 'basin': return t('place.basin', { name: basinName(read.code) ?? read.code })
    }
  }
  return { t, locale, plainDay, value, period, place, name: (id: ImportedId) => indicators(`${id}.name`) }
}
