import { PROCEDURE_TYPES, REGIME_CODES } from '@/lib/accord/file/frame.ts'
import type { ActField } from './definition.ts'

/** What a file starts from, as questions: used to open a file and to correct its starting point. */
export const FRAME_FIELDS: readonly ActField[] = [
  { path: 'engagedOn', type: 'day', required: true },
  { path: 'procedureType', type: 'choice', options: PROCEDURE_TYPES },
  { path: 'hiredOn', type: 'day' },
  { path: 'companySize', type: 'number' },
  { path: 'insolvency', type: 'yesNo' },
  { path: 'protectedEmployee', type: 'yesNo' },
  { path: 'executive', type: 'yesNo' },
  { path: 'monthlyGross', type: 'amount' },
  { path: 'noticeMonths', type: 'number' },
  { path: 'birthDate', type: 'day' },
  { path: 'sjr', type: 'amount' },
  { path: 'sjrAre', type: 'amount' },
  { path: 'workingTimeShare', type: 'number' },
  { path: 'areDaily', type: 'amount' },
  { path: 'areDurationDays', type: 'number' },
  { path: 'monthlyNet', type: 'amount' },
  { path: 'unusedTrainingHours', type: 'number' },
]

/** The text, where the texts leave a hole and a person chooses. */
export const CHOSEN_TEXT: ActField = { path: 'chosenRegime', type: 'select', options: REGIME_CODES }
