import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, isoOf, type FactKind } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { basinOverview, basinsOverview } from '@/lib/cases/queries/basins.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import { team } from '@/lib/cases/queries/team.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import type { Figure } from '@/lib/cases/views/basins.ts'
import { accepted, opened, record, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let actor: Actor
/** References by what happened to them. */
const files: Record<string, string> = {}

const CONTENTS: Partial<Record<FactKind, Record<string, unknown>>> = {
  pre_bilan_held: { profile: 'p', project: 'p' },
  plan_validated: { measures: [{ measure: 'guidance' }] },
  job_started: { employerName: 'Scierie du Lac' },
}

async function life(name: string, day: string, facts: readonly [FactKind, Record<string, unknown>][], who = actor, changes = {}): Promise<void> {
  await house.setDay('2026-03-02')
  const reference = await accepted(house, who, { person: { firstName: 'Ada', lastName: name, birthDate: '1980-05-01' }, ...changes })
  await house.setDay(day)
  for (const [kind, terms] of facts) {
    const outcome = await record(house, who, reference, kind, terms, CONTENTS[kind])
    if (outcome.kind !== 'recorded') throw new Error(`${name}, ${kind}: ${JSON.stringify(outcome)}`)
  }
  files[name] = reference
}

const preBilan: [FactKind, Record<string, unknown>] = ['pre_bilan_held', { on: '2026-02-27' }]
const plan: [FactKind, Record<string, unknown>] = ['plan_validated', { on: '2026-03-10' }]
const TODAY = day('2026-05-04')

beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  actor = house.north.counsellor
  await life('Éluard', '2026-03-02', [])
  await life('Zola', '2026-03-12', [preBilan, plan, ['contact_held', { on: '2026-03-12' }]])
  await life('Colette', '2026-03-20', [['pre_bilan_held', { on: '2026-03-20' }]], actor, { basinCode: '8402' })
  await life('Duras', '2026-04-15', [preBilan, plan, ['job_started', { on: '2026-04-02', contract: 'cdi' }]])
  await life('Sand', '2026-04-15', [preBilan, plan, ['suspension', { cause: 'sickness', from: '2026-04-02' }]], house.north.colleague)
  await life('Refus', '2026-03-02', [])
  await house.setDay('2026-03-02')
  files['Silence'] = await opened(actor, { person: { firstName: 'Ada', lastName: 'Silence', birthDate: '1980-05-01' } })
  await life('Ailleurs', '2026-03-02', [], house.south.counsellor)
  await house.setDay(isoOf(TODAY))
  const given = { reference: files['Duras']!, counsellorId: actor.accountId, referentId: house.north.referent.accountId, reason: 'suivi après emploi' }
  expect((await assignFile(house.north.manager, given)).kind).toBe('assigned')
})
afterAll(() => house.end())

const names = async (who: Actor, search: Record<string, string>) => {
  const page = await caseload(who, parseCaseloadParams(search))
  return page!.rows.map((row) => row.lastName)
}

describe('À faire', () => {
  it('groups what is overdue, due today, this week and later, for the counsellor’s own files', async () => {
    const list = await worklist(actor)
    const lines = Object.values(list!.groups).flat()
    expect(list!.total).toBe(lines.length)
    expect(new Set(lines.map((line) => line.reference))).toEqual(new Set([files['Éluard'], files['Zola'], files['Colette'], files['Duras'], files['Refus']]))
    expect(list!.groups.overdue.every((line) => line.dueOn < TODAY)).toBe(true)
    expect(list!.groups.overdue.filter((line) => line.reference === files['Éluard']).map((line) => line.code)).toContain('preBilan')
    expect(list!.groups.today.every((line) => line.dueOn === TODAY)).toBe(true)
    expect(list!.groups.week.every((line) => line.dueOn > TODAY && line.dueOn <= addDays(TODAY, 7))).toBe(true)
    expect(list!.groups.later.every((line) => line.dueOn > addDays(TODAY, 7) && line.dueOn < addDays(TODAY, 28))).toBe(true)
    // Month 4 of a CSP begun on 24 February ends on 23 June: beyond the four weeks.
    expect(list!.beyond!.dueOn).toBeGreaterThan(addDays(TODAY, 27))
    expect(list!.horizon).toHaveLength(28)
    expect(list!.horizon.reduce((sum, cell) => sum + cell.count, 0)).toBe(list!.total - list!.groups.overdue.length)
    const line = lines.find((item) => item.reference === files['Duras'] && item.code === 'followUp')
    expect(line).toMatchObject({ rule: 'R-309', metBy: 'follow_up_held', personName: 'Ada Duras', stage: 'in_job' })
    expect(line!.context['jobStartedOn']).toBe(day('2026-04-02'))
  })

  it('shows a referent the people placed, and nobody else', async () => {
    const lines = Object.values((await worklist(house.north.referent))!.groups).flat()
    expect(new Set(lines.map((line) => line.reference))).toEqual(new Set([files['Duras']]))
  })

  it('shows no deadline that is met, cancelled or another’s to meet', async () => {
    const lines = Object.values((await worklist(actor))!.groups).flat()
    expect(lines.some((line) => line.reference === files['Zola'] && line.code === 'preBilan')).toBe(false)
    expect(lines.every((line) => line.actor === 'operator' || line.actor === 'beneficiary')).toBe(true)
    expect(lines.some((line) => line.reference === files['Silence'])).toBe(false)
  })

  it('is not for a committee member', async () => {
    expect(await worklist(house.committee)).toBeNull()
    expect(await worklist(house.north.administrator)).toBeNull()
  })
})

