import type { Day } from '@/lib/accord/calendar/day.ts'
import type { ChangeSince, NotAdmitted, PreviewOutcome, WriteOutcome } from '@/lib/cases/outcomes.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { fileHref } from '../address.ts'
import type { LegalWords } from '../legal-words.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { NOTHING_SENT, type ActState, type PreviewView, type RefusalView } from './act-state.ts'
import { effectView } from './effect-words.ts'
import { commandProblems } from './error-words.ts'
import { kindName } from './form-view.ts'
import type { ActRequest } from './request.ts'

/** What an answer is worded with. */
export interface AnswerContext {
  readonly request: ActRequest
  readonly words: LegalWords
  readonly today: Day
  readonly locale: Locale
}

/** A legal refusal in words, with the fact that stands in the way. */
export function refusalView(outcome: NotAdmitted, { request, words, locale }: AnswerContext): RefusalView {
  const t = messagesFor(locale).acts.refused
  const worded = words.refusal(outcome.refusal)
  const { conflictsWith } = outcome
  const label = conflictsWith === null
    ? ''
    : t.conflict.replace('{fact}', kindName(conflictsWith.kind, locale)).replace('{day}', formatDay(conflictsWith.on, locale))
  return {
    title: t.title,
    message: worded.message,
    rule: worded.rule,
    article: worded.article,
    remedies: [...(worded.remedy === null ? [] : [worded.remedy]), ...(conflictsWith === null ? [] : [t.conflictRemedy])],
    conflict: conflictsWith === null ? null : { label, href: fileHref(request.submission.reference, { correct: conflictsWith.factId }) },
  }
}

function staleLine(change: ChangeSince, locale: Locale): string {
  const { stale } = messagesFor(locale).acts
  const actions: Readonly<Record<string, string>> = stale.action
  const code = change.what.replaceAll('.', '_')
  const named = change.factKind === null ? undefined : actions[`${code}_named`]?.replace('{fact}', kindName(change.factKind, locale))
  return stale.line
    .replace('{who}', change.who === '' ? stale.someone : change.who)
    .replace('{what}', named ?? actions[code] ?? stale.action.other)
    .replace('{when}', formatMoment(change.when, locale))
}

const stripOf = (request: ActRequest): string => (request.mode === 'frame' ? 'frame.' : '')

/** What the form shows after it was sent and not recorded. `null` for a file that is not theirs to see. */
export function stateOfOutcome(outcome: Exclude<WriteOutcome, { kind: 'recorded' }>, context: AnswerContext): ActState | null {
  const { request, today, locale } = context
  switch (outcome.kind) {
    case 'not_found':
      return null
    case 'not_allowed':
      return { ...NOTHING_SENT, problems: [{ field: 'reason', message: messagesFor(locale).acts.errors.notAllowed }] }
    case 'invalid':
      return { ...NOTHING_SENT, problems: commandProblems(outcome.fields, request.content ?? {}, today, locale, stripOf(request)) }
    case 'not_admitted':
      return { ...NOTHING_SENT, refusal: refusalView(outcome, context) }
    case 'changed_meanwhile':
      return { ...NOTHING_SENT, stale: { version: outcome.version, lines: outcome.since.map((change) => staleLine(change, locale)) } }
  }
}

/** What the form shows while it is typed. */
export function previewOfOutcome(outcome: PreviewOutcome, context: AnswerContext): PreviewView {
  const { request, words, locale } = context
  switch (outcome.kind) {
    case 'admitted':
      return { kind: 'effect', effect: effectView(outcome.changes, request.mode === 'record' ? request.kind : request.mode, words, locale) }
    case 'not_admitted':
      return { kind: 'refused', refusal: refusalView(outcome, context) }
    case 'invalid':
      return { kind: 'incomplete' }
    default:
      return { kind: 'failed' }
  }
}
