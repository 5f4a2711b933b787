'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateField } from '@/components/ui/date-field.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { EMPLOYER_PIECES, type EmployerPiece } from '@/lib/cases/content/employer-pieces.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

/** One person of a procedure, worded by the server. */
export interface PieceLine {
  readonly reference: string
  readonly name: string
  readonly href: string
  /** Stage, counsellor. */
  readonly beneath: string
  /** The two sendings, or why there are none. */
  readonly sendings: ReactNode
  readonly next: ReactNode
  readonly received: readonly EmployerPiece[]
  /** When each piece came, in words. */
  readonly receivedWords: Readonly<Partial<Record<EmployerPiece, string>>>
  /** Whether something is awaited that the reader may tick. */
  readonly ticks: boolean
}

export interface PiecesFormProps {
  readonly id: string
  readonly employerId: string
  readonly caption: string
  readonly today: string
  readonly lines: readonly PieceLine[]
  readonly action: FormAction<FormState>
}

/** What the employer owes for each person of a procedure: ticked as it comes, for everybody in one go. */
export function PiecesForm({ id, employerId, caption, today, lines, action }: PiecesFormProps) {
  const t = useTranslations('employers.procedure')
  const piece = useTranslations('employers.piece')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const ticked = lines.some(({ ticks }) => ticks)
  const problem = state.problems.find(({ field }) => field === 'receivedOn')?.message
  return (
    <form {...formProps} className="pieces-form">
      <input type="hidden" name="employerId" value={employerId} />
      <ErrorSummary problems={state.problems.map((one) => (one.field === 'receivedOn' ? { ...one, field: `${id}-on` } : one))} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <table className="table pieces-table" role="table">
        <caption className="vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t('person')}</th>
            {ticked && EMPLOYER_PIECES.map((one) => <th key={one} scope="col" role="columnheader" className="piece">{piece(one)}</th>)}
            <th scope="col" role="columnheader">{t('deadlines')}</th>
            <th scope="col" role="columnheader">{t('next')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr key={line.reference} role="row">
              <th scope="row" role="rowheader">
                <a href={line.href} dir="auto">{line.name}</a>
                <span className="beneath">{line.beneath}</span>
                {line.ticks && <input type="hidden" name="person" value={line.reference} />}
                {line.ticks && line.received.map((one) => <input key={one} type="hidden" name={`shown.${line.reference}`} value={one} />)}
              </th>
              {ticked && EMPLOYER_PIECES.map((one) => (
                <td key={one} role="cell" data-l={piece(one)} className="piece">
                  {line.ticks ? (
                    <label className="check-hit" title={line.receivedWords[one]}>
                      <input
                        type="checkbox" className="box" name={`piece.${line.reference}`} value={one} defaultChecked={line.received.includes(one)}
                        aria-label={piece('of', { piece: piece(one), name: line.name })}
                      />
                    </label>
                  ) : <span className="faint">{line.receivedWords[one] ?? '–'}</span>}
                  {line.ticks && line.receivedWords[one] !== undefined && <span className="vh">{line.receivedWords[one]}</span>}
                </td>
              ))}
              <td role="cell" data-l={t('deadlines')} className="sendings">{line.sendings}</td>
              <td role="cell" data-l={t('next')}>{line.next}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ticked && (
        <div className="pieces-foot">
          <DateField name="receivedOn" id={`${id}-on`} label={t('receivedOn')} hint={t('receivedHint')} defaultValue={today} error={problem} required />
          <SubmitButton pending={pending} look="plain">{t('save')}</SubmitButton>
        </div>
      )}
    </form>
  )
}
