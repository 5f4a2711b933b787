import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import { LegalRefusal } from '@/components/ui/legal-refusal.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { differenceOf } from '@/lib/accord/file/balance.ts'
import type { Fact } from '@/lib/accord/file/facts.ts'
import type { Variant, WhatIfView } from '@/lib/cases/views/what-if.ts'
import { formatAmount, formatDay } from '@/lib/wording/format/index.ts'
import type { Piece } from '../acts/act-state.ts'
import { effectView } from '../acts/effect-words.ts'
import { kindName } from '../acts/form-view.ts'
import { fileHref } from '../address.ts'
import { BesideFileHead } from '../beside-file-head.tsx'
import type { LegalWords } from '../legal-words.ts'
import { ActsCard } from './acts-card.tsx'
import { textOfFact, whatIfHref, type WhatIfAddress } from './address.ts'
import { GainCard } from './gain-card.tsx'
import { IncentivesCard } from './incentives-card.tsx'
import { Proposals } from './proposals.tsx'
import { ResultCard, useColumns, type ResultProps } from './result-card.tsx'
import { supposedWords, whenWords } from './supposed-words.ts'
import { SupposeForm } from './suppose-form.tsx'

interface WhatIfScreenProps {
  readonly asked: WhatIfView
  readonly words: LegalWords
  readonly address: WhatIfAddress
  readonly problems: readonly FieldProblem[]
}

