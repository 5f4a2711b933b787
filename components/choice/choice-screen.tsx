import { Scale } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OptionView } from '@/components/file/acts/form-view.ts'
import { textsNear } from '@/components/simulator/texts-near.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import { EmptyState, Notice } from '@/components/ui/notices.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { articleOf } from '@/lib/accord/rules/articles.ts'
import { compareChoices } from '@/lib/accord/choice/compare.ts'
import type { Choice } from '@/lib/accord/choice/choice.ts'
import type { Day, Frame, Texts } from '@/lib/accord/index.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { withAnswers, type ChoiceAnswers } from './address.ts'
import { ChoiceAnswer } from './choice-answer.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { groupViews } from './field-words.ts'
import { questionsOn } from './questions.ts'
import type { AskedChoice } from './read-choice.ts'

export interface ChoiceScreenProps {
  /** The address without its query. */
  readonly base: string
  readonly answers: ChoiceAnswers
  /** `null` while nothing was asked. */
  readonly asked: AskedChoice | null
  readonly today: Day
  readonly texts: Texts
  /** Seconds to wait, where this address of the network computed too often. */
  readonly wait?: number | null
  /** The frame of a file, whose figures are not asked again; `null` on the public page. */
  readonly known: Frame | null
  readonly head: ReactNode
  readonly keep?: ReactNode
  /** Shown before anything was asked. */
  readonly example?: ReactNode
}

/** The questions, and what accepting and refusing give. */
export function ChoiceScreen({ base, answers, asked, today, texts, wait = null, known, head, keep, example }: ChoiceScreenProps) {
  const locale = useLocale()
  const choice = asked?.ok === true && wait === null ? compareChoices(asked.input, texts) : null
  const choices = choice?.kind === 'no_text' && asked?.ok === true ? textsToChoose(choice, asked.input.frame.engagedOn, texts, locale) : []
  const groups = groupViews(answers, known, choices, locale)
  const fields = new Set(groups.flatMap((group) => group.fields.map(({ path }) => path)))
  const path = known?.entryPath ?? (asked?.ok === true ? asked.input.frame.entryPath : 'employer')
  const shown = new Set(questionsOn(path, known).map(({ field }) => field.path))
  return (
    <div className="weigh">
      {head}
      <div className="weigh-columns">
        <ChoiceForm base={base} groups={groups} answers={answers} problems={asked?.ok === false ? asked.problems : []} onFile={known !== null} unfold={choice?.kind === 'awaiting_decision' ? 'supposed' : null} />
        <div className="weigh-result">
          {asked === null && <Blank example={example} />}
          {asked?.ok === true && wait !== null && <TooOften seconds={wait} />}
          {asked?.ok === false && <ToCorrect count={asked.problems.length} />}
          {choice?.kind === 'compared' && <ChoiceAnswer choice={choice} today={today} fields={new Set([...fields].filter((field) => shown.has(field)))} keep={keep} />}
          {choice !== null && choice.kind !== 'compared' && asked?.ok === true && (
            <NotCompared choice={choice} base={base} answers={answers} engagedOn={asked.input.frame.engagedOn} texts={choices} onFile={known !== null} />
          )}
        </div>
      </div>
    </div>
  )
}

function textsToChoose(choice: Extract<Choice, { kind: 'no_text' }>, engagedOn: Day, texts: Texts, locale: Locale): readonly OptionView[] {
  return choice.hole === 'before_first_text' ? [] : textsNear(texts, engagedOn, locale)
}

function Blank({ example }: { readonly example: ReactNode }) {
  const t = useTranslations('choice.empty')
  return <section className="card"><EmptyState sign={Scale} title={t('title')} action={example}>{t('lead')}</EmptyState></section>
}

function ToCorrect({ count }: { readonly count: number }) {
  const t = useTranslations('choice.toCorrect')
  return <section className="card" id="reponse" tabIndex={-1}><EmptyState sign={Scale} title={t('title', { count })}>{t('lead')}</EmptyState></section>
}

function TooOften({ seconds }: { readonly seconds: number }) {
  const t = useTranslations('simulator')
  return <div id="reponse" tabIndex={-1}><Notice>{t('wait', { seconds })}</Notice></div>
}

interface NotComparedProps {
  readonly choice: Exclude<Choice, { kind: 'compared' }>
  readonly base: string
  readonly answers: ChoiceAnswers
  readonly engagedOn: Day
  readonly texts: readonly OptionView[]
  readonly onFile: boolean
}

/** How many of the texts nearest to a hole are proposed at once. */
const NEAREST = 2

/** Nothing is compared, and why; where a person may mend it, how. */
function NotCompared({ choice, base, answers, engagedOn, texts, onFile }: NotComparedProps) {
  const t = useTranslations('choice')
  const locale = useLocale()
  const rule = choice.kind === 'no_text' ? 'R-001' : choice.kind === 'awaiting_decision' ? 'R-011' : 'R-112'
  const title = choice.kind === 'no_text' ? t('hole.title') : choice.kind === 'awaiting_decision' ? t('awaiting.title') : t('notOpen.title')
  const lead =
    choice.kind === 'awaiting_decision' ? t('awaiting.lead')
    : choice.kind === 'not_open' ? t('notOpen.lead')
    : choice.hole === 'before_first_text' ? t('hole.tooEarly')
    : t('hole.lead', { on: formatDayPlain(engagedOn, locale) })
  const link = ({ value, label }: OptionView) => <LinkButton key={value} href={withAnswers(base, { ...answers, texte: value }, 'reponse')}>{label}</LinkButton>
  const others = texts.slice(NEAREST)
  return (
    <section className="next weigh-head" aria-labelledby="reponse">
      <div className="nx-m">
        <h2 id="reponse" tabIndex={-1}>{title}</h2>
        <p>{lead} <RuleChip rule={rule} article={articleOf(rule, null)} /></p>
        {onFile && choice.kind === 'no_text' && <p>{t('hole.onFile')}</p>}
        {!onFile && texts.length > 0 && <div className="weigh-texts">{texts.slice(0, NEAREST).map(link)}</div>}
        {!onFile && others.length > 0 && <details><summary>{t('hole.others')}</summary><div className="weigh-texts">{others.map(link)}</div></details>}
      </div>
    </section>
  )
}
