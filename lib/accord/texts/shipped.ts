import { day } from '../calendar/day.ts'
import type { Agreement, Overlay, TextParameters, Texts, WorkRules } from './agreement.ts'

/*
 * The texts known on 22 November 2026, re-keyed from rules.md §1.2 and §1.3. A parameter stands in the
 * text that introduced it; later texts inherit it. Adding a text is adding an entry (docs/cookbook.md).
 */

/** ANI 2011 art. 16: two periods of a month at least, three months in all. */
const WORK_2011: WorkRules = {
  name: 'ANI-16',
  minimumDays: null,
  minimumMonths: 1,
  maxCount: 2,
  totalMaxMonths: 3,
  totalMaxDays: 92,
  warnAboveDays: null,
  endsAt: { kind: 'any' },
  priorValidation: false,
  reviewAfter: false,
}

/** ANI 2011 av. 1 (23 Jan 2012): "at most between 4 and 6 months" is read cap 6, warn at 4; 14 days. */
const WORK_2012: WorkRules = {
  name: 'ANI-av1',
  minimumDays: 14,
  minimumMonths: null,
  maxCount: null,
  totalMaxMonths: 6,
  totalMaxDays: 183,
  warnAboveDays: 122,
  endsAt: { kind: 'over', months: 3 },
  priorValidation: false,
  reviewAfter: false,
}

/** Conv. 2015 art. 12 §1. */
const WORK_2015: WorkRules = {
  name: 'Conv-12',
  minimumDays: 3,
  minimumMonths: null,
  maxCount: null,
  totalMaxMonths: 6,
  totalMaxDays: 183,
  warnAboveDays: null,
  endsAt: { kind: 'from', months: 6 },
  priorValidation: true,
  reviewAfter: true,
}

/** The day on which the texts and their sources were last read. */
export const TEXTS_READ_ON = day('2026-11-22')

const TEXT_OF_2011: TextParameters = {
  reflectionDays: 21,
  cspMonths: 12,
  preBilanDays: 8,
  planMonthsAfterPreBilan: 1,
  followUpMonths: 6,
  contestMonths: 12,
  franceTravailStart: 'last_day_of_reflection',
  work: WORK_2011,
  workExtendsTerm: false,
  workExtensionMaxMonths: null,
  ceilingMonths: null,
  extensions: {},
  jobThreshold: { kind: 'any' },
  trialReturn: 'none',
  month4Review: false,
  finalInterviewLastMonths: null,
  termLetterDaysBefore: null,
  twoSignatures: false,
  twoStepSending: false,
  bonus: false,
  bonusWindowMonths: null,
  bonusWindowStretched: false,
  bonusClaimDays: null,
  bonusSecondAfterMonths: null,
  claimsYears: null,
  breachTakes: 'allowance',
  falseStatementIsBreach: false,
  fullSeniorityYears: 1,
  aspRate: '0.80',
  aspCapped: false,
}

const LEGAL_LENGTH = { kind: 'legal_length' } as const

