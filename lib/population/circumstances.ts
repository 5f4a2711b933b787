import { addDays, addMonths, day, shippedTexts, type Day, type EntryPath, type Frame, type ProcedureType } from '../accord/index.ts'
import { areDailyEstimate } from '../accord/rules/allowance.ts'
import { asText, euro } from '../accord/rules/money.ts'
import type { Chance } from './chance.ts'
import type { Employer } from './employers.ts'
import { personOf, type Person } from './people.ts'

/** Who, from which company, in which procedure: what a life starts from. */
export interface Circumstances {
  readonly person: Person
  readonly employer: Employer | null
  readonly frame: Frame
  /** Days from the engagement to the hand-over, or to the registration. */
  readonly proposedAfter: number
}

export interface Wanted {
  readonly path?: EntryPath
  readonly procedureType?: ProcedureType
  readonly protectedEmployee?: boolean
  readonly sex?: Person['sex']
  /** Seniority of some years, for what depends on it. */
  readonly senior?: boolean
}

const cents = (value: number) => (Math.round(value) / 100).toFixed(2)

/** How many days pass from the engagement to the proposal, by procedure and path. */
function delayOf(chance: Chance, path: EntryPath, procedureType: ProcedureType | null): number {
  if (path === 'france_travail') return chance.whole(25, 60)
  if (path === 'experiment') return chance.whole(2, 20)
  if (procedureType === 'interview') return chance.happens(0.95) ? 0 : chance.whole(1, 3)
  return procedureType === 'consultation' ? chance.whole(8, 28) : chance.whole(25, 50)
}

/** What the texts leave to a person: A0 in the hole of January 2015, the last text known after its end. */
export function chosenRegime(engagedOn: Day): string | null {
  if (engagedOn >= day('2015-01-01') && engagedOn <= day('2015-01-31')) return 'A0'
  return engagedOn > day('2026-12-31') ? 'H' : null
}

/**
 * Draws the circumstances of a life, from a company of the pool.
 * @param proposedOn the day the document is handed over, or the person registers
 */
export function circumstancesOf(chance: Chance, proposedOn: Day, commune: string, companies: readonly Employer[], wanted: Wanted = {}): Circumstances {
  const path = wanted.path ?? chance.weighed<EntryPath>([['employer', 92], ['france_travail', 7], ['experiment', 1]])
  const procedureType = path === 'experiment' ? null : (wanted.procedureType ?? chance.weighed<ProcedureType>([['interview', 68], ['consultation', 17], ['pse', 15]]))
  const proposedAfter = delayOf(chance, path, procedureType)
  const engagedOn = addDays(proposedOn, -proposedAfter)
  const employer = path === 'experiment' ? null : chance.pick(companies)
  const person = personOf(chance, engagedOn, commune, employer?.sector ?? null, wanted.sex)
  // Four in five have two years or more, one in twenty under one (Unédic, 2015 to 2016).
  const months = wanted.senior === true ? chance.whole(30, 180) : chance.weighed([[chance.whole(2, 10), 5], [chance.whole(13, 23), 15], [chance.whole(25, 84), 45], [chance.whole(85, 300), 35]])
  const hiredOn = employer === null ? null : addDays(addMonths(engagedOn, -Math.min(months, ageInMonths(person, engagedOn) - 222)), -chance.whole(0, 27))
  const [low, high] = person.trade.wage
  const monthly = chance.whole(low, Math.round(high * 1.1)) * 100
  const sjr = (monthly * 12) / 365
  const executive = person.trade.qualification === 'executive'
  const underOneYear = months < 12
  return {
    person,
    employer,
    proposedAfter,
    frame: {
      birthDate: person.birthDate,
      hiredOn,
      companySize: employer?.size ?? null,
      insolvency: employer?.insolvency ?? null,
      protectedEmployee: employer === null ? null : (wanted.protectedEmployee ?? chance.happens(0.03)),
      executive,
      monthlyGross: cents(monthly),
      noticeMonths: employer === null ? null : executive ? 3 : months >= 24 ? 2 : 1,
      procedureType,
      engagedOn,
      entryPath: path,
      chosenRegime: chosenRegime(engagedOn),
      sjr: cents(sjr),
      sjrAre: null,
      workingTimeShare: null,
      // As France Travail would notify it about the day the CSP starts.
      areDaily: asText(areDailyEstimate(euro(cents(sjr)), addDays(proposedOn, 22), shippedTexts.figures)),
      areDurationDays: underOneYear ? chance.whole(182, 365) : chance.pick([548, 548, 548, 685, 730]),
      monthlyNet: null,
      unusedTrainingHours: null,
    },
  }
}

function ageInMonths(person: Person, on: Day): number {
  return Math.floor((on - person.birthDate) / 30.44)
}
