import { french } from '../wording/typography.ts'
import type { Locale } from '../wording/locale.ts'

/** A published case that the application does not follow, and why. */
export interface CaseSetAside {
  /** Its id in the project's list of cases. */
  readonly id: string
  /** Who published it, and where. */
  readonly source: string
  readonly address: string
  readonly why: string
}

interface Written extends Omit<CaseSetAside, 'why'> {
  readonly why: Readonly<Record<Locale, string>>
}

/** How many published or worked cases the application is held to, those set aside included. */
export const CASES_IN_ALL = 95

const CASES: readonly Written[] = [
  {
    id: 'ASP-08',
    source: 'service-public.fr, fiche F31688 (5 septembre 2023)',
    address: 'https://letronquay.fr/demander-un-acte-detat-civil/?xml=F31688',
    why: {
      fr: 'Cette fiche mesure l’ancienneté au jour où la lettre de licenciement est présentée, quand elle l’est avant la fin des 21 jours. Aucun texte lu ne le dit : l’application la mesure au dernier jour de réflexion dans tous les dossiers, jour où le contrat prend fin. Les deux ne diffèrent que pour qui atteint un an dans l’intervalle.',
      en: 'This sheet measures seniority on the day the dismissal letter is presented, where that is before the end of the 21 days. No text that was read says so: the application measures it on the last day of reflection in every file, the day the contract ends. The two differ only for a person who reaches one year in between.',
    },
  },
  {
    id: 'EMP-04',
    source: 'Cass. soc. 21 mai 2025 n° 22-11.901',
    address: 'https://source-avocats.com/possibilite-de-licencier-un-salarie-ayant-denonce-un-harcelement-moral',
    why: {
      fr: 'Le CSP n’est pas proposé aux salariés qui partent de leur plein gré dans un plan qui exclut tout licenciement. Aucun dossier n’est donc ouvert pour eux : il n’y a rien à calculer, et l’application ne demande à personne s’il part de son plein gré.',
      en: 'The CSP is not proposed to employees who leave of their own will under a plan that excludes any dismissal. No file is opened for them: there is nothing to compute, and the application asks nobody whether they leave of their own will.',
    },
  },
  {
    id: 'EMP-05',
    source: 'Tribunal judiciaire, contribution au CSP, audience du 18 octobre 2024 (uplex.fr)',
    address: 'https://uplex.fr/contrats/obligations-financieres-contestations-contrat-securisation-professionnelle',
    why: {
      fr: 'Cette affaire suit un recouvrement : mise en demeure, contrainte, opposition, jugement. France Travail recouvre, l’opérateur n’y prend pas part et le dossier n’en garde pas les étapes. La contribution elle-même est estimée (R-151) et le jour où elle est due est calculé (R-016).',
      en: 'This case follows a recovery: formal notice, writ, opposition, judgment. France Travail recovers, the operator takes no part and the file keeps none of its steps. The contribution itself is estimated (R-151) and the day it is due is computed (R-016).',
    },
  },
]

/** The published cases that the application does not follow, with the reason in a language. */
export function casesSetAside(locale: Locale): readonly CaseSetAside[] {
  return CASES.map(({ id, source, address, why }) => ({ id, source, address, why: locale === 'fr' ? french(why.fr) : why.en }))
}
