'use client'
import { ChevronDown, Search, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition, type ChangeEvent, type FormEvent } from 'react'
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

export interface CaseloadFiltersProps {
  readonly search: string
  readonly q: string
  readonly stages: { readonly chosen: readonly string[]; readonly choices: readonly Choice[] }
  readonly selects: readonly SelectFilter[]
  readonly chips: readonly FilterChip[]
}

/** Search and filters. A plain form that works by itself; with scripts, a choice is applied at once. */
export function CaseloadFilters({ search, q, stages, selects, chips }: CaseloadFiltersProps) {
  const t = useTranslations('caseload')
  const router = useRouter()
  const [, start] = useTransition()
  // What was just chosen is shown at once, while the list is on its way.
  const [chosenStages, showStages] = useOptimistic(stages.chosen)
  const [chosenValues, showValue] = useOptimistic<Readonly<Record<string, string>>, readonly [string, string]>({}, (values, [name, value]) => ({ ...values, [name]: value }))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('q')
    start(() => router.push(caseloadAddress(search, { q: typeof typed === 'string' ? typed.trim() : null }), { scroll: false }))
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
