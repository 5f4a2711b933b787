import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { DATE_NAMES, type DateName } from '@/lib/accord/file/case-file.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import type { WordedStep } from '@/lib/accord/wording/index.ts'
import { formatDay, formatDayPlain, NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { fileHref } from './address.ts'
import { FocusedHeading } from './focused-heading.tsx'
import type { LegalWords } from './legal-words.ts'
import { isOneOf } from './narrowing.ts'

interface WhyProps {
  readonly view: FileView
  readonly words: LegalWords
  /** A date's name, or `text` for the governing text. */
  readonly about: string
}

/** « Pourquoi ? »: a sentence to read aloud, the computation, what would change it, the text and why it applies. */
export function WhyPanel({ view, words, about }: WhyProps) {
  if (about === 'text') return <WhyText view={view} words={words} />
  if (!isOneOf(DATE_NAMES, about)) return null
  const value = view.file.dates[about]
  return value === null ? null : <WhyDate view={view} words={words} name={about} value={value} />
}

function PanelFrame({ view, title, children }: { readonly view: FileView; readonly title: string; readonly children: ReactNode }) {
  const t = useTranslations('file.why')
  const back = fileHref(view.reference, view.knownOn === null ? {} : { knownOn: isoOf(view.knownOn) })
  return (
    <section className="card whyp" aria-labelledby="pourquoi">
      <div className="card-h">
        <FocusedHeading key={title} id="pourquoi">{title}</FocusedHeading>
        <LinkButton look="ghost" iconOnly href={back} scroll={false} aria-label={t('close')}><Icon of={X} /></LinkButton>
      </div>
      <div className="card-b">{children}</div>
    </section>
  )
}

function WhyDate({ view, words, name, value }: { readonly view: FileView; readonly words: LegalWords; readonly name: DateName; readonly value: Day }) {
  const t = useTranslations('file.why')
  const locale = useLocale()
  const explanation = words.explanation(name, view.file)
  if (explanation === null) return null
  const { aloud, steps, changes } = explanation
  return (
    <PanelFrame view={view} title={t('title', { what: words.date(name), on: formatDay(value, locale) })}>
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
          <TextReason view={view} words={words} />
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
function TextReason({ view, words }: { readonly view: FileView; readonly words: LegalWords }) {
  const t = useTranslations('file.why')
  const locale = useLocale()
  const { regime } = view.file
  const text = words.text(regime.code, regime.engagedOn)
  const chosen = view.frame.chosenRegime !== null && view.frame.chosenRegime === regime.code
  return (
    <div className="sm why-text">
      <p>
        {text === null ? t('noText') : t(chosen ? 'textChosen' : 'textBecause', { text, on: formatDayPlain(regime.engagedOn, locale) })}{' '}
        <RuleChip rule="R-001" article={words.article('R-001')} />
      </p>
      {regime.overlays.length > 0 && <p>{t('overlays', { texts: regime.overlays.map((code) => words.text(code, regime.engagedOn) ?? code).join(', ') })}</p>}
      <p className="muted">
        {t('computed', { on: formatDayPlain(view.asOf, locale), count: view.facts.filter(({ factIndex }) => factIndex !== null).length })}{' '}
        {t(`roll.${view.settings.rollPolicy === 'none' ? 'none' : 'holiday'}`)}
      </p>
    </div>
  )
}

function WhyText({ view, words }: { readonly view: FileView; readonly words: LegalWords }) {
  const t = useTranslations('file.why')
  return (
    <PanelFrame view={view} title={t('textTitle')}>
      <TextReason view={view} words={words} />
    </PanelFrame>
  )
}
