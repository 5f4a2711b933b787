import type { Transaction } from './client.ts'
import type { Json } from './journal-hash.ts'

export interface JournalLine {
  /** `null` for what belongs to no operator: it goes to the platform's chain. */
  readonly operatorId: string | null
  /** The file it is about; it goes to that file's chain. */
  readonly caseId?: string | null
  readonly factId?: string | null
  /** Who did it; `null` for the worker or a stranger. */
  readonly actorId: string | null
  /** Lower case words joined by `_` or `.`: `fact_recorded`, `session.opened`. */
  readonly action: string
  /** What the digest is made of. Whole numbers and text: amounts as text, days as ISO text. */
  readonly detail: Json
  /** Now, where not given. */
  readonly at?: Date
}

/**
 * Adds a line to the journal, in the caller's transaction. The database numbers and chains it; two writers of one chain
 * wait for each other until the end of their transactions.
 * @returns the id of the entry
 */
export async function writeJournal(tx: Transaction, line: JournalLine): Promise<string> {
  const rows = await tx.$queryRaw<[{ id: string }]>`
    select write_journal(${line.operatorId}::uuid, ${line.caseId ?? null}::uuid, ${line.factId ?? null}::uuid, ${line.actorId}::uuid,
                         ${line.action}, ${JSON.stringify(line.detail)}::jsonb, ${line.at ?? null}::timestamptz) as id`
  return rows[0].id
}

export interface TextJournalLine extends Pick<JournalLine, 'actorId' | 'action' | 'detail' | 'at'> {
  /** Code of the text; its editions share one chain. */
  readonly code: string
}

/** The same in the chain of a text added by the platform, which alone may write and read there. */
export async function writeTextJournal(tx: Transaction, line: TextJournalLine): Promise<void> {
  await tx.$queryRaw`
    select write_text_journal(${line.code}, ${line.actorId}::uuid, ${line.action}, ${JSON.stringify(line.detail)}::jsonb, ${line.at ?? null}::timestamptz)`
}

export interface JournalBreak {
  readonly position: bigint
  /**
   * An entry before this one is gone; does not point at the one before; was changed; or its detail was.
   * `cut`, after the last position: something was recorded in the file that no entry tells any more.
   */
  readonly fault: 'missing' | 'unlinked' | 'altered' | 'detail' | 'cut'
}

/** What is broken in a chain (`chainOf`), in order; empty when it is whole. */
export function journalBreaks(tx: Transaction, chain: string): Promise<JournalBreak[]> {
  return tx.$queryRaw<JournalBreak[]>`select position, fault from journal_breaks(${chain})`
}
