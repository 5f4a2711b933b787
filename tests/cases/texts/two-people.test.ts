import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { journalBreaks } from '@/lib/database/journal.ts'
import { inActorTransaction, withoutActor } from '@/lib/database/transactions.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import { textsForReading, textsInForce } from '@/lib/cases/texts/in-force.ts'
import { impactOf, publishText } from '@/lib/cases/texts/publish-text.ts'
import { managedText, managedTexts, ownImpact, ownImpacts } from '@/lib/cases/texts/queries.ts'
import { draftText, editDraft, withdrawDraft } from '@/lib/cases/texts/write-text.ts'
import { twoOffices, type TwoOffices } from '../two-offices.ts'
import { prorogation, published } from './avenants.ts'

let house: TwoOffices
let author: Actor
let second: Actor
beforeAll(async () => {
  house = await twoOffices('2026-03-02')
  ;[author, second] = house.platform
})
afterAll(() => house.end())

let number = 0
let code: string
/** Each test has a code and a year of its own, so that texts do not stand in each other's way. */
beforeEach(() => {
  number += 1
  code = `T${number}`
})
const text = (changes: Partial<ReturnType<typeof prorogation>> = {}) =>
  prorogation({ code, agreement: { from: `${2030 + number}-01-01`, to: `${2030 + number}-12-31`, inherits: 'H', changes: {} }, ...changes })

describe('drafting', () => {
  it('keeps the text as written, its author and its journal', async () => {
    expect(await draftText(author, text())).toMatchObject({ kind: 'drafted', code, version: 1 })
    const read = await managedText(second, code)
    expect(read).toMatchObject({ text: { code, edition: 1, version: 1, state: 'draft', drafted: { by: 'Paule' } }, problems: [], impact: [] })
    expect(read?.text.text.title.fr).toBe('Avenant d’essai de 2027')
    const entries = await inActorTransaction(author, (tx) => tx.$queryRaw<{ action: string }[]>`select action from journal_entry where chain = ${`text:${code}`} order by position`)
    expect(entries).toEqual([{ action: 'text.drafted' }])
  })

  it('is not law: nothing changes until it is published', async () => {
    await draftText(author, text())
    expect(await textsForReading().then(({ agreements }) => agreements.map((one) => one.code))).not.toContain(code)
  })

  it('says each thing that is wrong at its field, and writes nothing', async () => {
    const outcome = await draftText(author, text({ agreement: { from: '2031-12-31', to: '2031-01-01', inherits: 'Z9', changes: {} } }))
    expect(outcome).toMatchObject({ kind: 'invalid', problems: [{ path: 'agreement.to', code: 'dates_reversed' }, { path: 'agreement.inherits', code: 'unknown_parent' }] })
    expect(await managedText(author, code)).toBeNull()
  })

  it('refuses the code of a draft already being written', async () => {
    await draftText(author, text())
    expect(await draftText(second, text())).toEqual({ kind: 'invalid', problems: [{ path: 'code', code: 'code_taken', values: { code } }] })
  })

  it('refuses a code shipped with the application', async () => {
    expect(await draftText(author, text({ code: 'H' }))).toMatchObject({ kind: 'invalid', problems: [{ path: 'code', code: 'code_of_shipped_text' }] })
  })

  it('tells a second writer what the first did, and keeps the first’s words', async () => {
    await draftText(author, text())
    expect(await editDraft(author, code, 1, text({ source: 'Première' }))).toMatchObject({ kind: 'drafted', version: 2 })
    expect(await editDraft(second, code, 1, text({ source: 'Seconde' }))).toMatchObject({ kind: 'changed_meanwhile', by: 'Paule', version: 2 })
    expect((await managedText(author, code))?.text.text.source).toBe('Première')
  })

  it('keeps its code when it is written again', async () => {
    await draftText(author, text())
    expect(await editDraft(author, code, 1, text({ code: 'AUTRE' }))).toMatchObject({ kind: 'invalid', problems: [{ path: 'code' }] })
  })

  it('is withdrawn with a reason, kept, and its code free again', async () => {
    await draftText(author, text())
    expect(await withdrawDraft(second, code, 1, '  ')).toEqual({ kind: 'reason_missing' })
    expect(await withdrawDraft(second, code, 1, 'Rédigé trop tôt')).toEqual({ kind: 'withdrawn' })
    expect(await managedText(author, code)).toMatchObject({ text: { state: 'withdrawn', reason: 'Rédigé trop tôt' }, may: { publish: false, edit: false } })
    expect(await publishText(second, code, 1)).toEqual({ kind: 'not_found' })
    expect(await draftText(author, text())).toMatchObject({ kind: 'drafted' })
    expect((await managedText(author, code))?.text.edition).toBe(2)
  })
})

