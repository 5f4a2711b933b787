import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor.ts'
import { day, isoOf, shippedTexts } from '@/lib/accord/index.ts'
import { openFile, previewOpening } from '@/lib/cases/commands/open-file.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { duplicatesIn } from '@/lib/cases/queries/duplicates.ts'
import { inActorTransaction } from '@/lib/database/transactions.ts'
import { twoOffices, opened, opening, type TwoOffices } from './two-offices.ts'

let house: TwoOffices
beforeAll(async () => {
  house = await twoOffices()
})
afterAll(() => house.end())

const files = async () => Number((await house.owner.query<{ n: string }>('select count(*) as n from case_file')).rows[0]!.n)

describe('opening a file', () => {
  it('keeps the person, the employer, the frame and the first facts, and derives the file', async () => {
    const reference = await opened(house.north.counsellor)
    expect(reference).toMatch(/^RB-2026-\d{5}$/)
    const view = await fileView(house.north.counsellor, reference)
    expect(view?.version).toBe(1)
    expect(view?.employer?.name).toBe('Ateliers du Midi')
    expect(view?.facts.map((fact) => fact.kind)).toEqual(['frame', 'proposal_handed_over', 'motive_notified'])
    // Handed over on 2 February: day 21 is 23 February; on 2 March silence is a refusal.
    expect(view?.file.stage).toBe('refused')
    expect(isoOf(view!.file.dates.reflectionEnd ?? day('2000-01-01'))).toBe('2026-02-23')
    expect(view?.counsellor.id).toBe(house.north.counsellor.accountId)
  })

  it('gives references that follow each other, also when two are opened at once', async () => {
    const references = await Promise.all(Array.from({ length: 5 }, () => opened(house.north.counsellor)))
    expect(new Set(references).size).toBe(5)
  })

  it('opens one file for one form, however often it is sent', async () => {
    const input = opening()
    const before = await files()
    const outcomes = await Promise.all([openFile(house.north.counsellor, input), openFile(house.north.counsellor, input)])
    expect(await files()).toBe(before + 1)
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['opened', 'opened'])
    expect(new Set(outcomes.map((outcome) => (outcome.kind === 'opened' ? outcome.reference : ''))).size).toBe(1)
  })

  it('takes up the employer it knows, by SIRET', async () => {
    const employer = { name: 'Garance Métal', siret: '12345678900011' }
    const first = await fileView(house.north.counsellor, await opened(house.north.counsellor, { employer }))
    const second = await fileView(house.north.counsellor, await opened(house.north.counsellor, { employer: { ...employer, name: 'GARANCE METAL SAS' } }))
    expect(second?.employer?.id).toBe(first?.employer?.id)
    expect(second?.employer?.name).toBe('Garance Métal')
  })

  it('takes the experimental public without an employer, and nobody else', async () => {
    const frame = { engagedOn: '2026-02-02', entryPath: 'experiment' as const }
    expect((await openFile(house.north.counsellor, opening({ employer: null, frame, facts: [] }))).kind).toBe('opened')
    expect(await openFile(house.north.counsellor, opening({ employer: null }))).toEqual({ kind: 'invalid', fields: { 'employer.name': 'required' } })
  })
})

describe('what an opening refuses', () => {
  it('refuses a company of 1,000 or more outside insolvency (R-100), and admits it in insolvency', async () => {
    const before = await files()
    const large = { ...opening().frame, companySize: 1000, insolvency: false }
    const outcome = await openFile(house.north.counsellor, opening({ frame: large }))
    expect(outcome.kind).toBe('outside')
    expect(await files()).toBe(before)
    expect((await openFile(house.north.counsellor, opening({ frame: { ...large, insolvency: true } }))).kind).toBe('opened')
  })

  it('says each wrong field by its path, and writes nothing', async () => {
    const before = await files()
    const outcome = await openFile(
      house.north.counsellor,
      opening({
        person: { firstName: ' ', lastName: 'x'.repeat(300), birthDate: '2015-06-31', email: 'nobody' },
        frame: { engagedOn: '2026-02-30', entryPath: 'employer', monthlyGross: 'douze' },
      }),
    )
    expect(outcome).toEqual({
      kind: 'invalid',
      fields: {
        'person.firstName': 'required',
        'person.lastName': 'too_long',
        'person.birthDate': 'not_a_day',
        'person.email': 'not_an_email',
        'frame.engagedOn': 'not_a_day',
        'frame.monthlyGross': 'not_an_amount',
      },
    })
    expect(await files()).toBe(before)
  })

  it('refuses days that have not come, and a first fact dated before the procedure', async () => {
    expect(await openFile(house.north.counsellor, opening({ frame: { engagedOn: '2026-03-03', entryPath: 'employer' }, facts: [] }))).toEqual({
      kind: 'invalid',
      fields: { 'frame.engagedOn': 'in_the_future' },
    })
    expect(await openFile(house.north.counsellor, opening({ facts: [{ kind: 'proposal_handed_over', terms: { on: '2026-03-05' } }] }))).toEqual({
      kind: 'invalid',
      fields: { 'facts.0.on': 'in_the_future' },
    })
    const early = await openFile(house.north.counsellor, opening({ facts: [{ kind: 'proposal_handed_over', terms: { on: '2026-01-30' } }] }))
    expect(early.kind === 'not_admitted' && early.refusal).toMatchObject({ factIndex: 0, code: 'beforeProcedure' })
  })

  it('keeps emoji and right-to-left text, and refuses the NUL character', async () => {
    const person = { firstName: 'مريم 🌿', lastName: `O’Neill ${randomUUID().slice(0, 8)}`, birthDate: '1990-01-01' }
    const view = await fileView(house.north.counsellor, await opened(house.north.counsellor, { person }))
    expect(view?.person.firstName).toBe('مريم 🌿')
    expect(await openFile(house.north.counsellor, opening({ person: { ...person, firstName: 'a\0b' } }))).toEqual({
      kind: 'invalid',
      fields: { 'person.firstName': 'not_text' },
    })
  })

  it('gives the file only to someone who works in its basin', async () => {
    const south = house.south.counsellor.accountId
    expect(await openFile(house.north.counsellor, opening({ counsellorId: south }))).toEqual({ kind: 'invalid', fields: { counsellorId: 'not_in_basin' } })
    const colleague = house.north.colleague.accountId
    expect(await openFile(house.north.counsellor, opening({ basinCode: '8402', counsellorId: colleague }))).toEqual({
      kind: 'invalid',
      fields: { counsellorId: 'not_in_basin' },
    })
    expect((await openFile(house.north.colleague, opening({ basinCode: '8402' }))).kind).toBe('invalid')
    expect((await openFile(house.north.manager, opening())).kind).toBe('invalid')
    expect((await openFile(house.north.manager, opening({ counsellorId: colleague }))).kind).toBe('opened')
  })

  it.each(['referent', 'administrator'] as const)('is not for the %s', async (role) => {
    expect(await openFile(house.north[role], opening())).toEqual({ kind: 'not_allowed' })
  })
})

