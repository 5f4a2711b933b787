import { describe, expect, it } from 'vitest'
import { shippedTexts } from '@/lib/accord'
import type { Locale } from '@/lib/accord/wording/locale.ts'
import { answer, answerCall, callError, type Simulation } from '@/lib/accord/simulate/answer.ts'
import { parseRequest } from '@/lib/accord/simulate/request.ts'

/* What a program that calls the simulator is told: each error at its path, in its words; each value where it was given. */

type Json = Readonly<Record<string, unknown>>
const PROCEDURE = { type: 'interview', engagedOn: '2025-09-08', entryPath: 'employer' }
const FACTS: readonly Json[] = [{ kind: 'proposal_handed_over', on: '2025-09-08' }, { kind: 'accepted', on: '2025-09-15' }]
const request = (changes: Json = {}): Json => ({ today: '2026-03-01', procedure: PROCEDURE, facts: FACTS, ...changes })
const withFact = (fact: unknown): Json => request({ facts: [...FACTS, fact] })

const MESSAGES = {
  not_an_object: ['Un objet JSON est attendu.', 'A JSON object is expected.'],
  unknown_key: ['Cette clé est inconnue.', 'This key is unknown.'],
  required: ['Cette valeur est obligatoire.', 'This value is required.'],
  not_a_day: ['Une date qui existe est attendue, sous la forme AAAA-MM-JJ, de 1900 à 2199.', 'A date that exists is expected, as YYYY-MM-DD, from 1900 to 2199.'],
  not_an_amount: ['Un montant est attendu, en texte, avec deux décimales : « 73.97 ».', 'An amount is expected, as text with two decimals: "73.97".'],
  unknown_value: ['Cette valeur ne fait pas partie des valeurs admises.', 'This value is none of those admitted.'],
  end_before_start: ['La fin précède le début.', 'The end comes before the start.'],
  months_required: ['La durée en mois est obligatoire pour un contrat à terme.', 'The length in months is required for a bounded contract.'],
  months_of_cdi: ['Un CDI n’a pas de durée : la valeur est null.', 'An open-ended contract has no length: the value is null.'],
  too_many: ['Cette valeur dépasse ce qui est admis.', 'This value is beyond what is admitted.'],
  wrong_type: ['Cette valeur n’a pas la forme attendue.', 'This value does not have the expected form.'],
} as const
type Code = keyof typeof MESSAGES

