'use client'

import { OctagonAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'

export interface FieldProblem {
  /** Id of the field (its name unless it was given another). */
  readonly field: string
  readonly message: string
}

/**
 * What is to correct, above a form: takes the focus when a new refusal arrives, and each line leads to
 * its field. Shows nothing while there is nothing to correct.
 */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const t = useTranslations('common.errors')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon of={OctagonAlert} />
        {t('title', { count: problems.length })}
      </h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                const target = document.getElementById(field)
                if (target === null) return
                event.preventDefault()
                target.focus()
                target.scrollIntoView({ block: 'center' })
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
