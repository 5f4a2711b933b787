import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { WhyLink } from '@/components/ui/why-button.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { DATE_NAMES } from '@/lib/accord/file/case-file.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { fileHref } from './address.ts'
import type { LegalWords } from './legal-words.ts'

/** Every date the law gives this file, each with its reason. */
export function DatesCard({ view, words }: { readonly view: FileView; readonly words: LegalWords }) {
  const t = useTranslations('file.dates')
  const locale = useLocale()
  const known = DATE_NAMES.flatMap((name) => {
    const value = view.file.dates[name]
    return value === null ? [] : [{ name, value }]
  })
  const knownOn = view.knownOn === null ? {} : { knownOn: isoOf(view.knownOn) }
  return (
    <Card id="dates" title={t('title')}>
      {known.length === 0 ? <p className="muted">{t('none')}</p> : (
        <dl className="ledger dates">
          {known.map(({ name, value }) => (
            <div key={name}>
              <dt>{words.date(name)}</dt>
              <dd>
                <time dateTime={isoOf(value)}>{formatDay(value, locale)}</time>{' '}
                {view.file.explanations[name] !== undefined && (
                  <WhyLink about={words.date(name)} href={fileHref(view.reference, { why: name, ...knownOn }, 'pourquoi')} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
