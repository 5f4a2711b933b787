import { addDays, addMonths, dayOfFact, derive, shippedTexts, type CaseFile, type Day, type Fact, type Frame, type Settings } from '../accord/index.ts'
import type { Chance } from './chance.ts'
import { circumstancesOf, type Wanted } from './circumstances.ts'
import { drawCourse, type Course } from './course.ts'
import type { Employer } from './employers.ts'
import type { Person } from './people.ts'
import { tellProposal, type ProposalPlan } from './proposal.ts'
import type { Story, Told } from './story.ts'
import { tellSupport } from './support.ts'

/** Somebody's file as it stands today. */
export interface Life {
  readonly person: Person
  readonly employer: Employer | null
  readonly frame: Frame
  /** What has happened by the eve of today, and what is planned, in the order of its days. */
  readonly told: readonly Told[]
  /** What the law makes of it today. */
  readonly file: CaseFile
}

/** Where and under which settings a life is lived. */
export interface Setting {
  readonly commune: string
  readonly companies: readonly Employer[]
  readonly settings: Settings
  readonly today: Day
  /** Days between contacts, more or less. */
  readonly contactGap: number
}

export interface LifePlan {
  /** The day the document is handed over, or the person registers. */
  readonly proposedOn: Day
  readonly wanted?: Wanted
  readonly proposal?: Partial<ProposalPlan>
  readonly course?: Partial<Course>
}

/** Days from the proposal to the first day of the CSP, holidays aside. */
export const DAYS_TO_START = 22

/** How far ahead an act is planned in a file: a training, a work period, a job to come. */
const PLANNED_DAYS = 14

function drawProposal(chance: Chance): ProposalPlan {
  const answer = chance.weighed<ProposalPlan['answer']>([
    [{ kind: 'accepted', after: chance.whole(2, 21) }, 90],
    [{ kind: 'refused', after: chance.whole(2, 20) }, 3],
    [{ kind: 'silence' }, 7],
  ])
  return { answer, decisionAfter: chance.whole(24, 62), decidedOn: null, granted: chance.happens(0.9), annulledAfter: chance.happens(0.006) ? chance.whole(21, 21) : null }
}

/** Lives a whole life, then lets today cut it. */
export function liveOn(chance: Chance, setting: Setting, plan: LifePlan): Life {
  const { person, employer, frame, ...rest } = circumstancesOf(chance, plan.proposedOn, setting.commune, setting.companies, plan.wanted)
  const circumstances = { person, employer, frame, ...rest }
  const story: Story = { chance, person, frame, settings: setting.settings, afterwards: addMonths(frame.engagedOn, 48), told: [] }
  const proposal = { ...drawProposal(chance), ...plan.proposal }
  tellProposal(story, circumstances, proposal)
  if (proposal.answer.kind === 'accepted') tellSupport(story, { ...drawCourse(chance, setting.contactGap, plan.proposedOn), ...plan.course })
  return cutAt(story, employer, setting.today)
}

const isPlanned = (fact: Fact) => fact.kind === 'training' || fact.kind === 'work_period' || fact.kind === 'job_started'

/** What is left of a life today: the past, and what was already planned if the law still takes it. */
function cutAt(story: Story, employer: Employer | null, today: Day): Life {
  const { person, frame, chance } = story
  const closing = story.told.find(({ fact }) => fact.kind === 'file_closed')
  const closedOn = closing === undefined ? null : dayOfFact(closing.fact)
  const lived = closedOn === null ? story.told : story.told.filter((line) => line === closing || dayOfFact(line.fact) < closedOn)
  const past = lived.filter(({ fact }) => dayOfFact(fact) < today && !(fact.kind === 'work_period' && fact.validatedOn !== null && fact.validatedOn >= today)).map((line) => opened(line, today, chance))
  const planned = lived.filter(({ fact }) => isPlanned(fact) && dayOfFact(fact) >= today && dayOfFact(fact) <= addDays(today, PLANNED_DAYS)).map((line) => validatedBy(line, today))
  for (const told of planned.length > 0 ? [[...past, ...planned], past] : [past]) {
    const ordered = told.toSorted((a, b) => dayOfFact(a.fact) - dayOfFact(b.fact))
    const file = derive({ frame, facts: ordered.map(({ fact }) => fact) }, shippedTexts, story.settings, today)
    if (file.refusals.length === 0) return { person, employer, frame, told: ordered, file }
    if (told === past) throw new Error(`the law refuses a life that was written to be admitted: ${JSON.stringify(file.refusals[0])} of ${JSON.stringify(ordered.map(({ fact }) => fact))}`)
  }
  throw new Error('unreachable: the past was judged')
}

/** A sick leave that still runs may have no last day yet. */
function opened(line: Told, today: Day, chance: Chance): Told {
  const { fact } = line
  return fact.kind === 'suspension' && fact.cause === 'sickness' && fact.to !== null && fact.to >= today && chance.happens(0.3) ? { ...line, fact: { ...fact, to: null } } : line
}

/** A work period to come was validated by now, or it would not be known. */
function validatedBy(line: Told, today: Day): Told {
  const { fact } = line
  if (fact.kind !== 'work_period' || fact.validatedOn === null || fact.validatedOn < today) return line
  return { ...line, fact: { ...fact, validatedOn: addDays(today, -1) } }
}