const ERRORS: readonly (readonly [what: string, source: unknown, path: string, code: Code])[] = [
  ['a list', [], '', 'not_an_object'],
  ['a text', 'x', '', 'not_an_object'],
  ['nothing', null, '', 'not_an_object'],
  ['an unknown key', request({ colour: 1 }), 'colour', 'unknown_key'],
  ['an unknown key, though another value is missing', { colour: 1, procedure: PROCEDURE }, 'colour', 'unknown_key'],
  ['an unknown key within', request({ procedure: { ...PROCEDURE, hue: 1 } }), 'procedure.hue', 'unknown_key'],
  ['no day', { procedure: PROCEDURE }, 'today', 'required'],
  ['no procedure', { today: '2026-03-01' }, 'procedure', 'required'],
  ['no entry path', request({ procedure: { engagedOn: '2025-09-08' } }), 'procedure.entryPath', 'required'],
  ['a day that does not exist', request({ today: '2026-02-30' }), 'today', 'not_a_day'],
  ['a day that is a number', request({ today: 20_260_301 }), 'today', 'wrong_type'],
  ['a person who is a text', request({ person: 'x' }), 'person', 'wrong_type'],
  ['an amount with a comma', request({ benefit: { sjr: '73,97' } }), 'benefit.sjr', 'not_an_amount'],
  ['an amount with three decimals', request({ benefit: { areDaily: '73.970' } }), 'benefit.areDaily', 'not_an_amount'],
  ['an entry path that is none', request({ procedure: { ...PROCEDURE, entryPath: 'window' } }), 'procedure.entryPath', 'unknown_value'],
  ['a procedure that is none', request({ procedure: { ...PROCEDURE, type: 'letter' } }), 'procedure.type', 'unknown_value'],
  ['a policy that is none', request({ settings: { rollPolicy: 'always' } }), 'settings.rollPolicy', 'unknown_value'],
  ['more months of notice than there are', request({ employment: { noticeMonths: 24.5 } }), 'employment.noticeMonths', 'too_many'],
  ['fewer than none', request({ employment: { noticeMonths: -1 } }), 'employment.noticeMonths', 'wrong_type'],
  ['half an employee', request({ employment: { companySize: 4.5 } }), 'employment.companySize', 'wrong_type'],
  ['a negative duration', request({ benefit: { areDurationDays: -1 } }), 'benefit.areDurationDays', 'wrong_type'],
  ['too many facts', request({ facts: Array.from({ length: 1_001 }, () => FACTS[0]) }), 'facts', 'too_many'],
  ['facts that are one object', request({ facts: {} }), 'facts', 'wrong_type'],
  ['a fact that is a text', withFact('accepted'), 'facts[2]', 'not_an_object'],
  ['a fact that is a list', withFact([]), 'facts[2]', 'not_an_object'],
  ['a fact that is nothing', withFact(null), 'facts[2]', 'not_an_object'],
  ['a fact without a kind', withFact({ on: '2025-09-15' }), 'facts[2].kind', 'required'],
  ['a fact of no kind', withFact({ kind: 'promoted', on: '2025-09-15' }), 'facts[2].kind', 'unknown_value'],
  ['a kind that is only kept', withFact({ kind: 'benefit_notified', on: '2025-09-15' }), 'facts[2].kind', 'unknown_value'],
  ['a fact without its day', withFact({ kind: 'refused' }), 'facts[2].on', 'required'],
  ['a fact of a day that does not exist', withFact({ kind: 'refused', on: '2025-02-29' }), 'facts[2].on', 'not_a_day'],
  ['a term that is only kept: who signed', withFact({ kind: 'plan_validated', on: '2025-10-20', signedByAdviser: true }), 'facts[2].signedByAdviser', 'unknown_key'],
  ['the same, of the person', withFact({ kind: 'plan_validated', on: '2025-10-20', signedByBeneficiary: true }), 'facts[2].signedByBeneficiary', 'unknown_key'],
  ['the same, of the annulment', withFact({ kind: 'annulled', on: '2025-10-20', employeeAgreed: true }), 'facts[2].employeeAgreed', 'unknown_key'],
  ['the same, of the proposal', request({ facts: [{ kind: 'proposal_handed_over', on: '2025-09-08', contestLimitStated: true }] }), 'facts[0].contestLimitStated', 'unknown_key'],
  ['the same, of a leave', withFact({ kind: 'suspension', cause: 'sickness', from: '2025-10-20', to: null, leave: 'DEUIL' }), 'facts[2].leave', 'unknown_key'],
  ['a leave that an administrator added', withFact({ kind: 'suspension', cause: 'added_leave', from: '2025-10-20', to: null }), 'facts[2].cause', 'unknown_value'],
  ['a cause that is none', withFact({ kind: 'suspension', cause: 'weather', from: '2025-10-20', to: null }), 'facts[2].cause', 'unknown_value'],
  ['an end before its start', withFact({ kind: 'suspension', cause: 'sickness', from: '2025-10-20', to: '2025-10-19' }), 'facts[2].to', 'end_before_start'],
  ['a bounded contract without months', withFact({ kind: 'job_started', on: '2026-01-05', contract: 'cdd' }), 'facts[2].months', 'months_required'],
  ['an open-ended contract with months', withFact({ kind: 'job_started', on: '2026-01-05', contract: 'cdi', months: 6 }), 'facts[2].months', 'months_of_cdi'],
  ['an amount of a job in words', withFact({ kind: 'job_started', on: '2026-01-05', contract: 'cdi', monthlyGross: '2500' }), 'facts[2].monthlyGross', 'not_an_amount'],
]

