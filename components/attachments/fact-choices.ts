import { wording } from '@/lib/accord/wording/index.ts'
import type { FactView } from '@/lib/cases/views/file.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import type { Choice } from '../ui/text-fields.tsx'

/** The acts of a file that a document may go with, the last first: those that count, by name and day. */
export function factChoices(facts: readonly Pick<FactView, 'id' | 'kind' | 'on' | 'factIndex'>[], locale: Locale): readonly Choice[] {
  const names: Readonly<Record<string, string>> = wording(locale).book.kinds
  return facts
    .filter(({ kind, factIndex }) => factIndex !== null && names[kind] !== undefined)
    .toSorted((a, b) => b.on - a.on)
    .map(({ id, kind, on }) => ({ value: id, label: `${names[kind]}, ${formatDayPlain(on, locale)}` }))
}
