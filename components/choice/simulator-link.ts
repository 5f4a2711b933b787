import { withAnswers, type ChoiceAnswers } from './address.ts'

/** Answers that both public pages understand. */
const SHARED = [
  'voie', 'engagement', 'texte', 'remise', 'inscription', 'acceptation', 'procedure', 'embauche', 'naissance', 'effectif', 'liquidation', 'protege',
  'brut', 'preavis', 'sjr', 'are', 'duree-are', 'report',
]

/** The simulator with the same answers. */
export function simulatorQuery(answers: ChoiceAnswers): string {
  return withAnswers('/simulateur', Object.fromEntries(SHARED.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]]))))
}
