import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day, type Settings } from '@/lib/accord/index.ts'
import { inActorTransaction, operatorsToVisit } from '@/lib/database/transactions.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { advanceDueFiles } from '@/lib/cases/advance-day.ts'
import { lockFile } from '@/lib/cases/locked-file.ts'
import { applyPublishedTexts } from '@/lib/cases/texts/apply-text.ts'
import { comparisonOf, countOperator, type Comparison } from '@/lib/cases/texts/count-impact.ts'
import { publishedTexts, textsForReading } from '@/lib/cases/texts/in-force.ts'
import { impactOf, publishText } from '@/lib/cases/texts/publish-text.ts'
import { managedText, managedTexts, ownImpact, ownImpacts } from '@/lib/cases/texts/queries.ts'
import { textRows } from '@/lib/cases/texts/text-rows.ts'
import { draftText, editDraft, withdrawDraft } from '@/lib/cases/texts/write-text.ts'
import { derivedState, storedState } from '../stored-state.ts'
import { accepted, opened, record, twoOffices, type TwoOffices } from '../two-offices.ts'
import { overlay, prorogation, published } from './avenants.ts'

/* Two people, two processes or two moments at once, and content that nobody could have written. */

const TODAY = '2026-03-02'
const settings: Settings = { rollPolicy: 'next_working_day_if_holiday', contactIntervalDays: 7, followUpIntervalDays: 30 }

let house: TwoOffices
let author: Actor
let second: Actor
let carer: string
beforeAll(async () => {
  house = await twoOffices(TODAY)
  ;[author, second] = house.platform
  carer = await accepted(house, house.north.counsellor)
  await record(house, house.north.counsellor, carer, 'suspension', { from: '2026-03-01', to: '2026-03-10', cause: 'carer' })
})
afterAll(() => house.end())

/** An overlay that takes the carer's leave away from running files, from a day on. */
const noCarer = (code: string, engagedFrom: string | null = null) =>
  overlay({ code, overlay: { from: '2026-03-01', engagedFrom, path: null, family: '2015', changes: { extensions: { carer: null } } } })

/** What someone began to count of a draft, as it was then. */
async function begun(code: string): Promise<Comparison> {
  return inActorTransaction(author, async (tx) => comparisonOf((await textRows(tx, code))[0]!, await publishedTexts(tx)))
}
async function finish(comparison: Comparison): Promise<void> {
  for (const operator of await operatorsToVisit()) await countOperator(operator, comparison)
}
const told = async (reference: string, code: string) =>
  (await house.owner.query<{ count: number }>(
    `select count(*)::integer as count from journal_entry e join journal_detail d on d.entry_id = e.id join case_file c on e.chain = 'case:' || c.id
     where c.reference = $1 and c.operator_id = $2 and e.action = 'text.applied' and d.detail->>'text' = $3`,
    [reference, house.north.operatorId, code],
  )).rows[0]!.count

describe('what was being counted of a draft', () => {
  it('is not kept once someone wrote the draft again, or withdrew it', async () => {
    await draftText(author, noCarer('LENT'))
    const slow = await begun('LENT')
    await editDraft(author, 'LENT', 1, noCarer('LENT', '2026-02-20'))
    await impactOf(author, 'LENT')
    await finish(slow)
    expect((await managedText(author, 'LENT'))?.impact.map(({ stale, figures }) => [stale, figures.moved])).toEqual([[false, 0], [false, 0]])
    const late = await begun('LENT')
    await withdrawDraft(author, 'LENT', 2, 'Un essai')
    await finish(late)
    expect(await ownImpact(house.north.manager, 'LENT')).toBeNull()
    expect((await managedText(author, 'LENT'))?.impact).toEqual([])
  })

  it('is not kept once the text is law: what was told of it stays as it was told', async () => {
    await draftText(author, noCarer('ENSUITE', '2026-02-20'))
    const slow = await begun('ENSUITE')
    expect(await publishText(second, 'ENSUITE', 1)).toMatchObject({ kind: 'published' })
    const before = (await house.owner.query('select * from text_impact order by 1, 2')).rows
    await finish(slow)
    expect((await house.owner.query('select * from text_impact order by 1, 2')).rows).toEqual(before)
  })
})

