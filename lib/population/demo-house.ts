import { demoEmail } from '../access/demo-accounts.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { Identities } from './identities.ts'
import { mailbox, nameOf } from './people.ts'
import type { Colleague, OperatorHouse } from './posts.ts'
import { zone } from './zones.ts'

/** The demonstration's operators, their zones and their people. Those one signs in as have an address of their own. */
export interface DemoHouse {
  readonly operators: readonly OperatorHouse[]
  /** Identities of the counsellors who came with the intake of the last year. */
  readonly intake: ReadonlySet<string>
  /** Committee member and platform administrators, who belong to no operator. */
  readonly above: readonly Colleague[]
}

interface OperatorPlan {
  readonly slug: string
  readonly name: string
  readonly kind: OperatorHouse['kind']
  readonly contactIntervalDays: number
  readonly zones: readonly string[]
  /** Zones of each counsellor, referent and manager, after those of the accounts that one signs in as. */
  readonly counsellors: readonly (readonly string[])[]
  readonly referents: readonly (readonly string[])[]
  /** Counsellors of the operator's largest zone, who came with the intake of the last year. */
  readonly intake: readonly (readonly string[])[]
}

const RHONE = ['8421', '8428', '8409', '8431', '8401'] as const
const NORTH = ['3216', '3218', '3222', '3215'] as const
const BRITTANY = ['5315', '5302', '5313'] as const

const PLANS: readonly OperatorPlan[] = [
  { slug: 'france-travail', name: 'France Travail', kind: 'france_travail', contactIntervalDays: 30, zones: RHONE, counsellors: [['8421'], ['8421', '8428'], ['8428'], ['8409', '8431'], ['8401']], referents: [['8409', '8431', '8401']], intake: [['8421'], ['8421'], ['8421']] },
  { slug: 'alize', name: 'Alizé Transitions', kind: 'private', contactIntervalDays: 21, zones: [...NORTH, '8421'], counsellors: [['3216'], ['3216', '3218'], ['3222', '3215'], ['8421']], referents: [NORTH], intake: [['8421'], ['8421'], ['8421']] },
  { slug: 'escale', name: 'Escale Parcours', kind: 'private', contactIntervalDays: 28, zones: BRITTANY, counsellors: [['5315'], ['5302'], ['5313', '5302']], referents: [BRITTANY], intake: [] },
]

/** Where the counsellor of the sign-in page works: two zones, so that a caseload has a basin to filter by. */
const COUNSELLOR_ZONES = ['8421', '8428'] as const

/** The people one signs in as, all of the first operator but those above operators. */
export function demoHouse(newId: Identities): DemoHouse {
  const chance = chanceOf('demo', 'people')
  const taken = new Set<string>()
  const someone = (slug: string, role: Colleague['role'], basinCodes: readonly string[]): Colleague => namedColleague(chance, taken, newId, slug, role, basinCodes)
  const known = (name: Parameters<typeof demoEmail>[0], displayName: string, role: Colleague['role'], basinCodes: readonly string[]): Colleague => ({ id: newId(), email: demoEmail(name), displayName, role, basinCodes })

  const operators = PLANS.map((plan, index): OperatorHouse => {
    const first = index === 0
    const own = first
      ? [
          known('conseillere', 'Claire Fontanel', 'counsellor', COUNSELLOR_ZONES),
          known('referent', 'Karim Benhaddou', 'referent', ['8421', '8428', '8409']),
          known('responsable', 'Hélène Vasseur-Roche', 'manager', RHONE),
          known('direction', 'Pascal Joubert', 'operator_admin', []),
        ]
      : [someone(plan.slug, 'manager', plan.zones), someone(plan.slug, 'operator_admin', [])]
    return {
      id: newId(),
      slug: plan.slug,
      name: plan.name,
      kind: plan.kind,
      settings: { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: plan.contactIntervalDays, followUpIntervalDays: 30 },
      zones: plan.zones.map(zone),
      people: [...own, ...plan.counsellors.map((codes) => someone(plan.slug, 'counsellor', codes)), ...plan.referents.map((codes) => someone(plan.slug, 'referent', codes))],
    }
  })
  // After all others, whose names and identities do not depend on them.
  const intake = PLANS.map(({ slug, intake: zonesOf }) => zonesOf.map((codes) => someone(slug, 'counsellor', codes)))
  const staffed = operators.map((operator, index): OperatorHouse => ({ ...operator, people: [...operator.people, ...(intake[index] ?? [])] }))
  const above: Colleague[] = [
    { ...known('comite', 'Odile Marchand', 'committee', []), territory: { level: 'region', codes: ['84'] } },
    known('admin', 'Thierry Lavigne', 'platform_admin', []),
    known('admin2', 'Nadège Perrin', 'platform_admin', []),
  ]
  return { operators: staffed, intake: new Set(intake.flat().map(({ id }) => id)), above }
}

function namedColleague(chance: Chance, taken: Set<string>, newId: Identities, slug: string, role: Colleague['role'], basinCodes: readonly string[]): Colleague {
  for (;;) {
    const { firstName, lastName } = nameOf(chance, chance.happens(0.6) ? 'female' : 'male')
    const email = `${mailbox(firstName)}.${mailbox(lastName)}@${slug}.demo.rebond.test`
    if (taken.has(email)) continue
    taken.add(email)
    return { id: newId(), email, displayName: `${firstName} ${lastName}`, role, basinCodes }
  }
}
