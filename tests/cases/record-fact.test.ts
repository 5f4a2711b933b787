import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoOf } from '@/lib/accord/index.ts'
import { previewFact, recordFact } from '@/lib/cases/commands/record-fact.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { history } from '@/lib/cases/queries/history.ts'
import { accepted, opened, record, twoOffices, versionOf, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
})
afterAll(() => house.end())

const count = async (table: 'fact' | 'journal_entry' | 'outbox', reference: string) => {
  const where = table === 'outbox' ? `payload->>'reference' = $1` : `case_id = (select id from case_file where reference = $1)`
  return Number((await house.owner.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`, [reference])).rows[0]!.n)
}

describe('recording a fact', () => {
  it('appends it, derives the file, and says what changed', async () => {
    const reference = await opened(house.north.counsellor)
    const outcome = await record(house, house.north.counsellor, reference, 'accepted', { on: '2026-02-10' })
    if (outcome.kind !== 'recorded') throw new Error(outcome.kind)
    expect(outcome.version).toBe(2)
    expect(outcome.changes.stage).toEqual({ before: 'refused', after: 'pre_bilan_due' })
    const term = outcome.changes.dates.find((change) => change.name === 'cspTerm')
    expect(term).toMatchObject({ before: null, rule: 'R-014' })
    expect(isoOf(term!.after!)).toBe('2027-02-23')
    expect(outcome.nextDeadline).toMatchObject({ code: 'contact' })
    const { rows } = await house.owner.query('select stage, csp_start::text, csp_term::text, facts_count from case_file where reference = $1', [reference])
    expect(rows[0]).toEqual({ stage: 'pre_bilan_due', csp_start: '2026-02-24', csp_term: '2027-02-23', facts_count: 3 })
  })

  it('journals it and leaves word of it, in one transaction', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const told = await history(house.north.counsellor, reference)
    expect(told?.entries.map((entry) => entry.action)).toEqual(['file.opened', 'fact.recorded', 'fact.recorded', 'fact.recorded'])
    expect(told?.entries.at(-1)).toMatchObject({ who: 'Ines', factKind: 'accepted', detail: { version: 2, kind: 'accepted', on: '2026-02-10' } })
    expect(told?.chain).toEqual({ verified: true, length: 4, breaks: [] })
    expect(await count('outbox', reference)).toBe(4)
  })

  it('keeps the words beside the fact, whatever their script, and nothing when nothing is said', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const content = { profile: 'Technicienne 🌿', project: 'تغيير المهنة', strengths: ' ', skillsAssessment: true }
    expect((await record(house, house.north.counsellor, reference, 'pre_bilan_held', { on: '2026-02-27' }, content)).kind).toBe('recorded')
    expect((await record(house, house.north.counsellor, reference, 'term_letter_relayed', { on: '2026-03-02' }, { note: ' ' })).kind).toBe('recorded')
    const view = await fileView(house.north.counsellor, reference)
    expect(view?.facts.find((fact) => fact.kind === 'pre_bilan_held')?.content).toMatchObject({
      profile: 'Technicienne 🌿',
      project: 'تغيير المهنة',
      strengths: null,
      skillsAssessment: true,
    })
    expect(await house.owner.query('select from fact_content where case_id = $1', [view!.id]).then(({ rowCount }) => rowCount)).toBe(1)
  })

  it('refuses what the law refuses, with its rule, and writes nothing', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const before = [await count('fact', reference), await count('journal_entry', reference), await versionOf(house, reference)]
    const early = await record(house, house.north.counsellor, reference, 'pre_bilan_held', { on: '2026-02-20' }, { profile: 'p', project: 'p' })
    expect(early).toMatchObject({ kind: 'not_admitted', conflictsWith: null })
    const work = { from: '2026-03-09', to: '2026-03-20', contract: 'cdd', employer: 'individual', validatedOn: '2026-03-02' }
    expect(await record(house, house.north.counsellor, reference, 'work_period', work)).toMatchObject({ kind: 'not_admitted', refusal: { rule: 'R-401' } })
    expect([await count('fact', reference), await count('journal_entry', reference), await versionOf(house, reference)]).toEqual(before)
  })

  it('refuses two periods that overlap', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const work = { from: '2026-03-09', to: '2026-03-20', contract: 'cdd', employer: 'company', validatedOn: '2026-03-02' }
    expect((await record(house, house.north.counsellor, reference, 'work_period', work)).kind).toBe('recorded')
    const sick = await record(house, house.north.counsellor, reference, 'suspension', { cause: 'sickness', from: '2026-03-18', to: '2026-03-25' })
    expect(sick.kind).toBe('not_admitted')
  })

  it.each([
    ['a day that does not exist', 'contact_held', { on: '2026-06-31' }, { on: 'not_a_day' }],
    ['an act dated after today', 'contact_held', { on: '2026-03-03' }, { on: 'in_the_future' }],
    ['an end before its start', 'suspension', { cause: 'sickness', from: '2026-03-10', to: '2026-03-01' }, { to: 'end_before_start' }],
    ['an amount with letters', 'bonus_paid', { on: '2026-03-01', amount: '12a.00' }, { amount: 'not_an_amount' }],
    ['a field nobody knows', 'contact_held', { on: '2026-03-01', mood: 'good' }, { mood: 'unknown_field' }],
    ['a kind nobody knows', 'rain_fell', { on: '2026-03-01' }, { kind: 'not_an_option' }],
    ['a frame sent as a fact', 'frame', { engagedOn: '2026-03-01' }, { kind: 'not_an_option' }],
    ['a fixed-term job without its length', 'job_started', { on: '2026-03-01', contract: 'cdd' }, { months: 'months_required' }],
  ])('says which field is wrong: %s', async (_, kind, terms, fields) => {
    const reference = await accepted(house, house.north.counsellor)
    expect(await record(house, house.north.counsellor, reference, kind, terms)).toEqual({ kind: 'invalid', fields })
  })

  it('refuses words that are missing, too long, or hold a NUL, under the path of their field', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const content = { profile: 'x'.repeat(4001), strengths: 'a\0b' }
    expect(await record(house, house.north.counsellor, reference, 'pre_bilan_held', { on: '2026-02-27' }, content)).toEqual({
      kind: 'invalid',
      fields: { 'content.profile': 'too_long', 'content.project': 'required', 'content.strengths': 'not_text' },
    })
  })

  it('lets a job, a training and a period be planned', async () => {
    const reference = await accepted(house, house.north.counsellor)
    expect((await record(house, house.north.counsellor, reference, 'training', { from: '2026-04-01', to: '2026-05-29' })).kind).toBe('recorded')
    expect((await record(house, house.north.counsellor, reference, 'job_started', { on: '2026-06-01', contract: 'cdi' })).kind).toBe('recorded')
    expect((await fileView(house.north.counsellor, reference))?.file.stage).toBe('pre_bilan_due')
  })
})

describe('previewing a fact', () => {
  it('says the effect and writes nothing', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const before = await count('fact', reference)
    const terms = { cause: 'sickness', from: '2026-03-01', to: '2026-03-14' }
    const preview = await previewFact(house.north.counsellor, { reference, kind: 'suspension', terms })
    if (preview.kind !== 'admitted') throw new Error(preview.kind)
    const term = preview.changes.dates.find((change) => change.name === 'cspTerm')!
    expect([isoOf(term.before!), isoOf(term.after!)]).toEqual(['2027-02-23', '2027-03-09'])
    expect(preview.changes.stage).toEqual({ before: 'pre_bilan_due', after: 'suspended_health' })
    expect(await count('fact', reference)).toBe(before)
    const recorded = await record(house, house.north.counsellor, reference, 'suspension', terms)
    expect(recorded.kind === 'recorded' && recorded.changes).toEqual(preview.changes)
  })
})

describe('a form sent twice, a stale form, two people at once', () => {
  it('records a form once, and answers the second time as the first', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const input = { reference, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' }, content: { channel: 'phone' } }
    const first = await recordFact(house.north.counsellor, input)
    const second = await recordFact(house.north.counsellor, input)
    expect(first.kind).toBe('recorded')
    expect(second).toEqual(first)
    expect(await count('fact', reference)).toBe(5)
  })

  it('records a form once when it is sent twice at the same instant', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const input = { reference, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } }
    const outcomes = await Promise.all([recordFact(house.north.counsellor, input), recordFact(house.north.counsellor, input)])
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['recorded', 'recorded'])
    expect(await count('fact', reference)).toBe(5)
  })

  it('tells the second of two people what the first did, and loses nothing', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const form = (on: string) => ({ reference, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on } })
    const outcomes = await Promise.all([recordFact(house.north.counsellor, form('2026-02-27')), recordFact(house.north.manager, form('2026-02-28'))])
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['changed_meanwhile', 'recorded'])
    const told = outcomes.find((outcome) => outcome.kind === 'changed_meanwhile')
    const winner = outcomes[0].kind === 'recorded' ? 'Ines' : 'Maud'
    expect(told?.kind === 'changed_meanwhile' && told).toMatchObject({ version: 3, since: [{ who: winner, what: 'fact.recorded', factKind: 'contact_held' }] })
    expect(await count('fact', reference)).toBe(5)
    // Told, they send it again on the file as it now is: both facts are kept.
    const loser = outcomes[0].kind === 'recorded' ? house.north.manager : house.north.counsellor
    expect((await recordFact(loser, { ...form('2026-02-26'), version: 3 })).kind).toBe('recorded')
    expect(await count('fact', reference)).toBe(6)
  })

  it('keeps every fact of ten writers who read again each time they are told', async () => {
    const reference = await accepted(house, house.north.counsellor)
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const form = { reference, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } }
        for (let version = 2; ; ) {
          const outcome = await recordFact(house.north.counsellor, { ...form, version })
          if (outcome.kind === 'recorded') return
          if (outcome.kind !== 'changed_meanwhile') throw new Error(outcome.kind)
          version = outcome.version
        }
      }),
    )
    expect(await count('fact', reference)).toBe(14)
    expect((await history(house.north.counsellor, reference))?.chain.verified).toBe(true)
  })
})

describe('files of others', () => {
  it('are not found: another operator’s, a colleague’s, one that does not exist', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const form = { version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } }
    for (const actor of [house.south.counsellor, house.south.manager, house.north.colleague, house.committee]) {
      expect(await recordFact(actor, { ...form, reference })).toEqual({ kind: 'not_found' })
      expect(await previewFact(actor, { ...form, reference })).toEqual({ kind: 'not_found' })
      expect(await fileView(actor, reference)).toBeNull()
      expect(await history(actor, reference)).toBeNull()
    }
    expect(await recordFact(house.north.counsellor, { ...form, reference: 'RB-2026-99999' })).toEqual({ kind: 'not_found' })
    expect(await recordFact(house.north.counsellor, { ...form, reference: "'; drop table fact; --" })).toEqual({ kind: 'not_found' })
    expect(await count('fact', reference)).toBe(4)
  })

  it('may be read and not written by the operator’s administrator', async () => {
    const reference = await accepted(house, house.north.counsellor)
    const form = { reference, version: 2, submissionId: randomUUID(), kind: 'contact_held', terms: { on: '2026-03-01' } }
    expect((await fileView(house.north.administrator, reference))?.may).toEqual({ record: false, assign: false })
    expect(await recordFact(house.north.administrator, form)).toEqual({ kind: 'not_allowed' })
  })
})
