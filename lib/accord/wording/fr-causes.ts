import type { WordBook } from './word-book.ts'

/** What suspends the CSP. */
export const frCauses: WordBook['causes'] = {
  work: 'période de travail',
  sickness: 'arrêt maladie',
  maternity: 'congé de maternité',
  paternity: 'congé de paternité et d’accueil de l’enfant',
  adoption: 'congé d’adoption',
  carer: 'congé de proche aidant',
  parental_presence: 'congé de présence parentale',
  added_leave: 'congé ajouté par un avenant',
}

/** What stops the allowance alone. */
export const frAspCauses: WordBook['aspCauses'] = {
  work: 'travail salarié, en France ou à l’étranger',
  self_employment: 'activité non salariée',
  health_benefits: 'indemnités journalières de maladie ou de maternité',
  child_rearing_benefit: 'prestation d’éducation de l’enfant',
  moved_abroad: 'départ hors du territoire du régime',
  parental_presence_allowance: 'allocation journalière de présence parentale',
  full_pension: 'retraite à taux plein',
  civic_service: 'service civique',
}
