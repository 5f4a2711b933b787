import { FOLLOW_UP_SITUATIONS } from '@/lib/accord/file/facts.ts'
import { CONTACT_CHANNELS, NOTE_READERS } from '@/lib/cases/content/support.ts'
import { note, onDay, onDocumentDay, type ActDefinition } from './definition.ts'

/** The job found, its aids and the six months that follow. */
export const jobActs: readonly ActDefinition[] = [
  { kind: 'job_started', moment: 'job', fields: [
    onDocumentDay,
    { path: 'contract', type: 'choice', options: ['cdi', 'cdd', 'temp'], required: true },
    { path: 'months', type: 'number', required: true, when: { path: 'contract', is: ['cdd', 'temp'] } },
    { path: 'content.employerName', type: 'text' },
    { path: 'content.job', type: 'text' },
    { path: 'monthlyGross', type: 'amount' },
    { path: 'sameWorkingTime', type: 'yesNo' },
    note,
  ] },
  { kind: 'bonus_claimed', moment: 'job', fields: [onDay, note] },
  { kind: 'wage_gap_claimed', moment: 'job', fields: [onDay, note] },
  { kind: 'bonus_paid', moment: 'job', fields: [onDocumentDay, { path: 'amount', type: 'amount', required: true }, note] },
  { kind: 'wage_gap_paid', moment: 'job', fields: [onDocumentDay, { path: 'amount', type: 'amount', required: true }, note] },
  { kind: 'trial_period_broken', moment: 'job', fields: [onDocumentDay, note] },
  { kind: 'job_ended', moment: 'job', fields: [onDocumentDay, note] },
  { kind: 'follow_up_held', moment: 'job', fields: [
    onDay,
    { path: 'situation', type: 'choice', options: FOLLOW_UP_SITUATIONS, required: true },
    { path: 'content.channel', type: 'choice', options: CONTACT_CHANNELS },
    note,
    { path: 'content.readers', type: 'choice', options: NOTE_READERS },
  ] },
]
