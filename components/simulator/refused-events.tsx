import { useLocale, useTranslations } from 'next-intl'
import { kindName } from '@/components/file/acts/form-view.ts'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { LegalRefusal } from '@/components/ui/legal-refusal.tsx'
import type { CaseFile } from '@/lib/accord/file/case-file.ts'
import { dayOfFact, type Fact } from '@/lib/accord/file/facts.ts'
import { formatDay } from '@/lib/wording/format/index.ts'

interface RefusedEventsProps {
  readonly file: CaseFile
  readonly facts: readonly Fact[]
  readonly words: LegalWords
  readonly fieldOfFact: (factIndex: number) => string | null
}

/** The events that the rules do not admit, each with what they would admit: the year is computed without them. */
export function RefusedEvents({ file, facts, words, fieldOfFact }: RefusedEventsProps) {
  const t = useTranslations('simulator.refused')
  const locale = useLocale()
  const count = file.refusals.length
  if (count === 0) return null
  return (
    <section className="sim-refused" aria-labelledby="refus">
      <div>
        <h2 id="refus">{t('title', { count })}</h2>
        <p className="sm muted">{t('lead', { count })}</p>
      </div>
      {file.refusals.map((refusal) => {
        const fact = facts[refusal.factIndex]
        const field = fieldOfFact(refusal.factIndex)
        const { rule, article, message, remedy } = words.refusal(refusal)
        return (
          <LegalRefusal
            key={refusal.factIndex}
            title={fact === undefined ? '' : t('event', { event: kindName(fact.kind, locale), on: formatDay(dayOfFact(fact), locale) })}
            rule={rule}
            article={article}
            message={message}
            why={field === null ? null : <a className="no-print" href={`#${field}`}>{t('edit')}</a>}
            choices={remedy === null ? [] : [{ key: 'remedy', action: remedy }]}
          />
        )
      })}
    </section>
  )
}
