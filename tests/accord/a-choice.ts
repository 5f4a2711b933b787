import { day, frameSchema, isoOf, shippedTexts, type Day, type Frame, type Settings, type WordValues } from '@/lib/accord'
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

const written = (value: { readonly from: Day; readonly to: Day | null } | null) => (value === null ? '-' : `${iso(value.from) ?? '-'}..${iso(value.to) ?? '-'}`)

/** A side on some lines: its days, then each line with its rule, article, days, sum and what it rests on. */
function sideTold(side: ChoiceSide): readonly string[] {
  return [
    `contract to ${iso(side.contractEnd) ?? '-'}, ASP ${written(side.asp)}, ARE ${written(side.are)}, unpaid ${side.daysWithoutPay}, used ${side.areDaysUsed}, left ${side.areDaysLeft}, total ${side.total}`,
    ...side.lines.map(({ code, rule, article, from, to, days, daily, total, assumes }) => {
      const byDay = days === null ? '' : ` ${iso(from) ?? '-'}..${iso(to) ?? '-'} ${days} × ${daily}`
      return `${code} ${rule} (${article})${byDay} = ${total}${assumes.length === 0 ? '' : `: ${assumes.join(' ')}`}`
    }),
  ]
}

const DAYS_SAID = new Set(['on', 'end', 'until', 'accepted', 'refused', 'start'])
const values = (said: WordValues) => Object.entries(said).map(([name, value]) => (DAYS_SAID.has(name) && value !== null ? isoOf(value as Day) : String(value)))

/** A comparison whole: its dates, both sides, what is kept, lost and gained, what it supposes, what is missing. */
export function told(choice: Comparison) {
  return {
    dates: `reflection to ${iso(choice.reflectionEnd)}, CSP ${iso(choice.cspStart)}..${iso(choice.cspTerm)}, letter ${iso(choice.letterOn) ?? '-'}, ${choice.months.length} months, difference ${choice.difference}`,
    accepted: sideTold(choice.accepted),
    refused: sideTold(choice.refused),
    stated: [...choice.kept, ...choice.lost, ...choice.gained].map((one) => [one.code, ...values(one.values)].join(' ')).join(', '),
    supposed: choice.assumptions.map((one) => [one.id, one.confidence ?? '-', one.changedBy ?? '-', ...values(one.values)].join(' ')).join(', '),
    missing: choice.missing,
  }
}
