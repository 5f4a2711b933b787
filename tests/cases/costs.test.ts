import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { costsOfFile } from '@/lib/cases/costs/costs-of-file.ts'
import { changeCost, recordCost, withdrawCost } from '@/lib/cases/costs/record-cost.ts'
import { accepted, twoOffices, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
let reference: string
beforeAll(async () => {
  house = await twoOffices('2026-05-04')
  reference = await accepted(house, house.north.counsellor)
})
afterAll(() => house.end())

const TRAINING = { kind: 'training', label: 'Soudure TIG', amount: '3450.50', on: '2026-05-04', funder: 'cpf', state: 'planned' }

const put = (actor: Actor, cost: Record<string, unknown> = {}, of = reference, submissionId = randomUUID()) => recordCost(actor, { reference: of, submissionId, cost: { ...TRAINING, ...cost } })
async function recorded(cost: Record<string, unknown> = {}, of = reference): Promise<string> {
  const outcome = await put(house.north.counsellor, cost, of)
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome))
  return outcome.costId
}
const change = (actor: Actor, costId: string, cost: Record<string, unknown>, reason = '', of = reference) =>
  changeCost(actor, { reference: of, costId, submissionId: randomUUID(), cost: { ...TRAINING, ...cost }, reason })
async function refused(cost: Record<string, unknown>, of = reference) {
  const outcome = await put(house.north.counsellor, cost, of)
  return outcome.kind === 'invalid' ? outcome.fields : outcome.kind
}

describe('what a measure costs and who pays (ANI art. 22)', () => {
  it('is recorded, summed by who pays and by state, to the cent', async () => {
    const file = await accepted(house, house.north.counsellor)
    await recorded({}, file)
    await recorded({ label: 'Reste à charge', amount: '0.10', funder: 'person', state: 'paid' }, file)
    await recorded({ label: 'Frais', amount: '0.20', funder: 'person', state: 'committed' }, file)
    const costs = (await costsOfFile(house.north.counsellor, file))!
    expect(costs.sums).toEqual({ planned: '3450.50', committed: '0.20', paid: '0.10', all: '3450.80' })
    expect(costs.byFunder.map(({ funder, sums }) => [funder, sums.all])).toEqual([['cpf', '3450.50'], ['person', '0.30']])
    expect(costs.lines[0]).toMatchObject({ label: 'Frais', amount: '0.20', recordedBy: 'Ines', past: [] })
    const told = (await history(house.north.counsellor, file))!
    expect(told.entries.filter(({ action }) => action === 'cost.recorded').map(({ detail }) => detail['amount'])).toEqual(['3450.50', '0.10', '0.20'])
    expect(told.chain.verified).toBe(true)
  })

  it('sent twice by one form is recorded once', async () => {
    const file = await accepted(house, house.north.counsellor)
    const submissionId = randomUUID()
    const first = await put(house.north.counsellor, {}, file, submissionId)
    expect(await put(house.north.counsellor, {}, file, submissionId)).toEqual(first)
    expect((await costsOfFile(house.north.counsellor, file))!.lines).toHaveLength(1)
  })

  it('is refused at its field when it makes no sense', async () => {
    expect(await refused({ amount: '0.00' })).toEqual({ amount: 'too_small' })
    expect(await refused({ amount: '0.01' })).toBe('recorded')
    expect(await refused({ amount: '100000.00' })).toBe('recorded')
    expect(await refused({ amount: '100000.01' })).toEqual({ amount: 'too_large' })
    expect(await refused({ amount: '-12.00' })).toEqual({ amount: 'not_an_amount' })
    expect(await refused({ amount: '12,50' })).toEqual({ amount: 'not_an_amount' })
    expect(await refused({ label: '  ', kind: 'lunch', funder: 'uncle', state: 'dreamt' })).toEqual({ label: 'required', kind: 'not_an_option', funder: 'not_an_option', state: 'not_an_option' })
    expect(await refused({ on: '2026-02-30' })).toEqual({ on: 'not_a_day' })
    expect(await refused({ extra: 1 })).toEqual({ extra: 'unknown_field' })
  })

  it('is paid or promised today at the latest, planned within ten years, and nothing precedes the CSP', async () => {
    expect(await refused({ state: 'paid', on: '2026-05-04' })).toBe('recorded')
    expect(await refused({ state: 'paid', on: '2026-05-05' })).toEqual({ on: 'in_the_future' })
    expect(await refused({ state: 'committed', on: '2026-05-05' })).toEqual({ on: 'in_the_future' })
    expect(await refused({ state: 'planned', on: '2036-05-04' })).toBe('recorded')
    expect(await refused({ state: 'planned', on: '2036-05-05' })).toEqual({ on: 'too_far' })
    expect(await refused({ state: 'paid', on: '2011-08-31' })).toEqual({ on: 'before_csp' })
    expect(await refused({ state: 'paid', on: '2011-09-01' })).toBe('recorded')
  })

  it('is not paid by a fund after its last day, nor a bonus of the experiment outside it', async () => {
    expect(await refused({ funder: 'fpspp', state: 'paid', on: '2018-12-31' })).toBe('recorded')
    expect(await refused({ funder: 'fpspp', state: 'paid', on: '2019-01-01' })).toEqual({ funder: 'funder_closed' })
    expect(await refused({ kind: 'experiment_bonus', amount: '1000.00' })).toEqual({ kind: 'not_experiment' })
  })
})

