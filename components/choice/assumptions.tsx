import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import type { Assumption } from '@/lib/accord/choice/choice.ts'
import { choiceWords } from '@/lib/accord/choice/words.ts'
import { ChangeLink } from './change-link.tsx'
import { questionWords } from './field-words.ts'
import { FIELD_OF } from './questions.ts'

/** What the figures suppose, numbered as the sums cite them, with how sure each is and where it is changed. */
export function Assumptions({ assumptions, fields }: { readonly assumptions: readonly Assumption[]; readonly fields: ReadonlySet<string> }) {
  const t = useTranslations('choice.assumptions')
  const locale = useLocale()
  const words = choiceWords(locale)
  return (
    <Card id="suppositions" title={t('title')} className="weigh-supposed">
      <p className="hint no-print">{t('lead')}</p>
      <ol>
        {assumptions.map((assumption) => {
          const field = assumption.changedBy === null ? null : FIELD_OF[assumption.changedBy]
          return (
            <li key={assumption.id}>
              <span>{words.assumption(assumption)} <span className="tag">{t(assumption.confidence ?? 'ours')}</span></span>
              {field !== null && fields.has(field) && (
                <ChangeLink field={field} about={t('changeAbout', { label: questionWords(field, locale).label })}>{t('change')}</ChangeLink>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
