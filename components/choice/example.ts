import type { ChoiceAnswers } from './address.ts'

/** Ten years in the firm, two months of notice, eighteen months of ARE. */
export const EXAMPLE: ChoiceAnswers = {
  voie: 'employer', engagement: '2026-09-14', remise: '2026-09-14', embauche: '2016-04-04', brut: '2600.00', 'duree-are': '548', preavis: '2',
}
