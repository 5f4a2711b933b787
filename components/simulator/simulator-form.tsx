'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition, type FormEvent } from 'react'
import { ActFieldInput, type FieldMessages } from '@/components/file/acts/act-fields.tsx'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { ErrorSummary, type FieldProblem } from '@/components/ui/error-summary.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EventLines } from './event-lines.tsx'
import type { EventChoices, EventView, GroupView } from './simulator-words.ts'

export interface SimulatorFormProps {
  /** The state shown, as its address: another state is another form. */
  readonly shown: string
  readonly blank: boolean
  readonly groups: readonly GroupView[]
  readonly values: Readonly<Record<string, string>>
  readonly events: readonly EventView[]
  readonly choices: readonly EventChoices[]
  /** `null` while more events may be added, else how many there can be. */
  readonly full: number | null
  readonly problems: readonly FieldProblem[]
  /** The same above the form, each with the name of its field. */
  readonly summary: readonly FieldProblem[]
  /** The one address of what a form sent. */
  readonly addressOf: (form: FormData) => Promise<string>
}

const ACTION = '/simulateur#reponse'
const TO_EVENTS = '/simulateur#evenements'

/**
 * The questions. A plain form whose query is the state: it works without scripts. With them, the page is
 * not loaded again, and the focus goes to what was asked for.
 */
export function SimulatorForm(props: SimulatorFormProps) {
  const { shown, addressOf, problems, blank } = props
  const t = useTranslations('simulator.form')
  const router = useRouter()
  const [pending, start] = useTransition()
  const box = useRef<HTMLDivElement>(null)
  const pressed = useRef<'compute' | 'add' | 'remove'>('compute')
  const before = useRef(shown)

  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    const target = pressed.current === 'add' ? firstOfLast(box.current) : document.getElementById(
      pressed.current === 'remove' ? 'evenements' : blank ? 'engagement' : problems.length > 0 ? '' : 'reponse')
    pressed.current = 'compute'
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: target.id === 'reponse' ? 'start' : 'nearest' })
  }, [shown, problems, blank])

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (pending) return
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const name = submitter instanceof HTMLButtonElement ? submitter.name : ''
    pressed.current = name === 'geste' ? 'add' : name === 'retirer' ? 'remove' : 'compute'
    const form = new FormData(event.currentTarget, submitter)
    start(async () => {
      const href = await addressOf(form)
      // Asked again as it was: the answer is there, and is shown.
      if (href === shown) document.getElementById('reponse')?.focus()
      else router.push(href, { scroll: false })
    })
  }

  return (
    <div ref={box} id="questions" className="sim-form no-print" aria-busy={pending}>
      <form key={shown} method="get" action={ACTION} noValidate onSubmit={send} aria-label={t('label')}>
        <Questions {...props} computing={pending ? t('computing') : null} />
      </form>
    </div>
  )
}

function Questions({ blank, groups, values, events, choices, full, problems, summary, computing }: SimulatorFormProps & { readonly computing: string | null }) {
  const t = useTranslations('simulator.form')
  const messages: FieldMessages = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  const [first, ...folded] = groups
  return (
    <>
      <ErrorSummary problems={summary} />
      {first !== undefined && (
        <section className="card" aria-labelledby="sim-first">
          <div className="card-h"><h2 id="sim-first">{first.title}</h2></div>
          <div className="card-b sim-fields">
            <GroupFields group={first} values={values} messages={messages} />
            <div className="acts">
              <Button type="submit" look="primary" aria-disabled={computing !== null}>{computing ?? t('compute')}</Button>
              {!blank && <LinkButton look="ghost" href="/simulateur">{t('clear')}</LinkButton>}
            </div>
          </div>
        </section>
      )}
      <EventLines events={events} choices={choices} full={full} messages={messages} action={TO_EVENTS} />
      {folded.map((group) => (
        <details key={group.id} className="card sim-more" open={group.fields.some(({ path }) => messages[path] !== undefined) || undefined}>
          <summary><Icon of={Plus} /><h2>{group.title}</h2>{group.answered > 0 && <span className="tag">{t('answered', { count: group.answered })}</span>}</summary>
          <div className="card-b sim-fields">
            <p className="hint">{t('optional')}</p>
            <GroupFields group={group} values={values} messages={messages} />
          </div>
        </details>
      ))}
      {!blank && <div className="acts"><Button type="submit" aria-disabled={computing !== null}>{computing ?? t('again')}</Button></div>}
    </>
  )
}

/** The first question of the event just added. */
function firstOfLast(form: HTMLElement | null): HTMLElement | null {
  const last = [...(form?.querySelectorAll('.sim-event') ?? [])].at(-1)
  return last?.querySelector<HTMLElement>(':is(input, select):not([type="hidden"], [tabindex="-1"])') ?? null
}

/** A question asked on some entry paths only is hidden on the others by style: without scripts too. */
function GroupFields({ group, values, messages }: { readonly group: GroupView; readonly values: Readonly<Record<string, string>>; readonly messages: FieldMessages }) {
  return group.fields.map((field) => (
    <div key={field.path} className={field.asked === null ? undefined : field.asked.map((path) => `on-${path}`).join(' ')} data-asked={field.asked === null ? undefined : 'some'}>
      <ActFieldInput field={field} values={values} messages={messages} />
    </div>
  ))
}
