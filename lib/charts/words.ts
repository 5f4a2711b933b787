import type { useTranslations } from 'next-intl'
import type { Locale } from '../wording/locale.ts'

/** The words a drawing needs, in the language of who reads: made once from the messages of the namespace `charts`. */
export interface ChartWords {
  readonly locale: Locale
  /** « moins de 5 » */
  readonly tooFew: string
  /** « masqué » */
  readonly withheld: string
  /** « inconnu » */
  readonly unknown: string
  /** « 9,5 mois », « 1 jour »: the figure is already written; the number is there for its plural. */
  readonly months: (figure: string, value: number) => string
  readonly days: (figure: string, value: number) => string
  /** « au moins 45 »: a sum of which a part is masked. */
  readonly atLeast: (figure: string) => string
  /** « Objectif : 80 % » */
  readonly named: (name: string, figure: string) => string
  /** « novembre 2026 (au 22 nov.) » */
  readonly noted: (name: string, note: string) => string
  /** What hatching and dashes say of a period: not over, over but too young. */
  readonly partial: string
  readonly young: string
  readonly standing: string
  readonly settled: string
  /** Heads of the columns that hold percents, euros… in a file. */
  readonly inUnit: (head: string, unit: 'percent' | 'euros' | 'months' | 'days') => string
}

/** Those words from a translator of the namespace `charts`, in a page or outside any. */
export function chartWords(locale: Locale, t: ReturnType<typeof useTranslations<'charts'>>): ChartWords {
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
