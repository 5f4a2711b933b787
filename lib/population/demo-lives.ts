import { addDays, addMonths, earliest, shippedTexts, type Day, type Stage } from '../accord/index.ts'
import { demoEmail } from '../access/demo-accounts.ts'
import { lifeAt, latePlan } from './aims.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { DemoHouse } from './demo-house.ts'
import { employerOf, type Employer } from './employers.ts'
import { entryMonths } from './entries.ts'
import { lifeOfEntry } from './entered.ts'
import { liveOn, type Life, type Setting } from './life.ts'
import { lifeAtMoment, MOMENTS, type Moment } from './moments.ts'
import { LONGEST } from './names.ts'
import type { Colleague, OperatorHouse, Post } from './posts.ts'
import { workingDayBefore } from './story.ts'
import { drawSector } from './trades.ts'
import type { PostedLife } from './writing.ts'
import { zone } from './zones.ts'

export interface DemoLives {
  readonly lives: readonly PostedLife[]
  readonly moments: readonly { readonly moment: Moment; readonly life: Life }[]
}

type Load = readonly (readonly [Stage, number])[]

/** The caseload one signs in to: a little of everything, as a counsellor has, besides the telling moments. */
const FULL_LOAD: Load = [
  ['to_propose', 1], ['reflection', 2], ['awaiting_authorisation', 1], ['accepted_pending', 3], ['pre_bilan_due', 2], ['plan_due', 4], ['in_follow_up', 16],
  ['suspended_work', 2], ['suspended_health', 2], ['suspended_family', 1], ['asp_stopped', 1], ['breach_proposed', 1], ['in_job', 3], ['follow_up_after_job', 4], ['term', 2],
  ['refused', 2], ['excluded', 1], ['annulled', 1], ['closed', 6],
]

/** The others' caseloads, lighter: the demonstration is about one of them. */
const LIGHT_LOAD: Load = [
  ['to_propose', 1], ['reflection', 1], ['awaiting_authorisation', 1], ['accepted_pending', 2], ['pre_bilan_due', 1], ['plan_due', 2], ['in_follow_up', 10],
  ['suspended_work', 1], ['suspended_health', 1], ['suspended_family', 1], ['asp_stopped', 1], ['breach_proposed', 1], ['in_job', 2], ['follow_up_after_job', 4], ['term', 1],
  ['refused', 1], ['excluded', 1], ['annulled', 1], ['closed', 3],
]

/** Placed people whose referent is the counsellor one signs in as, followed by a colleague before. */
const ALSO_REFERENT = 5

/** For each counsellor, beside those above: as many as left a caseload of fifty in that time. */
const ENDED: readonly Entered[] = [{ files: 50, sinceMonths: 27, standing: 'over' }]

/** For each counsellor of the intake: a whole caseload of the last year, and those who left it already. */
const INTAKE: readonly Entered[] = [{ files: 40, sinceMonths: 13, standing: 'live' }, { files: 25, sinceMonths: 27, standing: 'over' }]

/** The zone whose plans are late beyond chance, as a manager is told. */
const DRIFTING = { zone: '8431', latePlans: 6 } as const

const PLACED: ReadonlySet<Stage> = new Set<Stage>(['in_job', 'follow_up_after_job'])

/** Every life of the demonstration, today: a function of the day alone. */
export function demoLives(house: DemoHouse, today: Day): DemoLives {
  const lives: PostedLife[] = []
  const moments: { moment: Moment; life: Life }[] = []
  const companiesBy = new Map(house.operators.map((operator) => [operator, companiesOf(operator)] as const))
  for (const [operator, companies] of companiesBy) {
    for (const counsellor of operator.people.filter(({ role, id }) => role === 'counsellor' && !house.intake.has(id))) {
      const isMain = counsellor.email === demoEmail('conseillere')
      const desk: Desk = { operator, counsellor, companies, chance: chanceOf('demo', counsellor.email), today, lives }
      if (isMain) for (const moment of MOMENTS) moments.push({ moment, life: layTellingLife(desk, moment) })
      for (const [stage, count] of isMain ? FULL_LOAD : LIGHT_LOAD) for (let index = 0; index < count; index += 1) layLifeAt(desk, stage, index)
      // One file of each text for each counsellor, so that every text is read somewhere.
      for (const text of shippedTexts.agreements) layPastLife(desk, text.code)
    }
  }
  // After all others, so that what is told above does not depend on how many they are.
  for (const [operator, companies] of companiesBy) {
    for (const counsellor of operator.people.filter(({ role }) => role === 'counsellor')) {
      const desk: Desk = { operator, counsellor, companies, chance: chanceOf('demo', counsellor.email, 'ended'), today, lives }
      if (house.intake.has(counsellor.id)) layEntered(desk, INTAKE)
      else layEntered(desk, ENDED)
    }
  }
  for (const [operator, companies] of companiesBy) {
    const counsellor = operator.people.find(({ role, basinCodes }) => role === 'counsellor' && basinCodes.includes(DRIFTING.zone))
    if (counsellor !== undefined) layLatePlans({ operator, counsellor, companies, chance: chanceOf('demo', counsellor.email, 'late'), today, lives })
  }
  lendReferent(house, lives)
  nameTheLongest(lives, new Set(moments.map(({ life }) => life)))
  return { lives, moments }
}

function companiesOf(operator: OperatorHouse): readonly Employer[] {
  const chance = chanceOf('demo', 'companies', operator.slug)
  return Array.from({ length: 45 }, () => employerOf(chance, drawSector(chance)))
}

/** A counsellor's desk, where files are laid one after the other. */
interface Desk {
  readonly operator: OperatorHouse
  readonly counsellor: Colleague
  readonly companies: readonly Employer[]
  readonly chance: Chance
  readonly today: Day
  readonly lives: PostedLife[]
}

