import './caseload.css'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { PastRun } from '@/lib/cases/lists/bulk-runs.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { Card } from '../ui/card.tsx'
import { reasonOf } from './bulk-reasons.ts'

/** The work on many files that one asked for, the latest first: what was done, and which files were left and why. */
export function PastRuns({ runs, timeZone }: { readonly runs: readonly PastRun[]; readonly timeZone: string }) {
  const t = useTranslations('bulk')
  const locale = useLocale()
  if (runs.length === 0) return null
  return (
    <Card id="past-runs" title={t('past.title')} className="past-runs">
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <div className="past-run">
              <b>{t(`done.${run.action}`, { count: run.done })}</b>
              <time dateTime={run.askedAt.toISOString()}>{formatMoment(run.askedAt, locale, timeZone)}</time>
            </div>
            <p className="muted">{t('done.asked', { count: run.asked })} {!run.finished && t('past.unfinished')}</p>
            {run.notDoneCount > 0 && <LeftFiles run={run} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LeftFiles({ run }: { readonly run: PastRun }) {
  const t = useTranslations('bulk')
  const untold = run.notDoneCount - run.notDone.length
  return (
    <details>
      <summary>{t('notDone', { count: run.notDoneCount })}</summary>
      <ul className="bulk-lines">
        {run.notDone.map(({ reference, personName, outcome, detail }) => (
          <li key={reference}>
            {personName === null ? <span>{reference}</span> : <Link className="lk" href={`/dossiers/${reference}`} dir="auto">{personName}</Link>}
            <small>{t(`reason.${reasonOf(outcome)}`)}{detail !== null && `, ${detail}`}</small>
          </li>
        ))}
        {untold > 0 && <li><small>{t('past.more', { count: untold })}</small></li>}
      </ul>
    </details>
  )
}
