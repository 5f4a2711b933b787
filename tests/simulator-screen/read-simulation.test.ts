import { describe, expect, test } from 'vitest'
import type { SimulatorState } from '@/components/simulator/address.ts'
import { EXAMPLES, EXAMPLE_NAMES } from '@/components/simulator/examples.ts'
import { readSimulation } from '@/components/simulator/read-simulation.ts'
import { supposed } from '@/components/simulator/simulator-words.ts'
import { textsNear } from '@/components/simulator/texts-near.ts'
import { commandLines } from '@/components/simulator/developer-card.tsx'
import { day, isoOf } from '@/lib/accord/calendar/day.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import { simulate } from '@/lib/accord/simulate/answer.ts'
import { parseRequest } from '@/lib/accord/simulate/request.ts'

const today = day('2026-11-22')
const asked = (state: Partial<SimulatorState>) => readSimulation({ answers: {}, events: [], ...state }, today, 'fr')
const fileOf = (state: SimulatorState) => {
  const { request } = readSimulation(state, today, 'fr')
  if (request === null) throw new Error('not read')
  return simulate(request, shippedTexts)
}

describe('what was typed, as a request of the contract', () => {
  test('has its keys and its values', () => {
    expect(asked({
      answers: {
        voie: 'employer', engagement: '2026-01-12', remise: '2026-01-12', acceptation: '2026-01-26', procedure: 'interview', embauche: '2014-03-03',
        naissance: '1981-05-14', effectif: '45', liquidation: 'false', protege: 'true', brut: '2600.00', preavis: '2', sjr: '85.48', are: '48.72', 'duree-are': '548',
        aujourdhui: '2026-06-15', report: 'none',
      },
      events: [
        { kind: 'authorisation_notified', values: { on: '2026-02-01', granted: 'true' } },
        { kind: 'work_period', values: { contract: 'temp', from: '2026-08-10', to: '2026-10-09', employer: 'company', validatedOn: '2026-08-05' } },
        { kind: 'job_started', values: { on: '2026-11-02', contract: 'cdd', months: '7', monthlyGross: '2300.00' } },
      ],
    }).json).toEqual({
      today: '2026-06-15',
      settings: { rollPolicy: 'none' },
      person: { birthDate: '1981-05-14' },
      employment: { hiredOn: '2014-03-03', companySize: 45, insolvency: false, protectedEmployee: true, monthlyGross: '2600.00', noticeMonths: 2 },
      procedure: { type: 'interview', engagedOn: '2026-01-12', entryPath: 'employer' },
      benefit: { sjr: '85.48', areDaily: '48.72', areDurationDays: 548 },
      facts: [
        { kind: 'proposal_handed_over', on: '2026-01-12' },
        { kind: 'accepted', on: '2026-01-26' },
        { kind: 'authorisation_notified', on: '2026-02-01', granted: true },
        { kind: 'work_period', contract: 'temp', from: '2026-08-10', to: '2026-10-09', employer: 'company', validatedOn: '2026-08-05' },
        { kind: 'job_started', on: '2026-11-02', contract: 'cdd', months: 7, monthlyGross: '2300.00' },
      ],
    })
  })

  test('is the day of the calendar where none is asked', () => {
    expect(asked({ answers: { voie: 'employer', engagement: '2026-01-12' } }).json).toMatchObject({ today: '2026-11-22' })
  })

  test('an event in which nothing is typed yet does not count, nor does it shift the others', () => {
    const { request, fieldOfFact } = asked({
      answers: { voie: 'employer', engagement: '2026-01-12' },
      events: [{ kind: 'suspension', values: {} }, { kind: 'refused', values: { on: '2026-01-20' } }],
    })
    expect(request?.record.facts.map(({ kind }) => kind)).toEqual(['refused'])
    expect(fieldOfFact(0)).toBe('f2')
    expect(fieldOfFact(1)).toBeNull()
  })
})

