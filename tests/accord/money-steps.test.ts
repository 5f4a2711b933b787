import { describe, expect, it } from 'vitest'
import { wording, type CaseFile } from '@/lib/accord'
import { fileOf, plus, startingOn, type WrittenFact } from './a-file'

const FRAME = { sjr: '100.00', areDurationDays: 548, monthlyGross: '3000.00', noticeMonths: 2 }
const csp = (facts: readonly WrittenFact[], today: string, frame: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', facts, today, { frame: { ...FRAME, ...frame } })
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u00A0\u202F]/gu, ' ') ?? null

describe('what the former employer owes, step by step', () => {
  const steps = (file: CaseFile, name: 'employerNoticeContribution' | 'employeeNoticeBalance' | 'severanceLegal' | 'employerPenalty') =>
    wording('fr').amount(name, file)?.steps.map(({ label, effect, gives }) => [plain(label), plain(effect), plain(gives)].filter((part) => part !== null).join(' | '))

  it('R-151: the notice, to France Travail up to three months, the rest to the person', () => {
    expect(steps(csp([], '2025-10-10', { noticeMonths: 3.5 }), 'employeeNoticeBalance')).toEqual([
      'Ancien salaire brut par mois | 3 000,00 €',
      'Préavis que la personne aurait eu | × 3,5 mois',
      'Préavis versé à France Travail | 3 mois au plus | 9 000,00 €',
      'Préavis versé à la personne | ce qui dépasse 3 mois | 1 500,00 €',
    ])
    expect(steps(csp([], '2025-10-10', { noticeMonths: 1 }), 'employerNoticeContribution')?.slice(1)).toEqual([
      'Préavis légal, plus long que celui qui est enregistré | × 2 mois',
      'Préavis versé à France Travail | 3 mois au plus | 6 000,00 €',
    ])
    expect(steps(csp([], '2025-10-10', { hiredOn: '2025-01-01' }), 'employeeNoticeBalance')?.slice(2)).toEqual(['Préavis versé à la personne | en entier sous un an d’ancienneté | 6 000,00 €'])
  })

  it('R-140: what opens it, the seniority with the notice, up to ten years and beyond', () => {
    expect(steps(csp([], '2025-10-10', { hiredOn: '2011-03-01' }), 'severanceLegal')).toEqual([
      'Ancien salaire brut par mois | 3 000,00 €',
      'Ancienneté à la fin du contrat : 174 mois entiers, 8 demandés | ouvre l’indemnité',
      'Ancienneté avec le préavis | 14 ans et 8 mois',
      'Un quart de mois par année, jusqu’à dix ans | 7 500,00 €',
      'Ce qui s’y ajoute au-delà de dix ans | un tiers de mois par année | 4 666,67 €',
      'Indemnité légale de licenciement | 12 166,67 €',
    ])
    expect(steps(csp([], '2025-10-10', { hiredOn: '2025-03-01' }), 'severanceLegal')).toEqual([
      'Ancienneté à la fin du contrat : 6 mois entiers, 8 demandés | n’ouvre pas l’indemnité',
      'Indemnité légale de licenciement | 0,00 €',
    ])
  })

  it('R-150: two months, three once the person has joined', () => {
    const through = (facts: readonly WrittenFact[]) => steps(fileOf({ engagedOn: '2025-09-08', path: 'france_travail', frame: FRAME, facts: [['registered', '2025-10-01'], ...facts], today: '2025-10-15' }), 'employerPenalty')
    expect(through([])?.at(-1)).toBe('Contribution faute de proposition | × 2 mois | 6 000,00 €')
    expect(through([['accepted', '2025-10-10']])?.at(-1)).toBe('Contribution faute de proposition, la personne étant entrée en CSP | × 3 mois | 9 000,00 €')
  })
})

describe('R-603: the days of ARE left', () => {
  const codes = (engagedOn: string, facts: readonly WrittenFact[] = []) =>
    fileOf({ engagedOn, frame: FRAME, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn], ...facts], today: plus(engagedOn, 100) }).amountExplanations.areDaysLeft?.steps.map(({ code }) => code)

  it('the coefficient of 0.75 is named as not applied from avenant n° 7 on, not the day before', () => {
    expect(codes('2023-01-31')).toEqual(['areDuration', 'aspDaysDeducted'])
    expect(codes('2023-02-01')).toEqual(['areDuration', 'areCoefficient', 'aspDaysDeducted'])
  })

  it('days suspended so far are named as not deducted, the days to come are not counted', () => {
    const leave: WrittenFact = ['suspension', plus('2023-02-01', 95), { to: plus('2023-02-01', 120) }]
    expect(codes('2023-02-01', [leave])).toEqual(['areDuration', 'areCoefficient', 'suspendedNotDeducted', 'aspDaysDeducted'])
    const file = fileOf({ engagedOn: '2023-02-01', frame: FRAME, facts: [['proposal_handed_over', '2023-02-01'], ['accepted', '2023-02-01'], leave], today: plus('2023-02-01', 100) })
    expect(file.amountExplanations.areDaysLeft?.steps[2]?.values).toEqual({ days: 5 })
    expect(file.amountExplanations.areDaysLeft?.steps[3]?.values).toEqual({ days: 73, left: 475 })
  })
})
