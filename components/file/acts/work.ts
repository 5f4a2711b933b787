import { ASP_STOP_CAUSES, SUSPENSION_CAUSES } from '@/lib/accord/file/facts.ts'
import { adjustments, firstDay, lastDay, note, onDay, onDocumentDay, type ActDefinition } from './definition.ts'

/** What suspends the CSP or stops the allowance. */
export const workActs: readonly ActDefinition[] = [
  { kind: 'work_period', moment: 'work', fields: [
    { path: 'contract', type: 'choice', options: ['cdd', 'temp'], required: true },
    firstDay, lastDay,
    { path: 'employer', type: 'choice', options: ['company', 'individual'], required: true },
    { path: 'content.employerName', type: 'text' },
    { path: 'content.job', type: 'text' },
    { path: 'validatedOn', type: 'day' },
    note,
  ] },
  { kind: 'work_review_held', moment: 'work', fields: [onDay, note, adjustments] },
  { kind: 'suspension', moment: 'work', fields: [
    { path: 'cause', type: 'select', options: SUSPENSION_CAUSES, required: true },
    firstDay, lastDay,
    { path: 'content.evidenceSeen', type: 'check' },
  ] },
  { kind: 'asp_stopped', moment: 'work', fields: [
    { path: 'cause', type: 'select', options: ASP_STOP_CAUSES, required: true },
    onDocumentDay, note,
  ] },
  { kind: 'asp_resumed', moment: 'work', fields: [onDocumentDay, note] },
]
