'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { describeField, Field } from '../ui/field.tsx'
import type { FoundPerson } from './form-state.ts'

interface PersonFieldProps {
  /** The person chosen when the form opens. */
  readonly chosen: FoundPerson | null
  readonly error: string | undefined
  readonly find: (typed: string) => Promise<readonly FoundPerson[]>
  readonly onChoose: () => void
}

const PAUSE_MS = 180

/**
 * Someone of the reader's files, found while their name is typed: ↓ and ↑ go through those found, Enter takes one, Escape
 * closes the list. The form sends the reference; without a script, the reference itself is typed.
 */
export function PersonField({ chosen, error, find, onChoose }: PersonFieldProps) {
  const t = useTranslations('agenda.form')
  const wordsOf = (person: FoundPerson): string => t('personChosen', { person: person.personName, reference: person.reference })
  const [typed, setTyped] = useState(chosen === null ? '' : wordsOf(chosen))
  const [taken, setTaken] = useState<FoundPerson | null>(chosen)
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null)
  const [at, setAt] = useState(-1)
  const question = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const notify = useRef(false)
  const listId = useId()
  const field = { name: 'person', label: t('person'), hint: t('personHint'), error }
  const { id, describedBy, invalid } = describeField(field)
  const open = found !== null && found.length > 0

  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current)
  }, [])
  // Once the hidden reference is in the form, what depends on it is asked again.
  useEffect(() => {
    if (notify.current) onChoose()
    notify.current = false
  }, [taken, onChoose])

  function ask(text: string): void {
    setTyped(text)
    setTaken(null)
    notify.current = true
    setAt(-1)
    if (timer.current !== null) clearTimeout(timer.current)
    if (text.trim().length < 2) {
      setFound(null)
      return
    }
    question.current += 1
    const mine = question.current
    timer.current = setTimeout(() => {
      void find(text).catch(() => []).then((people) => {
        if (mine === question.current) setFound(people)
      })
    }, PAUSE_MS)
  }

  function take(person: FoundPerson): void {
    question.current += 1
    notify.current = true
    setTaken(person)
    setTyped(wordsOf(person))
    setFound(null)
    setAt(-1)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (!open) return
    switch (event.key) {
      case 'ArrowDown': setAt((at + 1) % found.length); break
      case 'ArrowUp': setAt((at + found.length - 1) % found.length); break
      case 'Enter': take(found[Math.max(at, 0)]!); break
      case 'Escape': setFound(null); break
      default: return
    }
    event.preventDefault()
  }

  return (
    <Field {...field}>
      <input type="hidden" name="reference" value={taken?.reference ?? typed.trim().toUpperCase()} />
      <div className="person-find">
        <input
          className="input"
          id={id}
          dir="auto"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          autoComplete="off"
          value={typed}
          onChange={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => setFound(null)}
        />
        <div className="person-list" id={listId} role="listbox" aria-label={t('people')} hidden={!open}>
          {(found ?? []).map((person, index) => (
            <div
              key={person.reference}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // Pressed before the field loses the focus, which would close the list.
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              <b dir="auto">{person.personName}</b>
              <span>{person.detail}</span>
            </div>
          ))}
        </div>
      </div>
      <p className="vh" role="status">{found !== null && t('personFound', { count: found.length })}</p>
      {found?.length === 0 && <p className="hint">{t('personFound', { count: 0 })}</p>}
    </Field>
  )
}
