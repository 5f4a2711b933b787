import { PLAN_MEASURES } from '@/lib/cases/content/plan.ts'
import { BUSINESS_PROJECTS, CONTACT_CHANNELS, NOTE_READERS } from '@/lib/cases/content/support.ts'
import { adjustments, firstDay, lastDay, note, onDay, onDocumentDay, type ActDefinition } from './definition.ts'

/** The support path: interviews, plan, contacts, training. */
export const supportActs: readonly ActDefinition[] = [
  { kind: 'contact_held', moment: 'support', fields: [
    onDay,
    { path: 'content.channel', type: 'choice', options: CONTACT_CHANNELS },
    { path: 'content.minutes', type: 'number' },
    note,
    { path: 'content.nextStep', type: 'longText' },
    { path: 'content.nextStepOn', type: 'day' },
    { path: 'content.readers', type: 'choice', options: NOTE_READERS },
  ] },
  { kind: 'service_given', moment: 'support', fields: [
    onDay,
    { path: 'content.measure', type: 'select', options: PLAN_MEASURES, required: true },
    { path: 'content.provider', type: 'text' },
    { path: 'content.minutes', type: 'number' },
    note,
  ] },
  { kind: 'pre_bilan_held', moment: 'support', fields: [
    onDay,
    { path: 'content.profile', type: 'longText', required: true },
    { path: 'content.project', type: 'longText', required: true },
    { path: 'content.business', type: 'check' },
    { path: 'content.businessProject', type: 'choice', options: BUSINESS_PROJECTS, required: true, when: { path: 'content.business', is: ['true'] } },
    { path: 'content.strengths', type: 'longText' },
    { path: 'content.difficulties', type: 'longText' },
    { path: 'content.obstacles', type: 'longText' },
    { path: 'content.labourMarket', type: 'longText' },
    { path: 'content.skillsAssessment', type: 'check' },
  ] },
  { kind: 'plan_validated', moment: 'support', fields: [
    onDay,
    { path: 'signedByBeneficiary', type: 'yesNo' },
    { path: 'signedByAdviser', type: 'yesNo' },
    { path: 'content.measures', type: 'measures', options: PLAN_MEASURES },
    { path: 'content.workPeriodsConditions', type: 'longText' },
    { path: 'content.appealRoutes', type: 'longText' },
    note,
  ] },
  { kind: 'benefit_notified', moment: 'work', fields: [
    onDocumentDay,
    { path: 'aspDaily', type: 'amount' },
    { path: 'sjr', type: 'amount' },
    { path: 'areDaily', type: 'amount' },
    { path: 'sjrAre', type: 'amount' },
    { path: 'areDurationDays', type: 'number' },
    { path: 'aspEnd', type: 'day' },
    note,
  ] },
  { kind: 'month4_review_held', moment: 'support', fields: [onDay, note, adjustments] },
  { kind: 'training', moment: 'support', fields: [
    firstDay, lastDay,
    { path: 'content.title', type: 'text' },
    { path: 'content.provider', type: 'text' },
    { path: 'content.qualification', type: 'text' },
    note,
  ] },
  { kind: 'final_interview_held', moment: 'support', fields: [onDay, note, adjustments] },
  { kind: 'term_letter_relayed', moment: 'support', fields: [onDay, note] },
]
