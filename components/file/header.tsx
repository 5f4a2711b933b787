import '@/components/handover/handover.css'
import { CalendarPlus, ChevronRight, CircleQuestionMark, Phone, Plus, Scale } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { planHref } from '@/components/agenda/address.ts'
import { choiceHrefOfFile } from '@/components/choice/address.ts'
import { isThinking } from '@/components/choice/file-ground.ts'
import { Term } from '@/components/help/term.tsx'
import { WhoElse } from '@/components/live/who-else.tsx'
import { FileStanding } from '@/components/handover/file-standing.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { FileView } from '@/lib/cases/views/file.ts'
import { formatCount, formatDayPlain } from '@/lib/wording/format/index.ts'
import { fileHref } from './address.ts'
import { FilePlaces } from './file-places.tsx'
import type { LegalWords } from './legal-words.ts'
import { stepsOf } from './stage-steps.ts'
import { whatIfHref } from './what-if/address.ts'

interface HeaderProps {
  readonly view: FileView
  readonly words: LegalWords
}

/** Who the file is about, which text governs it, who follows it, and the verbs. */
export function FileHeader({ view, words }: HeaderProps) {
  const t = useTranslations('file')
  const whatIf = useTranslations('whatIf')
  const choice = useTranslations('choice')
  const agenda = useTranslations('agenda')
  const { reference, person } = view
  const writable = view.may.record && view.knownOn === null
  return (
    <header className="file-head">
      <nav className="crumb" aria-label={t('crumb')}>
        <Link href="/dossiers">{t('files')}</Link>
        <Icon of={ChevronRight} size={16} />
        <span>{reference}</span>
        <WhoElse />
      </nav>
      <div className="ph-h">
        <h1 dir="auto">{person.firstName} {person.lastName}</h1>
        <div className="ph-a no-print">
          {writable && (
            <>
              <LinkButton href={fileHref(reference, { act: 'contact_held' })} scroll={false}><Icon of={Phone} />{t('noteContact')}</LinkButton>
              <LinkButton href={planHref(reference)}><Icon of={CalendarPlus} />{agenda('tools.plan')}</LinkButton>
              <LinkButton href={fileHref(reference, { menu: true })} scroll={false}><Icon of={Plus} />{t('recordFact')}</LinkButton>
            </>
          )}
          {view.knownOn === null && isThinking(view.file.stage) && (
            <LinkButton href={choiceHrefOfFile(reference)}><Icon of={Scale} />{choice('file.here')}</LinkButton>
          )}
          {view.knownOn === null && <LinkButton look="ghost" href={whatIfHref(reference)}><Icon of={CircleQuestionMark} />{whatIf('open')}</LinkButton>}
        </div>
      </div>
      <FilePlaces reference={reference} here="file" />
      <FileMeta view={view} words={words} />
      <FileStanding view={view} />
    </header>
  )
}

function FileMeta({ view, words }: HeaderProps) {
  const t = useTranslations('file.meta')
  const locale = useLocale()
  const { employer, file, person } = view
  const text = words.text(file.regime.code, file.regime.engagedOn)
  const years = file.milestones.seniorityYears
  return (
    <dl className="meta">
      <Meta label={<Term name="text">{t('text')}</Term>}>
        <Link href={fileHref(view.reference, { why: 'text' }, 'pourquoi')}>{text ?? t('noText')}</Link>
      </Meta>
      <Meta label={t('birth')}>{formatDayPlain(person.birthDate, locale)}</Meta>
      <Meta label={t('counsellor')}>{view.counsellor.name}</Meta>
      {view.referent !== null && <Meta label={<Term name="referent">{t('referent')}</Term>}>{view.referent.name}</Meta>}
      <Meta label={<Term name="basin">{t('basin')}</Term>}>{view.basin.name}</Meta>
      <Meta label={t('employer')}>
        {employer === null ? t('noEmployer') : <span dir="auto">{employer.name}</span>}
        {employer !== null && years !== null && <>, {t('seniority', { years, shown: formatCount(years, locale) })}</>}
      </Meta>
      {person.phone !== null && <Meta label={t('phone')}><a href={`tel:${person.phone}`}>{person.phone}</a></Meta>}
    </dl>
  )
}

function Meta({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return <div><dt>{label}</dt><dd>{children}</dd></div>
}

/** Where the file stands, as a line at a desk and as a sentence on a phone. */
export function StagesLine({ view, words }: { readonly view: Pick<FileView, 'file'>; readonly words: LegalWords }) {
  const t = useTranslations('file.steps')
  const { stage, milestones } = view.file
  const steps = stepsOf(stage, milestones.jobStartedOn !== null)
  const at = steps.findIndex((step) => step.state === 'current')
  const next = steps.findIndex((step, index) => index > at && step.state === 'ahead')
  const nameOf = (index: number): string => {
    const step = steps[index]
    if (step === undefined) return ''
    return step.namedByStage ? words.stage(stage) : t(step.name)
  }
  return (
    <>
      <ol className="stg" aria-label={t('label')}>
        {steps.map((step, index) => (
          <li key={step.name} className={STEP_CLASS[step.state]} aria-current={step.state === 'current' ? 'step' : undefined}>
            {step.state === 'done' && <Done />}
            {nameOf(index)}
            {step.state === 'done' && <span className="vh"> {t('done')}</span>}
            {step.state === 'skipped' && <span className="vh"> {t('skipped')}</span>}
          </li>
        ))}
      </ol>
      <p className="stg-s">
        <span className="tag">{t('rank', { at: at + 1, of: steps.length })}</span> <b>{nameOf(at)}</b>
        {next !== -1 && <>, {t('then', { next: nameOf(next) })}</>}
      </p>
    </>
  )
}

const STEP_CLASS = { done: 'past', current: 'cur', ahead: '', skipped: 'skipped' } as const

function Done() {
  return (
    <svg className="i i-s" viewBox="0 0 20 20" aria-hidden="true"><path d="M4.5 10.5l3.6 3.6 7.4-8.2" /></svg>
  )
}

