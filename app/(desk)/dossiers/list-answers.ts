import { getTranslations } from 'next-intl/server'
import { UNTOUCHED, type AssignForeseen, type DeskFormState, type MessageModel } from '@/components/caseload/desk-form.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { SeriesLine } from '@/lib/agenda/plan-series.ts'
import type { BulkAssignOutcome, BulkAssignPreview } from '@/lib/cases/lists/bulk-assign.ts'
import type { BulkThroughOutcome } from '@/lib/cases/lists/bulk-through.ts'
import type { LineOutcome } from '@/lib/cases/lists/bulk-run.ts'
import type { ViewOutcome } from '@/lib/cases/lists/saved-views.ts'
import { MOST_VIEWS, type Selection } from '@/lib/cases/lists/views.ts'
import type { MailModel } from '@/lib/notify/shipped-templates.ts'
import { fillTemplate } from '@/lib/templates/template.ts'
import { TOKENS } from '@/lib/templates/tokens.ts'
import { formatDay } from '@/lib/wording/format/day.ts'
import { formatTime } from '@/lib/wording/format/time.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** What the form says was picked. The command checks it: nonsense is a selection that it refuses. */
export function pickedOf(said: unknown): Selection {
  try {
    const value: unknown = typeof said === 'string' ? JSON.parse(said) : said
    return value as Selection
  } catch {
    return { kind: 'files', references: [] }
  }
}

/** Words what keeping, changing or deleting a view gave; once done, a notice says it. */
export async function answerView(outcome: ViewOutcome, done: 'keep' | 'edit' | 'delete'): Promise<DeskFormState> {
  const t = await getTranslations('views')
  const at = (message: string): DeskFormState => ({ ...UNTOUCHED, problems: [{ field: 'name', message }] })
  switch (outcome.kind) {
    case 'kept':
      await setFlash({ text: t(done === 'keep' ? 'keep.saved' : done === 'edit' ? 'edit.saved' : 'edit.deleted', { name: outcome.name }) })
      return UNTOUCHED
    case 'name_taken':
      return at(t('error.taken'))
    case 'too_many':
      return { ...UNTOUCHED, notice: t('error.full', { count: MOST_VIEWS }) }
    case 'changed_meanwhile':
      return { ...UNTOUCHED, notice: t('error.changed', { name: outcome.name }) }
    case 'not_found':
      return { ...UNTOUCHED, notice: t('error.gone') }
    case 'not_allowed':
      return { ...UNTOUCHED, notice: t('error.notAllowed') }
    case 'invalid': {
      const code = outcome.fields['name']
      return code === 'required' || code === 'too_long' || code === 'not_text' ? at(t(`error.${code}`)) : { ...UNTOUCHED, notice: t('error.other') }
    }
  }
}

const FIELDS = ['toIds', 'reason', 'from', 'time', 'until', 'kind', 'minutes', 'place', 'templateId'] as const

/** Words what bulk work gave, or why nothing was done. */
export async function answerBulk(outcome: BulkAssignOutcome | BulkThroughOutcome): Promise<DeskFormState> {
  const t = await getTranslations('bulk')
  switch (outcome.kind) {
    case 'done':
      return { ...UNTOUCHED, result: outcome.result }
    case 'changed':
      return { ...UNTOUCHED, changedTo: outcome.now }
    case 'too_many':
      return { ...UNTOUCHED, notice: t('error.tooMany', { count: outcome.now, most: outcome.most }) }
    case 'nothing':
      return { ...UNTOUCHED, notice: t('error.nothing') }
    case 'not_allowed':
      return { ...UNTOUCHED, notice: t('error.notAllowed') }
    case 'invalid': {
      const problems = FIELDS.flatMap((field) => {
        const code = Object.entries(outcome.fields).find(([path]) => path.split('.')[0] === field)?.[1]
        return code === undefined ? [] : [{ field, message: t(code === 'too_long' && field === 'reason' ? 'error.tooLong' : `error.${field}`) }]
      })
      return { ...UNTOUCHED, problems, notice: problems.length === 0 ? t('error.other') : null }
    }
  }
}

/** Words what giving the files picked would do. */
export async function foreseen(preview: BulkAssignPreview): Promise<AssignForeseen> {
  const t = await getTranslations('bulk')
  switch (preview.kind) {
    case 'preview':
      return { count: preview.given, left: preview.left, loads: preview.loads, already: preview.already, closed: preview.closed }
    case 'changed':
      return { changedTo: preview.now }
    case 'too_many':
      return { notice: t('error.tooMany', { count: preview.now, most: preview.most }) }
    case 'nothing':
      return { notice: t('error.nothing') }
    case 'not_allowed':
      return { notice: t('error.notAllowed') }
    case 'invalid':
      return { notice: t('error.other') }
  }
}

/** What became of each file of a series of appointments; when one is planned already, its day. */
export function seriesLines(lines: readonly SeriesLine[], locale: Locale): ReadonlyMap<string, LineOutcome> {
  return new Map(lines.map((line) => [
    line.reference,
    line.kind === 'planned' ? { outcome: 'done' } : { outcome: line.kind, detail: line.kind === 'already_planned' ? `${formatDay(line.day, locale)}, ${formatTime(line.time, locale)}` : null },
  ]))
}

export async function answerExport(kind: 'too_many' | 'not_allowed' | 'invalid'): Promise<DeskFormState> {
  const t = await getTranslations('bulk')
  return { ...UNTOUCHED, notice: t(kind === 'too_many' ? 'export.tooMany' : kind === 'not_allowed' ? 'error.notAllowed' : 'export.failed') }
}

/** Models as they are read before they are sent: each token says what the file puts in its place, `{{terme du CSP}}`. */
export function readableModels(models: readonly MailModel[], locale: Locale): readonly MessageModel[] {
  const words = Object.fromEntries(TOKENS.map(({ name, label }) => [name, `{{${label[locale]}}}`]))
  return models.map(({ key, name, subject, body }) => ({ value: key, label: name, subject: fillTemplate(subject, words).text, body: fillTemplate(body, words).text }))
}
