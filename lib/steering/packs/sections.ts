import type { IndicatorId } from '../../indicators/definitions.ts'

/** The parts of a pack, in the order they are read; a manager may comment each. */
export const PACK_SECTIONS = ['overview', 'flows', 'support', 'training', 'work', 'exits', 'bonus'] as const
export type PackSection = (typeof PACK_SECTIONS)[number]

/** The figures of each part. The silence since a contact is known of the present day alone: it has no quarter. */
export const SECTION_FIGURES: Readonly<Record<Exclude<PackSection, 'overview'>, readonly IndicatorId[]>> = {
  flows: ['entries', 'inCsp', 'exits'],
  support: ['preBilanInTime', 'daysToPreBilan', 'planInTime', 'reviewInTime'],
  training: ['firstTraining', 'trainingMonths1to4', 'trainingMonths5to8', 'trainingFromMonth9', 'trainingDelay', 'trainingDuration'],
  work: ['workDuringCsp', 'jobWithinThreeMonths', 'workingInMonth', 'extended', 'stayMean', 'stayUnderTwelve'],
  exits: ['durableAtExit', 'durableAfterWork', 'durableWithoutWork', 'durableAfterExtension', 'durableSixMonths', 'situationKnown'],
  bonus: ['bonusTakeUp', 'bonusFirstAmount', 'bonusSecond', 'bonusClaimInTime', 'wageGapClaims', 'wageGapAmongPlaced'],
}

/** Parts that have figures. */
export const FIGURE_SECTIONS = Object.keys(SECTION_FIGURES) as readonly Exclude<PackSection, 'overview'>[]

const sectionById = new Map<IndicatorId, PackSection>(FIGURE_SECTIONS.flatMap((section) => SECTION_FIGURES[section].map((id) => [id, section] as const)))

/** Every figure of a pack, in order. */
export const PACK_FIGURES: readonly IndicatorId[] = [...sectionById.keys()]

/** The part a figure stands in. */
export function sectionOf(id: IndicatorId): PackSection {
  return sectionById.get(id) ?? 'overview'
}

/** The figures told of each place that makes up a wider one. */
export const PLACE_FIGURES: readonly IndicatorId[] = ['entries', 'inCsp', 'exits', 'preBilanInTime', 'planInTime', 'reviewInTime', 'durableAtExit']
