import { describe, expect, it } from 'vitest'
import { derive, shippedTexts } from '@/lib/accord/index.ts'
import { byHand } from '@/lib/launch/bench/by-hand.ts'
import { byJsonRulesEngine, conditionFacts, conditionsEngine } from '@/lib/launch/bench/by-json-rules-engine.ts'
import { byPublicodes, formulasEngine, situationOf } from '@/lib/launch/bench/by-publicodes.ts'
import { conditionsOf, formulasOf } from '@/lib/launch/bench/of-the-law.ts'
import { twelveFacts, type Changes } from '@/lib/launch/bench/twelve-facts.ts'

const fileOf = (changes: Changes = {}) => {
  const request = twelveFacts(changes)
  return { request, file: derive(request.record, shippedTexts, request.settings, request.today) }
}

describe('what the bench compares gives the same results', () => {
  it('has a file of twelve facts, all admitted, with every date known and explained', () => {
    const { request, file } = fileOf()
    expect(request.record.facts).toHaveLength(12)
    expect(file.refusals).toEqual([])
    expect(Object.entries(file.dates).filter(([, value]) => value === null)).toEqual([])
    expect(Object.keys(file.explanations)).toHaveLength(Object.keys(file.dates).length)
  })

  it.each<readonly [string, Changes]>([
    ['the file itself', {}],
    ['work that straddles month 6', { workPeriod: { from: '2026-03-09', validatedOn: '2026-03-02' } }],
    ['work before month 4, which puts its review off', { workPeriod: { from: '2026-01-05', to: '2026-02-20', validatedOn: '2026-01-02' } }],
    ['a lower wage, a longer notice', { employment: { monthlyGross: '1850.40', noticeMonths: 4 } }],
    ['two years of seniority', { employment: { hiredOn: '2023-09-29' } }],
    ['another job', { jobOn: '2026-07-01', claimedOn: '2026-07-31' }],
  ])('by hand: %s', (_, changes) => {
    const { request, file } = fileOf(changes)
    const { dates, amounts } = byHand(request)
    expect(dates).toEqual(file.dates)
    expect(amounts).toEqual(file.amounts)
  })

  it.each<readonly [string, Changes]>([
    ['the file itself', {}],
    ['a thousand employees', { employment: { companySize: 1_000 } }],
    ['a thousand employees, in insolvency', { employment: { companySize: 1_000, insolvency: true } }],
    ['work for a private person', { workPeriod: { employer: 'individual' } }],
    ['two days of work', { workPeriod: { to: '2026-04-07' } }],
    ['work that nobody validated', { workPeriod: { validatedOn: null } }],
    ['a plan after the job', { planOn: '2026-07-16' }],
    ['eleven months of seniority', { employment: { hiredOn: '2024-10-15' } }],
    ['a claim on the thirty-first day', { claimedOn: '2026-08-15', today: '2026-09-01' }],
    ['a job after the window', { jobOn: '2026-10-20', claimedOn: '2026-10-25', today: '2026-11-01' }],
    ['a bounded contract of six months', { job: { contract: 'cdd', months: 6 } }],
  ])('json-rules-engine: %s', async (_, changes) => {
    const { request, file } = fileOf(changes)
    const given = conditionFacts(request, file.dates.bonusLastJobStart ?? 0)
    expect(await byJsonRulesEngine(conditionsEngine(), given)).toEqual(conditionsOf(file))
  })

  it.each<readonly [string, Changes]>([
    ['the file itself', {}],
    ['a lower wage, a longer notice', { employment: { monthlyGross: '1850.40', noticeMonths: 4 } }],
    ['another job', { jobOn: '2026-07-01', claimedOn: '2026-07-20' }],
  ])('publicodes: %s', (_, changes) => {
    const { request, file } = fileOf(changes)
    const term = file.dates.cspTerm ?? request.today
    expect(byPublicodes(formulasEngine(), situationOf(request, term))).toEqual(formulasOf(file))
  })
})