describe('the caseload', () => {
  it('lists what each role may see', async () => {
    expect((await names(actor, {})).toSorted()).toEqual(['Colette', 'Duras', 'Refus', 'Zola', 'Éluard'])
    expect(await names(house.north.colleague, {})).toEqual(['Sand'])
    expect(await names(house.north.referent, {})).toEqual(['Duras'])
    expect((await names(house.north.manager, { sort: 'name' }))).toEqual(['Colette', 'Duras', 'Éluard', 'Refus', 'Sand', 'Zola'])
    expect((await names(house.north.manager, { scope: 'all' })).length).toBe(7)
    expect((await names(house.north.administrator, {})).length).toBe(6)
    expect(await names(house.south.counsellor, {})).toEqual(['Ailleurs'])
    expect(await caseload(house.committee, parseCaseloadParams({}))).toBeNull()
  })

  it('finds a name accents and case aside, in any order of words, and a reference', async () => {
    expect(await names(actor, { q: 'eluard' })).toEqual(['Éluard'])
    expect(await names(actor, { q: 'ADA ÉLU' })).toEqual(['Éluard'])
    expect(await names(actor, { q: files['Zola']!.toLowerCase() })).toEqual(['Zola'])
    expect(await names(actor, { q: "%' or true --" })).toEqual([])
    expect(await names(actor, { q: 'Sand' })).toEqual([])
  })

  it('filters by stage, basin, deadline, counsellor and referent', async () => {
    expect(await names(actor, { stage: 'in_job' })).toEqual(['Duras'])
    expect((await names(actor, { stage: 'in_job,plan_due' })).toSorted()).toEqual(['Colette', 'Duras'])
    expect(await names(actor, { basin: '8402' })).toEqual(['Colette'])
    expect((await names(actor, { deadline: 'overdue' })).length).toBeGreaterThan(0)
    expect(await names(house.north.manager, { counsellor: house.north.colleague.accountId })).toEqual(['Sand'])
    expect(await names(house.north.manager, { referent: house.north.referent.accountId })).toEqual(['Duras'])
    expect(await names(actor, { scope: 'closed' })).toEqual(['Silence'])
  })

  it('sorts by what is listed only, empty values last, and pages without losing or repeating a file', async () => {
    expect(await names(actor, { sort: 'name', dir: 'desc' })).toEqual(['Zola', 'Refus', 'Éluard', 'Duras', 'Colette'])
    expect((await names(actor, { sort: 'id; drop table fact' })).length).toBe(5)
    const seen: string[] = []
    const all = await caseload(house.north.manager, { ...parseCaseloadParams({ sort: 'basin', scope: 'all' }), size: 25 })
    for (let page = 1; page <= 3; page += 1) {
      const part = await caseload(house.north.manager, { ...parseCaseloadParams({ sort: 'basin', scope: 'all', page: String(page) }), size: 3 as 25 })
      seen.push(...part!.rows.map((row) => row.id))
    }
    expect(seen).toEqual(all!.rows.map((row) => row.id))
    expect((await caseload(actor, parseCaseloadParams({ page: '999' })))!.params.page).toBe(1)
  })

  it('hears no parameter that makes no sense', () => {
    expect(parseCaseloadParams({ stage: 'nowhere', deadline: 'soon', size: '7', page: '-2', counsellor: 'me', dueFrom: '2026-02-31' })).toEqual(parseCaseloadParams({}))
  })
})

describe('people placed', () => {
  it('says what is due and what was found, and closes at six months', async () => {
    const [placed] = (await placements(house.north.referent))!.placements
    expect(placed).toMatchObject({
      personName: 'Ada Duras', stage: 'in_job', months: 1, employerName: 'Scierie du Lac', jobContract: 'cdi', lastSituation: null, toClose: false, referentName: 'Rachid',
    })
    expect(isoOf(placed!.nextContactDue!)).toBe('2026-05-02')
    expect(isoOf(placed!.followUpEnd!)).toBe('2026-10-02')
    const contact = await record(house, house.north.referent, files['Duras']!, 'follow_up_held', { on: '2026-05-04', situation: 'in_job' }, { note: 'essai validé' })
    expect(contact.kind).toBe('recorded')
    const [after] = (await placements(house.north.referent))!.placements
    expect(after).toMatchObject({ lastSituation: 'in_job', stage: 'follow_up_after_job', lastContactOn: TODAY })
    expect(isoOf(after!.nextContactDue!)).toBe('2026-06-03')
    expect((await placements(house.north.colleague))!.placements).toEqual([])
    expect(await placements(house.committee)).toBeNull()
  })
})