describe('what is wrong with a request, at its path', () => {
  it.each(ERRORS)('%s', (_what, source, path, code) => {
    const [french, english] = MESSAGES[code]
    expect(answer(source, shippedTexts, 'fr')).toEqual({ error: { path, message: french } })
    expect(answer(source, shippedTexts, 'en')).toEqual({ error: { path, message: english } })
  })
  it('every error that the contract names has its case here', () => {
    expect(new Set(ERRORS.map(([, , , code]) => code))).toEqual(new Set(Object.keys(MESSAGES)))
  })
  it.each<[string, Json]>([
    ['months of notice at the most', request({ employment: { noticeMonths: 24 } })],
    ['no notice at all, and half a month', request({ employment: { noticeMonths: 0.5 } })],
    ['an employer without employees', request({ employment: { companySize: 0, noticeMonths: 0 } })],
    ['a duration of nothing', request({ benefit: { areDurationDays: 0 } })],
    ['every block left out', request({ settings: null, person: null, employment: null, benefit: null, facts: null })],
    ['a thousand facts', request({ facts: Array.from({ length: 1_000 }, () => FACTS[0]) })],
    ['each policy', request({ settings: { rollPolicy: 'next_working_day_if_holiday' } })],
  ])('and %s is admitted', (_what, source) => {
    expect(answer(source, shippedTexts, 'fr')).not.toHaveProperty('error')
  })
})

describe('what a request says is read where it belongs', () => {
  it('every value of every block, and nothing where it was not given', () => {
    const parsed = parseRequest(
      request({
        settings: { rollPolicy: 'none' },
        person: { birthDate: '1980-05-01' },
        employment: { hiredOn: '2015-03-01', companySize: 0, insolvency: false, protectedEmployee: true, monthlyGross: '3000.00', noticeMonths: 0 },
        procedure: { ...PROCEDURE, regime: 'G' },
        benefit: { sjr: '98.63', areDaily: '57.00', areDurationDays: 0 },
        facts: [],
      }),
    )
    expect(parsed.ok && parsed.request.record.frame).toMatchObject({ companySize: 0, insolvency: false, protectedEmployee: true, monthlyGross: '3000.00', noticeMonths: 0, procedureType: 'interview', entryPath: 'employer', chosenRegime: 'G', sjr: '98.63', areDaily: '57.00', areDurationDays: 0, executive: null })
    expect(parsed.ok && parsed.request.settings).toEqual({ rollPolicy: 'none', contactIntervalDays: null, followUpIntervalDays: null })
    const least = parseRequest({ today: '2026-03-01', procedure: { engagedOn: '2025-09-08', entryPath: 'experiment' } })
    const frame = least.ok ? least.request.record.frame : {}
    expect(Object.entries(frame).filter(([, value]) => value !== null).map(([name]) => name).toSorted()).toEqual(['engagedOn', 'entryPath'])
    expect(least.ok && least.request.settings.rollPolicy).toBe('next_working_day_if_holiday')
    expect(least.ok && least.request.record.facts).toEqual([])
  })
})

