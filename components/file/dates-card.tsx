import { useLocale, useTranslations } from 'next-intl'
import { Term } from '@/components/help/term.tsx'
import { TERM_OF_DATE } from '@/components/help/terms-of.ts'
import { Card } from '@/components/ui/card.tsx'
import { WhyLink } from '@/components/ui/why-link.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { DATE_NAMES, type DateName } from '@/lib/accord/file/case-file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { LegalWords } from './legal-words.ts'
import type { ShownFile } from './shown-file.ts'

/** Every date the law gives this file, each with its reason. */
export function DatesCard({ shown, words, title }: { readonly shown: ShownFile; readonly words: LegalWords; readonly title?: string }) {
  const t = useTranslations('file.dates')
  const locale = useLocale()
  const known = DATE_NAMES.flatMap((name) => {
    const value = shown.file.dates[name]
    return value === null ? [] : [{ name, value }]
  })
  return (
    <Card id="dates" title={title ?? t('title')}>
      {known.length === 0 ? <p className="muted">{t('none')}</p> : (
        <dl className="ledger dates">
          {known.map(({ name, value }) => (
            <div key={name}>
              <dt><DateLabel name={name} label={words.date(name)} /></dt>
              <dd>
                <time dateTime={isoOf(value)}>{formatDay(value, locale)}</time>{' '}
                {shown.file.explanations[name] !== undefined && (
                  <WhyLink about={words.date(name)} href={shown.whyHref(name)} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

function DateLabel({ name, label }: { readonly name: DateName; readonly label: string }) {
  const term = TERM_OF_DATE[name]
  return term === undefined ? label : <Term name={term}>{label}</Term>
}
