import { ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { AssumptionId, Comparison, Statement } from '@/lib/accord/choice/choice.ts'
import { choiceWords } from '@/lib/accord/choice/words.ts'
import { TEXTS_READ_ON, wording, type Day } from '@/lib/accord/index.ts'
import { formatDayPlain, formatMonth } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { Assumptions } from './assumptions.tsx'
import { DatesTable, LinesTable } from './lines-table.tsx'
import { MonthsChart } from './months-chart.tsx'
import { MonthsTable } from './months-table.tsx'
import { roundedDifference } from './round-amount.ts'

interface ChoiceAnswerProps {
  readonly choice: Comparison
  readonly today: Day
  /** Fields that the form asks: an assumption leads to its own. */
  readonly fields: ReadonlySet<string>
  /** To keep the comparison; none on a file. */
  readonly keep?: ReactNode
}

/** The comparison: one sentence to read aloud, the months, the sums with their articles, what is kept, left and obtained. */
export function ChoiceAnswer({ choice, today, fields, keep }: ChoiceAnswerProps) {
  const t = useTranslations('choice')
  const locale = useLocale()
  const words = choiceWords(locale)
  const number = new Map<AssumptionId, number>(choice.assumptions.map(({ id }, index) => [id, index + 1]))
  const text = wording(locale).text(choice.regime)
  const missing = listed(choice.missing.map(words.missing), locale)
  return (
    <div className="weigh-answer">
      <Headline choice={choice} />
      {choice.missing.length > 0 && choice.difference !== null && <Notice>{t('missing', { missing })}</Notice>}
      <p className="only-print weigh-for">
        {t('printed.for', { engaged: formatDayPlain(choice.regime.engagedOn, locale), proposed: formatDayPlain(choice.proposedOn, locale), text: text ?? '' })}
      </p>
      {choice.difference !== null && (
        <Card id="mois-par-mois" title={t('months.title')} className="weigh-by-month"><MonthsChart choice={choice} /></Card>
      )}
      <Card id="en-acceptant" title={t('balance.title')} className="weigh-balance">
        <div className="weigh-three">
          <Balance title={t('balance.kept')} statements={choice.kept} />
          <Balance title={t('balance.lost')} statements={choice.lost} />
          <Balance title={t('balance.gained')} statements={choice.gained} />
        </div>
      </Card>
      <Card id="dates" title={t('lines.dates')} className="weigh-by-date"><DatesTable choice={choice} /></Card>
      <Card id="sommes" title={t('lines.title')} className="weigh-by-line">
        <LinesTable choice={choice} numberOf={(id) => number.get(id) ?? 0} />
      </Card>
      <Card id="tableau" title={t('months.table')} className="weigh-figures"><MonthsTable choice={choice} /></Card>
      <Assumptions assumptions={choice.assumptions} fields={fields} />
      {keep}
      <p className="only-print weigh-foot">{t('printed.foot', { day: formatDayPlain(today, locale), read: formatDayPlain(TEXTS_READ_ON, locale) })}</p>
    </div>
  )
}

/** `a, b et c`. */
function listed(names: readonly string[], locale: Locale): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${locale === 'fr' ? 'et' : 'and'} ${last}`
}

/** After these many months the difference is said, and at the end. */
const STEPS = [3, 6, 12, 18]

const highlighted = (said: ReactNode) => <span className="hl nw">{said}</span>

function Headline({ choice }: { readonly choice: Comparison }) {
  const t = useTranslations('choice')
  const locale = useLocale()
  const words = choiceWords(locale)
  const { difference, differences, months } = choice
  const count = months.length
  // The sums can be compared without the duration of ARE, up to the term.
  const needed = choice.missing.filter((figure) => figure !== 'areDurationDays')
  const steps = [...STEPS.filter((step) => step < count), count]
  return (
    <section className="next weigh-head" aria-labelledby="reponse">
      <div className="nx-m">
        <h2 id="reponse" tabIndex={-1}>
          {difference === null
            ? t('headline.unknown', { missing: listed(needed.map(words.missing), locale) })
            : t.rich(`headline.${roundedDifference(difference, locale).kind}`, {
                months: count, amount: roundedDifference(difference, locale).amount, mark: highlighted,
              })}
        </h2>
        <p>{t('headline.estimate')}</p>
        {difference !== null && (
          <dl className="weigh-steps" aria-label={t('steps.label')}>
            {steps.map((step) => {
              const at = differences[step - 1] ?? null
              const to = months[step - 1]?.to
              if (at === null || to === undefined) return null
              const { kind, amount } = roundedDifference(at, locale)
              return (
                <div key={step}>
                  <dt>{t('steps.after', { months: step })} <span className="faint">{t('steps.upTo', { month: formatMonth(to, locale) })}</span></dt>
                  <dd>{kind === 'same' ? t('steps.same') : t(`steps.${kind}`, { amount })}</dd>
                </div>
              )
            })}
          </dl>
        )}
      </div>
    </section>
  )
}

function Balance({ title, statements }: { readonly title: string; readonly statements: readonly Statement[] }) {
  const locale = useLocale()
  const words = choiceWords(locale)
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {statements.map((statement) => (
          <li key={statement.code}>
            <p>{words.statement(statement)}</p>
            <RuleChip rule={statement.rule} article={statement.article} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way to the other public page, with the same answers. */
export function ToSimulator({ href }: { readonly href: string }) {
  const t = useTranslations('choice.keep')
  return <LinkButton href={href}>{t('simulator')}<Icon of={ArrowRight} size={16} /></LinkButton>
}