describe('what becomes of a line', () => {
  it('goes further without a reason: planned, promised, paid; each step stays', async () => {
    const file = await accepted(house, house.north.counsellor)
    const { counsellor } = house.north
    const planned = await recorded({}, file)
    const promised = await change(counsellor, planned, { state: 'committed', amount: '3400.00' }, '', file)
    expect(promised.kind).toBe('recorded')
    if (promised.kind !== 'recorded') return
    expect((await change(counsellor, promised.costId, { state: 'paid', amount: '3390.00' }, '', file)).kind).toBe('recorded')
    const costs = (await costsOfFile(counsellor, file))!
    expect(costs.sums).toEqual({ planned: '0.00', committed: '0.00', paid: '3390.00', all: '3390.00' })
    expect(costs.lines[0]!.past.map(({ state, amount, change: how }) => [state, amount, how])).toEqual([['committed', '3400.00', 'progress'], ['planned', '3450.50', 'progress']])
  })

  it('is corrected or withdrawn with a reason, and not without', async () => {
    const file = await accepted(house, house.north.counsellor)
    const { counsellor } = house.north
    const id = await recorded({ state: 'paid' }, file)
    expect(await change(counsellor, id, { state: 'committed' }, '', file)).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await change(counsellor, id, { state: 'paid', amount: '3000.00' }, ' ', file)).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect(await change(counsellor, id, { state: 'paid' }, 'rien', file)).toEqual({ kind: 'invalid', fields: { amount: 'unchanged' } })
    const corrected = await change(counsellor, id, { state: 'paid', amount: '3000.00' }, 'Facture rectifiée', file)
    expect(corrected.kind).toBe('recorded')
    if (corrected.kind !== 'recorded') return
    const withdraw = (reason: string) => withdrawCost(counsellor, { reference: file, costId: corrected.costId, submissionId: randomUUID(), reason })
    expect(await withdraw('')).toEqual({ kind: 'invalid', fields: { reason: 'required' } })
    expect((await withdraw('Formation annulée')).kind).toBe('recorded')
    const costs = (await costsOfFile(counsellor, file))!
    expect(costs.lines).toEqual([])
    expect(costs.sums.all).toBe('0.00')
    expect(costs.withdrawn).toMatchObject([{ amount: '3000.00', change: 'withdrawal', reason: 'Formation annulée', changedBy: 'Ines' }])
  })

  it('tells the second of two who change it what the first did', async () => {
    const file = await accepted(house, house.north.counsellor)
    const { counsellor, manager } = house.north
    const id = await recorded({}, file)
    expect((await change(manager, id, { amount: '10.00' }, 'Devis', file)).kind).toBe('recorded')
    expect(await change(counsellor, id, { amount: '20.00' }, 'Autre devis', file)).toMatchObject({ kind: 'cost_changed', who: 'Maud', change: 'correction' })
    expect((await costsOfFile(counsellor, file))!.sums.all).toBe('10.00')
  })

  it('holds in the database as well: no change of a line, one replacement, a reason', async () => {
    const file = await accepted(house, house.north.counsellor)
    const id = await recorded({}, file)
    await expect(house.owner.query(`update cost_line set amount = 1 where id = $1`, [id])).rejects.toThrow(/append-only/u)
    const again = (changeOf: string, reason: string | null) =>
      house.owner.query(
        `insert into cost_line (operator_id, case_id, kind, label, amount, on_day, funder, state, replaces, change, reason, submission_id, recorded_by, recorded_at)
         select operator_id, case_id, kind, label, amount, on_day, funder, state, id, $2, $3, uuidv7(), recorded_by, now() from cost_line where id = $1`,
        [id, changeOf, reason],
      )
    await expect(again('correction', null)).rejects.toThrow(/cost_line_reason/u)
    await again('correction', 'une fois')
    await expect(again('correction', 'deux fois')).rejects.toThrow(/replaces/u)
  })
})

describe('who may', () => {
  it('is the counsellor of the file and the manager of its basin; others read, or see nothing', async () => {
    const { north, south } = house
    expect((await put(north.manager)).kind).toBe('recorded')
    expect((await put(north.administrator)).kind).toBe('not_allowed')
    expect((await put(north.colleague)).kind).toBe('not_found')
    expect((await put(south.counsellor)).kind).toBe('not_found')
    expect((await put(north.counsellor, {}, 'RB-2026-99999')).kind).toBe('not_found')
    expect((await costsOfFile(north.administrator, reference))?.mayRecord).toBe(false)
    expect((await costsOfFile(north.counsellor, reference))?.mayRecord).toBe(true)
    expect(await costsOfFile(south.manager, reference)).toBeNull()
    expect(await costsOfFile(house.committee, reference)).toBeNull()
  })

  it('changes no line of another file, even one of theirs', async () => {
    const { counsellor } = house.north
    const other = await accepted(house, counsellor)
    const id = await recorded({}, other)
    expect((await change(counsellor, id, { amount: '1.00' }, 'x')).kind).toBe('not_found')
    expect((await withdrawCost(counsellor, { reference, costId: 'not-an-id', submissionId: randomUUID(), reason: 'x' })).kind).toBe('not_found')
  })
})
