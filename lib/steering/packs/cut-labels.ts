import { wording } from '../../accord/wording/index.ts'
import { UNKNOWN } from '../../indicators/slices.ts'
import type { Locale } from '../../wording/locale.ts'
import { messagesFor } from '../../wording/messages.ts'
import type { Cut } from '../territory/figures.ts'
import { packWords } from './words.ts'

/** A value of a cut in words: « 2 ans et plus », « Cadre », « Terme du CSP »; one that has no words is said as it is kept. */
export function cutLabel(cut: Cut, value: string, locale: Locale): string {
  if (value === UNKNOWN) return packWords(locale)('breakdown.unknown')
  const law = wording(locale)
  const { person } = messagesFor(locale).opening.options
  const own = messagesFor(locale).packs.cut
  const words: Readonly<Record<string, string>> =
    cut === 'motive' ? law.book.motives
    : cut === 'stage' ? law.book.stages
    : cut === 'sex' || cut === 'qualification' || cut === 'sector' ? person[cut]
    : own[cut]
  return words[value] ?? value
}
