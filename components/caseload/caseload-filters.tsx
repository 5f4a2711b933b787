'use client'
import { ChevronDown, Search, X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition, type ChangeEvent, type FormEvent } from 'react'
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
  const go = (address: string) => start(() => router.push(address, { scroll: false }))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('q')
    go(caseloadAddress(search, { q: typeof typed === 'string' ? typed.trim() : null }))
  }
  function chooseStages(event: ChangeEvent<HTMLInputElement>) {
    const rest = stages.chosen.filter((stage) => stage !== event.target.value)
    go(caseloadAddress(search, { stage: event.target.checked ? [...rest, event.target.value] : rest }))
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
          <summary className={stages.chosen.length > 0 ? 'filter on' : 'filter'}>
            <span>{t('chip.stage', { value: stages.chosen.length === 0 ? t('filter.anyFeminine') : t('filter.chosen', { count: stages.chosen.length }) })}</span>
            <ChevronDown className="i i-s" aria-hidden="true" />
          </summary>
          <fieldset>
            <legend className="vh">{t('filter.stage')}</legend>
            {stages.choices.map((choice) => (
              <label key={choice.value} className="choice">
                <input type="checkbox" className="box" name="stage" value={choice.value} checked={stages.chosen.includes(choice.value)} onChange={chooseStages} />
                <span>{choice.label}</span>
              </label>
            ))}
          </fieldset>
        </details>
        {selects.map((select) => (
          <div key={select.name} className="field caseload-select">
            <label htmlFor={`caseload-${select.name}`}>{select.label}</label>
            <select id={`caseload-${select.name}`} name={select.name} className="input" value={select.value} onChange={(event) => go(caseloadAddress(search, { [select.name]: event.target.value }))}>
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
