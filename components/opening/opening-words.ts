import { DATE_NAMES } from '@/lib/accord/file/case-file.ts'
import type { Alert, Refusal } from '@/lib/accord/file/case-file.ts'
import type { RefusalView } from '@/components/file/acts/act-state.ts'
import type { Flash } from '@/components/ui/flash.ts'
import type { ActField } from '@/components/file/acts/definition.ts'
import { fieldMessage } from '@/components/file/acts/error-words.ts'
import { fieldViews, type FieldView } from '@/components/file/acts/form-view.ts'
import { fileHref } from '@/components/file/address.ts'
import { legalWords } from '@/components/file/legal-words.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { OpeningPreview, OpenOutcome } from '@/lib/cases/commands/open-file.ts'
import type { ProbableDuplicate } from '@/lib/cases/queries/duplicates.ts'
import { formatDay, formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { NOTHING_OPENED, type DuplicateView, type OpeningPreviewView, type OpeningState } from './opening-state.ts'
import type { OpeningRequest } from './read-opening.ts'

/** A section's questions in a language: those of the frame have the words they have everywhere. */
export function openingFields(fields: readonly ActField[], locale: Locale): readonly FieldView[] {
  return fields.map((field) => {
    const [view] = field.path.startsWith('frame.')
      ? fieldViews('frame', [{ ...field, path: field.path.slice('frame.'.length) }], locale)
      : fieldViews('opening', [field], locale)
    if (view === undefined) throw new RangeError(field.path)
    return { ...view, path: field.path }
  })
}

function refusalView(refusal: Refusal, code: string | null, locale: Locale): RefusalView {
  const worded = legalWords(locale, { code }).refusal(refusal)
  return {
    title: messagesFor(locale).opening.refused,
    message: worded.message,
    rule: worded.rule,
    article: worded.article,
    remedies: worded.remedy === null ? [] : [worded.remedy],
    conflict: null,
  }
}

/** A company outside the CSP: the law's alert refuses the opening, and what to do instead is said. */
function outsideView(alert: Alert, locale: Locale): RefusalView {
  const t = messagesFor(locale).opening
  const worded = legalWords(locale, { code: null }).alert(alert)
  return { title: t.refused, message: worded.message, rule: worded.rule, article: worded.article, remedies: [t.outsideRemedy], conflict: null }
}

/** What the answers given so far lead to, in words. */
export function openingPreviewView(preview: OpeningPreview, locale: Locale): OpeningPreviewView {
  if (preview.kind === 'incomplete') return { kind: 'incomplete' }
  const t = messagesFor(locale).opening.preview
  const { file, outside, refusal, textChoices, titles } = preview
  const words = legalWords(locale, file.regime)
  const on = formatDayPlain(file.regime.engagedOn, locale)
  return {
    kind: 'preview',
    text: words.text(file.regime.code, file.regime.engagedOn),
    because: (file.regime.code === null ? t.mustChoose : textChoices.length > 0 ? t.chosen : t.because).replace('{on}', on),
    article: words.article('R-001'),
    dates: DATE_NAMES.flatMap((name) => {
      const value = file.dates[name]
      return value === null ? [] : [{ name, label: words.date(name), on: formatDay(value, locale) }]
    }).slice(0, 6),
    // What refuses the opening is said once, as the refusal.
    alerts: file.alerts.filter((alert) => alert.rule !== outside?.rule).map((alert) => words.alert(alert)),
    refusal: outside !== null ? outsideView(outside, locale) : refusal === null ? null : refusalView(refusal, file.regime.code, locale),
    textChoices: textChoices.map((code) => ({ value: code, label: titles[code]?.[locale] ?? words.text(code, file.regime.engagedOn) ?? code })),
  }
}

function duplicateView(duplicate: ProbableDuplicate, locale: Locale): DuplicateView {
  const t = messagesFor(locale).opening.duplicate
  if (duplicate.kind === 'hidden') {
    return { label: t.hidden, detail: t.hiddenDetail.replace('{who}', duplicate.counsellorName).replace('{basin}', duplicate.basinName), href: null, personId: null }
  }
  const { personName, reference, personId, stage, counsellorName, basinName } = duplicate
  const detail = t.detail
    .replace('{stage}', legalWords(locale, { code: null }).stage(stage)).replace('{who}', counsellorName).replace('{basin}', basinName)
  return { label: `${personName}, ${reference}`, detail, href: fileHref(reference), personId }
}

/** What the form shows after it was sent and no file opened. */
export function openingState(outcome: Exclude<OpenOutcome, { kind: 'opened' }>, request: OpeningRequest, today: Day, locale: Locale): OpeningState {
  const { errors } = messagesFor(locale).acts
  switch (outcome.kind) {
    case 'not_allowed':
      return { ...NOTHING_OPENED, problems: [{ field: 'basinCode', message: errors.notAllowed }] }
    case 'invalid':
      return {
        ...NOTHING_OPENED,
        problems: Object.entries(outcome.fields).map(([path, code]) => ({ field: request.fieldOf(path), message: fieldMessage(code, today, locale) })),
      }
    case 'outside':
      return { ...NOTHING_OPENED, refusal: outsideView(outcome.alert, locale) }
    case 'not_admitted':
      return { ...NOTHING_OPENED, refusal: refusalView(outcome.refusal, null, locale) }
    case 'probable_duplicate':
      return { ...NOTHING_OPENED, duplicates: outcome.files.map((file) => duplicateView(file, locale)) }
  }
}


/** « Dossier RB-2026-00012 ouvert. » */
export function openedNotice(reference: string, locale: Locale): Flash {
  return { text: messagesFor(locale).opening.opened.replace('{reference}', reference) }
}
