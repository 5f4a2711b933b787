import { Ban, CircleCheck, CircleDashed, Clock, Download, LoaderCircle, OctagonAlert, type LucideIcon } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ExportState } from '@/lib/exchange/job.ts'
import type { OwnExport } from '@/lib/exchange/own-exports.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { formatSize } from '@/lib/wording/format/size.ts'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import './exports.css'

const signs: Readonly<Record<ExportState, LucideIcon>> = { waiting: Clock, running: LoaderCircle, done: CircleCheck, failed: OctagonAlert, cancelled: Ban, expired: CircleDashed }

export interface ExportsListProps {
  readonly exports: readonly OwnExport[]
  readonly timeZone: string
  readonly cancel: (form: FormData) => Promise<void>
  readonly remove: (form: FormData) => Promise<void>
}

/** The exports of a person, the last first: what each is, how far it is, and what can be done with it. */
export function ExportsList({ exports, timeZone, cancel, remove }: ExportsListProps) {
  const t = useTranslations('exports')
  return (
    <table className="table exports-table" role="table">
      <caption className="vh">{t('list.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('list.what')}</th>
          <th scope="col" role="columnheader">{t('list.asked')}</th>
          <th scope="col" role="columnheader">{t('list.state')}</th>
          <th scope="col" role="columnheader">{t('list.size')}</th>
          <th scope="col" role="columnheader"><span className="vh">{t('list.actions')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {exports.map((one) => <ExportLine key={one.id} one={one} timeZone={timeZone} cancel={cancel} remove={remove} />)}
      </tbody>
    </table>
  )
}

function ExportLine({ one, timeZone, cancel, remove }: { readonly one: OwnExport; readonly timeZone: string } & Pick<ExportsListProps, 'cancel' | 'remove'>) {
  const t = useTranslations('exports')
  const locale = useLocale()
  const underWay = one.state === 'waiting' || one.state === 'running'
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className="export-name">{one.title}<span className="tag">{t(`list.format.${one.format}`)}</span></span>
        <span className="export-filter" dir="auto">{one.filter.length === 0 ? t('list.noFilter') : one.filter.join(' · ')}</span>
      </th>
      <td role="cell" data-l={t('list.asked')}><time dateTime={one.createdAt.toISOString()}>{formatMoment(one.createdAt, locale, timeZone)}</time></td>
      <td role="cell" data-l={t('list.state')}><div><StateOf one={one} timeZone={timeZone} /></div></td>
      <td role="cell" data-l={t('list.size')}>{t('list.rows', { count: one.rowsTotal })}{one.size !== null && one.state === 'done' && <>, {formatSize(one.size, locale)}</>}</td>
      <td role="cell" className="export-acts">
        {one.state === 'done' && (
          // A download, not a page: the router must not follow it.
          <a className="btn" href={`/api/exports/${one.id}`} download aria-label={t('downloadNamed', { name: one.fileName })}><Icon of={Download} />{t('download')}</a>
        )}
        <form action={underWay ? cancel : remove}>
          <input type="hidden" name="id" value={one.id} />
          <SubmitButton look="ghost" aria-label={t(underWay ? 'cancelNamed' : 'removeNamed', { name: one.fileName })}>{t(underWay ? 'cancel' : 'remove')}</SubmitButton>
        </form>
      </td>
    </tr>
  )
}

/** A state says itself by a word and a sign; red is for what is overdue, so a failure is not red. */
function StateOf({ one, timeZone }: { readonly one: OwnExport; readonly timeZone: string }) {
  const t = useTranslations('exports')
  const locale = useLocale()
  const look = one.state === 'done' ? 'met' : one.state === 'waiting' || one.state === 'running' ? 'planned' : 'ended'
  const number = new Intl.NumberFormat(locale)
  const detail =
    one.state === 'running' ? t('detail.running', { done: number.format(one.rowsDone), total: number.format(one.rowsTotal) })
    : one.state === 'done' ? (one.expiresAt === null ? null : t('detail.until', { moment: formatMoment(one.expiresAt, locale, timeZone) }))
    : one.state === 'failed' ? (one.error === null ? null : t(`detail.${one.error}`))
    : t(`detail.${one.state}`)
  return (
    <>
      <span className={classNames('st', look)}><Icon of={signs[one.state]} size={16} /><span>{t(`state.${one.state}`)}</span></span>
      {one.state === 'running' && <progress className="export-progress" max={Math.max(1, one.rowsTotal)} value={one.rowsDone} aria-label={t('progress')} />}
      {detail !== null && <span className="export-detail">{detail}</span>}
    </>
  )
}
