import type { ImportedId, IndicatorId } from '@/lib/indicators/definitions.ts'

export const SECTION_IDS = ['flows', 'support', 'training', 'work', 'exits', 'money', 'elsewhere'] as const
export type CatalogueSection = (typeof SECTION_IDS)[number]

/** The part of the catalogue that an indicator is in. */
export const SECTION_OF: Readonly<Record<IndicatorId | ImportedId, CatalogueSection>> = {
  entries: 'flows', inCsp: 'flows', exits: 'flows', stayMean: 'flows', stayUnderTwelve: 'flows',
  preBilanInTime: 'support', daysToPreBilan: 'support', planInTime: 'support', reviewInTime: 'support', withoutContact: 'support',
  firstTraining: 'training', trainingMonths1to4: 'training', trainingMonths5to8: 'training', trainingFromMonth9: 'training', trainingDelay: 'training', trainingDuration: 'training',
  workDuringCsp: 'work', jobWithinThreeMonths: 'work', workingInMonth: 'work', extended: 'work',
  durableAtExit: 'exits', durableAfterWork: 'exits', durableWithoutWork: 'exits', durableAfterExtension: 'exits', durableSixMonths: 'exits', situationKnown: 'exits',
  bonusTakeUp: 'money', bonusFirstAmount: 'money', bonusSecond: 'money', bonusClaimInTime: 'money', wageGapClaims: 'money', wageGapAmongPlaced: 'money',
  benefitEntrants: 'elsewhere', cspShareOfDismissed: 'elsewhere', stillRegisteredSixMonths: 'elsewhere', stillRegistered: 'elsewhere', stillRegisteredTwoYears: 'elsewhere',
  cspShareOfRegistrations: 'elsewhere', adhesionRate: 'elsewhere',
  registeredAgain: 'elsewhere', benefitAfterCsp: 'elsewhere', allocationCost: 'elsewhere', allocationCostTwoYears: 'elsewhere', allocationCostEach: 'elsewhere', contributionRecovery: 'elsewhere', businessFailures: 'elsewhere', jobsThreatened: 'elsewhere', dismissalRegistrations: 'elsewhere',
}
