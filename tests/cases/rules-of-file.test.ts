import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RULE_IDS, type RuleId } from '@/lib/accord/index.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { parseCaseloadParams } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'
import { ruleCounts } from '@/lib/cases/queries/rule-counts.ts'
import { accepted, opened, record, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
/** The file of a person who fell ill while the CSP ran. */
let ill: string
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  const { north, south } = house
  await opened(north.counsellor, {
    frame: { engagedOn: '2026-02-20', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01' },
    facts: [{ kind: 'proposal_handed_over', terms: { on: '2026-02-20' } }],
  })
  await accepted(house, north.counsellor)
  await accepted(house, north.colleague)
  await accepted(house, south.counsellor)
  ill = await accepted(house, north.counsellor)
  expect((await record(house, north.counsellor, ill, 'suspension', { cause: 'sickness', from: '2026-02-25', to: '2026-03-20' })).kind).toBe('recorded')
  const refused = await opened(north.counsellor)
  expect((await record(house, north.counsellor, refused, 'refused', { on: '2026-02-20' })).kind).toBe('recorded')
})
afterAll(() => house.end())

const listed = async (actor: Actor, rule: RuleId) => (await caseload(actor, parseCaseloadParams({ regle: rule })))!
const counted = async (actor: Actor, rule: RuleId) => (await ruleCounts(actor))!.get(rule) ?? 0

describe('live files that rest on a rule', () => {
  it('each count is that of the list it leads to, for every rule and whoever asks', { timeout: 60_000 }, async () => {
    const { counsellor, manager, administrator } = house.north
    for (const actor of [manager, counsellor, administrator, house.south.counsellor]) {
      const counts = (await ruleCounts(actor))!
      for (const rule of actor === manager ? RULE_IDS : (['R-001', 'R-010', 'R-404', 'R-603'] as const)) {
        expect((await listed(actor, rule)).total, `${actor.displayName} ${rule}`).toBe(counts.get(rule) ?? 0)
      }
    }
  })

  it('a rule counts the files whose dates, deadlines or alerts cite it, and no other', async () => {
    const page = await listed(house.north.counsellor, 'R-404')
    expect(page.rows.map((row) => row.reference)).toEqual([ill])
    expect(await counted(house.north.manager, 'R-404')).toBe(1)
    expect(await counted(house.south.manager, 'R-404')).toBe(0)
    // The term is R-014's; the person still thinking it over has none, and the one who refused is closed.
    expect(await counted(house.north.manager, 'R-014')).toBe(3)
    expect(await counted(house.north.counsellor, 'R-014')).toBe(2)
    expect(await counted(house.north.manager, 'R-001')).toBe(4)
  })

  it('a file leaves a rule when it no longer rests on it', async () => {
    const before = await counted(house.north.colleague, 'R-302')
    const { rows } = await house.owner.query<{ reference: string }>('select reference from case_file where counsellor_id = $1', [house.north.colleague.accountId])
    expect(before).toBe(0)
    expect((await record(house, house.north.colleague, rows[0]!.reference, 'pre_bilan_held', { on: '2026-02-27' }, { profile: 'p', project: 'p' })).kind).toBe('recorded')
    expect(await counted(house.north.colleague, 'R-302')).toBe(1)
  })

  it('a role that sees no file counts none', async () => {
    expect(await ruleCounts(house.committee)).toBeNull()
  })

  it('an address with a rule that does not exist lists every file', async () => {
    const all = await caseload(house.north.manager, parseCaseloadParams({ regle: 'R-999' }))
    expect(all!.params.regle).toBeNull()
    expect(all!.total).toBe(4)
  })
})
