'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ExportState } from '@/components/money/export-lines.tsx'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'

/** Exports the lines of cost that a screen shows. */
export async function exportLines(_previous: ExportState, form: FormData): Promise<ExportState> {
  const outcome = await requestExport(await requireActor(), {
    definition: 'costs',
    params: { search: textIn(form, 'search') },
    format: textIn(form, 'format') === 'csv' ? 'csv' : 'xlsx',
    filter: textIn(form, 'filter').split('\n').filter((line) => line !== '').slice(0, 60),
  })
  if (outcome.kind === 'done') return { notice: null, download: outcome.id }
  if (outcome.kind === 'under_way') {
    await setFlash({ text: (await getTranslations('exports'))('underWay') })
    return redirect('/exports')
  }
  const t = await getTranslations('money.lines')
  return { notice: t(outcome.kind === 'too_many' ? 'tooMany' : outcome.kind === 'not_allowed' ? 'notAllowed' : 'failed'), download: null }
}
