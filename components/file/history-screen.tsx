import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { addDays } from '@/lib/accord/calendar/day.ts'
import type { History, HistoryEntry } from '@/lib/cases/views/file.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { kindName } from './acts/form-view.ts'
import { FilePlaces } from './file-places.tsx'
import { civilDayOf, formatMoment } from '@/lib/wording/format/moment.ts'
import { twoDaysHref } from './two-days/address.ts'

/** Who did what on a file, when and why, in the order of the journal; and whether nothing is missing in it. */
export function HistoryScreen({ history }: { readonly history: History }) {
  const t = useTranslations('file.history')
  return (
    <div className="file">
      <div className="ph-h">
        <h1 dir="auto">{t('title', { name: history.personName })}</h1>
      </div>
      <FilePlaces reference={history.reference} here="history" />
      <ChainNote history={history} />
      <Card id="journal" title={t('journal')} aside={<span className="est">{t('count', { count: history.entries.length })}</span>}>
        <ol className="hist">
          {history.entries.map((entry) => <Entry key={entry.position} entry={entry} compared={compareHref(history, entry)} />)}
        </ol>
      </Card>
      <Assignments history={history} />
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}

function ChainNote({ history }: { readonly history: History }) {
  const t = useTranslations('file.history')
  const { verified, length, breaks } = history.chain
  return (
    <div className={verified ? 'done' : 'refusal'} role="status">
      <Icon of={verified ? ShieldCheck : ShieldAlert} />
      <div>
        <b>{t(verified ? 'verified' : 'broken')}</b>
        <p>{verified ? t('verifiedDetail', { count: length }) : breaks.join(', ')}</p>
      </div>
    </div>
  )
}

/** The journal's action in words; one that this screen does not know yet is shown by its code. */
function useActionName(): (action: string) => string {
  const locale = useLocale()
  const names: Readonly<Record<string, string>> = messagesFor(locale).file.history.action
  return (action) => names[action.replaceAll('.', '_')] ?? action
}

/** Where the day of a fact is compared with its eve; the day the file was opened has no eve. */
function compareHref({ reference, entries }: History, { at, factId }: HistoryEntry): string | null {
  const [first] = entries
  const day = civilDayOf(at)
  return factId === null || first === undefined || civilDayOf(first.at) >= day ? null : twoDaysHref(reference, { from: addDays(day, -1), to: day })
}

function Entry({ entry, compared }: { readonly entry: HistoryEntry; readonly compared: string | null }) {
  const t = useTranslations('file.history')
  const twoDays = useTranslations('twoDays')
  const locale = useLocale()
  const nameOf = useActionName()
  return (
    <li>
      <span className="fn">{t('number', { number: entry.position })}</span>
      <div>
        <b>{nameOf(entry.action)}</b>
        {entry.factKind !== null && (
          <p>{kindName(entry.factKind, locale)}{entry.factOn !== null && <>, {formatDay(entry.factOn, locale)}</>}</p>
        )}
        {entry.action === 'text.applied' && <AppliedText detail={entry.detail} />}
        {entry.reason !== null && <p className="corr" dir="auto">{t('reason', { reason: entry.reason })}</p>}
        <p className="fw">{t('by', { who: entry.who ?? t('time'), when: formatMoment(entry.at, locale) })}</p>
        {compared !== null && <p className="fact-acts no-print"><Link className="why" href={compared}>{twoDays('history')}<span className="vh"> : {t('number', { number: entry.position })}</span></Link></p>}
      </div>
      <code className="hash" title={t('hash')}>{entry.hash}</code>
    </li>
  )
}

/** The text that moved the file: its name, and what it did to the reader's files. */
function AppliedText({ detail }: { readonly detail: HistoryEntry['detail'] }) {
  const locale = useLocale()
  const { text: code, title } = detail
  const name = typeof title === 'object' && title !== null ? (title as Readonly<Record<string, unknown>>)[locale] : null
  return typeof code === 'string' ? <p><Link href={`/textes/${code}`}>{typeof name === 'string' ? name : code}</Link></p> : null
}

function Assignments({ history }: { readonly history: History }) {
  const t = useTranslations('file.history')
  const locale = useLocale()
  return (
    <Card id="affectations" title={t('assignments')}>
      <ol className="hist">
        {history.assignments.map((line) => (
          <li key={line.at.getTime()}>
            <span />
            <div>
              <b>{line.counsellor}</b>
              {line.referent !== null && <p>{t('referent', { name: line.referent })}</p>}
              {line.reason !== null && <p className="corr" dir="auto">{t('reason', { reason: line.reason })}</p>}
              <p className="fw">{t('by', { who: line.by, when: formatMoment(line.at, locale) })}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
