import { Banknote, Briefcase, CalendarX, CircleCheck, FileText, GraduationCap, HandHelping, Mail, Phone, Scale, Send, ShieldAlert, User, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import type { StoredKind } from '@/lib/cases/outcomes.ts'
import { formatDay, formatDays } from '@/lib/wording/format/index.ts'
import { kindName } from './acts/form-view.ts'
import { fileHref } from './address.ts'
import { factPhase, factWords, isOpenPeriod } from './fact-words.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { KnownOnForm } from './known-on.tsx'

/** Facts seen at once; earlier ones are one step away. */
const RECENT = 20

/** Every fact ever recorded: those that count, and those struck with the reason why. */
export function FactsCard({ view }: { readonly view: FileView }) {
  const t = useTranslations('file.facts')
  const struck = view.facts.filter(({ factIndex, kind, supersededBy }) => factIndex === null && supersededBy !== null && kind !== 'frame').length
  const shown = view.facts.toReversed()
  return (
    <Card
      id="faits"
      title={t('title')}
      aside={<span className="est">{t('count', { count: view.facts.length, struck })}</span>}
    >
      {view.knownOn === null && <KnownOnForm reference={view.reference} today={isoOf(view.today)} />}
      <FactList view={view} facts={shown.slice(0, RECENT)} />
      {shown.length > RECENT && (
        <details className="tb older-facts">
          <summary>{t('older', { count: shown.length - RECENT })}</summary>
          <FactList view={view} facts={shown.slice(RECENT)} />
        </details>
      )}
    </Card>
  )
}

/** The facts of a phase, under its name. */
function FactList({ view, facts }: { readonly view: FileView; readonly facts: readonly FactView[] }) {
  const t = useTranslations('file.facts')
  const phases = facts.map((fact) => factPhase(fact, view))
  return (
    <ol className="facts">
      {facts.map((fact, index) => {
        const phase = phases[index]
        return [
          phase !== undefined && phase !== phases[index - 1] ? <li key={`phase-${fact.id}`} className="ph">{t(`phase.${phase}`)}</li> : null,
          <FactLine key={fact.id} view={view} fact={fact} />,
        ]
      })}
    </ol>
  )
}

const SIGNS: Readonly<Partial<Record<StoredKind, LucideIcon>>> = {
  contact_held: Phone, follow_up_held: Phone, plan_validated: FileText, pre_bilan_held: User, training: GraduationCap,
  work_period: Briefcase, job_started: Briefcase, job_ended: Briefcase, trial_period_broken: Briefcase, suspension: CalendarX, asp_stopped: CalendarX,
  bonus_claimed: Banknote, bonus_paid: Banknote, wage_gap_claimed: Banknote, wage_gap_paid: Banknote, benefit_notified: Banknote, sent_to_france_travail: Send,
  conservative_letter_sent: Mail, term_letter_relayed: Mail, motive_notified: Mail, proposal_handed_over: Scale, frame: Scale,
  service_given: HandHelping, offer_made: Briefcase, offer_accepted: Briefcase, offer_unanswered: Briefcase, explanations_invited: Mail, explanations_heard: User,
  offer_refused: ShieldAlert, action_refused: ShieldAlert, action_missed: ShieldAlert, false_statement: ShieldAlert, exclusion_decided: ShieldAlert,
}

function FactLine({ view, fact }: { readonly view: FileView; readonly fact: FactView }) {
  const t = useTranslations('file.facts')
  const locale = useLocale()
  const struck = fact.supersededBy !== null
  const details = factWords(fact, view.file.regime.leaves, locale)
  const length = fact.until === null ? '' : `, ${formatDays(fact.until - fact.on + 1, locale)}`
  const replaces = view.facts.find(({ id }) => id === fact.supersedes)
  const replacedBy = view.facts.find(({ id }) => id === fact.supersededBy)
  const name = <>{kindName(fact.kind, locale)}{length}</>
  return (
    <li className={struck ? 'fa struck' : 'fa'} id={`fait-${fact.sequence}`}>
      <time dateTime={isoOf(fact.on)}>{formatDay(fact.on, locale)}</time>
      <span className="fi"><Icon of={SIGNS[fact.kind] ?? CircleCheck} /></span>
      <div>
        {struck ? <s><b>{name}</b></s> : <b>{name}</b>}
        {struck && <span className="vh"> {t('struck')}</span>}
        {details.length > 0 && <p dir="auto">{details.join(' · ')}</p>}
        {replaces !== undefined && (
          <p className="corr">{t(fact.kind === 'withdrawn' ? 'withdraws' : 'replaces', { number: replaces.sequence, fact: kindName(replaces.kind, locale) })} {fact.reason}</p>
        )}
        {replacedBy !== undefined && <p className="corr">{t(replacedBy.kind === 'withdrawn' ? 'withdrawnBy' : 'replacedBy', { number: replacedBy.sequence })}</p>}
        <p className="fw">{t('recorded', { who: fact.recordedBy, when: formatMoment(fact.recordedAt, locale) })}</p>
        {fact.origin != null && <p className="fw">{t('copied', { operator: fact.origin.operator, when: formatMoment(fact.origin.recordedAt, locale) })}</p>}
        <FactActions view={view} fact={fact} />
      </div>
      <span className="fn">{t('number', { number: fact.sequence })}</span>
    </li>
  )
}

function FactActions({ view, fact }: { readonly view: FileView; readonly fact: FactView }) {
  const t = useTranslations('file.facts')
  const locale = useLocale()
  if (!view.may.record || view.knownOn !== null || fact.supersededBy !== null || fact.kind === 'withdrawn') return null
  const about = <span className="vh"> : {kindName(fact.kind, locale)}, {formatDay(fact.on, locale)}</span>
  if (fact.kind === 'frame') {
    return <p className="fact-acts no-print"><Link className="why" href={fileHref(view.reference, { correct: fact.id })} scroll={false}>{t('correct')}{about}</Link></p>
  }
  return (
    <p className="fact-acts no-print">
      {isOpenPeriod(fact) && <Link className="why" href={fileHref(view.reference, { correct: fact.id })} scroll={false}>{t('end')}{about}</Link>}
      <Link className="why" href={fileHref(view.reference, { correct: fact.id })} scroll={false}>{t('correct')}{about}</Link>
      <Link className="why" href={fileHref(view.reference, { withdraw: fact.id })} scroll={false}>{t('withdraw')}{about}</Link>
    </p>
  )
}
