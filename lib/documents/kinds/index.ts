import { DOCUMENT_KINDS, type DocumentKindName } from '../content.ts'
import { bonusReminder, breachNotice, endOfCsp } from './end.ts'
import type { DocumentKind } from './kind.ts'
import { plan, writtenDocument } from './plan.ts'
import { informationSheet, receipt } from './proposal.ts'
import { finalSummary, followUpAttestation, month4Review, workValidation } from './reviews.ts'

const kinds: Readonly<Record<DocumentKindName, DocumentKind>> = {
  information_sheet: informationSheet,
  receipt,
  plan,
  written_document: writtenDocument,
  month4_review: month4Review,
  final_summary: finalSummary,
  work_validation: workValidation,
  bonus_reminder: bonusReminder,
  end_of_csp: endOfCsp,
  breach_notice: breachNotice,
  follow_up_attestation: followUpAttestation,
}

export function kindOf(name: DocumentKindName): DocumentKind {
  return kinds[name]
}

/** Every kind of document, in the order of a file's life. */
export const ALL_KINDS: readonly DocumentKind[] = DOCUMENT_KINDS.map(kindOf)
