import { OFFER_GROUNDS } from '@/lib/cases/content/work-and-breach.ts'
import { note, onDay, onDocumentDay, type ActDefinition, type ActField } from './definition.ts'

const what: ActField = { path: 'content.what', type: 'longText', required: true }
const proof: ActField = { path: 'content.proof', type: 'longText' }
const decision: readonly ActField[] = [
  { path: 'content.decisionReference', type: 'text' },
  { path: 'content.body', type: 'text' },
  note,
]

/** Offers and actions refused, and what France Travail decides. */
export const breachActs: readonly ActDefinition[] = [
  { kind: 'offer_refused', moment: 'breach', fields: [
    onDay,
    { path: 'content.job', type: 'text' },
    { path: 'content.employer', type: 'text' },
    { path: 'content.grounds', type: 'several', options: OFFER_GROUNDS },
    proof,
    { path: 'content.answer', type: 'longText' },
  ] },
  { kind: 'action_refused', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'action_missed', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'false_statement', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'breach_dismissed', moment: 'breach', fields: [onDocumentDay, ...decision] },
  { kind: 'exclusion_decided', moment: 'breach', fields: [onDocumentDay, ...decision] },
]
