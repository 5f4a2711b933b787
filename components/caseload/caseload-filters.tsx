'use client'
import { ChevronDown, Search, X } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition, type ChangeEvent, type FormEvent } from 'react'
import { useHeldWait } from '../ui/waiting.ts'
import { caseloadAddress } from './address.ts'
import type { Choice, FilterChip } from './caseload-line.ts'

export interface SelectFilter {
  readonly name: 'basin' | 'deadline' | 'counsellor' | 'referent' | 'scope'
  readonly value: string
  readonly label: string
  /** The choice that filters nothing. */
  readonly any: string
  readonly choices: readonly Choice[]
}

/** A filter that counts days from today: `value` is empty where it is not at work. */
export interface DaysFilter {
  readonly name: 'dueWithin' | 'overdueBy' | 'noContact' | 'termWithin' | 'enteredSince'
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export interface CaseloadFiltersProps {
  readonly search: string
  readonly q: string
  readonly stages: { readonly chosen: readonly string[]; readonly choices: readonly Choice[] }
  readonly selects: readonly SelectFilter[]
  readonly days: readonly DaysFilter[]
  readonly without: { readonly chosen: readonly string[]; readonly choices: readonly Choice[] }
  /** What the form leaves alone, sent along where no script runs. */
  readonly rest: readonly (readonly [string, string])[]
  readonly chips: readonly FilterChip[]
}

/** Search and filters. A plain form that works by itself; with scripts, a choice is applied at once. */
export function CaseloadFilters({ search, q, stages, selects, days, without, rest, chips }: CaseloadFiltersProps) {
  const t = useTranslations('caseload')
  const router = useRouter()
  const [asking, start] = useTransition()
  useHeldWait(asking ? 'page' : null)
  // What was just chosen is shown at once, while the list is on its way.
  const [chosenStages, showStages] = useOptimistic(stages.chosen)
  const [chosenValues, showValue] = useOptimistic<Readonly<Record<string, string>>, readonly [string, string]>({}, (values, [name, value]) => ({ ...values, [name]: value }))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const asked = Object.fromEntries(days.map(({ name }) => [name, /^\d{1,4}$/u.test(typed(name)) ? typed(name) : null]))
    const lacks = form.getAll('without').filter((value) => typeof value === 'string')
    start(() => router.push(caseloadAddress(search, { q: typed('q'), ...asked, without: lacks }), { scroll: false }))
  }
  function chooseStages(event: ChangeEvent<HTMLInputElement>) {
    const rest = chosenStages.filter((stage) => stage !== event.target.value)
    const next = event.target.checked ? [...rest, event.target.value] : rest
    start(() => {
      showStages(next)
      router.push(caseloadAddress(search, { stage: next }), { scroll: false })
    })
  }
  function chooseValue(event: ChangeEvent<HTMLSelectElement>) {
    const { name, value } = event.target
    start(() => {
      showValue([name, value])
      router.push(caseloadAddress(search, { [name]: value }), { scroll: false })
    })
  }

  const atWork = days.filter(({ value }) => value !== '').length + without.chosen.length

  return (
    <div className="caseload-filters">
      <form action="/dossiers" method="get" role="search" aria-label={t('filter.label')} onSubmit={submit}>
        <div className="field caseload-search">
          <label htmlFor="caseload-q">{t('search.label')}</label>
          <span className="withbtn">
            {/* The key gives the field its new value when the address changes from elsewhere. */}
            <input key={q} id="caseload-q" name="q" type="search" className="input" defaultValue={q} maxLength={200} autoComplete="off" placeholder={t('search.placeholder')} aria-describedby="caseload-q-hint" />
            <button type="submit" className="btn ghost icon" aria-label={t('search.submit')}><Search className="i" aria-hidden="true" /></button>
          </span>
          <span className="vh" id="caseload-q-hint">{t('search.hint')}</span>
        </div>
        <details className="caseload-stages">
          <summary className={chosenStages.length > 0 ? 'filter on' : 'filter'}>
            <span>{t('chip.stage', { value: chosenStages.length === 0 ? t('filter.anyFeminine') : t('filter.chosen', { count: chosenStages.length }) })}</span>
            <ChevronDown className="i i-s" aria-hidden="true" />
          </summary>
          <fieldset>
            <legend className="vh">{t('filter.stage')}</legend>
            {stages.choices.map((choice) => (
              <label key={choice.value} className="choice">
                <input type="checkbox" className="box" name="stage" value={choice.value} checked={chosenStages.includes(choice.value)} onChange={chooseStages} />
                <span>{choice.label}</span>
              </label>
            ))}
          </fieldset>
        </details>
        {selects.map((select) => (
          <div key={select.name} className="field caseload-select">
            <label htmlFor={`caseload-${select.name}`}>{select.label}</label>
            <select id={`caseload-${select.name}`} name={select.name} className="input" value={chosenValues[select.name] ?? select.value} onChange={chooseValue}>
              <option value="">{select.any}</option>
              {select.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
            </select>
          </div>
        ))}
        <details className="caseload-stages caseload-more">
          <summary className={atWork > 0 ? 'filter on' : 'filter'}>
            <span>{t('more.open')}{atWork > 0 && <> <span className="tag" aria-hidden="true">{atWork}</span><span className="vh">, {t('more.count', { count: atWork })}</span></>}</span>
            <ChevronDown className="i i-s" aria-hidden="true" />
          </summary>
          <div className="caseload-days">
            <p className="hint">{t('more.hint')}</p>
            {days.map(({ name, value, label, hint }) => (
              <div key={name} className="caseload-day">
                <label htmlFor={`caseload-${name}`}>{label}</label>
                <span>
                  <input key={value} id={`caseload-${name}`} name={name} className="input" inputMode="numeric" pattern="\d{1,4}" maxLength={4} defaultValue={value} autoComplete="off" aria-describedby={hint === undefined ? undefined : `caseload-${name}-hint`} />
                  <span aria-hidden="true">{t('more.days')}</span>
                </span>
                {hint !== undefined && <small className="hint" id={`caseload-${name}-hint`}>{hint}</small>}
              </div>
            ))}
            <fieldset key={without.chosen.join(',')}>
              <legend>{t('more.without')}</legend>
              {without.choices.map((choice) => (
                <label key={choice.value} className="choice">
                  <input type="checkbox" className="box" name="without" value={choice.value} defaultChecked={without.chosen.includes(choice.value)} />
                  <span>{choice.label}{choice.value === 'training' && <small>{t('more.trainingHint')}</small>}</span>
                </label>
              ))}
            </fieldset>
            <button type="submit" className="btn primary">{t('more.apply')}</button>
          </div>
        </details>
        {rest.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <noscript><button type="submit" className="btn">{t('filter.apply')}</button></noscript>
      </form>
      {chips.length > 0 && (
        <ul className="filters" aria-label={t('filter.active')}>
          {chips.map((chip) => (
            <li key={chip.key}>
              <Link className="filter on" href={chip.without} scroll={false}>
                {chip.label}<X className="i i-s" aria-hidden="true" /><span className="vh"> {t('filter.remove', { filter: '' })}</span>
              </Link>
            </li>
          ))}
          <li><Link className="btn ghost" href="/dossiers" scroll={false}>{t('filter.clear')}</Link></li>
        </ul>
      )}
    </div>
  )
}
