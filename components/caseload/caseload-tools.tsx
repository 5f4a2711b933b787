'use client'
import { CalendarPlus, Columns3, Download, LayoutList, Mail, UserRoundPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { StartDownload } from '../exports/start-download.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import { UNTOUCHED, type DeskActions } from './desk-form.ts'
import { howMany, NOTHING_PICKED, useDesk } from './desk-state.ts'

export interface CaseloadToolsProps {
  readonly total: number
  readonly filterSearch: string
  readonly listSearch: string
  /** What was kept, in words: an export says it of itself. */
  readonly filterWords: readonly string[]
  readonly may: { readonly assign: boolean; readonly write: boolean; readonly export: boolean }
  readonly exportAction: DeskActions['export']
  /** References of the page. */
  readonly page: readonly string[]
}

/** Over the list: its views, its display, its export; and once lines are picked, what can be done to them all. */
export function CaseloadTools({ total, filterSearch, listSearch, filterWords, may, exportAction, page }: CaseloadToolsProps) {
  const t = useTranslations('bulk')
  const views = useTranslations('views')
  const caseload = useTranslations('caseload')
  const { picked, pick, open } = useDesk()
  const { state, pending, formProps } = useKeptForm(exportAction, UNTOUCHED)
  const count = howMany(picked)
  const wholePage = page.length > 0 && picked.kind === 'files' && page.every((reference) => picked.references.includes(reference))
  return (
    <>
      <div className="table-tools caseload-tools">
        <div className="filters">
          <Button onClick={() => open('views')}><Icon of={LayoutList} />{views('open')}</Button>
          <Button onClick={() => open('display')}><Icon of={Columns3} />{caseload('display.open')}</Button>
        </div>
        {may.export && (
          <form {...formProps} className="filters">
            <input type="hidden" name="search" value={listSearch} />
            <input type="hidden" name="refs" value={picked.kind === 'files' ? picked.references.join(',') : ''} />
            <input type="hidden" name="filter" value={JSON.stringify(filterWords)} />
            <SubmitButton look="plain" name="format" value="xlsx" pending={pending} pendingWords={t('export.pending')}><Icon of={Download} />{t(count > 0 ? 'export.xlsxPicked' : 'export.xlsx', { count: picked.kind === 'filter' ? picked.expected : count })}</SubmitButton>
            <SubmitButton look="ghost" name="format" value="csv" pending={pending} pendingWords={t('export.pending')}>{t('export.csv')}</SubmitButton>
          </form>
        )}
      </div>
      {state.download !== undefined && <StartDownload id={state.download} />}
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <p className="vh" role="status">{count > 0 ? t('picked', { count }) : ''}</p>
      {count > 0 && (
        <div className="bulk" role="group" aria-label={t('label')}>
          <b>{t('picked', { count })}</b>
          {picked.kind === 'files' && wholePage && total > page.length && (
            <Button look="ghost" onClick={() => pick({ kind: 'filter', search: filterSearch, expected: total })}>{t('pickAll', { count: total })}</Button>
          )}
          {may.assign && <Button onClick={() => open('assign')}><Icon of={UserRoundPen} />{t('assign.open')}</Button>}
          {may.write && <Button onClick={() => open('schedule')}><Icon of={CalendarPlus} />{t('schedule.open')}</Button>}
          {may.write && <Button onClick={() => open('message')}><Icon of={Mail} />{t('message.open')}</Button>}
          <Button look="ghost" onClick={() => { pick(NOTHING_PICKED); open(null) }}>{t('pickNone')}</Button>
        </div>
      )}
    </>
  )
}
