import { day, frameSchema, isoOf, shippedTexts, type Frame, type Settings } from '@/lib/accord'
import { compareChoices, USUAL_SUPPOSITIONS, type ChoiceInput, type ChoiceLineCode, type ChoiceSide, type Comparison, type Suppositions } from '@/lib/accord/choice'

const settings: Settings = { rollPolicy: 'none', contactIntervalDays: null, followUpIntervalDays: null }

interface Asked {
  readonly frame?: Readonly<Record<string, unknown>>
  readonly proposedOn?: string
  readonly supposed?: Partial<Suppositions>
  readonly decisionOn?: string
  readonly letterOn?: string
}

/** Ten years in the firm, 3,000 € a month, two months of notice, 548 days of ARE; the interview is the hand-over. */
const WORKED = {
  engagedOn: '2025-09-08', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01',
  monthlyGross: '3000.00', noticeMonths: 2, sjr: '98.63', areDurationDays: 548,
} as const

/** The question of a comparison, from the worked case. */
export function asked({ frame = {}, proposedOn, supposed = {}, decisionOn, letterOn }: Asked = {}): ChoiceInput {
  const read: Frame = frameSchema.parse({ ...WORKED, ...frame })
  return {
    frame: read,
    settings,
    proposedOn: proposedOn === undefined ? read.engagedOn : day(proposedOn),
    decisionOn: decisionOn === undefined ? null : day(decisionOn),
    letterOn: letterOn === undefined ? null : day(letterOn),
    supposed: { ...USUAL_SUPPOSITIONS, ...supposed },
  }
}

/** Both lives of the worked case, with what a test changes in it. */
export function compared(question: Asked = {}): Comparison {
  const choice = compareChoices(asked(question), shippedTexts)
  if (choice.kind !== 'compared') throw new Error(choice.kind)
  return choice
}

/** A line of one side. */
export const lineOf = (side: ChoiceSide, code: ChoiceLineCode) => side.lines.find((line) => line.code === code)
export const assumed = (choice: Comparison) => choice.assumptions.map(({ id }) => id)
export const iso = (value: ReturnType<typeof day> | null | undefined) => (value === null || value === undefined ? null : isoOf(value))
