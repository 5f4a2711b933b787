import { ENTRY_PATHS } from '@/lib/accord/file/frame.ts'
import type { ActField } from '@/components/file/acts/definition.ts'
import { FRAME_FIELDS } from '@/components/file/acts/frame.ts'

/** The questions that open a file, in sections; paths are those of the opening's input. */
export interface OpeningSection {
  readonly id: 'path' | 'person' | 'employer' | 'procedure' | 'proposal' | 'benefit'
  readonly fields: readonly ActField[]
  /** Folded until asked for: what France Travail knows and may say later. */
  readonly folded?: boolean
}

const PATH = 'frame.entryPath'
const withEmployer = { path: PATH, is: ['employer', 'france_travail'] }
const byEmployer = { path: PATH, is: ['employer'] }
const atFranceTravail = { path: PATH, is: ['france_travail', 'experiment'] }

const QUALIFICATIONS = ['unskilled_worker', 'skilled_worker', 'unskilled_employee', 'skilled_employee', 'technician', 'executive'] as const
const SECTORS = 'ABCDEFGHIJKLMNOPQRSTU'.split('')

function frame(...names: readonly string[]): readonly ActField[] {
  return FRAME_FIELDS.filter(({ path }) => names.includes(path)).map((field) => ({ ...field, path: `frame.${field.path}` }))
}

const only = (when: NonNullable<ActField['when']>, fields: readonly ActField[]): readonly ActField[] => fields.map((field) => ({ ...field, when }))

export const OPENING_SECTIONS: readonly OpeningSection[] = [
  { id: 'path', fields: [{ path: PATH, type: 'choice', options: ENTRY_PATHS, required: true }] },
  {
    id: 'person',
    fields: [
      { path: 'person.lastName', type: 'text', required: true },
      { path: 'person.firstName', type: 'text', required: true },
      { path: 'person.birthDate', type: 'day', required: true },
      { path: 'person.phone', type: 'text' },
      { path: 'person.email', type: 'text' },
      { path: 'person.commune', type: 'text' },
      { path: 'person.sex', type: 'select', options: ['female', 'male'] },
      { path: 'person.qualification', type: 'select', options: QUALIFICATIONS },
      { path: 'person.sector', type: 'select', options: SECTORS },
    ],
  },
  {
    id: 'employer',
    fields: only(withEmployer, [
      { path: 'employer.name', type: 'text', required: true },
      { path: 'employer.siret', type: 'text' },
      ...frame('companySize', 'insolvency', 'hiredOn', 'protectedEmployee', 'executive'),
    ]),
  },
  { id: 'procedure', fields: [...frame('engagedOn'), ...only(withEmployer, frame('procedureType'))] },
  {
    id: 'proposal',
    fields: [
      ...only(byEmployer, [
        { path: 'proposal_handed_over.on', type: 'day' },
        { path: 'proposal_handed_over.content.receiptSigned', type: 'check' },
        { path: 'proposal_handed_over.contestLimitStated', type: 'yesNo' },
      ]),
      ...only(atFranceTravail, [{ path: 'registered.on', type: 'day' }]),
      ...only(withEmployer, [{ path: 'motive_notified.on', type: 'day' }]),
      { path: 'information_interview_held.on', type: 'day' },
      { path: 'accepted.on', type: 'day' },
    ],
  },
  { id: 'benefit', folded: true, fields: frame('monthlyGross', 'noticeMonths', 'sjr', 'areDaily', 'areDurationDays') },
]

/** Kinds of fact an opening can carry, in the order they happen. */
export const OPENING_FACTS = ['proposal_handed_over', 'registered', 'motive_notified', 'information_interview_held', 'accepted'] as const
