import { typingMessage } from '@/components/file/acts/error-words.ts'
import { readActForm } from '@/components/file/acts/read-form.ts'
import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import { addMonths, day, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { USUAL_SUPPOSITIONS, type ChoiceInput, type Suppositions } from '@/lib/accord/choice/choice.ts'
import { frameSchema, type Frame } from '@/lib/accord/file/frame.ts'
import type { Settings } from '@/lib/accord/file/progress.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { pathOf, type ChoiceAnswers } from './address.ts'
import { questionsOn } from './questions.ts'

/** The part of a file that a comparison starts from: its frame, and what its facts already say. */
export interface FileGround {
  readonly frame: Frame
  readonly settings: Settings
  readonly proposedOn: Day
  readonly decisionOn: Day | null
  readonly letterOn: Day | null
}

export type AskedChoice = { readonly ok: true; readonly input: ChoiceInput } | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Days beyond which a date is a slip of the hand. */
const EARLIEST_DAY = day('1930-01-01')
const LATEST_DAY = day('2100-12-31')

/** Months after the proposal beyond which a letter or a decision is a slip of the hand; the months shown run to the end of the notice. */
const MOST_MONTHS_TO_LETTER = 24

/** The public page has no operator: the contract's own default. */
const PUBLIC_SETTINGS: Settings = { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: null, followUpIntervalDays: null }

type Terms = Readonly<Record<string, unknown>>
const dayIn = (terms: Terms, name: string): Day | null => (typeof terms[name] === 'string' ? day(terms[name]) : null)
const textIn = (terms: Terms, name: string): string | null => (typeof terms[name] === 'string' ? terms[name] : null)
const numberIn = (terms: Terms, name: string): number | null => (typeof terms[name] === 'number' ? terms[name] : null)

/** Reads what was typed, on the public page or over a file's own figures; each thing to correct at its field. */
export function readChoice(answers: ChoiceAnswers, ground: FileGround | null, locale: Locale): AskedChoice {
  const words = messagesFor(locale).choice.error
  const path = ground?.frame.entryPath ?? pathOf(answers)
  const questions = questionsOn(path, ground?.frame ?? null)
  const form = new FormData()
  for (const [name, value] of Object.entries(answers)) form.set(name, value)
  const { terms, errors } = readActForm({ fields: questions.map(({ field }) => field) }, form, locale)
  const problems: FieldProblem[] = Object.entries(errors).map(([field, error]) => ({ field, message: typingMessage(error, locale) }))
  const refuse = (field: string, message: string): void => void problems.push({ field, message })
  for (const { field, bounds } of questions) {
    const value = terms[field.path]
    if (bounds !== undefined && typeof value === 'number' && (value < bounds.from || value > bounds.to || (bounds.whole && !Number.isInteger(value))))
      refuse(field.path, (bounds.whole ? words.wholeBetween : words.between).replace('{from}', String(bounds.from)).replace('{to}', String(bounds.to)))
    const on = field.type === 'day' ? dayIn(terms, field.path) : null
    if (on !== null && (on < EARLIEST_DAY || on > LATEST_DAY)) refuse(field.path, words.farDay)
  }
  const frame = ground === null ? publicFrame(terms, path) : completedFrame(ground.frame, terms)
  const proposedOn = ground?.proposedOn ?? dayIn(terms, path === 'employer' ? 'remise' : 'inscription') ?? frame?.engagedOn
  const decisionOn = dayIn(terms, 'autorisation') ?? ground?.decisionOn ?? null
  if (frame !== null && proposedOn !== undefined && proposedOn < frame.engagedOn) refuse(path === 'employer' ? 'remise' : 'inscription', words.beforeProcedure)
  if (frame !== null && decisionOn !== null && decisionOn < frame.engagedOn) refuse('autorisation', words.beforeProcedure)
  const lastLetter = proposedOn === undefined ? null : addMonths(proposedOn, MOST_MONTHS_TO_LETTER)
  for (const name of ['autorisation', 'lettre']) {
    const on = dayIn(terms, name)
    if (on !== null && lastLetter !== null && on > lastLetter) refuse(name, words.farAfter)
  }
  if (terms['emploi'] !== undefined && terms['salaire-emploi'] === undefined && errors['salaire-emploi'] === undefined) refuse('salaire-emploi', words.jobWage)
  if (terms['salaire-emploi'] !== undefined && terms['emploi'] === undefined && errors['emploi'] === undefined) refuse('emploi', words.jobDay)
  if (problems.length > 0 || frame === null || proposedOn === undefined) return { ok: false, problems }
  return {
    ok: true,
    input: {
      frame, proposedOn, decisionOn, settings: ground?.settings ?? PUBLIC_SETTINGS,
      letterOn: dayIn(terms, 'lettre') ?? ground?.letterOn ?? null,
      supposed: suppositionsIn(terms),
    },
  }
}

function suppositionsIn(terms: Terms): Suppositions {
  const jobOn = dayIn(terms, 'emploi')
  const jobWage = textIn(terms, 'salaire-emploi')
  return {
    waitingDays: numberIn(terms, 'carence') ?? USUAL_SUPPOSITIONS.waitingDays,
    paidLeave: textIn(terms, 'conges'),
    noticeWorked: terms['dispense'] !== true,
    months: numberIn(terms, 'mois'),
    job: jobOn === null || jobWage === null ? null : { on: jobOn, monthlyGross: jobWage },
  }
}

/** What the figures of the form fill in a frame, in its JSON form. */
function figuresIn(terms: Terms): Record<string, unknown> {
  const share = numberIn(terms, 'quotite')
  const figures: Record<string, unknown> = {
    hiredOn: terms['embauche'], monthlyGross: terms['brut'], noticeMonths: terms['preavis'], executive: terms['cadre'], procedureType: terms['procedure'],
    protectedEmployee: terms['protege'], chosenRegime: terms['texte'], sjr: terms['sjr'], sjrAre: terms['sjr-are'], areDaily: terms['are'],
    areDurationDays: terms['duree-are'], workingTimeShare: share === null ? undefined : share / 100,
  }
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}

function publicFrame(terms: Terms, entryPath: Frame['entryPath']): Frame | null {
  // A person has an interview unless they say otherwise: the procedure of the firms that propose a CSP one by one.
  const read = frameSchema.safeParse({ procedureType: 'interview', ...figuresIn(terms), engagedOn: terms['engagement'], entryPath })
  return read.success ? read.data : null
}

function completedFrame(frame: Frame, terms: Terms): Frame | null {
  const read = frameSchema.safeParse({ ...frame, ...daysAsText(frame), ...figuresIn(terms) })
  return read.success ? read.data : null
}

function daysAsText(frame: Frame): Record<string, string | null> {
  const text = (value: Day | null) => (value === null ? null : isoOf(value))
  return { birthDate: text(frame.birthDate), hiredOn: text(frame.hiredOn), engagedOn: isoOf(frame.engagedOn) }
}
