import type { Day } from '../accord/calendar/day.ts'
import type { FactKind } from '../accord/file/facts.ts'
import type { FileView } from '../cases/views/file.ts'
import type { DocumentContent, DocumentKindName, IssuedContent } from './content.ts'
import type { Standing } from './kinds/kind.ts'

/** The fact a document is about. */
export interface AboutFact {
  readonly id: string
  readonly kind: FactKind
  readonly on: Day
}

/** Where a document stands, the tokens of its template included. */
export type OfferStanding = Standing | { readonly kind: 'missing_tokens'; readonly tokens: readonly string[] }

/** A document that may be made of a file, or why not. */
export interface DocumentOffer {
  readonly kind: DocumentKindName
  readonly about: AboutFact | null
  readonly standing: OfferStanding
  /** The document in force of this kind and fact; `null` while none was issued. */
  readonly issued: { readonly number: string; readonly on: Day } | null
  /** Whether the facts or the template have moved since it was issued. */
  readonly moved: boolean
}

export interface IssuedDocument {
  readonly id: string
  readonly number: string
  readonly kind: DocumentKindName
  readonly about: AboutFact | null
  readonly issuedOn: Day
  readonly issuedAt: Date
  readonly issuedBy: string
  readonly pages: number
  readonly fingerprint: string
  readonly supersedes: string | null
  readonly supersededBy: string | null
  /** Why it took the place of the one before. */
  readonly reason: string | null
  readonly fileVersion: number
}

export interface FileDocuments {
  readonly view: FileView
  readonly offers: readonly DocumentOffer[]
  /** The latest first. */
  readonly issued: readonly IssuedDocument[]
}

export interface DraftView {
  readonly view: FileView
  readonly kind: DocumentKindName
  readonly about: AboutFact | null
  readonly standing: OfferStanding
  readonly content: DocumentContent
  /** What was seen: the form that issues it sends it back. */
  readonly digest: string
  readonly templateVersion: number
  readonly inForce: IssuedDocument | null
  readonly moved: boolean
  /** Signs that the PDF shows as a square. */
  readonly lacking: readonly string[]
}

export interface IssuedView {
  readonly view: FileView
  readonly document: IssuedDocument
  readonly content: IssuedContent
}
