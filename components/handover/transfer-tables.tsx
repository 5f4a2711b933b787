import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import type { TransferState } from '@/lib/cases/handover/transfer-outcomes.ts'
import { LinkButton } from '../ui/button.tsx'
import { ToldForm, type ToldAction } from './told-form.tsx'

/** One proposal, worded. */
export interface TransferLine {
  readonly id: string
  readonly state: TransferState
  readonly outdated: boolean
  /** The person's name where it is one's own file, initials otherwise. */
  readonly who: string
  readonly href: string | null
  readonly stage: string
  readonly term: string
  readonly basin: string
  readonly operator: string
  readonly proposedIso: string
  readonly proposed: string
  /** « Accepté par Maud, le 22 nov. 2026 à 14 h 05 »; `null` while it waits. */
  readonly settled: string | null
  readonly answer: string | null
}

export interface TransferTableProps {
  readonly side: 'sent' | 'received'
  readonly lines: readonly TransferLine[]
  /** Takes a proposal back; for those sent. */
  readonly withdraw?: ToldAction
}

/** Proposals sent or received, those that wait first. */
export function TransferTable({ side, lines, withdraw }: TransferTableProps) {
  const t = useTranslations('transfers')
  if (lines.length === 0) return <p className="muted">{t(`${side}.empty`)}</p>
  return (
    <table className="table transfer-table" role="table">
      <caption className="vh">{t(`${side}.caption`)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['who', 'stage', 'term', 'operator', 'state'] as const).map((column) => <th key={column} scope="col" role="columnheader">{column === 'operator' ? t(`${side}.operator`) : t(`column.${column}`)}</th>)}
          <th scope="col" role="columnheader"><span className="vh">{t('column.act')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <th scope="row" role="rowheader">{line.href === null ? line.who : <Link href={line.href}>{line.who}</Link>}<small className="muted">{line.basin}</small></th>
            <td role="cell" data-l={t('column.stage')}>{line.stage}</td>
            <td role="cell" data-l={t('column.term')}>{line.term}</td>
            <td role="cell" data-l={t(`${side}.operator`)}>{line.operator}<small className="muted"><time dateTime={line.proposedIso}>{line.proposed}</time></small></td>
            <td role="cell" data-l={t('column.state')} className="reason">
              <span className="tag">{t(`state.${line.outdated ? 'outdated' : line.state}`)}</span>
              {line.settled !== null && <small className="muted">{line.settled}</small>}
              {line.answer !== null && <small dir="auto">{line.answer}</small>}
              {line.outdated && <small className="muted">{t(`${side}.outdated`)}</small>}
            </td>
            <td role="cell" className="people-act">
              {line.state === 'proposed' && side === 'received' && (
                <LinkButton look={line.outdated ? 'ghost' : 'plain'} href={`/transferts?reponse=${line.id}`} scroll={false}>{t('received.answer')}<span className="vh">{t('about', { who: line.who })}</span></LinkButton>
              )}
              {line.state === 'proposed' && side === 'sent' && withdraw !== undefined && (
                <ToldForm action={withdraw} name="transferId" value={line.id}>{t('sent.withdraw')}<span className="vh">{t('about', { who: line.who })}</span></ToldForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