/** Files closed long ago hold fewer contacts than those one looks at. */
const PAST_CONTACT_GAP = 50

/** Somewhat under the operator's own rhythm: most contacts are in time, some are not. */
const presentContactGap = ({ operator }: Desk) => Math.max(7, operator.settings.contactIntervalDays - 3)

function settingOf({ companies, operator, today }: Desk, code: string, contactGap: number): Setting {
  return { commune: zone(code).name, companies, settings: operator.settings, today, contactGap }
}

/** Lays a life on a desk: a referent for those placed, and now and then a colleague who had it before. */
function layOn({ chance, operator, counsellor, lives }: Desk, life: Life, code: string): void {
  const inZone = operator.people.filter(({ basinCodes }) => basinCodes.includes(code))
  const referents = inZone.filter(({ role }) => role === 'referent')
  const isPlaced = PLACED.has(life.file.stage) || life.file.milestones.jobStartedOn !== null
  const referent = referents.length > 0 && (isPlaced || chance.happens(0.25)) ? chance.pick(referents) : null
  const post: Post = { operator, zone: zone(code), counsellor, referent }
  const colleagues = inZone.filter(({ role, id }) => role === 'counsellor' && id !== counsellor.id)
  const head = operator.people.find(({ role }) => role === 'manager')
  const handedOn = colleagues.length > 0 && head !== undefined && chance.happens(0.08)
  lives.push({ life, post, before: handedOn ? { counsellorId: chance.pick(colleagues).id, givenBy: head.id } : null })
}

function layLifeAt(desk: Desk, stage: Stage, index: number): void {
  const code = desk.chance.pick(desk.counsellor.basinCodes)
  layOn(desk, lifeAt(stage, chanceOf('demo', desk.counsellor.email, stage, index), settingOf(desk, code, presentContactGap(desk))), code)
}

function layTellingLife(desk: Desk, moment: Moment): Life {
  const code = desk.counsellor.basinCodes[0] ?? ''
  const life = lifeAtMoment(moment, 'demo', settingOf(desk, code, presentContactGap(desk)))
  layOn(desk, life, code)
  return life
}

/** People who entered over the last months, as many each month as in the country, in files that are live or over. */
interface Entered {
  readonly files: number
  readonly sinceMonths: number
  readonly standing: 'live' | 'over'
}

/** The figures of the quarters are made of them, beside the caseloads. */
function layEntered(desk: Desk, asked: readonly Entered[]): void {
  const { today, chance: deskChance, counsellor } = desk
  for (const { files, sinceMonths, standing } of asked) {
    const months = entryMonths(addMonths(today, -sinceMonths), today)
    const gap = standing === 'over' ? PAST_CONTACT_GAP : presentContactGap(desk)
    for (let index = 0; index < files; index += 1) {
      const code = deskChance.pick(counsellor.basinCodes)
      layOn(desk, lifeOfEntry(chanceOf('demo', counsellor.email, standing === 'over' ? 'ended' : standing, index), () => settingOf(desk, code, gap), months, standing), code)
    }
  }
}

function layLatePlans(desk: Desk): void {
  const { zone: code, latePlans } = DRIFTING
  for (let index = 0; index < latePlans; index += 1) layOn(desk, latePlan(chanceOf('demo', desk.counsellor.email, 'late', index), settingOf(desk, code, presentContactGap(desk))), code)
}

/** A life under a text, ended where the text is old enough; none under a text too recent. */
function layPastLife(desk: Desk, textCode: string): void {
  const { today, chance: deskChance, counsellor } = desk
  const text = shippedTexts.agreements.find((candidate) => candidate.code === textCode)
  const last = addDays(today, -25)
  if (text === undefined || text.from > last) return
  const code = deskChance.pick(counsellor.basinCodes)
  const setting = settingOf(desk, code, PAST_CONTACT_GAP)
  for (let attempt = 0; attempt < 80; attempt += 1) {
    const chance = chanceOf('demo', counsellor.email, textCode, attempt)
    const proposedOn = workingDayBefore(addDays(text.from, chance.whole(0, earliest(text.to, last) - text.from)))
    const life = liveOn(chance, setting, { proposedOn, course: { closedAfter: chance.whole(1, 20) } })
    const isOver = life.file.milestones.endedOn !== null || life.file.stage === 'refused'
    if (life.file.regime.code === textCode && (isOver || addMonths(proposedOn, 21) > today)) return layOn(desk, life, code)
  }
  throw new Error(`no life was drawn under the text ${textCode}`)
}

/** Some people placed by colleagues are followed by the counsellor one signs in as. */
function lendReferent(house: DemoHouse, lives: PostedLife[]): void {
  const operator = house.operators[0]
  const main = operator?.people.find(({ email }) => email === demoEmail('conseillere'))
  if (operator === undefined || main === undefined) return
  let lent = 0
  for (const [index, posted] of lives.entries()) {
    const { post, life } = posted
    if (lent === ALSO_REFERENT || post.operator !== operator || post.counsellor === main || !PLACED.has(life.file.stage) || !main.basinCodes.includes(post.zone.code)) continue
    lives[index] = { ...posted, post: { ...post, referent: main } }
    lent += 1
  }
}

/** One person has a name as long as names get. */
function nameTheLongest(lives: PostedLife[], spoken: ReadonlySet<Life>): void {
  const index = lives.findIndex(({ life, post }) => !spoken.has(life) && life.file.stage === 'in_follow_up' && life.person.sex === 'female' && post.counsellor.email === demoEmail('conseillere'))
  const posted = lives[index]
  if (posted !== undefined) lives[index] = { ...posted, life: { ...posted.life, person: { ...posted.life.person, ...LONGEST, email: null } } }
}
