import { OFFER_GROUNDS } from '@/lib/accord/file/facts.ts'
import { EXPLANATION_FORMS } from '@/lib/cases/content/work-and-breach.ts'
import { note, onDay, onDocumentDay, type ActDefinition, type ActField } from './definition.ts'

const what: ActField = { path: 'content.what', type: 'longText', required: true }
const proof: ActField = { path: 'content.proof', type: 'longText' }
const decision: readonly ActField[] = [
  { path: 'content.decisionReference', type: 'text' },
  { path: 'content.body', type: 'text' },
  note,
]

const answer: ActField = { path: 'content.answer', type: 'longText' }
/** Asked of a refusal whose offer was not recorded when it was made. */
const unrecorded = { path: 'offer', is: [''] }

/** Offers and actions refused, the person heard, and what France Travail decides. */
export const breachActs: readonly ActDefinition[] = [
  { kind: 'offer_made', moment: 'breach', fields: [
    { path: 'offer', type: 'given', required: true },
    onDay,
    { path: 'content.job', type: 'text', required: true },
    { path: 'content.employer', type: 'text' },
    { path: 'content.place', type: 'text' },
    { path: 'content.wage', type: 'text' },
    { path: 'grounds', type: 'several', options: OFFER_GROUNDS },
    proof,
    { path: 'answerBy', type: 'day' },
  ] },
  { kind: 'offer_accepted', moment: 'breach', fields: [{ path: 'offer', type: 'select', options: [], required: true }, onDay, answer] },
  { kind: 'offer_unanswered', moment: 'breach', fields: [{ path: 'offer', type: 'select', options: [], required: true }, onDay, answer] },
  { kind: 'offer_refused', moment: 'breach', fields: [
    { path: 'offer', type: 'select', options: [] },
    onDay,
    { path: 'content.job', type: 'text', when: unrecorded },
    { path: 'content.employer', type: 'text', when: unrecorded },
    { path: 'content.grounds', type: 'several', options: OFFER_GROUNDS, when: unrecorded },
    { ...proof, when: unrecorded },
    answer,
  ] },
  { kind: 'action_refused', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'action_missed', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'false_statement', moment: 'breach', fields: [onDay, what, proof] },
  { kind: 'explanations_invited', moment: 'breach', fields: [onDay, { path: 'answerBy', type: 'day', required: true }, note] },
  { kind: 'explanations_heard', moment: 'breach', fields: [
    onDay,
    { path: 'content.form', type: 'choice', options: EXPLANATION_FORMS },
    { path: 'content.what', type: 'longText', required: true },
  ] },
  { kind: 'breach_dismissed', moment: 'breach', fields: [onDocumentDay, ...decision] },
  { kind: 'exclusion_decided', moment: 'breach', fields: [onDocumentDay, { path: 'content.withoutHearing', type: 'longText' }, ...decision] },
]
