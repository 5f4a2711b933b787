// What people did, and what they may turn to. Plain words, used to write what a counsellor would have noted.

import type { Chance } from './chance.ts'

export type Qualification = 'unskilled_worker' | 'skilled_worker' | 'unskilled_employee' | 'skilled_employee' | 'technician' | 'executive'

export interface Trade {
  /** NAF section of the employer. */
  readonly sector: string
  readonly qualification: Qualification
  readonly woman: string
  readonly man: string
  /** Jobs one can move to from it. */
  readonly next: readonly string[]
  /** What one knows how to do, said shortly. */
  readonly skills: string
  /** Monthly gross wage, in euros, lowest and highest. */
  readonly wage: readonly [number, number]
}

const trade = (sector: string, qualification: Qualification, woman: string, man: string, wage: readonly [number, number], skills: string, next: readonly string[]): Trade => ({
  sector,
  qualification,
  woman,
  man,
  wage,
  skills,
  next,
})

export const TRADES: readonly Trade[] = [
  trade('C', 'skilled_worker', 'régleuse sur presse', 'régleur sur presse', [1900, 2500], 'réglage, lecture de plan, contrôle des pièces', ['conducteur de ligne', 'contrôleur qualité', 'technicien de maintenance']),
  trade('C', 'unskilled_worker', 'opératrice de production', 'opérateur de production', [1820, 2100], 'travail en équipe postée, respect des cadences et des consignes', ['agent logistique', 'conducteur de ligne', 'préparateur de commandes']),
  trade('C', 'technician', 'technicienne méthodes', 'technicien méthodes', [2300, 3100], 'gammes, chiffrage, amélioration des postes', ['chargé d’affaires', 'technicien qualité', 'dessinateur']),
  trade('C', 'skilled_worker', 'soudeuse', 'soudeur', [1950, 2600], 'soudure TIG et MIG, lecture de plan, montage', ['soudeur en chaudronnerie', 'formateur en atelier', 'contrôleur de soudures']),
  trade('C', 'skilled_worker', 'imprimeuse offset', 'imprimeur offset', [2000, 2600], 'calage, colorimétrie, entretien des machines', ['conducteur d’impression numérique', 'agent de finition', 'technicien de maintenance']),
  trade('C', 'executive', 'responsable qualité', 'responsable qualité', [3400, 5200], 'audits, normes, conduite de projets', ['consultant qualité', 'responsable hygiène et sécurité', 'chef de projet']),
  trade('F', 'skilled_worker', 'peintre en bâtiment', 'peintre en bâtiment', [1850, 2400], 'préparation des supports, finitions, travail en hauteur', ['chef d’équipe', 'décorateur d’intérieur', 'technicien de rénovation énergétique']),
  trade('F', 'skilled_worker', 'électricienne', 'électricien', [1950, 2700], 'installation, dépannage, habilitations', ['électricien de maintenance', 'installateur de bornes de recharge', 'chargé de travaux']),
  trade('F', 'technician', 'conductrice de travaux', 'conducteur de travaux', [2700, 3700], 'planning, sous-traitants, suivi des coûts', ['chargé d’opérations', 'économiste de la construction', 'coordonnateur sécurité']),
  trade('F', 'unskilled_worker', 'manœuvre', 'manœuvre', [1820, 2050], 'port de charges, approvisionnement du chantier', ['conducteur d’engins', 'agent d’entretien d’espaces verts', 'agent logistique']),
  trade('G', 'unskilled_employee', 'vendeuse en prêt-à-porter', 'vendeur en prêt-à-porter', [1820, 2050], 'accueil, conseil, encaissement, mise en rayon', ['conseiller clientèle', 'assistant commercial', 'agent d’accueil']),
  trade('G', 'skilled_employee', 'responsable de magasin', 'responsable de magasin', [2100, 2900], 'gestion d’équipe, stocks, chiffre d’affaires', ['responsable de secteur', 'gestionnaire de point de vente', 'chargé de clientèle']),
  trade('G', 'skilled_worker', 'mécanicienne automobile', 'mécanicien automobile', [1900, 2500], 'diagnostic, entretien, réparation', ['technicien de maintenance', 'contrôleur technique', 'mécanicien de véhicules électriques']),
  trade('H', 'skilled_worker', 'conductrice de poids lourds', 'conducteur de poids lourds', [1950, 2500], 'conduite, chargement, respect des temps', ['conducteur de car', 'exploitant transport', 'formateur à la conduite']),
  trade('H', 'skilled_employee', 'exploitante transport', 'exploitant transport', [2100, 2800], 'tournées, affrètement, relation avec les clients', ['gestionnaire logistique', 'agent de planification', 'assistant commercial']),
  trade('I', 'unskilled_employee', 'serveuse', 'serveur', [1820, 2050], 'service, encaissement, relation avec les clients', ['chef de rang', 'agent d’accueil', 'aide-soignant']),
  trade('I', 'skilled_worker', 'cuisinière', 'cuisinier', [1900, 2600], 'préparation, hygiène, gestion des achats', ['cuisinier en collectivité', 'traiteur à son compte', 'boulanger']),
  trade('J', 'executive', 'développeuse', 'développeur', [2900, 4600], 'conception, tests, reprise de code ancien', ['administrateur de bases de données', 'chef de projet', 'formateur en informatique']),
  trade('J', 'technician', 'graphiste', 'graphiste', [2000, 2800], 'mise en page, retouche, chaîne graphique', ['maquettiste', 'chargé de communication', 'graphiste à son compte']),
  trade('K', 'skilled_employee', 'gestionnaire de contrats', 'gestionnaire de contrats', [2100, 2800], 'souscription, règlements, relation avec les assurés', ['conseiller en assurance', 'gestionnaire de paie', 'chargé d’indemnisation']),
  trade('L', 'skilled_employee', 'négociatrice immobilière', 'négociateur immobilier', [1900, 2900], 'prospection, visites, négociation', ['gestionnaire locatif', 'chargé de clientèle', 'conseiller en financement']),
  trade('M', 'skilled_employee', 'assistante comptable', 'assistant comptable', [1950, 2500], 'saisie, rapprochements, déclarations', ['gestionnaire de paie', 'comptable', 'assistant de gestion']),
  trade('M', 'executive', 'cheffe de projet', 'chef de projet', [3000, 4800], 'pilotage, budget, animation d’équipe', ['consultant', 'responsable de service', 'coordinateur associatif']),
  trade('N', 'unskilled_employee', 'agente de propreté', 'agent de propreté', [1820, 1950], 'entretien des locaux, autonomie, horaires décalés', ['agent de service hospitalier', 'chef d’équipe propreté', 'employé de maison']),
  trade('N', 'unskilled_employee', 'agente de sécurité', 'agent de sécurité', [1830, 2050], 'surveillance, filtrage, rédaction de rapports', ['agent de sécurité incendie', 'agent d’accueil', 'gardien d’immeuble']),
  trade('P', 'technician', 'formatrice', 'formateur', [2000, 2900], 'animation de groupes, évaluation, suivi', ['conseiller en insertion', 'coordinateur pédagogique', 'formateur à son compte']),
  trade('Q', 'skilled_employee', 'secrétaire médicale', 'secrétaire médical', [1850, 2300], 'accueil, agenda, frappe, facturation', ['assistant administratif', 'gestionnaire d’admissions', 'agent d’accueil']),
  trade('R', 'skilled_employee', 'animatrice culturelle', 'animateur culturel', [1850, 2350], 'animation, billetterie, partenariats', ['médiateur', 'chargé de communication', 'conseiller en insertion']),
]

/**
 * How often each section is that of the employer, in a hundred: what is known of the businesses that fail and dismiss,
 * rounded. Nothing is published of the sectors of a CSP in the notes read: ours (decision 298).
 */
const SECTORS: readonly (readonly [string, number])[] = [
  ['C', 20], ['F', 14], ['G', 22], ['H', 6], ['I', 9], ['J', 6], ['K', 2], ['L', 3], ['M', 9], ['N', 5], ['P', 2], ['Q', 1], ['R', 1],
]

/** A section, as often as people of it are dismissed. */
export function drawSector(chance: Chance): string {
  return chance.weighed(SECTORS)
}

const bySector = Map.groupBy(TRADES, ({ sector }) => sector)

/** A trade of a section, or any where nobody is known there. */
export function drawTrade(chance: Chance, sector: string | null): Trade {
  return chance.pick((sector === null ? undefined : bySector.get(sector)) ?? TRADES)
}
