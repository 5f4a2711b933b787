import { useLocale, useTranslations } from 'next-intl'
import { chartWords, type ChartWords } from '@/lib/charts/words.ts'

/** The words of drawings, in the language of the page. */
export function useChartWords(): ChartWords {
  return chartWords(useLocale(), useTranslations('charts'))
}
