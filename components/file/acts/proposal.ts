import { note, onDay, onDocumentDay, type ActDefinition } from './definition.ts'

/** From the proposal to the answer and its sending. */
export const proposalActs: readonly ActDefinition[] = [
  {
    kind: 'proposal_handed_over',
    moment: 'proposal',
    fields: [
      onDocumentDay,
      { path: 'content.receiptSigned', type: 'check' },
      { path: 'contestLimitStated', type: 'yesNo' },
      note,
    ],
  },
  { kind: 'motive_notified', moment: 'proposal', fields: [onDocumentDay, note] },
  { kind: 'conservative_letter_sent', moment: 'proposal', fields: [onDocumentDay, note] },
  { kind: 'information_interview_held', moment: 'proposal', fields: [onDay, note] },
  { kind: 'authorisation_notified', moment: 'proposal', fields: [onDocumentDay, { path: 'granted', type: 'choice', options: ['true', 'false'], required: true }, note] },
  { kind: 'registered', moment: 'proposal', fields: [onDocumentDay, note] },
  { kind: 'accepted', moment: 'proposal', fields: [onDocumentDay, note] },
  { kind: 'refused', moment: 'proposal', fields: [onDocumentDay, note] },
  { kind: 'sent_to_france_travail', moment: 'proposal', fields: [onDay, { path: 'part', type: 'choice', options: ['acceptance', 'all'], required: true }, note] },
  { kind: 'annulled', moment: 'proposal', fields: [onDocumentDay, { path: 'employeeAgreed', type: 'yesNo' }, { path: 'content.document', type: 'text' }, note] },
]
