import { useLocale, useTranslations } from 'next-intl'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { TOKENS } from '@/lib/templates/tokens.ts'
import type { OfferStanding } from '@/lib/documents/views.ts'

/** Why a document cannot be issued: what is missing, or why it has no place here, with the rule. Nothing when it can. */
export function StandingWords({ standing, words }: { readonly standing: OfferStanding; readonly words: LegalWords }) {
  const t = useTranslations('documents')
  const locale = useLocale()
  switch (standing.kind) {
    case 'now':
    case 'possible':
      return null
    case 'missing':
      return <>{t('missing', { what: standing.facts.map((fact) => t(`needs.${fact}`)).join(', ') })}</>
    case 'missing_tokens': {
      const names = standing.tokens.map((token) => TOKENS.find(({ name }) => name === token)?.label[locale] ?? token)
      return <>{t('missingTokens', { what: names.join(', ') })}</>
    }
    case 'unfit':
      return <>{t(`unfit.${standing.reason}`)} <RuleChip rule={standing.rule} article={words.article(standing.rule)} /></>
  }
}
