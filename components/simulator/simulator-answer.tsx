import { useLocale, useTranslations } from 'next-intl'
import type { OptionView } from '@/components/file/acts/form-view.ts'
import { Alerts } from '@/components/file/alerts.tsx'
import { AllowanceCard, JobAmountsCard } from '@/components/file/amounts-cards.tsx'
import { DatesCard } from '@/components/file/dates-card.tsx'
import { awaitedOf } from '@/components/file/deadline-words.ts'
import { EmployerMoneyCard } from '@/components/file/employer-money-card.tsx'
import { StagesLine } from '@/components/file/header.tsx'
import { LedgerCard } from '@/components/file/ledger-card.tsx'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { NextDeadline } from '@/components/file/next-deadline.tsx'
import { ParcoursCard } from '@/components/file/parcours/parcours-card.tsx'
import type { ShownFile } from '@/components/file/shown-file.ts'
import { WhyPanel } from '@/components/file/why-panel.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { WhyLink } from '@/components/ui/why-link.tsx'
import type { Fact } from '@/lib/accord/file/facts.ts'
import { formatDayPlain, NBSP } from '@/lib/wording/format/index.ts'
import { heldOn, simulatorHref, type SimulatorState } from './address.ts'
import { AddressField, CopyLink } from './copy-link.tsx'
import { DeveloperCard } from './developer-card.tsx'
import { PrintedFoot, PrintedTitle, Supposed } from './printed-parts.tsx'
import { RefusedEvents } from './refused-events.tsx'

export interface SimulatorAnswerProps {
  readonly shown: ShownFile
  readonly words: LegalWords
  readonly state: SimulatorState
  readonly facts: readonly Fact[]
  readonly fieldOfFact: (factIndex: number) => string | null
  /** The texts that may be chosen where none governs, the nearest first. */
  readonly texts: readonly OptionView[]
  readonly why: string | null
  /** What the public contract takes and answers for the same simulation. */
  readonly contract: { readonly request: Readonly<Record<string, unknown>>; readonly answer: unknown }
  /** Where the application answers: `https://rebond.example.org`. */
  readonly origin: string
}

/** The whole year: what now, what is refused, the band, the deadlines, the dates, the amounts, each with its reason. */
export function SimulatorAnswer(props: SimulatorAnswerProps) {
  const { shown, words, state, facts, fieldOfFact, why, contract, origin } = props
  const t = useTranslations('simulator.answer')
  const address = `${origin}${simulatorHref(heldOn(state, shown.today), { anchor: 'reponse' })}`
  const governed = shown.file.regime.code !== null
  const unsaid = governed && shown.file.deadlines.some(({ status }) => status === 'overdue')
  return (
    <div className="file sim-answer">
      <PrintedTitle />
      {governed ? <Head shown={shown} words={words} state={state} address={address} /> : <Hole {...props} />}
      {governed && <StagesLine view={shown} words={words} />}
      {governed && awaitedOf(shown.file) !== null && <NextDeadline shown={shown} words={words} next={null} />}
      <Supposed state={state} today={shown.today} />
      {governed && <RefusedEvents file={shown.file} facts={facts} words={words} fieldOfFact={fieldOfFact} />}
      {governed && <Alerts view={shown} words={words} />}
      {unsaid && <Notice>{t('unsaid')}</Notice>}
      {governed && <ParcoursCard shown={shown} words={words} />}
      {why !== null && <WhyPanel shown={shown} words={words} about={why} />}
      {governed && (
        <div className="pair">
          <DatesCard shown={shown} words={words} title={t('dates')} />
          <div className="stack">
            <AllowanceCard view={shown} words={words} />
            <EmployerMoneyCard view={shown} words={words} />
          </div>
        </div>
      )}
      {governed && <LedgerCard view={shown} words={words} />}
      {governed && <JobAmountsCard view={shown} words={words} />}
      <KeepCard address={address} shown={shown} />
      <PrintedFoot today={shown.today} address={address} />
      <DeveloperCard request={contract.request} answer={contract.answer} origin={origin} />
    </div>
  )
}

function Head({ shown, words, address, state }: Pick<SimulatorAnswerProps, 'shown' | 'words' | 'state'> & { readonly address: string }) {
  const t = useTranslations('simulator.answer')
  const locale = useLocale()
  const { regime, stage } = shown.file
  return (
    <header className="sim-head">
      <h2 id="reponse" tabIndex={-1}>{t('title', { stage: words.stage(stage), day: formatDayPlain(shown.today, locale) })}</h2>
      <p>
        <span className="muted">{t('text')}{locale === 'fr' ? NBSP : ''}: </span>
        <b>{words.text(regime.code, regime.engagedOn)}</b>, <span className="muted">{t('engaged', { on: formatDayPlain(regime.engagedOn, locale) })}</span>{' '}
        <RuleChip rule="R-001" article={words.article('R-001')} />{' '}
        <WhyLink about={t('whyText')} href={shown.whyHref('text')} />
      </p>
      <div className="acts no-print">
        <a className="btn sim-edit" href="#questions">{t('edit')}</a>
        <CopyLink address={address} />
        <LinkButton look="ghost" href={choiceHref(state)}>{t('choice')}</LinkButton>
      </div>
    </header>
  )
}

/** The same person, month by month, with the CSP and without it: both pages share the names of their answers. */
function choiceHref({ answers }: SimulatorState): string {
  const { aujourdhui: _today, report: _roll, ...shared } = answers
  return `/accepter-ou-refuser?${new URLSearchParams(shared).toString()}`
}

/** How many of the texts nearest to the hole are proposed at once. */
const NEAREST = 2

/** No text governs: it is said, and asked. Nothing is assumed. */
function Hole({ shown, words, state, texts }: SimulatorAnswerProps) {
  const t = useTranslations('simulator.hole')
  const nearest = texts.slice(0, NEAREST)
  const others = texts.slice(NEAREST)
  const choice = ({ value, label }: OptionView) => (
    <LinkButton key={value} href={simulatorHref({ ...state, answers: { ...state.answers, texte: value } }, { anchor: 'reponse' })} scroll={false}>{label}</LinkButton>
  )
  return (
    <section className="next sim-hole" aria-labelledby="reponse">
      <div className="nx-m">
        <h2 id="reponse" tabIndex={-1}>{t('title')}</h2>
        {shown.file.alerts.map((alert) => {
          const { message, rule, article } = words.alert(alert)
          return <p key={alert.code}>{message} <RuleChip rule={rule} article={article} /></p>
        })}
        <p>{t('lead')}</p>
        <h3>{t('choices')}</h3>
        <div className="sim-texts">{nearest.map(choice)}</div>
        {others.length > 0 && <details><summary>{t('others')}</summary><div className="sim-texts">{others.map(choice)}</div></details>}
      </div>
    </section>
  )
}

function KeepCard({ address, shown }: { readonly address: string; readonly shown: ShownFile }) {
  const t = useTranslations('simulator.link')
  const locale = useLocale()
  return (
    <Card id="garder" title={t('title')} className="no-print">
      <AddressField address={address} hint={t('hint', { day: formatDayPlain(shown.today, locale) })} />
    </Card>
  )
}
