import { useLocale, useTranslations } from 'next-intl'
import { day } from '../../lib/accord/calendar/day.ts'
import { formatDayPlain } from '../../lib/wording/format/index.ts'
import type { Locale } from '../../lib/wording/locale.ts'
import { readQuarter } from '../basin/quarter-code.ts'

type CommitteeTranslator = ReturnType<typeof useTranslations<'committees'>>

/** The words of committees, their days and quarters. */
export function committeeWords(t: CommitteeTranslator, locale: Locale) {
  return {
    t,
    on: (iso: string) => formatDayPlain(day(iso), locale),
    quarter: (code: string) => {
      const read = readQuarter(code)
      return read === null ? code : t('quarter', { number: read.number, year: String(read.year) })
    },
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  }
}

export type CommitteeWords = ReturnType<typeof committeeWords>

/** The same, in a component. */
export function useCommitteeWords(): CommitteeWords {
  return committeeWords(useTranslations('committees'), useLocale())
}
