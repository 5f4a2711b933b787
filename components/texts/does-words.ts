/** What a text does, in short lines: for a list, before it is opened. */
import type { AddedText } from '@/lib/accord/texts/added.ts'
import { changedPaths } from '@/lib/accord/texts/parameter-fields.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { TextMessages } from './parameter-words.ts'

export function doesWords({ agreement, overlay, leaves, upratings }: AddedText, t: TextMessages, locale: Locale): readonly string[] {
  const lines: string[] = []
  if (agreement !== null) {
    const takes = t('does.takes', { from: formatDayPlain(agreement.from, locale), to: formatDayPlain(agreement.to, locale) })
    lines.push(`${takes}, ${t('does.changes', { count: changedPaths(agreement.changes).length })}`)
  }
  if (overlay !== null) {
    const from = formatDayPlain(overlay.from, locale)
    const reaches = overlay.engagedFrom === null ? t('does.running', { from }) : t('does.runningSome', { from, engaged: formatDayPlain(overlay.engagedFrom, locale) })
    lines.push(`${reaches}, ${t('does.changes', { count: changedPaths(overlay.changes).length })}`)
  }
  if (leaves.length > 0) lines.push(t('does.leaves', { count: leaves.length }))
  if (upratings.length > 0) lines.push(t('does.upratings', { count: upratings.length }))
  return lines
}