const agreements: readonly Agreement[] = [
  {
    code: 'A0',
    family: '2011',
    from: day('2011-09-01'),
    to: day('2014-12-31'),
    inherits: null,
    changes: TEXT_OF_2011,
    source: 'ANI du 31 mai 2011 ; convention du 19 juillet 2011',
    confidence: 'H',
  },
  {
    code: 'B',
    family: '2015',
    from: day('2015-02-01'),
    to: day('2016-12-31'),
    inherits: 'A0',
    changes: {
      franceTravailStart: 'day_after_reflection',
      work: WORK_2015,
      workExtendsTerm: true,
      workExtensionMaxMonths: 3,
      ceilingMonths: 15,
      jobThreshold: { kind: 'from', months: 6 },
      trialReturn: 'remaining_duration',
      month4Review: true,
      twoStepSending: true,
      bonus: true,
      bonusWindowMonths: 10,
      bonusClaimDays: 30,
      bonusSecondAfterMonths: 3,
      claimsYears: 2,
      breachTakes: 'contract',
      falseStatementIsBreach: true,
      aspRate: '0.75',
      aspCapped: true,
    },
    source: 'Convention du 26 janvier 2015 (arrêté du 16 avril 2015)',
    confidence: 'H',
  },
  {
    code: "B'",
    family: '2015',
    from: day('2017-01-01'),
    to: day('2019-06-30'),
    inherits: 'B',
    changes: {},
    source: 'Avenants n° 1 du 17 novembre 2016, n° 2 du 14 avril 2017 et n° 3 du 31 mai 2018',
    confidence: 'M',
  },
  {
    code: 'C',
    family: '2015',
    from: day('2019-07-01'),
    to: day('2021-06-30'),
    inherits: "B'",
    changes: {
      extensions: { sickness: { kind: 'months', months: 4 }, maternity: LEGAL_LENGTH },
      twoSignatures: true,
      finalInterviewLastMonths: 2,
    },
    source: 'Avenant n° 4 du 12 juin 2019',
    confidence: 'M',
  },
  {
    code: 'D',
    family: '2015',
    from: day('2021-07-01'),
    to: day('2022-12-31'),
    inherits: 'C',
    changes: {
      extensions: {
        sickness: { kind: 'months', months: 4 },
        maternity: LEGAL_LENGTH,
        paternity: LEGAL_LENGTH,
        adoption: LEGAL_LENGTH,
        carer: LEGAL_LENGTH,
      },
      bonusWindowStretched: true,
    },
    source: 'Avenant n° 5 du 28 juin 2021 (arrêté du 24 septembre 2021)',
    confidence: 'H',
  },
  {
    code: "D'",
    family: '2015',
    from: day('2023-01-01'),
    to: day('2023-01-31'),
    inherits: 'D',
    changes: {},
    source: 'Avenant n° 6 du 24 novembre 2022 (arrêté du 24 janvier 2023)',
    confidence: 'M',
  },
  {
    code: 'E',
    family: '2015',
    from: day('2023-02-01'),
    to: day('2023-12-31'),
    inherits: "D'",
    changes: { termLetterDaysBefore: 30 },
    source: 'Avenant n° 7 du 15 mars 2023 (arrêté du 9 juin 2023)',
    confidence: 'H',
  },
  {
    code: "E'",
    family: '2015',
    from: day('2024-01-01'),
    to: day('2024-12-31'),
    inherits: 'E',
    changes: {},
    source: 'Avenant n° 8 (date non retrouvée)',
    confidence: 'L',
  },
  {
    code: 'F',
    family: '2015',
    from: day('2025-01-01'),
    to: day('2025-03-31'),
    inherits: "E'",
    changes: {
      extensions: {
        sickness: { kind: 'months', months: 4 },
        maternity: LEGAL_LENGTH,
        paternity: LEGAL_LENGTH,
        adoption: LEGAL_LENGTH,
        carer: LEGAL_LENGTH,
        parental_presence: LEGAL_LENGTH,
      },
    },
    source: 'Avenant n° 9 du 22 novembre 2024 (arrêté du 23 décembre 2024)',
    confidence: 'M',
  },
  {
    code: 'G',
    family: '2015',
    from: day('2025-04-01'),
    to: day('2025-12-31'),
    inherits: 'F',
    changes: {},
    source: 'Avenant n° 10 du 20 mars 2025',
    confidence: 'M',
  },
  {
    code: 'H',
    family: '2015',
    from: day('2026-01-01'),
    to: day('2026-12-31'),
    inherits: 'G',
    changes: {},
    source: 'Avenant n° 11 du 25 novembre 2025 (arrêté du 24 décembre 2025)',
    confidence: 'M',
  },
]

const overlays: readonly Overlay[] = [
  {
    code: 'A1',
    family: '2011',
    from: day('2012-02-03'),
    changes: { work: WORK_2012, jobThreshold: { kind: 'over', months: 3 }, trialReturn: 'same_term' },
    path: null,
    engagedFrom: null,
    source: 'Avenant n° 1 du 23 janvier 2012 à l’ANI ; avenant n° 1 du 3 février 2012 à la convention de 2011',
    confidence: 'M',
  },
  {
    code: 'A2',
    family: '2011',
    from: day('2013-01-11'),
    changes: {},
    path: 'experiment',
    engagedFrom: null,
    source: 'Avenant n° 2 du 29 mai 2013 à la convention de 2011',
    confidence: 'H',
  },
  {
    code: 'A3',
    family: '2011',
    from: day('2014-01-01'),
    changes: {},
    path: null,
    engagedFrom: day('2014-01-01'),
    source: 'Avenants n° 4 du 22 mars 2014 et n° 5 du 14 mai 2014 à la convention de 2011',
    confidence: 'M',
  },
  {
    code: 'TRAVAIL-2015',
    family: '2011',
    from: day('2015-03-01'),
    changes: { work: WORK_2015 },
    path: null,
    engagedFrom: null,
    source: 'Convention du 26 janvier 2015, art. 31 §2 dernier al.',
    confidence: 'H',
  },
]

/** The texts shipped with the code: what the simulator's command reads, with no database. */
export const shippedTexts: Texts = { agreements, overlays }
