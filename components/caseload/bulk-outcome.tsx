'use client'
import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { BulkLine, BulkResult } from '@/lib/cases/lists/views.ts'
import { Button } from '../ui/button.tsx'
import { DoneNotice } from '../ui/notices.tsx'

/** Reasons that have words of their own; another is said plainly. */
const REASONS = ['already', 'closed', 'no_taker', 'not_allowed', 'not_found', 'no_slot', 'already_planned', 'no_address', 'wrong_address', 'missing_values', 'failed', 'waiting'] as const

/** What was done, and the files for which nothing was, each with its reason. */
export function BulkOutcome({ result, onDone }: { result: BulkResult; onDone: () => void }) {
  const t = useTranslations('bulk')
  const known = (outcome: string) => REASONS.find((reason) => reason === outcome) ?? 'failed'
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
                <small>{t(`reason.${known(line.outcome)}`)}{line.detail !== null && `, ${line.detail}`}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Button look="primary" onClick={onDone}>{t('close')}</Button>
    </div>
  )
}