describe('what is to correct', () => {
  const problems = (state: Partial<SimulatorState>) => Object.fromEntries(asked(state).problems.map(({ field, message }) => [field, message]))

  test('stands at its field, all of it at once', () => {
    expect(problems({
      answers: { voie: 'employer', engagement: '31/02/2026', brut: 'mille', effectif: 'douze' },
      events: [{ kind: 'suspension', values: { from: '2026-03-02' } }],
    })).toEqual({
      engagement: expect.stringContaining('28'),
      brut: expect.stringContaining('montant'),
      effectif: 'Écrivez un nombre en chiffres.',
      'f1-cause': 'Répondez à cette question.',
    })
  })

  test('the engagement and the entry path are asked for', () => {
    expect(Object.keys(problems({ answers: { brut: '2600.00' } }))).toEqual(['voie', 'engagement'])
  })

  test('what the contract refuses is told at the field it came from', () => {
    const begun = { voie: 'employer', engagement: '2026-01-12' }
    expect(problems({ answers: { ...begun, effectif: '12,5' } })).toEqual({ effectif: expect.stringContaining('autrement') })
    expect(problems({ answers: { ...begun, voie: 'nowhere' } })).toEqual({ voie: expect.stringContaining('liste') })
    expect(problems({ answers: begun, events: [{ kind: 'training', values: { from: '2026-03-02', to: '2026-03-01' } }] })).toEqual({ 'f1-to': expect.stringContaining('précède') })
    expect(problems({ answers: begun, events: [{ kind: 'training', values: {} }, { kind: 'suspension', values: { from: '2026-03-02', cause: 'holiday' } }] }))
      .toEqual({ 'f2-cause': expect.stringContaining('liste') })
  })

  test('nothing is derived until it is corrected', () => {
    expect(asked({ answers: { voie: 'employer', engagement: 'hier' } }).request).toBeNull()
  })
})

describe('the examples', () => {
  test.each(EXAMPLE_NAMES)('« %s » is a request that the contract reads, with nothing refused', (name) => {
    const { json, problems } = readSimulation(EXAMPLES[name], today, 'fr')
    expect(problems).toEqual([])
    expect(parseRequest(json).ok).toBe(true)
    // Where no text governs, nothing can be admitted yet.
    expect(fileOf(EXAMPLES[name]).refusals.filter(({ code }) => code !== 'noText')).toEqual([])
  })

  test('tell what they say', () => {
    const ordinary = fileOf(EXAMPLES.ordinary)
    const extended = fileOf(EXAMPLES.workPeriod)
    expect([ordinary.stage, isoOf(ordinary.dates.cspTerm!)]).toEqual(['in_follow_up', '2027-02-02'])
    // Month 6 ends on 2 August: the 61 days of the period are added.
    expect(isoOf(extended.dates.cspTerm!)).toBe('2027-04-04')
    expect(fileOf(EXAMPLES.job)).toMatchObject({ stage: 'in_job', amounts: { bonusEligible: true } })
    expect(fileOf(EXAMPLES.protected).stage).toBe('awaiting_authorisation')
    expect(fileOf(EXAMPLES.old)).toMatchObject({ regime: { code: 'A0' }, amounts: { bonusTotal: null } })
    expect(fileOf(EXAMPLES.afterLast).regime.code).toBeNull()
  })
})

describe('around the answer', () => {
  test('where the texts leave a hole, the nearest come first, and all can be chosen', () => {
    const codes = (on: string) => textsNear(shippedTexts, day(on), 'fr').map(({ value }) => value)
    expect(codes('2027-02-01')[0]).toBe('H')
    expect(codes('2015-01-05').slice(0, 2)).toEqual(['A0', 'B'])
    expect(codes('2015-01-30').slice(0, 2)).toEqual(['B', 'A0'])
    expect(codes('2010-01-01')[0]).toBe('A0')
    expect(codes('2010-01-01')).toHaveLength(shippedTexts.agreements.length)
  })

  test('the command lines hold between quotes whatever the request holds', () => {
    const { http, command } = commandLines({ procedure: { regime: "B'" } }, 'https://rebond.example.org', 'fr')
    expect(http).toBe(`curl -s 'https://rebond.example.org/api/v1/simulate' -H 'content-type: application/json' -d '{"procedure":{"regime":"B'\\''"}}'`)
    expect(command).toBe(`printf %s '{"procedure":{"regime":"B'\\''"}}' | npm run --silent simulate`)
    const english = commandLines({}, 'https://rebond.example.org', 'en')
    expect([english.http, english.command]).toEqual([expect.stringContaining("-H 'accept-language: en'"), expect.stringContaining('-- --lang en')])
  })

  test('what was supposed is printed in words', () => {
    const lines = supposed(EXAMPLES.workPeriod, today, 'fr').map(({ label, said }) => `${label} : ${said}`)
    expect(lines).toContain('Qui propose le CSP : L’employeur')
    expect(lines).toContain('Salaire brut par mois : 2\u202f600,00\u00a0€')
    expect(lines.at(-1)).toBe('Période de travail : du\u00a0lun.\u00a010\u00a0août au\u00a0ven.\u00a09\u00a0oct.\u00a02026, CDD, Entreprise, association, organisme public, validée par le référent le 5\u00a0août\u00a02026')
  })
})
