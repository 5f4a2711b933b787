'use client'

import { ArrowRight } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { outcomeOfSignIn } from './outcome.ts'

interface DemoLine {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly email: string
  readonly opens: string
}

interface DemoPanelProps {
  readonly password: string
  readonly accounts: readonly DemoLine[]
  readonly moments: readonly DemoLine[]
}

function inCode(words: ReactNode): ReactNode {
  return <code>{words}</code>
}

/** The demonstration's way in: an account or a telling moment, one press each. */
export function DemoPanel({ password, accounts, moments }: DemoPanelProps) {
  const t = useTranslations('signIn')
  const [pressed, setPressed] = useState<string | null>(null)
  const [problem, setProblem] = useState<{ readonly line: string; readonly message: string } | null>(null)

  async function enter(line: DemoLine): Promise<void> {
    if (pressed !== null) return
    setPressed(line.key)
    const outcome = await signIn('credentials', { email: line.email, password, redirect: false }).then(
      outcomeOfSignIn,
      () => 'unreachable' as const,
    )
    if (outcome === 'signedIn') {
      window.location.assign(line.opens)
      return
    }
    setProblem({ line: line.key, message: t(outcome) })
    setPressed(null)
  }

  const lines = (of: readonly DemoLine[]) => (
    <ul className="demo-lines">
      {of.map((line) => (
        <li key={line.key}>
          <button id={line.key} type="button" aria-disabled={pressed !== null} onClick={() => void enter(line)}>
            <span>
              <b>{line.title}</b>
              <small>{pressed === line.key ? t('pending') : line.detail}</small>
            </span>
            <Icon of={ArrowRight} />
          </button>
        </li>
      ))}
    </ul>
  )

  return (
    <section className="card demo" aria-labelledby="demo-title">
      <div className="card-h">
        <h2 id="demo-title">{t('demo.title')}</h2>
      </div>
      <div className="card-b">
        <p className="muted">{t.rich('demo.lead', { password, code: inCode })}</p>
        <ErrorSummary problems={problem === null ? [] : [{ field: problem.line, message: problem.message }]} />
        <h3>{t('demo.accounts')}</h3>
        {lines(accounts)}
        <h3>{t('demo.moments')}</h3>
        {moments.length === 0 ? (
          <p className="muted sm">{t('demo.none')}</p>
        ) : (
          <>
            <p className="muted sm">{t('demo.momentsLead')}</p>
            {lines(moments)}
          </>
        )}
      </div>
    </section>
  )
}