describe('a call as text', () => {
  const called = (source: string, most?: number, locale: Locale = 'fr') => answerCall(source, shippedTexts, locale, most)
  it('one request is answered, or refused with its error', () => {
    const one = called(JSON.stringify(request()))
    expect([one.ok, (one.body as Simulation).stage]).toEqual([true, 'pre_bilan_due'])
    expect(called('{}')).toEqual({ ok: false, body: { error: { path: 'today', message: MESSAGES.required[0] } } })
  })
  it('a list is answered in its order, what is wrong in its place', () => {
    const list = called(JSON.stringify([request(), 3, request({ today: '2025-09-10' })]))
    expect(list.ok).toBe(true)
    expect(list.body).toMatchObject([{ stage: 'pre_bilan_due' }, { error: { path: '', message: MESSAGES.not_an_object[0] } }, { stage: 'reflection' }])
    expect(called('[]')).toEqual({ ok: true, body: [] })
  })
  it('a list is no longer than is asked', () => {
    const two = JSON.stringify([3, 3])
    expect(called(two, 2).ok).toBe(true)
    expect(called(two, 1)).toEqual({ ok: false, body: { error: { path: '', message: 'Trop de demandes à la fois.' } } })
    expect(called(two).ok).toBe(true)
  })
  it('what is no JSON is refused whole', () => {
    for (const text of ['', '{', 'undefined']) expect(called(text)).toEqual({ ok: false, body: { error: { path: '', message: 'Ce texte n’est pas du JSON.' } } })
    expect(called('{', undefined, 'en')).toEqual({ ok: false, body: { error: { path: '', message: 'This text is not JSON.' } } })
  })
  it.each([
    ['malformed', 'Ce texte n’est pas du JSON.', 'This text is not JSON.'],
    ['tooMany', 'Trop de demandes à la fois.', 'Too many requests at once.'],
    ['tooLong', 'La demande est trop longue.', 'The request is too long.'],
    ['tooOften', 'Trop d’appels : réessayez dans un instant.', 'Too many calls: try again shortly.'],
  ] as const)('%s', (code, french, english) => {
    expect([callError(code, 'fr'), callError(code, 'en')]).toEqual([french, english].map((message) => ({ error: { path: '', message } })))
  })
})

describe('how an explanation is written on one line', () => {
  const plain = (lines: readonly string[] | undefined) => (lines ?? []).map((line) => line.replaceAll(/[\u00A0\u202F]/gu, ' '))
  const file = answer(request({ settings: { rollPolicy: 'none' } }), shippedTexts, 'fr') as Simulation
  it('what is applied, by how much, what it gives, its rule and its article', () => {
    expect(plain(file.explanations.reflectionEnd?.steps)).toEqual([
      'Remise du document CSP → lun. 8 sept. 2025 [R-010, Conv. 2015 art. 4 §1 ; circ. Unédic 2011-36]',
      'Jours de réflexion, le lendemain étant le premier (+ 21 jours) → lun. 29 sept. 2025 [R-010, Conv. 2015 art. 4 §1 ; circ. Unédic 2011-36]',
    ])
    expect(file.explanations.reflectionEnd).toMatchObject({ rule: 'R-010', article: 'Conv. 2015 art. 4 §1 ; circ. Unédic 2011-36' })
  })
  it('no brackets for an effect that there is not, no arrow where nothing comes out', () => {
    const ceiling = plain(file.explanations.cspTerm?.steps).find((line) => line.startsWith('Plafond'))
    expect(ceiling).toBe('Plafond de 15 mois, mar. 29 déc. 2026 (pas atteint) [R-014, Conv. 2015 art. 6]')
    expect(plain(file.explanations.contractEnd?.steps).join('\n')).not.toMatch(/\(\)|→ \[|null/u)
  })
  it('articles are written with plain spaces, for a program to compare', () => {
    expect(JSON.stringify([file.explanations.cspTerm?.article, ...file.deadlines.map(({ article }) => article), ...file.alerts.map(({ article }) => article)])).not.toMatch(/[\u00A0\u202F]/u)
  })
  it('the instalments of the bonus bear their days', () => {
    const life = request({
      today: '2026-01-20',
      employment: { hiredOn: '2015-03-01', monthlyGross: '3000.00' }, benefit: { sjr: '98.63', areDaily: '57.00', areDurationDays: 548 },
      facts: [...FACTS, { kind: 'pre_bilan_held', on: '2025-10-03' }, { kind: 'plan_validated', on: '2025-10-20' }, { kind: 'job_started', on: '2026-01-05', contract: 'cdi', months: null }],
    })
    const instalments = (answer(life, shippedTexts, 'fr') as Simulation).amounts.bonusInstalments
    expect(instalments?.map(({ on }) => on)).toEqual(['2026-01-06', '2026-04-05'])
    expect(instalments?.every(({ amount }) => /^\d+\.\d{2}$/.test(amount))).toBe(true)
    expect(file.amounts.bonusInstalments).toBeNull()
  })
})
