import { createTranslator } from 'next-intl'
import type { ChartWords } from '../../charts/words.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'

/** The words of drawings outside any page. */
export function drawingWords(locale: Locale): ChartWords {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'charts' })
  return {
    locale,
    tooFew: t('tooFew'), withheld: t('withheld'), unknown: t('unknown'),
    months: (figure, value) => t('months', { figure, value }),
    days: (figure, value) => t('days', { figure, value }),
    atLeast: (figure) => t('atLeast', { figure }),
    named: (name, figure) => t('named', { name, figure }),
    noted: (name, note) => t('noted', { name, note }),
    partial: t('partial'), young: t('young'), standing: t('standing'), settled: t('settled'),
    inUnit: (head, unit) => t(`inUnit.${unit}`, { head }),
  }
}
