'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ExportState } from '@/components/exports/export-shown.tsx'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'
import type { ExportParams } from '@/lib/exchange/sheet.ts'

async function exportShown(definition: string, params: ExportParams, form: FormData): Promise<ExportState> {
  const outcome = await requestExport(await requireActor(), {
    definition,
    params,
    format: textIn(form, 'format') === 'csv' ? 'csv' : 'xlsx',
    filter: textIn(form, 'filter').split('\n').filter((line) => line !== '').slice(0, 60),
  })
  if (outcome.kind === 'done') return { notice: null, download: outcome.id }
  if (outcome.kind === 'under_way') {
    await setFlash({ text: (await getTranslations('exports'))('underWay') })
    return redirect('/exports')
  }
  const t = await getTranslations('exports.shown')
  return { notice: t(outcome.kind === 'too_many' ? 'tooMany' : outcome.kind === 'not_allowed' ? 'notAllowed' : 'failed'), download: null }
}

/** Exports the lines of cost that a screen shows. */
export async function exportCosts(_previous: ExportState, form: FormData): Promise<ExportState> {
  return exportShown('costs', { search: textIn(form, 'search') }, form)
}

/** Exports the indicators of a dashboard, as its address asks for them. */
export async function exportIndicators(_previous: ExportState, form: FormData): Promise<ExportState> {
  return exportShown('indicators', Object.fromEntries(new URLSearchParams(textIn(form, 'search'))), form)
}
