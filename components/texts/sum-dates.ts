import type { DateFigures } from '@/lib/cases/texts/file-impact.ts'

type Span = DateFigures['before']

const wider = (a: Span, b: Span): Span => (a === null ? b : b === null ? a : [a[0] < b[0] ? a[0] : b[0], a[1] > b[1] ? a[1] : b[1]])

/** What every operator's files see of each date, together; in the order of the dates. */
export function sumDates(lists: readonly (readonly DateFigures[])[]): readonly DateFigures[] {
  const sums = new Map<string, DateFigures>()
  for (const line of lists.flat()) {
    const before = sums.get(line.name)
    sums.set(line.name, before === undefined ? line : {
      name: line.name,
      files: before.files + line.files,
      earlier: before.earlier + line.earlier,
      later: before.later + line.later,
      before: wider(before.before, line.before),
      after: wider(before.after, line.after),
    })
  }
  return [...sums.values()]
}
