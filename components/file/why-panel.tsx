import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { DATE_NAMES, type DateName } from '@/lib/accord/file/case-file.ts'
import type { WordedStep } from '@/lib/accord/wording/index.ts'
import { formatDay, formatDayPlain, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { FocusedHeading } from './focused-heading.tsx'
import type { LegalWords } from './legal-words.ts'
import { isOneOf } from './narrowing.ts'
import type { ShownFile } from './shown-file.ts'

interface WhyProps {
  readonly shown: ShownFile
  readonly words: LegalWords
  /** A date's name, or `text` for the governing text. */
  readonly about: string
}

/** « Pourquoi ? »: a sentence to read aloud, the computation, what would change it, the text and why it applies. */
export function WhyPanel({ shown, words, about }: WhyProps) {
  if (about === 'text') return <WhyText shown={shown} words={words} />
  if (!isOneOf(DATE_NAMES, about)) return null
  const value = shown.file.dates[about]
  return value === null ? null : <WhyDate shown={shown} words={words} name={about} value={value} />
}

function PanelFrame({ shown, title, children }: { readonly shown: ShownFile; readonly title: string; readonly children: ReactNode }) {
  const t = useTranslations('file.why')
  return (
    <section className="card whyp" aria-labelledby="pourquoi">
      <div className="card-h">
        <FocusedHeading key={title} id="pourquoi">{title}</FocusedHeading>
        <LinkButton look="ghost" iconOnly href={shown.closeHref} scroll={false} aria-label={t('close')}><Icon of={X} /></LinkButton>
      </div>
      <div className="card-b">{children}</div>
    </section>
  )
}

function WhyDate({ shown, words, name, value }: { readonly shown: ShownFile; readonly words: LegalWords; readonly name: DateName; readonly value: Day }) {
  const t = useTranslations('file.why')
  const locale = useLocale()
  const explanation = words.explanation(name, shown.file)
  if (explanation === null) return null
  const { aloud, steps, changes } = explanation
  return (
    <PanelFrame shown={shown} title={t('title', { what: words.date(name), on: formatDay(value, locale) })}>
      <p className="say">{quoted(aloud, locale)}</p>
      <Steps steps={steps} total={words.date(name)} value={value} />
      <div className="two">
        {changes.length > 0 && (
          <div>
            <h3>{t('changes')}</h3>
            <ul className="bul">{changes.map((change) => <li key={change}>{change}</li>)}</ul>
          </div>
        )}
        <div>
          <h3>{t('text')}</h3>
          <TextReason shown={shown} words={words} />
        </div>
      </div>
    </PanelFrame>
  )
}

function quoted(text: string, locale: Locale): string {
  return locale === 'fr' ? `«${NBSP}${text}${NBSP}»` : `“${text}”`
}

function Steps({ steps, total, value }: { readonly steps: readonly WordedStep[]; readonly total: string; readonly value: Day }) {
  const t = useTranslations('file.why')
  const locale = useLocale()
  return (
    <table className="calc">
      <caption className="vh">{t('steps')}</caption>
      <thead>
        <tr><th scope="col">{t('step')}</th><th scope="col">{t('effect')}</th><th scope="col">{t('gives')}</th><th scope="col">{t('rule')}</th></tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index}>
            <th scope="row">{step.label}</th>
            <td className="c-e">{step.effect}</td>
            <td>{step.gives}</td>
            <td><RuleChip rule={step.rule} article={step.article} /></td>
          </tr>
        ))}
        <tr className="tot"><th scope="row">{total}</th><td className="c-e" /><td>{formatDay(value, locale)}</td><td /></tr>
      </tbody>
    </table>
  )
}

/** The governing text, why it is that one, and what it was computed with. */
function TextReason({ shown, words }: { readonly shown: ShownFile; readonly words: LegalWords }) {
  const t = useTranslations('file.why')
  const locale = useLocale()
  const { regime } = shown.file
  const text = words.text(regime.code, regime.engagedOn)
  const chosen = shown.chosenRegime !== null && shown.chosenRegime === regime.code
  return (
    <div className="sm why-text">
      <p>
        {text === null ? t('noText') : t(chosen ? 'textChosen' : 'textBecause', { text, on: formatDayPlain(regime.engagedOn, locale) })}{' '}
        <RuleChip rule="R-001" article={words.article('R-001')} />
      </p>
      {regime.overlays.length > 0 && <p>{t('overlays', { texts: regime.overlays.map((code) => words.text(code, regime.engagedOn) ?? code).join(', ') })}</p>}
      <p className="muted">
        {t('computed', { on: formatDayPlain(shown.asOf, locale), count: shown.factCount })}{' '}
        {shown.rollSaid ?? t(`roll.${shown.rollPolicy === 'none' ? 'none' : 'holiday'}`)}
      </p>
    </div>
  )
}

function WhyText({ shown, words }: { readonly shown: ShownFile; readonly words: LegalWords }) {
  const t = useTranslations('file.why')
  return (
    <PanelFrame shown={shown} title={t('textTitle')}>
      <TextReason shown={shown} words={words} />
    </PanelFrame>
  )
}