describe('figures of basins', () => {
  const figures = (value: unknown): Figure[] =>
    typeof value !== 'object' || value === null
      ? []
      : 'search' in value && 'count' in value
        ? [value as Figure]
        : Object.values(value).flatMap(figures)

  it('each lists exactly its files', async () => {
    for (const who of [house.north.manager, house.north.administrator]) {
      for (const quarter of [undefined, '2026-Q1', '2025-Q4']) {
        const overviews = [await basinsOverview(who, quarter), await basinOverview(who, '8401', quarter), await basinOverview(who, '8402', quarter)]
        const all = overviews.flatMap(figures)
        expect(all.length).toBeGreaterThan(20)
        for (const shown of all) {
          const page = await caseload(who, parseCaseloadParams(Object.fromEntries(new URLSearchParams(shown.search))))
          expect(page!.total, shown.search).toBe(shown.count)
        }
      }
    }
  })

  it('say what happened', async () => {
    const all = await basinsOverview(house.north.manager, '2026-Q1')
    expect(all!.basins.map((basin) => [basin.name, basin.live.count, basin.entries.count])).toEqual([
      ['Lyon', 5, 5],
      ['Vienne', 1, 1],
    ])
    const lyon = await basinOverview(house.north.manager, '8401', '2026-Q1')
    const preBilans = lyon!.deadlines.find((line) => line.code === 'preBilan')!
    // Due on 4 March: three held on 27 February, two never; Colette's, late, is in Vienne.
    expect([preBilans.met.count, preBilans.metLate.count, preBilans.overdue.count]).toEqual([3, 0, 2])
    const vienne = await basinOverview(house.north.manager, '8402', '2026-Q1')
    expect(vienne!.deadlines.find((line) => line.code === 'preBilan')!.metLate.count).toBe(1)
    const now = await basinOverview(house.north.manager, '8401')
    expect(now!.quarter.code).toBe('2026-Q2')
    expect(now!.exits.byMotive.map(({ motive, figure }) => [motive, figure.count])).toEqual([['job_cdi', 1]])
    expect(now!.loads.map((load) => [load.name, load.live.count])).toEqual([
      ['Camille', 1],
      ['Ines', 4],
    ])
    expect(now!.ends).toHaveLength(12)
  })

  it('are for those who steer the basin', async () => {
    expect(await basinsOverview(actor)).toBeNull()
    expect(await basinOverview(house.north.manager, '9999')).toBeNull()
    expect((await basinsOverview(house.south.manager))!.total.live.count).toBe(1)
    const elsewhere = { ...house.north.manager, basinIds: [house.basins.vienne] }
    expect(await basinOverview(elsewhere, '8401')).toBeNull()
    expect((await basinsOverview(elsewhere))!.basins.map((basin) => basin.code)).toEqual(['8402'])
  })
})

describe('the team', () => {
  it('says each one’s load, with the reassignments and their reasons', async () => {
    const shown = await team(house.north.manager)
    expect(shown!.members.map((member) => [member.name, member.role, member.live.count, member.asReferent])).toEqual([
      ['Camille', 'counsellor', 1, 0],
      ['Ines', 'counsellor', 5, 0],
      ['Maud', 'manager', 0, 0],
      ['Rachid', 'referent', 0, 1],
    ])
    expect(shown!.reassignments).toMatchObject([{ reference: files['Duras'], by: 'Maud', to: 'Ines', reason: 'suivi après emploi' }])
    expect(await team(actor)).toBeNull()
  })
})

it('reads of a sensitive file are journaled once a day per person', async () => {
  await fileView(actor, files['Zola']!)
  await fileView(actor, files['Zola']!)
  await fileView(house.north.manager, files['Zola']!)
  const reads = await house.owner.query(
    `select actor_id from journal_entry where action = 'file.read' and case_id = (select id from case_file where reference = $1)`,
    [files['Zola']],
  )
  expect(reads.rows.map((row: { actor_id: string }) => row.actor_id)).toEqual([actor.accountId, house.north.manager.accountId])
})

it('someone whose six months are over stays listed, and to do, until the result is recorded', async () => {
  await house.setDay('2026-10-05')
  const [placed] = (await placements(house.north.referent))!.placements
  expect(placed).toMatchObject({ personName: 'Ada Duras', stage: 'closed', months: 6, toClose: true, nextContactDue: null })
  const due = (await worklist(house.north.referent))!.groups.overdue
  expect(due.map((line) => [line.reference, line.code, line.metBy])).toEqual([[files['Duras'], 'followUpEnd', 'file_closed']])
  const closing = await record(house, house.north.referent, files['Duras']!, 'file_closed', { on: '2026-10-05', motive: 'job_cdi' }, { result: 'in_durable_job' })
  expect(closing.kind).toBe('recorded')
  expect((await placements(house.north.referent))!.placements).toEqual([])
  expect((await worklist(house.north.referent))!.total).toBe(0)
})
