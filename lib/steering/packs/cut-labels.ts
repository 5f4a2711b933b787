import { wording } from '../../accord/wording/index.ts'
import { UNKNOWN } from '../../indicators/slices.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'
import type { Cut } from '../territory/figures.ts'

/** A value of a cut in words: « 2 ans et plus », « Cadre », « Terme du CSP »; one that has no words is said as it is kept. */
export function cutLabel(cut: Cut, value: string, locale: Locale): string {
  const messages = messagesFor(locale)
  const { cut: own, breakdown } = messages.packs
  if (value === UNKNOWN) return breakdown.unknown
  const law = wording(locale)
  const words: Readonly<Record<string, string>> =
    cut === 'motive' ? law.book.motives
    : cut === 'stage' ? law.book.stages
    : cut === 'sex' || cut === 'qualification' || cut === 'sector' ? messages.opening.options.person[cut]
    : own[cut]
  return words[value] ?? value
}