describe('probable duplicates', () => {
  it('are shown once, accents and case aside, and opened on confirmation', async () => {
    const person = { firstName: 'Maëlys', lastName: `Le Guennec ${randomUUID().slice(0, 8)}`, birthDate: '1985-04-12' }
    const reference = await opened(house.north.counsellor, { person })
    const twin = { ...person, firstName: 'MAELYS', lastName: person.lastName.toUpperCase() }
    const before = await files()
    const shown = await openFile(house.north.counsellor, opening({ person: twin }))
    expect(shown.kind === 'probable_duplicate' && shown.files).toMatchObject([{ kind: 'visible', reference }])
    expect(await files()).toBe(before)
    expect((await openFile(house.north.counsellor, opening({ person: twin, confirmed: true }))).kind).toBe('opened')
  })

  it('are shown to the second of two colleagues who open the same person’s file at once', async () => {
    const person = { firstName: 'Nhung', lastName: `Nguyễn Thị ${randomUUID().slice(0, 8)}`, birthDate: '1988-08-08' }
    const outcomes = await Promise.all([openFile(house.north.counsellor, opening({ person })), openFile(house.north.colleague, opening({ person }))])
    expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['opened', 'probable_duplicate'])
  })

  it('tell who follows a file that is not the actor’s, and nothing more; another operator’s are not seen at all', async () => {
    const person = { firstName: 'Teresa', lastName: `Fernandes ${randomUUID().slice(0, 8)}`, birthDate: '1979-11-30' }
    await opened(house.north.colleague, { person })
    const sought = { ...person, birthDate: day(person.birthDate) }
    const found = (actor: Actor) => inActorTransaction(actor, (tx) => duplicatesIn(tx, actor, sought))
    expect(await found(house.north.counsellor)).toEqual([{ kind: 'hidden', counsellorName: 'Camille', basinName: 'Lyon' }])
    expect(await found(house.south.counsellor)).toEqual([])
  })

  it('take up the same person for another procedure when asked', async () => {
    const person = { firstName: 'Özgür', lastName: `Yıldırım ${randomUUID().slice(0, 8)}`, birthDate: '1991-02-03' }
    const first = await fileView(house.north.counsellor, await opened(house.north.counsellor, { person }))
    const again = { ...person, id: first!.person.id }
    const second = await fileView(house.north.counsellor, await opened(house.north.counsellor, { person: again, confirmed: true }))
    expect(second?.person.id).toBe(first?.person.id)
  })
})

describe('previewing an opening', () => {
  const settings = { rollPolicy: 'none', contactIntervalDays: 7, followUpIntervalDays: 30 } as const
  const today = day('2026-03-02')

  it('says the governing text and the alert of a missing motive', () => {
    const preview = previewOpening(
      {
        frame: { engagedOn: '2025-09-08', entryPath: 'employer' },
        facts: [
          { kind: 'proposal_handed_over', terms: { on: '2025-09-08' } },
          { kind: 'accepted', terms: { on: '2025-09-15' } },
        ],
      },
      shippedTexts,
      settings,
      today,
    )
    expect(preview.kind === 'preview' && preview.file.regime.code).toBe('G')
    expect(preview.kind === 'preview' && preview.file.alerts.map((alert) => alert.rule)).toContain('R-113')
    expect(preview.kind === 'preview' && preview.textChoices).toEqual([])
  })

  it('offers the texts where there is a hole (January 2015), and hears the one chosen', () => {
    const hole = previewOpening({ frame: { engagedOn: '2015-01-15', entryPath: 'employer' }, facts: [] }, shippedTexts, settings, today)
    expect(hole.kind === 'preview' && hole.file.regime.code).toBeNull()
    expect(hole.kind === 'preview' && hole.textChoices).toContain('A0')
    const chosen = previewOpening({ frame: { engagedOn: '2015-01-15', entryPath: 'employer', chosenRegime: 'A0' }, facts: [] }, shippedTexts, settings, today)
    expect(chosen.kind === 'preview' && chosen.file.regime.code).toBe('A0')
  })

  it('says what is missing', () => {
    expect(previewOpening({ frame: { entryPath: 'employer' }, facts: [] }, shippedTexts, settings, today)).toEqual({
      kind: 'incomplete',
      fields: { 'frame.engagedOn': 'required' },
    })
  })
})