describe('a publication, while others work', () => {
  it('waits for a fact that is being recorded, so that no file stays under the texts of before', async () => {
    await draftText(author, noCarer('ATTENTE', '2026-02-20'))
    let publishing: Promise<unknown> = Promise.resolve()
    await inActorTransaction(house.north.counsellor, async (tx) => {
      await lockFile(tx, carer)
      publishing = publishText(second, 'ATTENTE', 1)
      await setTimeout(400)
      const { rows } = await house.owner.query<{ published: boolean }>(`select published_at is not null as published from added_text where code = 'ATTENTE'`)
      expect(rows).toEqual([{ published: false }])
    })
    expect(await publishing).toMatchObject({ kind: 'published' })
  })

  it('in another process, is heard at the next question', async () => {
    await draftText(author, noCarer('AILLEURS', '2026-02-20'))
    const before = await textsForReading()
    expect(await textsForReading()).toBe(before)
    await house.owner.query('begin')
    await house.owner.query(`select set_config('rebond.account_id', $1, true)`, [second.accountId])
    await house.owner.query(`update added_text set published_by = $1, published_at = now() where code = 'AILLEURS'`, [second.accountId])
    expect(await textsForReading()).toBe(before)
    await house.owner.query('commit')
    expect((await textsForReading()).overlays.map(({ code }) => code)).toContain('AILLEURS')
  })

  it('by the two at once, is done once', async () => {
    await draftText(author, noCarer('DEUX', '2026-02-20'))
    const outcomes = await Promise.all([publishText(second, 'DEUX', 1), publishText(second, 'DEUX', 1)])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['not_found', 'published'])
  })

  it('is told once to each file, however many processes apply it', async () => {
    await draftText(author, noCarer('UNEFOIS'))
    await publishText(second, 'UNEFOIS', 1)
    await house.owner.query(`update text_impact set applied_at = null, as_law = false; update text_impact_file set applied_at = null`)
    const once = await told(carer, 'UNEFOIS')
    expect(once).toBe(1)
    await Promise.all([applyPublishedTexts(), applyPublishedTexts(), applyPublishedTexts()])
    expect(await told(carer, 'UNEFOIS')).toBe(once + 1)
    expect((await house.owner.query('select 1 from text_impact where applied_at is null')).rows).toEqual([])
  })

  it('is not told to a file opened since, nor to an operator that came since', async () => {
    await published(house.platform, prorogation({ code: 'AVANT', agreement: { from: '2026-03-01', to: '2026-12-31', inherits: 'H', changes: { reflectionDays: 30 } } }))
    await house.setDay('2026-03-05')
    const since = await opened(house.north.counsellor, {
      frame: { engagedOn: '2026-03-04', entryPath: 'employer', procedureType: 'interview', hiredOn: '2015-03-01', companySize: 45, insolvency: false },
      facts: [{ kind: 'proposal_handed_over', terms: { on: '2026-03-04' } }],
    })
    await house.owner.query(`delete from text_impact where text_id in (select id from added_text where code = 'AVANT')`)
    await applyPublishedTexts()
    expect(await told(since, 'AVANT')).toBe(0)
    await house.setDay(TODAY)
  })
})

describe('what the tables keep', () => {
  it('follows a text of which no date, amount or stage of a file says anything', async () => {
    const engaged = { engagedOn: '2026-02-16', entryPath: 'employer' as const, procedureType: 'interview' as const, hiredOn: '2015-03-01', companySize: 45, insolvency: false }
    const facts = [{ kind: 'proposal_handed_over' as const, terms: { on: '2026-02-16' } }]
    const running = await opened(house.north.counsellor, { frame: engaged, facts })
    await record(house, house.north.counsellor, running, 'accepted', { on: '2026-02-17' })
    const over = await opened(house.north.counsellor, { frame: engaged, facts })
    await record(house, house.north.counsellor, over, 'refused', { on: '2026-02-20' })
    await published(house.platform, prorogation({ code: 'FEVRIER', agreement: { from: '2026-02-15', to: '2026-02-20', inherits: 'H', changes: {} } }))
    const quiet = prorogation({ code: 'FEVRIER', agreement: { from: '2026-02-15', to: '2026-02-20', inherits: 'H', changes: { termLetterDaysBefore: 45, finalInterviewLastMonths: 2, month4Review: false, twoSignatures: false, contestMonths: 6, followUpMonths: 3 } } })
    await advanceDueFiles(house.north.operatorId, day(TODAY), 1_000)
    await published(house.platform, quiet)
    await advanceDueFiles(house.north.operatorId, day(TODAY), 1_000)
    for (const reference of [running, over]) {
      const derived = await derivedState(house.owner, reference, settings, day(TODAY), await textsForReading())
      expect(await storedState(house.owner, reference, Object.keys(derived.columns))).toEqual(derived)
    }
  })
})

