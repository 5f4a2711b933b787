// The digest as an e-mail: plain text, with references and no name, since a mailbox is no file of ours.
import { wording } from '../accord/wording/index.ts'
import { formatDay, formatDayLong } from '../wording/format/day.ts'
import type { Day } from '../accord/calendar/day.ts'
import { messagesFor } from '../wording/messages.ts'
import type { Locale } from '../wording/locale.ts'
import { createTranslator } from 'next-intl'
import { keptDay, type DigestContent } from './digest-content.ts'

export interface WordedDigest {
  readonly subject: string
  readonly text: string
}

/** Words a digest; `publicUrl` is the address people open Rebond at, where it is known. */
export function wordDigest(content: DigestContent, { today, locale, name, publicUrl }: { readonly today: Day; readonly locale: Locale; readonly name: string; readonly publicUrl: string | null }): WordedDigest {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'digest' })
  const whose = (line: string, name: string | undefined) => (name === undefined ? line : t('mail.standingIn', { line, name }))
  const act = (code: DigestContent['due']['lines'][number]['code']) => wording(locale).deadline(code).act
  const parts: (readonly [string, readonly string[]])[] = [
    [t('due'), [...content.due.lines.map(({ reference, code, dueOn, standingInFor }) => whose(t('mail.due', { reference, act: act(code), day: formatDay(keptDay(dueOn), locale) }), standingInFor)), ...(content.due.more > 0 ? [t('more', { count: content.due.more })] : [])]],
    [t('coming'), content.coming.map(({ on, count }) => t('comingDay', { day: formatDay(keptDay(on), locale), count }))],
    [t('appointments'), content.appointments.map(({ reference, at, kind, standingInFor }) => whose(t('mail.appointment', { at: at.replace(':', locale === 'fr' ? '\u00A0h\u00A0' : ':'), kind: t(`appointmentKind.${knownKind(kind)}`), reference: reference ?? '' }), standingInFor))],
    [t('assigned'), content.assigned.map(({ reference, by, as }) => t(`mail.assigned.${as}`, { reference, by }))],
    [t('changes'), content.changes.map(({ reference, by, count, standingInFor }) => whose(t('mail.changes', { reference, by, count }), standingInFor))],
    [t('drifts'), (content.drifts ?? []).map(({ kind, groups }) => t(`drift.${kind}`, { count: groups }))],
    [t('mailTitle'), content.mail.map(({ reference, subject, state }) => t(`mail.trouble.${state}`, { reference: reference ?? '', subject }))],
  ]
  const told = parts.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${title}\n${lines.map((line) => `- ${line}`).join('\n')}`)
  const end = [publicUrl === null ? null : t('mail.open', { address: `${publicUrl}/a-faire` }), publicUrl === null ? t('mail.choose') : t('mail.chooseAt', { address: `${publicUrl}/compte` })]
  return {
    subject: t('mail.subject', { day: formatDay(today, locale), count: content.due.lines.length + content.due.more }),
    text: [t('mail.hello', { name }), t('mail.lead', { day: formatDayLong(today, locale) }), ...told, end.filter((line) => line !== null).join('\n')].join('\n\n'),
  }
}

const KINDS = ['pre_bilan', 'plan', 'contact', 'month4_review', 'work_review', 'final_interview', 'follow_up', 'information_interview', 'other'] as const
export type WordedKind = (typeof KINDS)[number]

/** A kind of appointment that has a word here; any other is « autre ». */
export function knownKind(kind: string): WordedKind {
  return KINDS.find((one) => one === kind) ?? 'other'
}
