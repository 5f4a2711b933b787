import type { ActField } from '@/components/file/acts/definition.ts'
import { PROCEDURE_TYPES, type EntryPath, type Frame } from '@/lib/accord/file/frame.ts'

/** The parts of the form: what is always asked, the figures that make it exact, what is supposed. */
export const QUESTION_GROUPS = ['first', 'figures', 'supposed'] as const
export type QuestionGroup = (typeof QUESTION_GROUPS)[number]

/** The paths that the page compares: the experiment's people have no employer's proposal, they stand as at France Travail. */
export const COMPARED_PATHS = ['employer', 'france_travail'] as const satisfies readonly EntryPath[]

/** A question of the comparison, by its name in the address (shared by the public pages). */
export interface Question {
  readonly field: ActField
  readonly group: QuestionGroup
  /** What it fills of the frame: on a file, it is asked only where the frame does not know it. */
  readonly fills?: keyof Frame
  /** Entry paths on which it is asked; absent: all. */
  readonly asked?: readonly EntryPath[]
  /** Bounds of a number, said where it is outside them. */
  readonly bounds?: { readonly from: number; readonly to: number; readonly whole: boolean }
}

const EMPLOYER: readonly EntryPath[] = ['employer']
const ELSEWHERE: readonly EntryPath[] = ['france_travail', 'experiment']

export const QUESTIONS: readonly Question[] = [
  { field: { path: 'voie', type: 'choice', options: COMPARED_PATHS }, group: 'first', fills: 'entryPath' },
  { field: { path: 'engagement', type: 'day', required: true }, group: 'first', fills: 'engagedOn' },
  { field: { path: 'texte', type: 'select', options: [] }, group: 'first', fills: 'chosenRegime' },
  { field: { path: 'remise', type: 'day' }, group: 'first', asked: EMPLOYER },
  { field: { path: 'inscription', type: 'day' }, group: 'first', asked: ELSEWHERE },
  { field: { path: 'embauche', type: 'day' }, group: 'first', fills: 'hiredOn' },
  { field: { path: 'brut', type: 'amount' }, group: 'first', fills: 'monthlyGross' },
  { field: { path: 'duree-are', type: 'number' }, group: 'first', fills: 'areDurationDays', bounds: { from: 0, to: 2_000, whole: true } },
  { field: { path: 'procedure', type: 'select', options: PROCEDURE_TYPES }, group: 'figures', fills: 'procedureType', asked: EMPLOYER },
  { field: { path: 'preavis', type: 'number' }, group: 'figures', fills: 'noticeMonths', asked: EMPLOYER, bounds: { from: 0, to: 24, whole: false } },
  { field: { path: 'cadre', type: 'yesNo' }, group: 'figures', fills: 'executive', asked: EMPLOYER },
  { field: { path: 'protege', type: 'yesNo' }, group: 'figures', fills: 'protectedEmployee', asked: EMPLOYER },
  { field: { path: 'sjr', type: 'amount' }, group: 'figures', fills: 'sjr' },
  { field: { path: 'sjr-are', type: 'amount' }, group: 'figures', fills: 'sjrAre' },
  { field: { path: 'are', type: 'amount' }, group: 'figures', fills: 'areDaily' },
  { field: { path: 'quotite', type: 'number' }, group: 'figures', fills: 'workingTimeShare', bounds: { from: 1, to: 100, whole: false } },
  { field: { path: 'autorisation', type: 'day' }, group: 'supposed', asked: EMPLOYER },
  { field: { path: 'lettre', type: 'day' }, group: 'supposed', asked: EMPLOYER },
  { field: { path: 'carence', type: 'number' }, group: 'supposed', bounds: { from: 0, to: 365, whole: true } },
  { field: { path: 'conges', type: 'amount' }, group: 'supposed', asked: EMPLOYER },
  { field: { path: 'emploi', type: 'day' }, group: 'supposed' },
  { field: { path: 'salaire-emploi', type: 'amount' }, group: 'supposed' },
  { field: { path: 'dispense', type: 'yesNo' }, group: 'supposed', asked: EMPLOYER },
  { field: { path: 'mois', type: 'number' }, group: 'supposed', bounds: { from: 1, to: 24, whole: true } },
]

/** Answers of the other public page, kept in the address so that one page leads to the other and back. */
export const CARRIED = ['naissance', 'effectif', 'acceptation', 'liquidation', 'report'] as const

/** The field that changes each figure of an assumption. */
export const FIELD_OF = {
  letterOn: 'lettre', decisionOn: 'autorisation', noticeMonths: 'preavis', waitingDays: 'carence', paidLeave: 'conges', sjr: 'sjr', sjrAre: 'sjr-are',
  areDaily: 'are', areDurationDays: 'duree-are', job: 'emploi',
} as const

/** The questions asked on an entry path; of a file, only those that its frame leaves open. */
export function questionsOn(path: EntryPath, known: Frame | null = null): readonly Question[] {
  return QUESTIONS.filter(({ asked, fills, group, field }) => {
    if (asked !== undefined && !asked.includes(path)) return false
    if (known === null) return true
    if (field.path === 'autorisation') return known.protectedEmployee === true
    return fills === undefined ? group === 'supposed' : known[fills] === null && fills !== 'protectedEmployee'
  })
}
