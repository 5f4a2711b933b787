import type { Move, Told } from '@/lib/accord/file/attribution.ts'
import type { LearnedCause } from '@/lib/cases/views/two-days.ts'
import { formatDay, formatDays } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { amountWord } from '../amount-words.ts'
import type { LegalWords } from '../legal-words.ts'

/** What moves, named: « Fin du CSP », « Allocation (ASP) par jour ». */
export function toldName(told: Told, words: LegalWords, locale: Locale): string {
  const t = messagesFor(locale).twoDays.result
  switch (told.of) {
    case 'stage':
      return t.stage
    case 'date':
      return words.date(told.name)
    case 'amount':
      return amountWord.name(told.name, locale)
    case 'count':
      return t.counts[told.name]
    case 'deadline':
      return words.deadline(told.name)
  }
}

/** Its value; `null` where there is none. A deadline is told by the word of its state. */
export function toldValue(told: Told, words: LegalWords, locale: Locale): string | null {
  switch (told.of) {
    case 'stage':
      return words.stage(told.value)
    case 'date':
      return told.value === null ? null : formatDay(told.value, locale)
    case 'amount':
      return amountWord.value(told.value, locale)
    case 'count':
      return told.value === null ? null : formatDays(told.value, locale)
    case 'deadline':
      return told.value === null ? null : deadlineWord(told.value.status, locale)
  }
}

function deadlineWord(status: NonNullable<Extract<Told, { of: 'deadline' }>['value']>['status'], locale: Locale): string {
  const { deadline } = messagesFor(locale).common
  if (status === 'met' || status === 'met_late') return deadline.met
  return status === 'due' ? deadline.planned : deadline[status]
}

/** How many values each kind of cause moved: a fact before a text, a text before time. */
export function movedBy(moves: readonly Move<LearnedCause>[]): { readonly facts: number; readonly texts: number; readonly time: number } {
  const by = { facts: 0, texts: 0, time: 0 }
  for (const { causes } of moves) {
    const kinds = causes.map(({ cause }) => (cause === 'time' ? 'time' : cause.of))
    if (kinds.includes('fact')) by.facts += 1
    else if (kinds.includes('text')) by.texts += 1
    else by.time += 1
  }
  return by
}
