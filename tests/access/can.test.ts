import { describe, expect, test } from 'vitest'
import { ROLES, type Actor, type Role, type Territory } from '@/lib/access/actor.ts'
import { ACTIONS, can, rolesGivenBy, territoryHolds, type Action, type Target } from '@/lib/access/can.ts'

const OPERATOR = 'operator-mine'
const ME = 'account-me'
const PLACE = { basinCode: '8401', departmentCodes: ['69', '01'], regionCode: '84' }

function actor(role: Role, territory: Territory = { level: 'nation', codes: [] }): Actor {
  const ofOperator = role !== 'committee' && role !== 'platform_admin'
  return {
    accountId: ME,
    operatorId: ofOperator ? OPERATOR : null,
    operatorName: null,
    timeZone: 'Europe/Paris',
    role,
    basinIds: ofOperator ? ['basin-mine'] : [],
    standsInFor: [],
    displayName: 'Me',
    email: 'me@example.test',
    locale: 'fr',
    theme: 'system',
    territory: role === 'committee' ? territory : null,
  }
}

/** Every way a thing can stand to the one who asks. */
const RELATIONS = {
  'my file': { operatorId: OPERATOR, basinId: 'basin-mine', counsellorId: ME, referentId: null },
  'my file, elsewhere': { operatorId: OPERATOR, basinId: 'basin-other', counsellorId: ME, referentId: 'x' },
  'my person placed': { operatorId: OPERATOR, basinId: 'basin-other', counsellorId: 'x', referentId: ME },
  'my basin': { operatorId: OPERATOR, basinId: 'basin-mine', counsellorId: 'x', referentId: null },
  'my operator': { operatorId: OPERATOR, basinId: 'basin-other', counsellorId: 'x', referentId: null },
  'another operator': { operatorId: 'operator-other', basinId: 'basin-other', counsellorId: 'x', referentId: null },
  // What should never come from the database, if it did: my id or my basin under another operator.
  'my id at another operator': { operatorId: 'operator-other', basinId: 'basin-mine', counsellorId: ME, referentId: ME },
  'no operator': { operatorId: null },
  'my territory': { place: PLACE },
} as const satisfies Record<string, Target>
type Relation = keyof typeof RELATIONS

const OWN: Relation[] = ['my file', 'my file, elsewhere', 'my person placed']
const BASINS: Relation[] = ['my file', 'my basin']
const MINE: Relation[] = ['my file', 'my file, elsewhere', 'my person placed', 'my basin', 'my operator']
const ALL = Object.keys(RELATIONS) as Relation[]

/** Written from the brief of each role, not from the code: what is not said is refused. */
const EXPECTED: Record<Role, Partial<Record<Action, Relation[]>>> = {
  counsellor: {
    'file.read': OWN, 'file.record': OWN, 'agenda.read': OWN, 'employer.read': OWN, 'export.make': OWN, 'caseload.read': OWN, 'worklist.read': OWN, 'placement.read': OWN,
    'file.open': BASINS, 'money.record': OWN, 'texts.read': ALL, 'texts.impact': OWN, 'steering.read': OWN, 'catalogue.read': ALL,
  },
  referent: { 'file.read': OWN, 'file.record': OWN, 'agenda.read': OWN, 'employer.read': OWN, 'export.make': OWN, 'caseload.read': OWN, 'worklist.read': OWN, 'placement.read': OWN, 'texts.read': ALL, 'texts.impact': OWN, 'catalogue.read': ALL },
  manager: {
    'file.read': BASINS, 'agenda.read': BASINS, 'employer.read': BASINS, 'export.make': BASINS, 'file.transfer': BASINS, 'absence.manage': BASINS, 'basin.note': BASINS, 'file.record': BASINS, 'file.open': BASINS, 'file.assign': BASINS, 'caseload.read': BASINS, 'worklist.read': BASINS,
    'placement.read': BASINS, 'money.read': BASINS, 'money.record': BASINS, 'basin.read': BASINS, 'team.read': BASINS, 'texts.read': ALL, 'texts.impact': BASINS,
    'steering.read': BASINS, 'catalogue.read': ALL, 'pack.prepare': BASINS, 'pack.read': BASINS, 'committee.read': BASINS, 'committee.keep': BASINS, 'alert.set_aside': BASINS,
  },
  operator_admin: {
    'file.read': MINE, 'employer.read': MINE, 'export.make': MINE, 'absence.manage': MINE, 'mail.read': MINE, 'money.read': MINE, 'templates.manage': MINE, 'caseload.read': MINE, 'basin.read': MINE, 'team.read': MINE, 'accounts.manage': MINE, 'settings.manage': MINE, 'texts.read': ALL, 'texts.impact': MINE,
    'steering.read': MINE, 'catalogue.read': ALL, 'figures.import': MINE, 'pack.prepare': MINE, 'pack.read': MINE, 'committee.read': MINE, 'committee.keep': MINE, 'alert.set_aside': MINE,
  },
  committee: { 'figures.read': ['my territory'], 'texts.read': ALL, 'catalogue.read': ALL, 'pack.read': ['my territory'], 'committee.read': ['my territory'] },
  platform_admin: { 'accounts.manage': ALL, 'settings.manage': ALL, 'operators.manage': ALL, 'texts.read': ALL, 'texts.manage': ALL, 'catalogue.read': ALL, 'figures.import': ALL, 'pack.prepare': ALL, 'pack.read': ALL, 'committee.read': ALL, 'committee.keep': ALL },
}

