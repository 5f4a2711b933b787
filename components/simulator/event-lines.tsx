'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActFieldInput, type FieldMessages } from '@/components/file/acts/act-fields.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { EventChoices, EventView } from './simulator-words.ts'

interface EventLinesProps {
  readonly events: readonly EventView[]
  readonly choices: readonly EventChoices[]
  readonly full: number | null
  readonly messages: FieldMessages
  /** Where a button of this part leads, so that the page comes back to it. */
  readonly action: string
}

/** What happened, line by line, and one more. The buttons send the form: no script is needed. */
export function EventLines({ events, choices, full, messages, action }: EventLinesProps) {
  const t = useTranslations('simulator.form')
  return (
    <section className="card sim-events" aria-labelledby="evenements">
      <div className="card-h"><h2 id="evenements" tabIndex={-1}>{t('events')}</h2></div>
      <div className="card-b">
        <p className="hint">{t('eventsLead')}</p>
        {events.map((event) => <EventLine key={event.number} event={event} messages={messages} action={action} />)}
        {full !== null ? <p className="sm muted">{t('full', { count: full })}</p> : (
          <div className="sim-add">
            <Field name="evenement" label={t('kind')}>
              <select className="input" id="evenement" name="evenement" defaultValue="pre_bilan_held">
                {choices.map(({ title, kinds }) => (
                  <optgroup key={title} label={title}>
                    {kinds.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                  </optgroup>
                ))}
              </select>
            </Field>
            <Button type="submit" name="geste" value="ajouter" formAction={action}><Icon of={Plus} />{t('add')}</Button>
          </div>
        )}
      </div>
    </section>
  )
}

/** Folded once it was said: its name and its days are enough to know it by. */
function EventLine({ event, messages, action }: { readonly event: EventView } & Pick<EventLinesProps, 'messages' | 'action'>) {
  const t = useTranslations('simulator.form')
  const { number, title, said, fields, values, blank } = event
  const name = `f${number}`
  const toCorrect = fields.some(({ path }) => messages[path] !== undefined)
  return (
    <div className="sim-event" id={name} tabIndex={-1} role="group" aria-label={t('removeAbout', { event: title, number })}>
      <input type="hidden" name={name} value={event.kind} />
      <details open={blank || toCorrect || undefined}>
        <summary><b>{title}</b>{said !== '' && <span className="muted">{said}</span>}</summary>
        {blank && <p className="hint">{t('blank')}</p>}
        <div className="sim-fields">
          {fields.map((field) => (
            <div key={field.path} className={field.when === null ? undefined : 'when-contract'}>
              <ActFieldInput field={field} values={values} messages={messages} />
            </div>
          ))}
        </div>
      </details>
      <Button className="sim-remove" look="ghost" iconOnly type="submit" name="retirer" value={number} formAction={action} aria-label={`${t('remove')} : ${t('removeAbout', { event: title, number })}`}>
        <Icon of={Trash2} />
      </Button>
    </div>
  )
}