describe('publishing takes two people', () => {
  it('refuses whoever wrote the text', async () => {
    await draftText(author, text())
    expect(await publishText(author, code, 1)).toEqual({ kind: 'needs_another_person' })
    expect(await managedText(author, code)).toMatchObject({ may: { publish: false, needsAnother: true } })
    expect(await managedText(second, code)).toMatchObject({ may: { publish: true, needsAnother: false } })
  })

  it('refuses whoever wrote it last, and lets the first author publish what a colleague rewrote', async () => {
    await draftText(author, text())
    await editDraft(second, code, 1, text({ source: 'Relu' }))
    expect(await publishText(second, code, 2)).toEqual({ kind: 'needs_another_person' })
    expect(await publishText(author, code, 2)).toMatchObject({ kind: 'published' })
  })

  it('publishes what was read, not what was written since', async () => {
    await draftText(author, text())
    await editDraft(author, code, 1, text({ source: 'Autre' }))
    expect(await publishText(second, code, 1)).toMatchObject({ kind: 'changed_meanwhile', by: 'Paule', version: 2 })
  })

  it('makes the text law for everyone, and leaves a whole chain of its own', async () => {
    await published(house.platform, text())
    const set = await textsForReading()
    expect(set.agreements.map((one) => one.code)).toContain(code)
    expect(set.agreements.find((one) => one.code === code)?.added?.title.en).toBe('Test amendment of 2027')
    const asCounsellor = await inActorTransaction(house.north.counsellor, (tx) => textsInForce(tx))
    expect(asCounsellor).toBe(set)
    expect(await inActorTransaction(author, (tx) => journalBreaks(tx, `text:${code}`))).toEqual([])
    const actions = await inActorTransaction(author, (tx) => tx.$queryRaw<{ action: string; who: string }[]>`
      select e.action, k.display_name as who from journal_entry e join account k on k.id = e.actor_id where e.chain = ${`text:${code}`} order by e.position`)
    expect(actions).toEqual([{ action: 'text.drafted', who: 'Paule' }, { action: 'text.published', who: 'Pierre' }])
  })

  it('checks again that the text still stands beside those published since', async () => {
    await draftText(author, text())
    number += 1
    const late = `T${number}`
    await published(house.platform, prorogation({ code: late, agreement: { from: `${2029 + number}-06-01`, to: `${2029 + number}-12-31`, inherits: 'H', changes: {} } }))
    expect(await publishText(second, code, 1)).toMatchObject({ kind: 'invalid', problems: [{ path: 'agreement.from', code: 'overlap', values: { code: late } }] })
    expect(await managedText(second, code)).toMatchObject({ problems: [{ code: 'overlap' }] })
  })
})

describe('a published text', () => {
  it('is never edited nor withdrawn', async () => {
    await published(house.platform, text())
    expect(await editDraft(author, code, 1, text({ source: 'Autre' }))).toEqual({ kind: 'not_found' })
    expect(await withdrawDraft(author, code, 1, 'Une erreur')).toEqual({ kind: 'not_found' })
    expect(await managedText(author, code)).toMatchObject({ text: { state: 'published' }, may: { edit: false, withdraw: false, supersede: true } })
  })

  it('is superseded by a new edition of its code, in one moment', async () => {
    await published(house.platform, text())
    expect(await draftText(author, text({ title: { fr: 'Deuxième', en: 'Second' } }))).toMatchObject({ kind: 'drafted' })
    expect((await managedText(author, code))?.text).toMatchObject({ edition: 2, state: 'draft', supersedes: true })
    expect(await managedText(author, code, 1)).toMatchObject({ text: { state: 'published' }, may: { supersede: false } })
    expect(await publishText(second, code, 1)).toMatchObject({ kind: 'published' })
    expect((await managedText(author, code, 1))?.text).toMatchObject({ state: 'superseded', superseded: { edition: 2 } })
    const titles = (await textsForReading()).agreements.filter((one) => one.code === code).map((one) => one.added?.title.en)
    expect(titles).toEqual(['Second'])
  })

  it('keeps a text that completes it standing', async () => {
    await published(house.platform, text())
    number += 1
    const heir = `T${number}`
    await published(house.platform, prorogation({ code: heir, agreement: { from: `${2030 + number}-01-01`, to: `${2030 + number}-12-31`, inherits: code, changes: {} } }))
    const alone = text({ agreement: null, upratings: [{ figure: 'areMinimum', from: '2032-07-01', value: '40.00' }] })
    expect(await draftText(author, alone)).toMatchObject({ kind: 'invalid', problems: [{ path: 'agreement', code: 'breaks_other', values: { code: heir } }] })
  })

  it('was not known before its moment, and the superseded one was', async () => {
    await house.setDay('2026-04-01')
    await published(house.platform, text())
    await house.setDay('2026-05-01')
    await draftText(author, text({ title: { fr: 'Deuxième', en: 'Second' } }))
    await publishText(second, code, 1)
    const titleOn = (until: string) => withoutActor((tx) => textsInForce(tx, new Date(until))).then(({ agreements }) => agreements.find((one) => one.code === code)?.added?.title.en ?? null)
    expect(await titleOn('2026-04-01T00:00:00+02:00')).toBeNull()
    expect(await titleOn('2026-04-02T00:00:00+02:00')).toBe('Test amendment of 2027')
    expect(await titleOn('2026-05-01T00:00:00+02:00')).toBe('Test amendment of 2027')
    expect(await titleOn('2026-05-02T00:00:00+02:00')).toBe('Second')
    await house.setDay('2026-03-02')
  })
})

describe('who may', () => {
  it('is the platform alone: nobody of an operator, nor the committee, drafts, reads a draft or publishes', async () => {
    await draftText(author, text())
    for (const actor of [house.north.counsellor, house.north.referent, house.north.manager, house.north.administrator, house.committee]) {
      expect(await draftText(actor, text({ code: `${code}B` })), actor.role).toEqual({ kind: 'not_allowed' })
      expect(await editDraft(actor, code, 1, text())).toEqual({ kind: 'not_allowed' })
      expect(await withdrawDraft(actor, code, 1, 'x')).toEqual({ kind: 'not_allowed' })
      expect(await publishText(actor, code, 1)).toEqual({ kind: 'not_allowed' })
      expect(await impactOf(actor, code)).toEqual({ kind: 'not_allowed' })
      expect(await managedTexts(actor)).toBeNull()
      expect(await managedText(actor, code)).toBeNull()
    }
    expect(await ownImpacts(author)).toEqual([])
    expect(await ownImpact(house.committee, code)).toBeNull()
  })
})

it('with nothing published, gives the shipped texts themselves', async () => {
  const early = await withoutActor((tx) => textsInForce(tx, new Date('2020-01-01')))
  expect(early).toBe(shippedTexts)
})
