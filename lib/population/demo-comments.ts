// What the manager wrote in the packs of the demonstration: plain, and without anything that tells who someone is.
import type { PackContent } from '../steering/packs/content.ts'

type Comments = PackContent['comments']

const LINES = (...lines: readonly string[]) => lines.join('\n\n')

/** Of the quarter before. No month is named: the demonstration is dated from any day. */
export const FIRST_COMMENTS: Comments = {
  overview: 'Un trimestre porté par l’agglomération lyonnaise, où plusieurs licenciements collectifs ont été notifiés. Les équipes y ont été renforcées en conséquence.',
  support: 'Les pré-bilans se tiennent le plus souvent dans les délais. Les plans attendent davantage : des rendez-vous reportés d’un mois sur l’autre l’expliquent en partie.',
  training: 'Peu de sessions ont ouvert sur la période : une part des demandes du trimestre commencera au suivant.',
}

/** Why it was replaced. */
export const MENDED = 'Cinq pré-bilans tenus dans le délai, mais enregistrés après le premier cahier, y manquaient : la part tenue dans les huit jours est rectifiée.'

/** Of the last quarter counted. */
export const LAST_COMMENTS: Comments = {
  overview: LINES(
    'Lyon concentre toujours la plus grande part des entrées : les licenciements collectifs notifiés dans l’année continuent d’y produire leurs effets.',
    'Point à examiner par le comité : les plans d’action tardent dans la Drôme, où un poste de conseiller est resté vacant plusieurs semaines. Un renfort vient d’y être affecté.',
  ),
  support: 'Les retards de pré-bilan se concentrent sur les semaines de forte arrivée. Deux demi-journées de rendez-vous ont été ajoutées à Lyon.',
  training: 'Les deux sessions de soudure demandées par le comité n’ont pas encore de date. La Région prévoit de les ouvrir au prochain trimestre.',
  exits: 'Les retours à un emploi durable se font surtout dans l’industrie et la logistique. Les personnes arrivées au terme sans emploi sont reçues une dernière fois avant leur inscription.',
}

export const LYON_COMMENTS: Comments = {
  overview: 'Premier cahier de ce bassin. Deux opérateurs y accompagnent les adhérents : les chiffres sont les leurs, réunis.',
  support: 'Les pré-bilans tenus après les huit jours restent trop nombreux. Deux demi-journées de rendez-vous ont été ajoutées chaque semaine.',
}
