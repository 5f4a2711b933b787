// What a document says, once its template is filled: the same for the screen and for the PDF. Plain JSON, since it is
// kept as it was issued.
import type { RuleId } from '../accord/rules/catalogue.ts'

export interface Run {
  readonly text: string
  readonly bold?: true
  /** The token that the file has no value for; its text is the token's name. Only in drafts. */
  readonly missing?: true
}

export interface Source {
  readonly rule: RuleId
  readonly article: string
}

export interface TableRow {
  /** What the row is about: its heading. */
  readonly head: string
  readonly cells: readonly string[]
  /** The rule a date or an amount comes from, in small under the heading. */
  readonly source?: Source
  /** A sentence under the heading. */
  readonly note?: string
}

export interface Signature {
  readonly who: string
  readonly name: string | null
  /** `null`: to be signed by hand. */
  readonly signedOn: string | null
  /** A signature drawn on a screen: the path of an SVG image of that size. */
  readonly drawn?: { readonly path: string; readonly width: number; readonly height: number }
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  /** What must not be missed, with the article it comes from. */
  | { readonly kind: 'notice'; readonly text: string; readonly source: Source | null }
  | { readonly kind: 'signatures'; readonly caption: string; readonly lines: readonly Signature[] }

export interface DocumentContent {
  readonly kind: DocumentKindName
  readonly title: string
  /** Whose it is: name, file reference. */
  readonly person: string
  readonly reference: string
  readonly operator: string
  /** The zone the person is followed in, and by whom. */
  readonly place: string
  readonly author: string
  /** The day it was made, as it is read. */
  readonly madeOn: string
  readonly blocks: readonly Block[]
}

/** A content with the number it was issued under: what its fingerprint is made of. */
export interface IssuedContent extends DocumentContent {
  readonly number: string
  /** The number of the document it takes the place of. */
  readonly replaces: string | null
}

export const DOCUMENT_KINDS = [
  'information_sheet',
  'receipt',
  'plan',
  'written_document',
  'month4_review',
  'final_summary',
  'work_validation',
  'bonus_reminder',
  'end_of_csp',
  'breach_notice',
  'follow_up_attestation',
] as const
export type DocumentKindName = (typeof DOCUMENT_KINDS)[number]

export function isDocumentKind(text: string): text is DocumentKindName {
  return (DOCUMENT_KINDS as readonly string[]).includes(text)
}

export const plain = (text: string): readonly Run[] => [{ text }]
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: plain(text) })
export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, runs: plain(text) })
export const bullets = (...items: readonly string[]): Block => ({ kind: 'list', items: items.map(plain) })
