/**
 * The areas of the experiment of ANI 2011 art. 4 that are known: 16 of 39, as the press named them in 2012. Each with the
 * employment zone of 2020 that bears its name or lies nearest, and how sure that is: `same` name, `near` (assumed), or none.
 */
export interface ExperimentArea {
  readonly name: string
  /** Of 2012. */
  readonly region: string
  /** `ZE2020`; `null` where no zone was found. */
  readonly zone: string | null
  readonly match: 'same' | 'near' | null
}

/** How many areas there were: the abstract of IGAS’ report. */
export const AREAS_IN_ALL = 39

const area = (name: string, region: string, zone: string | null, match: ExperimentArea['match'] = zone === null ? null : 'same'): ExperimentArea => ({ name, region, zone, match })

export const KNOWN_AREAS: readonly ExperimentArea[] = [
  area('Annonay', 'Rhône-Alpes', '8433', 'near'),
  area('Boulonnais', 'Nord-Pas-de-Calais', '3206', 'near'),
  area('Brest', 'Bretagne', '5302'),
  area('Calaisis', 'Nord-Pas-de-Calais', '3207', 'near'),
  area('Douai', 'Nord-Pas-de-Calais', '3212'),
  area('Dunkerque', 'Nord-Pas-de-Calais', '3213'),
  area('Le Havre', 'Normandie', '2813'),
  area('Limoges', 'Limousin', '7517'),
  area('Rennes', 'Bretagne', '5315'),
  area('Rodez', 'Midi-Pyrénées', '7621'),
  area('Roubaix', 'Nord-Pas-de-Calais', '3218', 'near'),
  area('Rouen', 'Normandie', '2815'),
  area('Saint-Dié-des-Vosges', 'Lorraine', '4417'),
  area('Saint-Quentin', 'Picardie', '3220'),
  area('Sambre-Avesnois', 'Nord-Pas-de-Calais', '3217', 'near'),
  area('Tourcoing', 'Nord-Pas-de-Calais', '3218', 'near'),
]

/** The known area that a zone stands for; `null` where the zone is not among those known, which says nothing of the 23 others. */
export function areaOfZone(code: string): ExperimentArea['match'] {
  const found = KNOWN_AREAS.filter(({ zone }) => zone === code)
  return found.some(({ match }) => match === 'same') ? 'same' : found.length > 0 ? 'near' : null
}

/** What the texts set aside for the experiment, in euros, for the whole country: ANI 2011 art. 4; Conv. 2015 art. 29 §3. */
export const ENVELOPES = { '2011': { least: '2000000.00', most: '3000000.00' }, '2015': { least: null, most: '3000000.00' } } as const
export type ExperimentText = keyof typeof ENVELOPES
