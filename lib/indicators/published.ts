import type { ImportedId, IndicatorId } from './definitions.ts'

/** A value that the field published for the country, to be read beside ours: secondary evidence, each with where it was read. */
export interface PublishedValue {
  /** What it says: a number in the indicator's unit (a share between 0 and 1), or the two ends it lies between. */
  readonly value: number | readonly [number, number]
  /** Whom or when it is about, as a code worded in the messages (`catalogue.about`). */
  readonly about: PublishedAbout
  /** `2015` or `2024-T2`: the cohort or the quarter. */
  readonly when: string
  readonly source: PublishedSource
}

export const PUBLISHED_ABOUT = ['quarter', 'month', 'endOfQuarter', 'cohort', 'registrations', 'survey'] as const
export type PublishedAbout = (typeof PUBLISHED_ABOUT)[number]

/** Documents that the values were read in. */
export const PUBLISHED_SOURCES = {
  results2016: { title: 'Unédic, premiers résultats du CSP 2015 (octobre 2016)', url: 'https://docslide.fr/economy-finance/unedic-premiers-resultats-du-csp-2015.html' },
  tracking2018: { title: 'Unédic, suivi du CSP, 1ᵉʳ trimestre 2018', url: 'http://fcuni.canalblog.com/archives/2018/10/27/36819879.html' },
  tracking2019: { title: 'Unédic, indicateurs de suivi, 4ᵉ trimestre 2019', url: 'https://unedic.org/publications/indicateurs-de-suivi-de-la-convention-csp-2015' },
  tracking2022: { title: 'Unédic, indicateurs de suivi, 1ᵉʳ trimestre 2022', url: 'https://unedic.org/publications/indicateurs-de-suivi-de-la-convention-csp-2015' },
  tracking2024: { title: 'Unédic, indicateurs de suivi, décembre 2024', url: 'https://unedic.org/publications/indicateurs-de-suivi-du-contrat-de-securisation-professionnelle-csp-decembre-2024' },
  stays: { title: 'Unédic, le CSP gagne en performance', url: 'https://unedic.org/actualites/le-contrat-de-securisation-professionnelle-gagne-en-performance-depuis' },
  dares2016: { title: 'Dares Analyses 2016-057', url: 'https://fdocuments.fr/document/dares-analyses.html' },
} as const
export type PublishedSource = keyof typeof PUBLISHED_SOURCES

/** What was published of an indicator; nothing for most. */
export const PUBLISHED: Readonly<Partial<Record<IndicatorId | ImportedId, readonly PublishedValue[]>>> = {
  entries: [
    { value: 22_000, about: 'quarter', when: '2024-T2', source: 'tracking2024' },
    { value: 19_500, about: 'quarter', when: '2019-T4', source: 'tracking2019' },
  ],
  inCsp: [{ value: 70_000, about: 'endOfQuarter', when: '2024-T2', source: 'tracking2024' }],
  firstTraining: [{ value: 0.5, about: 'survey', when: '2016', source: 'dares2016' }],
  trainingDelay: [{ value: [5, 6], about: 'cohort', when: '2018-T1', source: 'tracking2018' }],
  trainingDuration: [{ value: 3.5, about: 'cohort', when: '2018-T1', source: 'tracking2018' }],
  workDuringCsp: [{ value: 0.33, about: 'cohort', when: '2018-T1', source: 'tracking2018' }],
  jobWithinThreeMonths: [{ value: [0.1, 0.13], about: 'cohort', when: '2019-T4', source: 'tracking2019' }],
  workingInMonth: [{ value: 0.12, about: 'month', when: '2016', source: 'results2016' }],
  extended: [{ value: 0.1, about: 'cohort', when: '2018-T1', source: 'tracking2018' }],
  stayMean: [{ value: 9.5, about: 'cohort', when: '2016', source: 'stays' }],
  stayUnderTwelve: [{ value: 0.43, about: 'cohort', when: '2017', source: 'tracking2019' }],
  bonusTakeUp: [{ value: 0.32, about: 'cohort', when: '2023-T3', source: 'tracking2024' }],
  bonusFirstAmount: [{ value: 3_300, about: 'cohort', when: '2015', source: 'results2016' }],
  bonusSecond: [{ value: [0.9, 1], about: 'cohort', when: '2015', source: 'results2016' }],
  stillRegistered: [{ value: 0.55, about: 'cohort', when: '2023-T1', source: 'tracking2024' }],
  cspShareOfRegistrations: [{ value: 0.57, about: 'registrations', when: '2022-T1', source: 'tracking2022' }],
  businessFailures: [{ value: 16_000, about: 'quarter', when: '2024-T2', source: 'tracking2024' }],
  jobsThreatened: [{ value: 70_000, about: 'quarter', when: '2024-T2', source: 'tracking2024' }],
  dismissalRegistrations: [{ value: 30_000, about: 'quarter', when: '2024-T2', source: 'tracking2024' }],
}
