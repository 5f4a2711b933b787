// Who reads the words kept beside a contact. That a contact was held, on which day and how, is everyone's on the file: the
// file is derived from it. Its note, and what was agreed next, may be kept to fewer.
import { accountsFollowed, type Actor } from '../access/actor.ts'
import { NOTE_READERS, type NoteReaders } from './content/support.ts'

/** The words that a restriction keeps back; the rest of the content stays. */
const KEPT_BACK = ['note', 'nextStep', 'nextStepOn'] as const

type Content = Readonly<Record<string, unknown>>

/** A kept line, as far as its readers care. */
export interface NotedLine {
  readonly id: string
  readonly content: Content | null
  readonly supersedes: string | null
  readonly recordedById: string
}

/** Whose file it is. */
export interface NotedFile {
  readonly counsellorId: string
  readonly referentId: string | null
}

/** Who may read the words of a content; everyone on the file unless it says otherwise. */
export function readersOf(content: Content | null): NoteReaders {
  return NOTE_READERS.find((readers) => readers === content?.['readers']) ?? 'all'
}

/** Who kept a line to themselves: a colleague who corrects its day carries the words over, and does not become their reader. */
function authorOf(line: NotedLine, lines: readonly NotedLine[]): string {
  let first = line
  for (;;) {
    const before = lines.find(({ id }) => id === first.supersedes)
    if (before === undefined || readersOf(before.content) !== readersOf(line.content)) return first.recordedById
    first = before
  }
}

/** Whether an actor who reads the file may also read the words of one of its lines. */
export function readsNote(actor: Actor, file: NotedFile, line: NotedLine, lines: readonly NotedLine[]): boolean {
  const readers = readersOf(line.content)
  if (readers === 'all') return true
  if (authorOf(line, lines) === actor.accountId) return true
  const followed = accountsFollowed(actor)
  return readers === 'pair' && (followed.includes(file.counsellorId) || (file.referentId !== null && followed.includes(file.referentId)))
}

/** The content without the words that are kept back, marked as such. */
export function withoutNote(content: Content): Content {
  const left = Object.fromEntries(Object.entries(content).filter(([key]) => !(KEPT_BACK as readonly string[]).includes(key)))
  return { ...left, withheld: true }
}

/** The content of a correction by someone who does not read the words: they are carried over as they were. */
export function withNoteOf(given: Content | null, before: Content): Content {
  const kept = Object.fromEntries([...KEPT_BACK, 'readers'].map((key) => [key, before[key] ?? null]))
  return { ...given, ...kept }
}
