import { useLocale, useTranslations } from 'next-intl'
import type { ChartWords } from '@/lib/charts/words.ts'

/** The words of drawings, in the language of the page. */
export function useChartWords(): ChartWords {
  const t = useTranslations('charts')
  const locale = useLocale()
  return {
    locale,
    tooFew: t('tooFew'),
    withheld: t('withheld'),
    unknown: t('unknown'),
    months: (figure, value) => t('months', { figure, value }),
    days: (figure, value) => t('days', { figure, value }),
    atLeast: (figure) => t('atLeast', { figure }),
    named: (name, figure) => t('named', { name, figure }),
    noted: (name, note) => t('noted', { name, note }),
    partial: t('partial'),
    young: t('young'),
    standing: t('standing'),
    settled: t('settled'),
    inUnit: (head, unit) => t(`inUnit.${unit}`, { head }),
  }
}
