import { describe, expect, test } from 'vitest'
import { DEFINITIONS, definitionOf, IMPORTED, IMPORTED_IDS, INDICATOR_IDS, parseIndicator, type IndicatorId } from '@/lib/indicators/definitions.ts'

/** How the field numbers and cuts each, as it publishes them: number, kind, unit, months before a cohort is seen, rules. */
const AS_PUBLISHED: Readonly<Record<IndicatorId, string>> = {
  entries: 'I1 R-702, flow of people, R-012',
  inCsp: 'I4 R-702, stock of people, R-012 R-014',
  exits: 'R-703, flow of people, R-600',
  preBilanInTime: 'R-703, flow of share, judged the day after, R-301',
  daysToPreBilan: 'R-701 R-703, flow of days, R-301',
  planInTime: 'R-703, flow of share, judged the day after, R-302',
  reviewInTime: 'R-703, flow of share, judged the day after, R-306',
  withoutContact: 'R-703, stock of share, R-305',
  firstTraining: 'I5 R-703, cohort of share, seen at 15, R-310',
  trainingMonths1to4: 'I5, cohort of share, seen at 4, R-310',
  trainingMonths5to8: 'I5, cohort of share, seen at 8, R-310',
  trainingFromMonth9: 'I5, cohort of share, seen at 15, R-310',
  trainingDelay: 'I6, cohort of months, seen at 15, R-310',
  trainingDuration: 'I7, cohort of months, seen at 15, R-310',
  workDuringCsp: 'I8 R-703, cohort of share, seen at 15, R-400',
  jobWithinThreeMonths: 'I8, cohort of share, seen at 3, R-400',
  workingInMonth: 'I9, stock of share, R-400',
  extended: 'I15, cohort of share, seen at 15, R-403',
  stayMean: 'I13, cohort of months, seen at 15, R-014',
  stayUnderTwelve: 'I13, cohort of share, seen at 12, R-014',
  durableAtExit: 'R-701 R-703, flow of share, R-600',
  durableAfterWork: 'R-701, flow of share, R-400',
  durableWithoutWork: 'R-701, flow of share, R-400',
  durableAfterExtension: 'R-701, flow of share, R-403',
  durableSixMonths: 'R-701 R-703, cohort of share, seen at 8, R-309',
  situationKnown: 'R-701, cohort of share, seen at 8, R-309',
  bonusTakeUp: 'I10 R-701, cohort of share, seen at 13, R-501',
  bonusFirstAmount: 'I11 R-701, cohort of euros, seen at 13, R-502',
  bonusSecond: 'I12 R-701, cohort of share, seen at 16, R-502',
  bonusClaimInTime: 'R-703, flow of share, judged the day after, R-501',
  wageGapClaims: 'R-701, flow of people, R-510',
  wageGapAmongPlaced: 'R-701, flow of share, R-510',
}

describe('the catalogue', () => {
  test('has each id once, in its order, with a rule', () => {
    expect(DEFINITIONS.map(({ id }) => id)).toEqual([...INDICATOR_IDS])
    expect(DEFINITIONS.filter(({ rules }) => rules.length === 0)).toEqual([])
  })
  test.each(INDICATOR_IDS)('%s', (id) => {
    const { published, kind, unit, maturityMonths, judgedTheDayAfter, rules } = definitionOf(id)
    const window = [...(maturityMonths > 0 ? [`seen at ${maturityMonths}`] : []), ...(judgedTheDayAfter ? ['judged the day after'] : [])]
    expect([published.join(' '), `${kind} of ${unit}`, ...window, rules.join(' ')].join(', ')).toBe(AS_PUBLISHED[id])
  })
  test('what no file holds', () => {
    expect(IMPORTED.map(({ id, published, kind, unit }) => `${id} ${published.join(' ')} ${kind} ${unit}`)).toEqual([
      'benefitEntrants I2 flow people', 'cspShareOfDismissed I3 stock share', 'stillRegisteredSixMonths I14 cohort share', 'stillRegistered I14 cohort share', 'stillRegisteredTwoYears I14 cohort share', 'cspShareOfRegistrations I16 flow share', 'adhesionRate I17 flow share',
      'registeredAgain I18 cohort share', 'benefitAfterCsp I18 cohort share', 'allocationCost I19 cohort euros', 'allocationCostTwoYears I19 cohort euros', 'allocationCostEach I19 cohort euros', 'contributionRecovery I20 flow share', 'businessFailures I21 flow count', 'jobsThreatened I21 flow count', 'dismissalRegistrations I21 flow people',
    ])
    expect(IMPORTED.map(({ id }) => id)).toEqual([...IMPORTED_IDS])
  })
  test('holds every number of the field, I1 to I21: counted from files, or imported, never both', () => {
    const numbers = (all: readonly { readonly published: readonly string[] }[]) => new Set(all.flatMap(({ published }) => published).filter((number) => number.startsWith('I')))
    const [counted, imported] = [numbers(DEFINITIONS), numbers(IMPORTED)]
    expect([...counted, ...imported].map((number) => Number(number.slice(1))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1))
  })
  test('a share counts some of those it is about; a mean averages; a count does neither', () => {
    for (const { id, unit, counted, mean, silentFor, workedInMonth } of DEFINITIONS) {
      const how = [counted !== null || silentFor !== null || workedInMonth, mean !== null]
      expect([id, ...how]).toEqual([id, unit === 'share', ['days', 'months', 'euros'].includes(unit)])
    }
  })
  test('an id of an address is one of the catalogue, or none', () => {
    for (const id of INDICATOR_IDS) expect(parseIndicator(id)).toBe(id)
    for (const gone of ['', 'Entries', 'entries ', 'aspDays', 'adhesionRate']) expect(parseIndicator(gone)).toBeNull()
  })
  test('a definition that does not exist is a bug, and says which', () => {
    expect(() => definitionOf('gone' as IndicatorId)).toThrow('no indicator gone')
  })
})