describe.each(ROLES)('%s', (role) => {
  describe.each(ACTIONS)('%s', (action) => {
    test.each(ALL)('%s', (relation) => {
      expect(can(actor(role), action, RELATIONS[relation])).toBe(EXPECTED[role][action]?.includes(relation) ?? false)
    })

    test('at all', () => {
      expect(can(actor(role), action)).toBe(EXPECTED[role][action] !== undefined)
    })
  })
})

test('only the platform’s administrators open no door to a file, whatever the action on files', () => {
  for (const action of ACTIONS.filter((one) => one.startsWith('file.'))) {
    for (const relation of ALL) {
      expect(can(actor('platform_admin'), action, RELATIONS[relation])).toBe(false)
      expect(can(actor('committee'), action, RELATIONS[relation])).toBe(false)
    }
  }
})

test.each<[Territory, boolean]>([
  [{ level: 'nation', codes: [] }, true],
  [{ level: 'region', codes: ['84'] }, true],
  [{ level: 'region', codes: ['69'] }, false],
  [{ level: 'department', codes: ['01'] }, true],
  [{ level: 'department', codes: ['84'] }, false],
  [{ level: 'basin', codes: ['8401'] }, true],
  [{ level: 'basin', codes: [] }, false],
])('a committee of %o', (territory, holds) => {
  expect(territoryHolds(territory, PLACE)).toBe(holds)
  expect(can(actor('committee', territory), 'figures.read', { place: PLACE })).toBe(holds)
})

test('nobody gives a role above their own', () => {
  expect(rolesGivenBy(actor('operator_admin'))).toEqual(['counsellor', 'referent', 'manager', 'operator_admin'])
  expect(rolesGivenBy(actor('platform_admin'))).toEqual([...ROLES])
  for (const role of ['counsellor', 'referent', 'manager', 'committee'] as const) expect(rolesGivenBy(actor(role))).toEqual([])
})

describe('standing in for an absent colleague', () => {
  const standIn = { ...actor('counsellor'), standsInFor: ['x'] }

  test('their files are followed like one’s own, as counsellor and as referent', () => {
    for (const action of ACTIONS.filter((one) => EXPECTED.counsellor[one] === OWN)) {
      expect([action, can(standIn, action, RELATIONS['my operator'])]).toEqual([action, true])
      expect([action, can(standIn, action, { operatorId: OPERATOR, basinId: 'basin-other', counsellorId: 'y', referentId: 'x' })]).toEqual([action, true])
      expect([action, can(standIn, action, { operatorId: OPERATOR, basinId: 'basin-other', counsellorId: 'y', referentId: null })]).toEqual([action, false])
    }
  })

  test('it gives no file of another operator, and no right that the role has not', () => {
    for (const action of ACTIONS) {
      expect([action, can(standIn, action, { operatorId: 'operator-other', basinId: 'basin-mine', counsellorId: 'x', referentId: 'x' })])
        .toEqual([action, action === 'texts.read' || action === 'catalogue.read'])
      expect([action, can(standIn, action)]).toEqual([action, EXPECTED.counsellor[action] !== undefined])
    }
    expect(can({ ...actor('operator_admin'), standsInFor: ['x'] }, 'file.record', RELATIONS['my operator'])).toBe(false)
  })
})
