/** The texts in force as lines of a table: agreements, the overlays laid over them, and the holes between. Pure. */
import { addDays, type Day } from '@/lib/accord/calendar/day.ts'
import type { Agreement, Overlay, Texts } from '@/lib/accord/texts/agreement.ts'

export type TextLine =
  | { readonly kind: 'agreement'; readonly agreement: Agreement; readonly current: boolean }
  | { readonly kind: 'overlay'; readonly overlay: Overlay }
  | { readonly kind: 'hole'; readonly from: Day; readonly to: Day }

const dayOfLine = (line: TextLine): Day =>
  line.kind === 'agreement' ? line.agreement.from : line.kind === 'overlay' ? line.overlay.from : line.from

/** Every text by its first day, latest last, with a line wherever two agreements do not meet. */
export function textLines(texts: Texts, today: Day): readonly TextLine[] {
  const agreements = texts.agreements.toSorted((a, b) => a.from - b.from)
  const lines: TextLine[] = agreements.flatMap((agreement, index): TextLine[] => {
    const line: TextLine = { kind: 'agreement', agreement, current: agreement.from <= today && today <= agreement.to }
    const next = agreements[index + 1]
    const gapFrom = addDays(agreement.to, 1)
    return next === undefined || gapFrom >= next.from ? [line] : [line, { kind: 'hole', from: gapFrom, to: addDays(next.from, -1) }]
  })
  const overlays = texts.overlays.map((overlay): TextLine => ({ kind: 'overlay', overlay }))
  return [...lines, ...overlays].toSorted((a, b) => dayOfLine(a) - dayOfLine(b))
}

/** The last day of procedures that a known text governs. */
export function lastKnownDay(texts: Texts): Day | null {
  return texts.agreements.reduce<Day | null>((last, { to }) => (last === null || to > last ? to : last), null)
}
