import type { ActField } from '@/components/file/acts/definition.ts'
import { ENTRY_PATHS, PROCEDURE_TYPES, type EntryPath } from '@/lib/accord/file/frame.ts'
import type { FactKind } from '@/lib/accord/file/facts.ts'

/** The parts of the form, in the order of a file's life; all but the first are folded. */
export const QUESTION_GROUPS = ['first', 'contract', 'money', 'reading'] as const
export type QuestionGroup = (typeof QUESTION_GROUPS)[number]

/** A question of the simulator: its name in the address, and the place of its answer in a request of the contract. */
export interface Question {
  /** Path of the field: the name in the address, shared by the public pages. */
  readonly field: ActField
  /** Where the answer goes: a path of the request, or the day of a fact. */
  readonly gives: { readonly path: string } | { readonly fact: FactKind }
  readonly group: QuestionGroup
  /** Entry paths on which it is asked; absent: all. */
  readonly asked?: readonly EntryPath[]
}

const EMPLOYER: readonly EntryPath[] = ['employer']
const FRANCE_TRAVAIL: readonly EntryPath[] = ['france_travail', 'experiment']
const LOST_JOB: readonly EntryPath[] = ['employer', 'france_travail']

export const ROLL_POLICIES = ['next_working_day_if_holiday', 'none'] as const

export const QUESTIONS: readonly Question[] = [
  { field: { path: 'voie', type: 'choice', options: ENTRY_PATHS, required: true }, gives: { path: 'procedure.entryPath' }, group: 'first' },
  { field: { path: 'engagement', type: 'day', required: true }, gives: { path: 'procedure.engagedOn' }, group: 'first' },
  { field: { path: 'texte', type: 'select', options: [] }, gives: { path: 'procedure.regime' }, group: 'first' },
  { field: { path: 'remise', type: 'day' }, gives: { fact: 'proposal_handed_over' }, group: 'first', asked: EMPLOYER },
  { field: { path: 'inscription', type: 'day' }, gives: { fact: 'registered' }, group: 'first', asked: FRANCE_TRAVAIL },
  { field: { path: 'acceptation', type: 'day' }, gives: { fact: 'accepted' }, group: 'first' },
  { field: { path: 'procedure', type: 'select', options: PROCEDURE_TYPES }, gives: { path: 'procedure.type' }, group: 'contract', asked: LOST_JOB },
  { field: { path: 'embauche', type: 'day' }, gives: { path: 'employment.hiredOn' }, group: 'contract' },
  { field: { path: 'naissance', type: 'day' }, gives: { path: 'person.birthDate' }, group: 'contract' },
  { field: { path: 'effectif', type: 'number' }, gives: { path: 'employment.companySize' }, group: 'contract', asked: LOST_JOB },
  { field: { path: 'liquidation', type: 'yesNo' }, gives: { path: 'employment.insolvency' }, group: 'contract', asked: LOST_JOB },
  { field: { path: 'protege', type: 'yesNo' }, gives: { path: 'employment.protectedEmployee' }, group: 'contract', asked: LOST_JOB },
  { field: { path: 'brut', type: 'amount' }, gives: { path: 'employment.monthlyGross' }, group: 'money' },
  { field: { path: 'preavis', type: 'number' }, gives: { path: 'employment.noticeMonths' }, group: 'money', asked: LOST_JOB },
  { field: { path: 'sjr', type: 'amount' }, gives: { path: 'benefit.sjr' }, group: 'money' },
  { field: { path: 'are', type: 'amount' }, gives: { path: 'benefit.areDaily' }, group: 'money' },
  { field: { path: 'duree-are', type: 'number' }, gives: { path: 'benefit.areDurationDays' }, group: 'money' },
  { field: { path: 'aujourdhui', type: 'day' }, gives: { path: 'today' }, group: 'reading' },
  { field: { path: 'report', type: 'choice', options: ROLL_POLICIES }, gives: { path: 'settings.rollPolicy' }, group: 'reading' },
]

/** The questions asked on an entry path; all of them while it is not one of ours. */
export function questionsOn(path: string): readonly Question[] {
  const known = ENTRY_PATHS.find((candidate) => candidate === path)
  return known === undefined ? QUESTIONS : QUESTIONS.filter(({ asked }) => asked === undefined || asked.includes(known))
}