describe('a text that another completes', () => {
  it('is written again, and others beside it, while both are in force', async () => {
    const carers = { from: '2027-02-01', engagedFrom: null, path: null, family: '2015' as const, changes: { extensions: { carer: null } } }
    const in2035 = { from: '2035-01-01', to: '2035-12-31', inherits: 'H', changes: {} }
    await published(house.platform, prorogation({ code: 'TRONC', agreement: in2035, overlay: carers }))
    await published(house.platform, prorogation({ code: 'BRANCHE', agreement: { from: '2036-01-01', to: '2036-12-31', inherits: 'TRONC', changes: {} } }))
    expect(await draftText(author, noCarer('FEUILLE'))).toMatchObject({ kind: 'drafted' })
    expect(await draftText(author, prorogation({ code: 'TRONC', agreement: in2035, overlay: { ...carers, from: '2027-03-01' } }))).toMatchObject({ kind: 'drafted' })
    const turnedOver = prorogation({ code: 'TRONC', agreement: { ...in2035, from: '2037-01-01', to: '2037-12-31', inherits: 'BRANCHE' } })
    expect(await editDraft(author, 'TRONC', 1, turnedOver)).toEqual({ kind: 'invalid', problems: [{ path: 'agreement', code: 'breaks_other', values: { code: 'BRANCHE' } }] })
  })
})

describe('content that no command wrote', () => {
  it('half of a character, or what turns a line over, is refused at its field', async () => {
    for (const title of ['a\uD800', '\uDFFFb', 'a\u202Eb', 'a\u2028b'])
      expect(await draftText(author, prorogation({ code: 'LIGNE', title: { fr: title, en: 'a' } }))).toMatchObject({ kind: 'invalid', problems: [{ path: 'title.fr', code: 'not_text' }] })
  })

  it('a page that is none is the first', async () => {
    for (const page of [0, -1, Number.NaN, Infinity, 1.5, 1e15]) expect((await ownImpact(house.north.manager, 'UNEFOIS', page))?.files.length).toBeGreaterThan(0)
  })

  it('in a draft, or in what was counted, leaves the pages standing and says which line in the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await draftText(author, noCarer('ABIME'))
    await impactOf(author, 'ABIME')
    const { rows } = await house.owner.query<{ id: string }>(`select id from added_text where code = 'ABIME'`)
    await house.owner.query(`alter table added_text disable trigger added_text_guard; update added_text set content = '{"code": "ABIME", "title": 3}' where code = 'ABIME'; alter table added_text enable trigger added_text_guard;
      update text_impact set content = '{"code": "ABIME"}' where text_id = '${rows[0]!.id}'`)
    expect((await managedTexts(author))!.map(({ code }) => code)).not.toContain('ABIME')
    expect(await managedText(author, 'ABIME')).toBeNull()
    expect((await ownImpacts(house.north.manager)).map(({ code }) => code)).not.toContain('ABIME')
    expect(await ownImpact(house.north.manager, 'ABIME')).toBeNull()
    expect(log.mock.calls.flat().join(' ')).toContain(rows[0]!.id)
    log.mockRestore()
  })

  it('in a text in force, derives nothing and names the line: the law is not guessed', async () => {
    const { rows } = await house.owner.query<{ id: string }>(`select id from added_text where code = 'UNEFOIS'`)
    await house.owner.query(`alter table added_text disable trigger added_text_guard; update added_text set content = '{"code": "UNEFOIS"}' where code = 'UNEFOIS'; alter table added_text enable trigger added_text_guard`)
    ;(globalThis as { rebondTexts?: Map<string, unknown> }).rebondTexts?.clear()
    await expect(textsForReading()).rejects.toThrow(rows[0]!.id)
  })
})
