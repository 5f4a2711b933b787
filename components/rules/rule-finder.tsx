'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { matchingRules, type SearchableRule } from './matching-rules.ts'

export interface FoundChapter {
  readonly name: string
  readonly title: string
  readonly rules: readonly (SearchableRule & { readonly shown: ReactNode })[]
}

/** The rules, chapter by chapter, with a search that hides what does not match; without scripts, all are there. */
export function RuleFinder({ chapters }: { chapters: readonly FoundChapter[] }) {
  const t = useTranslations('rules.find')
  const [asked, setAsked] = useState('')
  const found = chapters.map((chapter) => ({ ...chapter, rules: matchingRules(chapter.rules, asked) }))
  const count = found.reduce((sum, chapter) => sum + chapter.rules.length, 0)

  // A link to a rule that the search hides shows it again.
  useEffect(() => {
    function show() {
      const target = decodeURIComponent(window.location.hash.slice(1))
      if (target === '' || document.getElementById(target) !== null) return
      setAsked('')
      // The same place again, now that it is there: it is scrolled to and marked as any other.
      requestAnimationFrame(() => window.location.replace(`#${target}`))
    }
    window.addEventListener('hashchange', show)
    return () => window.removeEventListener('hashchange', show)
  }, [])

  return (
    <>
      <div className="field rule-find no-print">
        <label htmlFor="rule-find">{t('label')}</label>
        <p className="hint" id="rule-find-hint">{t('hint')}</p>
        <input id="rule-find" type="search" className="input" autoComplete="off" value={asked} onChange={(event) => setAsked(event.target.value)} aria-describedby="rule-find-hint rule-find-count" />
        <p className="echo" id="rule-find-count" role="status">{count === 0 ? t('empty') : t('count', { count })}</p>
      </div>
      {found.filter((chapter) => chapter.rules.length > 0).map((chapter) => (
        <section key={chapter.name} className="rule-chapter" aria-labelledby={`chapter-${chapter.name}`}>
          <h2 id={`chapter-${chapter.name}`}>{chapter.title}</h2>
          {chapter.rules.map(({ rule, shown }) => <div key={rule} id={rule} className="rule-entry">{shown}</div>)}
        </section>
      ))}
    </>
  )
}
