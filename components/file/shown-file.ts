import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { CaseFile, DateName } from '@/lib/accord/file/case-file.ts'
import type { FileView } from '@/lib/cases/views/file.ts'
import { fileHref } from './address.ts'

/** A derived file as its cards show it, whether an operator keeps it or someone simulates it. */
export interface ShownFile {
  readonly file: CaseFile
  /** The day from which deadlines are said near, far or late. */
  readonly today: Day
  /** The day the file is derived for. */
  readonly asOf: Day
  /** The text that a person chose where the texts leave a hole, or `null`. */
  readonly chosenRegime: string | null
  readonly rollPolicy: string
  /** Who set the roll policy, as a sentence; absent: the operator did. */
  readonly rollSaid?: string
  readonly factCount: number
  /** The name that a person gave to what a fact of the record is about, by its place in it. */
  readonly ownName: (factIndex: number) => string | null
  /** Where « Pourquoi ? » leads, and where its panel's close button does. */
  readonly whyHref: (about: DateName | 'text') => string
  readonly closeHref: string
}

/** A kept file, as its cards show it. */
export function shownFile(view: FileView): ShownFile {
  const knownOn = view.knownOn === null ? {} : { knownOn: isoOf(view.knownOn) }
  return {
    file: view.file,
    today: view.today,
    asOf: view.asOf,
    chosenRegime: view.frame.chosenRegime,
    rollPolicy: view.settings.rollPolicy,
    factCount: view.facts.filter(({ factIndex }) => factIndex !== null).length,
    ownName: (factIndex) => {
      const content = view.facts.find((fact) => fact.factIndex === factIndex)?.content
      const own = content?.['title'] ?? content?.['job'] ?? content?.['employerName']
      return typeof own === 'string' && own !== '' ? own : null
    },
    whyHref: (why) => fileHref(view.reference, { why, ...knownOn }, 'pourquoi'),
    closeHref: fileHref(view.reference, knownOn),
  }
}
