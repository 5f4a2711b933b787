'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { StartDownload } from './start-download.tsx'

export interface ExportState {
  readonly notice: string | null
  /** The export that is ready to be downloaded. */
  readonly download: string | null
}

interface ExportShownProps {
  /** What the screen shows, as its address says it. */
  readonly search: string
  /** The filters at work, in words. */
  readonly filter: readonly string[]
  readonly action: FormAction<ExportState>
}

/** What a screen shows, as a sheet. */
export function ExportShown({ search, filter, action }: ExportShownProps) {
  const t = useTranslations('exports.shown')
  const { state, pending, formProps } = useKeptForm(action, { notice: null, download: null })
  return (
    <form {...formProps} className="export-shown no-print">
      <input type="hidden" name="search" value={search} />
      <input type="hidden" name="filter" value={filter.join('\n')} />
      <SubmitButton look="plain" name="format" value="xlsx" pending={pending} pendingWords={t('pending')}><Icon of={Download} />{t('export')}</SubmitButton>
      <SubmitButton look="ghost" name="format" value="csv" pending={pending} pendingWords={t('pending')}>{t('csv')}</SubmitButton>
      {state.notice !== null && <p role="alert">{state.notice}</p>}
      {state.download !== null && <StartDownload id={state.download} />}
    </form>
  )
}