/** « Et si… ? »: a file beside itself, with what has not happened. Nothing is recorded. */
export function WhatIfScreen({ asked, words, address, problems }: WhatIfScreenProps) {
  const t = useTranslations('whatIf')
  const { reference } = asked.view
  const composing = address.add !== '' || problems.length > 0
  const form = <SupposeForm key={JSON.stringify(address)} reference={reference} leaves={asked.view.file.regime.leaves} address={address} problems={problems} />
  return (
    <div className="file what-if">
      <BesideFileHead view={asked.view} title={t('title')} lead={t('lead')} back={t('back')} />
      {asked.variants.length === 0 ? (
        <Card id="hypothese" title={t(composing ? 'form.title' : 'choose')}>
          {composing ? form : (
            <>
              <Proposals reference={reference} proposals={asked.proposals} />
              <details className="tb"><summary>{t('form.compose')}</summary>{form}</details>
            </>
          )}
        </Card>
      ) : (
        <>
          <Supposed asked={asked} />
          {composing ? <Card id="hypothese" title={t('form.edit')}>{form}</Card> : (
            <details className="tb wi-edit"><summary>{t('form.edit')}</summary>{form}</details>
          )}
          <Result asked={asked} words={words} address={address} />
          <Card id="autres" title={t('others')}><Proposals reference={reference} proposals={asked.proposals} /></Card>
        </>
      )}
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}

/** What is supposed, in words, as the title of what follows. */
function Supposed({ asked: { variants, seenOn, view } }: { readonly asked: WhatIfView }) {
  const t = useTranslations('whatIf.form')
  const locale = useLocale()
  const facts = variants[0]?.supposition.facts ?? []
  return (
    <section className="wi-supposed" aria-labelledby="suppose">
      <h2 id="suppose">{t('title')}</h2>
      {facts.length === 0 ? <p>{t('onlyTime', { on: formatDay(seenOn, locale) })}</p> : (
        <ul>{facts.map((fact, index) => <li key={index}>{supposedWords(fact, view.file.regime.leaves, locale)}</li>)}</ul>
      )}
    </section>
  )
}

function Result({ asked, words, address }: ResultProps & { readonly address: WhatIfAddress }) {
  const t = useTranslations('whatIf.result')
  const locale = useLocale()
  const { variants, view, seenOn } = asked
  const [first] = variants
  if (first === undefined) return null
  const { facts, refused } = first.supposition
  const dayAfter = facts.length === 0 || first.acts.on <= seenOn ? null : first.acts.on
  const happened = refused.length === 0 && facts.length === 1 && view.may.record
  const everyRefused = variants.every(({ supposition }) => supposition.refused.length === supposition.facts.length && supposition.facts.length > 0)
  return (
    <>
      <Sentences asked={asked} words={words} />
      {variants.map((variant) => <Refusals key={variant.laterBy} asked={asked} words={words} variant={variant} address={address} />)}
      {!everyRefused && (
        <>
          <GainCard asked={asked} words={words} />
          <IncentivesCard asked={asked} words={words} />
          <ResultCard asked={asked} words={words} />
          <ActsCard asked={asked} words={words} />
        </>
      )}
      {!everyRefused && (dayAfter !== null || happened) && (
        <p className="acts no-print">
          {dayAfter !== null && <LinkButton href={whatIfHref(view.reference, { ...address, add: '', seenOn: isoOf(dayAfter) })}>{t('seeLater', { on: formatDay(dayAfter, locale) })}</LinkButton>}
          {happened && facts[0] !== undefined && <LinkButton look="ghost" href={fileHref(view.reference, { act: facts[0].kind })}>{t('record')}</LinkButton>}
        </p>
      )}
    </>
  )
}

/** What each variant does, as a sentence to read aloud: the date that moves, and the money. */
function Sentences({ asked, words }: ResultProps) {
  const columns = useColumns(asked)
  const shown = asked.variants.filter(({ supposition }) => supposition.facts.length === 0 || supposition.refused.length < supposition.facts.length)
  if (shown.length === 0) return null
  return (
    <div className={shown.length > 1 ? 'wi-says wi-duo' : 'wi-says'}>
      {shown.map((variant) => (
        <section key={variant.laterBy} aria-label={columns[asked.variants.indexOf(variant) + 1]?.title}>
          {shown.length > 1 && <h3>{columns[asked.variants.indexOf(variant) + 1]?.title}</h3>}
          <Sentence asked={asked} words={words} variant={variant} />
        </section>
      ))}
    </div>
  )
}

function Sentence({ asked, words, variant }: ResultProps & { readonly variant: Variant }) {
  const gain = useTranslations('whatIf.gain')
  const locale = useLocale()
  const { facts } = variant.supposition
  const subject = facts.length === 0 ? 'time' : facts.length === 1 ? (facts[0]?.kind ?? 'supposition') : 'supposition'
  const sentence = useEnd(asked, variant) ?? effectView(variant.effect, subject, words, locale).sentence
  const difference = differenceOf(asked.baseBalance.total, variant.balance.total)
  return (
    <>
      <p className="say">{sentence.map(({ as, text }, index) => (as === 'old' ? <s key={index}>{text}</s> : as === 'new' ? <span key={index} className="hl">{text}</span> : <Unbroken key={index} text={text} />))}</p>
      <BonusSentence asked={asked} words={words} variant={variant} />
      <p>
        {difference === null ? (
          !asked.baseBalance.begun && variant.balance.total !== null ? gain('first', { amount: formatAmount(variant.balance.total, locale) }) : gain('unknown')
        )
          : Number(difference) === 0 ? gain('same')
            : gain(difference.startsWith('-') ? 'less' : 'more', { amount: formatAmount(difference.replace('-', ''), locale) })}
      </p>
    </>
  )
}

/** Where the CSP would end sooner or later than it does, other than by a term that moves: said first, before any other date. */
function useEnd(asked: WhatIfView, { balance, supposition }: Variant): readonly Piece[] | null {
  const t = useTranslations('whatIf.end')
  const locale = useLocale()
  const before = asked.baseBalance.cspEnd
  const after = balance.cspEnd
  const term = supposition.file.dates.cspTerm
  if (before === null || after === null || before === after || (term === after && term !== asked.base.dates.cspTerm)) return null
  return [
    { as: 'text', text: `${t('would')} ` },
    { as: 'new', text: formatDay(after, locale) },
    { as: 'text', text: ` ${t('insteadOf')} ` },
    { as: 'old', text: formatDay(before, locale) },
    { as: 'text', text: '.' },
  ]
}

/** A piece of a sentence, whose rule is not cut in two at the end of a line. */
function Unbroken({ text }: { readonly text: string }) {
  return text.split(/(R-\d{3}\.?)/u).map((part, index) => (index % 2 === 1 ? <span key={index} className="nw">{part}</span> : part))
}

/** Whether the bonus opens, and where it does not, the conditions that fail. */
function BonusSentence({ asked, words, variant }: ResultProps & { readonly variant: Variant }) {
  const t = useTranslations('whatIf.bonus')
  const locale = useLocale()
  const { amounts, estimates } = variant.supposition.file
  const { bonusEligible, bonusTotal } = amounts
  if (bonusEligible === null || (bonusEligible === asked.base.amounts.bonusEligible && bonusTotal === asked.base.amounts.bonusTotal)) return null
  if (bonusEligible) return <p>{bonusTotal === null ? t('open') : t('amount', { amount: formatAmount(bonusTotal, locale) })}</p>
  const failed = (estimates.bonusConditions ?? []).filter(({ met }) => met === false).map(({ name }) => words.conditionName(name))
  return <p>{failed.length === 0 ? t('closed') : t('because', { conditions: failed.join(', ') })}</p>
}

/** A supposed fact that the rule refuses: why, and the nearest it would admit, one click away. */
function Refusals({ asked, words, variant, address }: ResultProps & { readonly variant: Variant; readonly address: WhatIfAddress }) {
  const t = useTranslations('whatIf.refused')
  const locale = useLocale()
  // A fact refused in the first column is told there: later by as many days, it is the same question.
  const told = variant.laterBy === 0 ? [] : (asked.variants[0]?.supposition.refused ?? []).map(({ index }) => index)
  return variant.supposition.refused.map(({ index, refusal, nearest }) => {
    const fact = variant.supposition.facts[index]
    if (fact === undefined || told.includes(index)) return null
    const { rule, article, message, remedy } = words.refusal(refusal)
    const instead = nearest === null ? [] : [{
      key: 'nearest',
      action: <LinkButton href={replacing(asked.view.reference, address, index, nearest, variant.laterBy)}>{t('nearest', { words: supposedWords(nearest, asked.view.file.regime.leaves, locale) })}</LinkButton>,
      detail: t('nearestDetail'),
    }]
    return (
      <LegalRefusal
        key={`${variant.laterBy}-${index}`}
        title={t('title')}
        rule={rule}
        article={article}
        message={<><p><b>{t('which', { name: kindName(fact.kind, locale), on: whenWords(fact, locale) })}</b></p><p>{message}</p></>}
        choices={[...(remedy === null ? [] : [{ key: 'remedy', action: <span>{remedy}</span> }]), ...instead]}
      />
    )
  })
}

/** The same question with a fact in the place of another; where the second column refused it, that column is dropped. */
function replacing(reference: string, address: WhatIfAddress, index: number, fact: Fact, laterBy: number): string {
  const facts = address.facts.map((supposed, place) => (place === index ? textOfFact(fact) : supposed))
  return whatIfHref(reference, { ...address, facts, add: '', later: laterBy > 0 ? '' : address.later })
}
