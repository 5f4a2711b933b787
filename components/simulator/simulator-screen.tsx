import { Plus, Route } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { FieldView, OptionView } from '@/components/file/acts/form-view.ts'
import { legalWords } from '@/components/file/legal-words.ts'
import { LinkButton } from '@/components/ui/button.tsx'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, Notice } from '@/components/ui/notices.tsx'
import { simulate, present } from '@/lib/accord/simulate/answer.ts'
import { selectText } from '@/lib/accord/texts/governing.ts'
import type { Day, Texts } from '@/lib/accord/index.ts'
import { NBSP } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { isBlank, MOST_EVENTS, simulatorHref, type SimulatorAddress } from './address.ts'
import { ExamplesList } from './examples-list.tsx'
import { readSimulation, type AskedSimulation } from './read-simulation.ts'
import { simulatedFile } from './simulated-file.ts'
import { SimulatorAnswer } from './simulator-answer.tsx'
import { SimulatorForm } from './simulator-form.tsx'
import { eventChoices, eventViews, groupViews } from './simulator-words.ts'
import { textsNear } from './texts-near.ts'

export interface SimulatorScreenProps {
  readonly address: SimulatorAddress
  readonly today: Day
  readonly texts: Texts
  /** Seconds to wait, where this address computed too often. */
  readonly wait: number | null
  readonly origin: string
  /** Whether the reader is not signed in. */
  readonly open: boolean
  readonly addressOf: (form: FormData) => Promise<string>
}

/** « Simuler un parcours de CSP »: the questions, and the year they give. */
export function SimulatorScreen(props: SimulatorScreenProps) {
  const { address, today, texts, open } = props
  const { state } = address
  const t = useTranslations('simulator')
  const locale = useLocale()
  const blank = isBlank(state)
  const asked = blank ? null : readSimulation(state, today, locale)
  const choices = asked === null ? [] : textsToChoose(asked, texts, locale)
  const groups = groupViews(state, today, choices, locale)
  const events = eventViews(state.events, locale)
  const problems = asked?.problems ?? []
  return (
    <div className="simulator">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
          <p className="hint">{t('nothingKept')} {t('disclaimer')}</p>
        </div>
        {open && (
          <div className="screen-tools">
            <LinkButton href="/connexion">{t('signIn')}</LinkButton>
          </div>
        )}
      </div>
      <div className="sim-columns">
        <SimulatorForm
          shown={simulatorHref(state)}
          blank={blank}
          groups={groups}
          values={blank ? { voie: 'employer' } : state.answers}
          events={events}
          choices={eventChoices(locale)}
          full={state.events.length < MOST_EVENTS ? null : MOST_EVENTS}
          problems={problems}
          summary={named(problems, [...groups, ...events], locale)}
          addressOf={props.addressOf}
        />
        <div className="sim-result">
          <Result {...props} asked={asked} choices={choices} />
        </div>
      </div>
    </div>
  )
}

/** What is to correct, with the name of its field: above the form a message alone would not tell which. */
function named(problems: readonly FieldProblem[], parts: readonly { readonly fields: readonly FieldView[] }[], locale: Locale): readonly FieldProblem[] {
  const labels = new Map(parts.flatMap(({ fields }) => fields.map(({ path, label }) => [path, label] as const)))
  const colon = locale === 'fr' ? `${NBSP}: ` : ': '
  return problems.map(({ field, message }) => ({ field, message: `${labels.get(field) ?? field}${colon}${message}` }))
}

/** The texts that a person may choose where the texts leave a hole, the nearest first; none elsewhere. */
function textsToChoose({ request }: AskedSimulation, texts: Texts, locale: Locale): readonly OptionView[] {
  if (request === null) return []
  const { engagedOn, entryPath } = request.record.frame
  return selectText(texts, engagedOn, entryPath, null).kind === 'hole' ? textsNear(texts, engagedOn, locale) : []
}

function Result({ address, texts, wait, origin, asked, choices }: SimulatorScreenProps & { readonly asked: AskedSimulation | null; readonly choices: readonly OptionView[] }) {
  const t = useTranslations('simulator')
  const locale = useLocale()
  if (asked === null) {
    return (
      <>
        <section className="card"><EmptyState sign={Route} title={t('empty.title')}>{t('empty.lead')}</EmptyState></section>
        <Card id="exemples" title={t('example.title')}>
          <p className="hint">{t('example.lead')}</p>
          <ExamplesList />
        </Card>
      </>
    )
  }
  if (wait !== null) return <div id="reponse" tabIndex={-1}><Notice>{t('wait', { seconds: wait })}</Notice></div>
  if (asked.request === null) {
    return (
      <section className="card" id="reponse" tabIndex={-1}>
        <EmptyState sign={Route} title={t('answer.toCorrect', { count: asked.problems.length })} action={<a href="#questions">{t('answer.edit')}</a>}>
          {t('answer.toCorrectLead')}
        </EmptyState>
      </section>
    )
  }
  const { request } = asked
  const file = simulate(request, texts)
  return (
    <>
      <SimulatorAnswer
        shown={simulatedFile(file, request, address.state, locale)}
        words={legalWords(locale, file.regime)}
        state={address.state}
        facts={request.record.facts}
        fieldOfFact={asked.fieldOfFact}
        texts={choices}
        why={address.why}
        contract={{ request: asked.json, answer: present(file, locale) }}
        origin={origin}
      />
      <details className="card sim-more no-print">
        <summary><Icon of={Plus} /><h2>{t('example.others')}</h2></summary>
        <div className="card-b"><ExamplesList /></div>
      </details>
    </>
  )
}
