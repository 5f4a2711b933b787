'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import Link from '@/components/ui/link.tsx'
import type { BulkLine, BulkResult } from '@/lib/cases/lists/views.ts'
import { Button } from '../ui/button.tsx'
import { DoneNotice } from '../ui/notices.tsx'
import { reasonOf } from './bulk-reasons.ts'

const toPastRuns = (words: ReactNode) => <Link className="lk" href="/exports#past-runs">{words}</Link>

/** What was done, and the files for which nothing was, each with its reason. */
export function BulkOutcome({ result, onDone }: { result: BulkResult; onDone: () => void }) {
  const t = useTranslations('bulk')
  return (
    <div className="bulk-outcome">
      <DoneNotice title={t(`done.${result.action}`, { count: result.done })}>{t('done.asked', { count: result.asked })}</DoneNotice>
      {result.notDone.length > 0 && (
        <section aria-labelledby="bulk-not-done">
          <h3 id="bulk-not-done">{t('notDone', { count: result.notDone.length })}</h3>
          <ul className="bulk-lines">
            {result.notDone.map((line: BulkLine) => (
              <li key={line.reference}>
                <Link className="lk" href={`/dossiers/${line.reference}`}>{line.personName}</Link>
                <small>{t(`reason.${reasonOf(line.outcome)}`)}{line.detail !== null && `, ${line.detail}`}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hint">{t.rich('past.again', { a: toPastRuns })}</p>
      <Button look="primary" onClick={onDone}>{t('close')}</Button>
    </div>
  )
}
