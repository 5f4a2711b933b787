import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { can } from '@/lib/access/can.ts'
import { scopeCondition, type FileAction } from '@/lib/access/scope.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { twoOperators, type House, type TwoOperators } from '@/tests/database/two-operators.ts'

let houses: TwoOperators

/** Files of every relation: each basin, each counsellor, with and without referent, at both operators. */
beforeAll(async () => {
  houses = await twoOperators()
  const add = async (house: House) => {
    let number = 100
    for (const basinId of house.basinIds) {
      for (const counsellor of [house.counsellor, house.referent, house.manager]) {
        for (const referentId of [null, house.referent.accountId, house.counsellor.accountId]) {
          number += 1
          await houses.owner.query(
            `insert into case_file (operator_id, reference, person_id, basin_id, counsellor_id, referent_id, stage) values ($1, $2, $3, $4, $5, $6, 'S00_ENGAGED')`,
            [house.operatorId, `RB-2026-00${number}`, house.personId, basinId, counsellor.accountId, referentId],
          )
        }
      }
    }
  }
  await add(houses.north)
  await add(houses.south)
})
afterAll(() => houses.end())

const ACTIONS: FileAction[] = ['file.read', 'file.record', 'file.open', 'file.assign', 'caseload.read', 'worklist.read', 'placement.read', 'agenda.read', 'employer.read', 'export.make', 'basin.read', 'team.read', 'texts.impact', 'money.read']

interface FileRow {
  id: string
  operatorId: string
  basinId: string
  counsellorId: string
  referentId: string | null
}

test('the where of a list gives exactly the files that `can` allows', async () => {
  const { rows: files } = await houses.owner.query<FileRow>(
    `select id, operator_id as "operatorId", basin_id as "basinId", counsellor_id as "counsellorId", referent_id as "referentId" from case_file`,
  )
  expect(files).toHaveLength(38)
  const { north, south, platform, committee } = houses
  const actors: Actor[] = [north.counsellor, north.referent, north.manager, north.administrator, south.counsellor, south.manager, { ...north.manager, basinIds: [] }, { ...north.manager, basinIds: north.basinIds },
    // Standing in for one colleague, for two, and, which the database never says, for someone of another operator.
    { ...north.referent, displayName: 'stand-in', standsInFor: [north.counsellor.accountId] }, { ...north.counsellor, standsInFor: [north.referent.accountId, north.manager.accountId] },
    { ...north.counsellor, standsInFor: [south.counsellor.accountId] }, platform, committee,
  ]
  for (const actor of actors) {
    for (const action of ACTIONS) {
      const allowed = files.filter((file) => can(actor, action, file)).map((file) => file.id).sort()
      const queried = await inActorTransaction(actor, async (tx) =>
        (await tx.$queryRaw<{ id: string }[]>`select c.id from case_file c where ${scopeCondition(actor, 'c', action)}`).map((file) => file.id).sort(),
      )
      expect([actor.displayName, action, queried]).toEqual([actor.displayName, action, allowed])
    }
  }
})

