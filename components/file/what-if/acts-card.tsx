import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { Refusal } from '@/lib/accord/file/case-file.ts'
import type { FactView } from '@/lib/cases/views/file.ts'
import type { Variant } from '@/lib/cases/views/what-if.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { kindName } from '../acts/form-view.ts'
import type { LegalWords } from '../legal-words.ts'
import { useColumns, type ResultProps } from './result-card.tsx'

/** What each variant makes inadmissible, and what it makes possible. */
export function ActsCard({ asked, words }: ResultProps) {
  const t = useTranslations('whatIf.acts')
  const columns = useColumns(asked)
  const kinds = ({ acts, supposition }: Variant): string =>
    [...acts.closed.map(({ kind }) => kind), ...acts.opened, ...supposition.broken.map(({ factIndex }) => factIndex)].join()
  // Two variants that open and close the same acts are told once.
  const variants = asked.variants.filter((variant, index) => index === 0 || kinds(variant) !== kinds(asked.variants[0]!))
  return (
    <Card id="actes" title={t('title')}>
      <div className={variants.length > 1 ? 'wi-duo' : undefined}>
        {variants.map((variant, index) => (
          <div key={variant.laterBy}>
            {variants.length > 1 && <h3>{columns[index + 1]?.title}</h3>}
            <ActsOfVariant Heading={variants.length > 1 ? 'h4' : 'h3'} variant={variant} facts={asked.view.facts} words={words} />
          </div>
        ))}
      </div>
    </Card>
  )
}

function ActsOfVariant({ Heading, variant, facts, words }: { readonly Heading: 'h3' | 'h4'; readonly variant: Variant; readonly facts: readonly FactView[]; readonly words: LegalWords }) {
  const t = useTranslations('whatIf.acts')
  const locale = useLocale()
  const { acts, supposition } = variant
  const broken = supposition.broken.map((refusal) => {
    const fact = facts.find(({ factIndex }) => factIndex === refusal.factIndex)
    return { key: `broken-${refusal.factIndex}`, refusal, name: fact === undefined ? '' : `${kindName(fact.kind, locale)}, ${formatDay(fact.on, locale)}` }
  })
  const closed = acts.closed.map(({ kind, refusal }) => ({ key: kind, refusal, name: kindName(kind, locale) }))
  if (broken.length + closed.length + acts.opened.length === 0) return <p className="muted">{t('nothing')}</p>
  return (
    <div className="wi-acts">
      {broken.length > 0 && <section><Heading>{t('broken')}</Heading><Refused lines={broken} words={words} /></section>}
      {closed.length > 0 && <section><Heading>{t('closed')}</Heading><Refused lines={closed} words={words} /></section>}
      {acts.opened.length > 0 && (
        <section><Heading>{t('opened')}</Heading><ul className="wi-named">{acts.opened.map((kind) => <li key={kind}>{kindName(kind, locale)}</li>)}</ul></section>
      )}
      <p className="xs faint">{t('asked', { on: formatDay(acts.on, locale) })}</p>
    </div>
  )
}

interface RefusedLine {
  readonly key: string
  readonly name: string
  readonly refusal: Refusal
}

/** Acts that one rule closes for the same reason are told together. */
function Refused({ lines, words }: { readonly lines: readonly RefusedLine[]; readonly words: LegalWords }) {
  const reasons = new Map<string, ReactNode[]>()
  for (const { key, name, refusal } of lines) {
    const { message, rule, article } = words.refusal(refusal)
    reasons.set(message, [...(reasons.get(message) ?? []), <li key={key}>{name} <RuleChip rule={rule} article={article} /></li>])
  }
  return (
    <ul className="wi-reasons">
      {[...reasons].map(([message, names]) => <li key={message}><p>{message}</p><ul className="wi-named">{names}</ul></li>)}
    </ul>
  )
}
