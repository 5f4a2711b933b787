import type { WordBook } from './word-book.ts'

/** What suspends the CSP. */
export const enCauses: WordBook['causes'] = {
  work: 'work period',
  sickness: 'sick leave',
  maternity: 'maternity leave',
  paternity: 'paternity and child-reception leave',
  adoption: 'adoption leave',
  carer: 'carer’s leave',
  parental_presence: 'parental-presence leave',
  added_leave: 'leave added by an amendment',
}

/** What stops the allowance alone. */
export const enAspCauses: WordBook['aspCauses'] = {
  work: 'paid work, in France or abroad',
  self_employment: 'self-employment',
  health_benefits: 'sickness or maternity daily benefits',
  child_rearing_benefit: 'child-rearing benefit',
  moved_abroad: 'left the scheme’s territory',
  parental_presence_allowance: 'parental-presence allowance',
  full_pension: 'full pension',
  civic_service: 'civic service',
}
