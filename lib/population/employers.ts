import type { Chance } from './chance.ts'

export interface Employer {
  readonly name: string
  readonly siret: string
  readonly size: number
  readonly insolvency: boolean
  readonly kind: 'company' | 'association'
  readonly sector: string
}

/** What a company of a section does, as it stands in its name. */
const ACTIVITIES: Readonly<Record<string, readonly string[]>> = {
  C: ['Ateliers', 'Imprimerie', 'Mécanique', 'Textiles', 'Fonderie', 'Plasturgie', 'Menuiseries', 'Emballages', 'Biscuiterie'],
  F: ['Bâtiment', 'Couverture', 'Électricité', 'Constructions', 'Peintures', 'Travaux'],
  G: ['Comptoir', 'Magasins', 'Garage', 'Librairie', 'Chausseurs', 'Maison', 'Distribution'],
  H: ['Transports', 'Messagerie', 'Logistique', 'Autocars'],
  I: ['Restaurant', 'Brasserie', 'Hôtel', 'Traiteur', 'Auberge'],
  J: ['Studio', 'Logiciels', 'Éditions', 'Agence'],
  K: ['Courtage', 'Mutuelle', 'Prévoyance'],
  L: ['Immobilier', 'Habitat'],
  M: ['Cabinet', 'Conseil', 'Ingénierie', 'Bureau d’études'],
  N: ['Propreté', 'Services', 'Sécurité', 'Voyages'],
  P: ['Formation', 'École', 'Cours'],
  Q: ['Centre', 'Clinique', 'Maison de santé'],
  R: ['Théâtre', 'Espace culturel', 'Loisirs'],
}

const SIGNS: readonly string[] = [
  'de l’Aubépine', 'du Vieux Moulin', 'des Quatre Vents', 'du Bocage', 'Belle-Rive', 'de la Clairière', 'du Pont Neuf', 'des Tilleuls', 'du Levant',
  'de la Source', 'des Trois Chênes', 'du Val', 'Grand Large', 'de la Halle', 'des Remparts', 'du Canal', 'de l’Écluse', 'des Peupliers', 'Horizon',
  'Beau Site', 'du Faubourg', 'de la Gare', 'des Lilas', 'du Plateau', 'de la Colline', 'du Ruisseau', 'des Coteaux', 'Mirabelle', 'Hirondelle',
  'Alouette', 'Coquelicot', 'Boréal', 'Équinoxe', 'Solstice', 'Ricochet', 'Passerelle', 'Mosaïque', 'Saint-Éloi', 'Saint-Fiacre', 'Sainte-Barbe',
]

const FORMS: readonly (readonly [string, number])[] = [['', 5], [' SARL', 2], [' SAS', 3], [' & Fils', 1], [' Frères', 1], [' et associés', 1]]

/**
 * An employer that never was, of a section where there is a choice. Under 1,000 people, unless insolvent
 * . Its SIRET starts with a zero, which no directory gives.
 */
export function employerOf(chance: Chance, sector: string): Employer {
  const insolvency = chance.happens(0.28)
  const association = chance.happens(0.06)
  const size = chance.weighed([[chance.whole(1, 10), 45], [chance.whole(11, 49), 30], [chance.whole(50, 249), 17], [chance.whole(250, 950), 7], [insolvency ? chance.whole(1000, 2600) : chance.whole(250, 950), 1]])
  return {
    name: association ? `Association ${chance.pick(SIGNS)}` : `${chance.pick(ACTIVITIES[sector] ?? ['Établissements'])} ${chance.pick(SIGNS)}${chance.weighed(FORMS)}`,
    siret: `0${String(chance.whole(0, 99_999_999)).padStart(8, '0')}${String(chance.whole(1, 99_999)).padStart(5, '0')}`,
    size,
    insolvency,
    kind: association ? 'association' : 'company',
    sector,
  }
}

/** Where people find a job again: a name, as one writes it in a file. */
export function hiringCompany(chance: Chance, sector: string): string {
  return `${chance.pick(ACTIVITIES[sector] ?? ['Établissements'])} ${chance.pick(SIGNS)}`
}
