import { parseDay } from '@/lib/accord/calendar/day.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import { capitalised, formatAmount, formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { FRAME_FIELDS } from './acts/frame.ts'
import type { ActField } from './acts/definition.ts'
import { fieldWords, optionWord } from './acts/form-view.ts'
import { actOf } from './acts/index.ts'
import type { LeaveNames } from './acts/leave-choice.ts'

export type Phase = 'proposal' | 'support' | 'job'

/** The part of the file's life a fact belongs to, by its day. */
export function factPhase(fact: FactView, view: FileView): Phase {
  const { cspStart } = view.file.dates
  const { jobStartedOn } = view.file.milestones
  if (jobStartedOn !== null && fact.on >= jobStartedOn) return 'job'
  return cspStart !== null && fact.on >= cspStart ? 'support' : 'proposal'
}

/** Whether a fact is a period whose end is not known yet. */
export function isOpenPeriod(fact: FactView): boolean {
  return fact.fact !== null && 'from' in fact.fact && fact.fact.to === null
}

/** Long texts have a place of their own on the page. */
const ELSEWHERE: ReadonlySet<string> = new Set(['pre_bilan_held', 'plan_validated'])

/** What was said with a fact, besides its day, as short pieces. */
export function factWords(fact: Pick<FactView, 'kind' | 'terms' | 'content'>, leaves: LeaveNames | undefined, locale: Locale): readonly string[] {
  const fields = fact.kind === 'frame' ? FRAME_FIELDS : (actOf(fact.kind)?.fields ?? [])
  const pieces: string[] = []
  if (fact.content?.['withheld'] === true) pieces.push(messagesFor(locale).exchanges.withheld)
  for (const field of fields) {
    if (field.path === 'on' || field.path === 'from') continue
    const inContent = field.path.startsWith('content.')
    if (inContent && ELSEWHERE.has(fact.kind) && field.path !== 'content.note') continue
    const value = inContent ? fact.content?.[field.path.slice('content.'.length)] : fact.terms[field.path]
    if (field.path === 'offer') {
      if (typeof value === 'string') pieces.push(capitalised(messagesFor(locale).acts.form.offerNumber.replace('{number}', value)))
      continue
    }
    const leave = field.path === 'cause' ? leaves?.[String(fact.terms['leave'])] : undefined
    const piece = leave !== undefined ? capitalised(leave[locale]) : pieceOf(fact.kind, field, value, locale)
    if (piece !== null) pieces.push(piece)
  }
  return pieces
}

function pieceOf(kind: string, field: ActField, value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  const label = fieldWords(kind, field.path, locale).label
  switch (field.type) {
    case 'day': {
      const day = typeof value === 'string' ? parseDay(value) : null
      return day === null ? null : `${label}${colon}${formatDay(day, locale)}`
    }
    case 'amount':
      return typeof value === 'string' ? `${label}${colon}${formatAmount(value, locale)}` : null
    case 'check':
      return value === true ? label : null
    case 'yesNo':
      return `${label}${colon}${optionWord('yesNo', String(value), locale)}`
    case 'choice':
    case 'select':
      return optionWord(field.path, String(value), locale)
    case 'several':
    case 'measures':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
        ? value.map((one) => optionWord(field.path, one, locale)).join(', ')
        : null
    case 'number':
      return `${label}${colon}${String(value)}`
    default:
      return typeof value === 'string' ? value : null
  }
}
