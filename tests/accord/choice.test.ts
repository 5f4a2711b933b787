import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, isoOf, shippedTexts } from '@/lib/accord'
import { CHOICE_LINES, choiceWords, compareChoices, type ChoiceSide } from '@/lib/accord/choice'
import { asked, assumed, compared, iso, lineOf } from './a-choice.ts'

const totals = (side: ChoiceSide) => Object.fromEntries(side.lines.map(({ code, total }) => [code, total]))

describe('accept or refuse, worked by hand (R-115, R-118, R-140, R-151, R-200, R-603)', () => {
  const choice = compared()

  it('gives with the CSP 22 days of wage, the severance, 365 days of ASP, then the 183 days of ARE left', () => {
    // 8 to 29 September: 3,000 × 22/30. Severance: 128 months, (10/4 + 8/12/3) × 3,000. ASP: 75 % of 98.63. ARE: 57 %.
    expect(totals(choice.accepted)).toEqual({ wage: '2200.00', severance: '8166.67', asp: '26999.05', are: '10288.26' })
    expect(choice.accepted.total).toBe('47653.98')
    expect([iso(choice.accepted.asp?.from), iso(choice.accepted.asp?.to)]).toEqual(['2025-09-30', '2026-09-29'])
    expect([iso(choice.accepted.are?.from), iso(choice.accepted.are?.to)]).toEqual(['2026-09-30', '2027-03-31'])
    expect(choice.accepted.contractEnd).toBe(day('2025-09-29'))
    expect(choice.accepted.daysWithoutPay).toBe(0)
  })

  it('gives without it 9 days of wage, two months of notice, the severance, 7 days of waiting, 548 days of ARE', () => {
    expect(totals(choice.refused)).toEqual({ wage: '900.00', notice: '6000.00', severance: '8166.67', are: '30808.56' })
    expect(choice.refused.total).toBe('45875.23')
    expect(iso(choice.letterOn)).toBe('2025-09-17')
    expect(choice.refused.contractEnd).toBe(day('2025-11-16'))
    expect([iso(choice.refused.are?.from), iso(choice.refused.are?.to)]).toEqual(['2025-11-24', '2027-05-25'])
    expect(choice.refused.daysWithoutPay).toBe(7)
  })

  it('is ahead by 1,778.75 once both rights have run out, behind while the notice is paid', () => {
    expect(choice.difference).toBe('1778.75')
    expect(choice.months).toHaveLength(21)
    expect(choice.differences.slice(0, 5)).toEqual(['8140.64', '7382.10', '-507.40', '42.85', '593.10'])
    expect(choice.differences[11]).toBe('4356.10')
  })

  it('uses the same days of ARE on both sides', () => {
    for (const side of [choice.accepted, choice.refused]) expect([side.areDaysUsed, side.areDaysLeft]).toEqual([548, 0])
  })

  it('says what is kept, left and obtained, with the figures and the article', () => {
    const words = choiceWords('fr')
    expect(choice.kept.map((one) => [one.code, one.rule, one.article])).toEqual([
      ['keptSeverance', 'R-140', 'Conv. 2015 art. 5 ; CT L1233-67'],
      ['keptContest', 'R-141', 'CT L1233-67 al. 1'],
      ['keptRehire', 'R-016', 'CT L1233-45'],
      ['keptAre', 'R-603', 'Conv. 2015 art. 27 §1'],
    ])
    expect(choice.lost.map(({ code }) => code)).toEqual(['lostNotice', 'lostContractEarlier', 'lostAreDays', 'lostReturn', 'lostDuties'])
    expect(choice.gained.map(({ code }) => code)).toEqual(['gainedRate', 'gainedAtOnce', 'gainedSupport', 'gainedBonus', 'gainedTrial'])
    expect(words.statement(choice.lost[0]!)).toBe('Le préavis\u00a0: 2\u00a0mois, soit 6\u202f000,00\u00a0€, versés à France Travail et non à vous.')
    expect(words.statement(choice.gained[0]!)).toBe('75\u00a0% du salaire de référence\u00a0: 73,97\u00a0€ par jour au lieu de 56,22\u00a0€.')
  })

  it.each([
    ['accepted', 'wage', 'R-012'], ['accepted', 'severance', 'R-140'], ['accepted', 'asp', 'R-200'], ['accepted', 'are', 'R-603'],
    ['refused', 'wage', 'R-118'], ['refused', 'notice', 'R-118'], ['refused', 'severance', 'R-118'], ['refused', 'are', 'R-118'],
  ] as const)('cites the line %s %s under %s', (side, code, rule) => {
    expect(lineOf(choice[side], code)).toMatchObject({ rule })
    expect(lineOf(choice[side], code)?.article).not.toBe('')
  })

  it('cites the ordinary law of what is not the CSP’s', () => {
    expect(choice.refused.lines.map(({ code, article }) => [code, article])).toEqual([
      ['wage', 'Conv. 2015 art. 4'], ['notice', 'CT L1234-1'], ['severance', 'CT L1234-9 ; CT R1234-2'], ['are', 'Règlement d’assurance chômage'],
    ])
  })
})

describe('the letter and the notice (R-114, R-118)', () => {
  it('takes the letter sent, before what the calendar would allow', () => {
    const choice = compared({ letterOn: '2025-09-25' })
    expect(choice.refused.contractEnd).toBe(day('2025-11-24'))
    expect(assumed(choice)).toContain('letterSent')
  })
  it('waits 15 working days for an executive, which end within the 21', () => {
    expect(iso(compared({ frame: { executive: true } }).letterOn)).toBe('2025-09-26')
  })
  it('follows the reflection where the procedure is not an interview', () => {
    const choice = compared({ frame: { procedureType: 'consultation' } })
    expect(iso(choice.letterOn)).toBe('2025-09-30')
    expect(assumed(choice)).toContain('letterAfterReflection')
  })
  it('is never before the hand-over', () => {
    expect(iso(compared({ proposedOn: '2025-09-19' }).letterOn)).toBe('2025-09-19')
    expect(iso(compared({ proposedOn: '2025-09-19', letterOn: '2025-09-10' }).letterOn)).toBe('2025-09-19')
  })
  it('never gives less than the legal notice, and says where it is the law’s', () => {
    expect(lineOf(compared({ frame: { noticeMonths: 1 } }).refused, 'notice')?.total).toBe('6000.00')
    const unsaid = compared({ frame: { noticeMonths: null } })
    expect(lineOf(unsaid.refused, 'notice')?.total).toBe('6000.00')
    expect(assumed(unsaid)).toContain('noticeLegal')
    expect(lineOf(unsaid.accepted, 'severance')?.total).toBe('8166.67')
  })
  it('pays each month of notice whole, whatever the length of the months', () => {
    const choice = compared({ frame: { engagedOn: '2026-02-09' }, letterOn: '2026-02-17' })
    expect(lineOf(choice.refused, 'notice')?.total).toBe('6000.00')
    // 17 February to 16 March, then 17 March to 16 April.
    expect(lineOf(choice.refused, 'notice')?.amounts.slice(0, 3)).toEqual(['1285.71', '3165.90', '1548.39'])
  })
  it('counts half a month of notice as fifteen days', () => {
    const choice = compared({ frame: { noticeMonths: 2.5 } })
    expect(choice.refused.contractEnd).toBe(day('2025-12-01'))
    expect(lineOf(choice.refused, 'notice')?.total).toBe('7500.00')
  })
  it('gives the person the notice beyond three months, with the CSP too (R-151)', () => {
    const choice = compared({ frame: { noticeMonths: 4 } })
    expect(lineOf(choice.accepted, 'noticeBalance')).toMatchObject({ total: '3000.00', rule: 'R-151' })
    expect(choice.lost[0]).toMatchObject({ code: 'lostNotice', values: { amount: '9000.00', months: 3 } })
    expect(choice.kept.map(({ code }) => code)).toContain('keptNoticePay')
  })
})

describe('ordinary benefit without the CSP', () => {
  it('waits as many days as the reader supposes', () => {
    const choice = compared({ supposed: { waitingDays: 0 } })
    expect(iso(choice.refused.are?.from)).toBe('2025-11-17')
    expect(choice.refused.daysWithoutPay).toBe(0)
  })
  it('is put off by leave paid, whole days of the reference wage, and ASP is not (R-204)', () => {
    const choice = compared({ supposed: { paidLeave: '1000.00' } })
    // 1,000 / 98.63 = 10.1 days.
    expect(iso(choice.refused.are?.from)).toBe('2025-12-04')
    expect(iso(choice.accepted.asp?.from)).toBe('2025-09-30')
    expect([lineOf(choice.accepted, 'paidLeave')?.total, lineOf(choice.refused, 'paidLeave')?.total]).toEqual(['1000.00', '1000.00'])
    expect(choice.refused.daysWithoutPay).toBe(17)
  })
  it('is put off thirty days at most', () => {
    expect(iso(compared({ supposed: { paidLeave: '9000.00' } }).refused.are?.from)).toBe('2025-12-24')
  })
  it('rests on a reference wage of its own from October 2021, on one for both before (R-203)', () => {
    // 57 % of 110; before, 57 % of 98.63.
    expect(lineOf(compared({ frame: { sjrAre: '110.00' } }).refused, 'are')?.daily).toBe('62.70')
    expect(lineOf(compared({ frame: { engagedOn: '2021-09-06', sjrAre: '110.00' } }).refused, 'are')?.daily).toBe('56.22')
  })
  it('is France Travail’s figure where it is known', () => {
    const choice = compared({ frame: { areDaily: '60.00' } })
    expect(lineOf(choice.refused, 'are')?.daily).toBe('60.00')
    expect(assumed(choice)).not.toContain('areEstimated')
  })
})

describe('other texts and other people', () => {
  it('under the text of 2011: 80 %, no bonus, a wage-gap indemnity from 15 % of loss (R-200, R-500, R-510)', () => {
    const choice = compared({ frame: { engagedOn: '2013-10-17', hiredOn: '2003-03-01' } })
    expect(lineOf(choice.accepted, 'asp')).toMatchObject({ daily: '78.90', article: 'ANI 2011 art. 11' })
    expect(choice.gained.map(({ code }) => code)).toEqual(['gainedRate', 'gainedAtOnce', 'gainedSupport', 'gainedWageGap', 'gainedTrial'])
    expect(compared({ frame: { engagedOn: '2011-10-03', hiredOn: '2003-03-01' } }).gained.map(({ code }) => code)).not.toContain('gainedTrial')
  })
  it('under one year of seniority: the allowance is ARE, and the notice is the person’s (R-151, R-202)', () => {
    const choice = compared({ frame: { hiredOn: '2025-01-06', noticeMonths: 1, areDurationDays: 182 } })
    expect(lineOf(choice.accepted, 'asp')).toMatchObject({ rule: 'R-202', daily: '56.22', days: 182 })
    expect(lineOf(choice.accepted, 'noticeBalance')?.total).toBe('3000.00')
    expect(lineOf(choice.accepted, 'are')).toBeUndefined()
    expect(choice.lost.map(({ code }) => code)).not.toContain('lostNotice')
    expect(choice.gained.map(({ code }) => code)).toContain('gainedNoRate')
    expect(choice.accepted.areDaysLeft).toBe(0)
  })
  it('no severance under eight months, on either side', () => {
    const choice = compared({ frame: { hiredOn: '2025-06-02', noticeMonths: 0 } })
    expect([lineOf(choice.accepted, 'severance'), lineOf(choice.refused, 'severance'), lineOf(choice.refused, 'notice')]).toEqual([undefined, undefined, undefined])
    expect(choice.refused.contractEnd).toBe(choice.letterOn)
  })
  it('a protected employee waits for the decision, then counts from it (R-011)', () => {
    const frame = { protectedEmployee: true }
    expect(compareChoices(asked({ frame }), shippedTexts)).toEqual({ kind: 'awaiting_decision' })
    const choice = compared({ frame, decisionOn: '2025-10-20' })
    expect(choice.reflectionEnd).toBe(day('2025-10-21'))
    expect(iso(choice.letterOn)).toBe('2025-10-22')
    expect(assumed(choice)).toContain('decisionSupposed')
  })
  it('France Travail proposes: no contract is left, ARE runs to the eve of the CSP (R-130)', () => {
    const choice = compared({ frame: { entryPath: 'france_travail' }, proposedOn: '2025-10-01' })
    expect(choice.accepted.lines.map(({ code }) => code)).toEqual(['asp', 'are'])
    expect(iso(choice.cspStart)).toBe('2025-10-23')
    // 8 to 22 October before, then 548 − 15 − 365 days after the term.
    expect(lineOf(choice.accepted, 'are')).toMatchObject({ days: 15 + 168 })
    expect([choice.accepted.areDaysUsed, choice.refused.areDaysUsed]).toEqual([548, 548])
    expect(choice.refused.lines.map(({ code }) => code)).toEqual(['are'])
  })
  it('a procedure that no text takes gives no comparison, until a person names one (R-001)', () => {
    expect(compareChoices(asked({ frame: { engagedOn: '2027-02-01' } }), shippedTexts)).toEqual({ kind: 'no_text', hole: 'after_last_text' })
    expect(compareChoices(asked({ frame: { engagedOn: '1999-02-01', hiredOn: '1990-01-01', chosenRegime: 'A0' } }), shippedTexts)).toEqual({ kind: 'no_text', hole: 'before_first_text' })
    expect(compared({ frame: { engagedOn: '2027-02-01', chosenRegime: 'H' } }).regime.code).toBe('H')
  })
  it('a proposal dated before the procedure is not compared', () => {
    expect(compareChoices(asked({ proposedOn: '2025-09-01' }), shippedTexts)).toEqual({ kind: 'not_open' })
  })
})

describe('what is not known', () => {
  it('an unknown reference wage is estimated from the gross wage, and said', () => {
    const choice = compared({ frame: { sjr: null } })
    expect(lineOf(choice.accepted, 'asp')?.daily).toBe('73.97')
    expect(assumed(choice)).toContain('sjrFromGross')
  })
  it('without any wage, the money is unknown, the days are not', () => {
    const choice = compared({ frame: { sjr: null, monthlyGross: null } })
    expect(choice.missing).toEqual(['monthlyGross'])
    expect([choice.accepted.total, choice.refused.total, choice.difference]).toEqual([null, null, null])
    expect(lineOf(choice.accepted, 'asp')).toMatchObject({ days: 365, total: null })
  })
  it('without the date of hire, neither ASP nor severance is said', () => {
    const choice = compared({ frame: { hiredOn: null } })
    expect(choice.missing).toContain('hiredOn')
    expect([lineOf(choice.accepted, 'asp')?.total, lineOf(choice.accepted, 'severance')?.total]).toEqual([null, null])
    expect(lineOf(choice.refused, 'notice')?.total).toBe('6000.00')
  })
  it('without the duration of ARE, the comparison stops at the term', () => {
    const choice = compared({ frame: { areDurationDays: null }, supposed: { months: 24 } })
    expect(choice.months).toHaveLength(13)
    expect([choice.accepted.areDaysLeft, choice.refused.areDaysLeft]).toEqual([null, null])
    expect(assumed(choice)).toContain('durationUnknown')
    expect(choice.difference).not.toBeNull()
  })
})

describe('a job supposed', () => {
  const job = { on: day('2026-03-02'), monthlyGross: '2800.00' }
  it('stops both benefits, opens the bonus, and leaves more days of ARE without the CSP’s', () => {
    const choice = compared({ supposed: { job } })
    // 30 September to 1 March: 153 days; the rest, 212 days, opens half of 212 × 73.97.
    expect(lineOf(choice.accepted, 'asp')?.days).toBe(153)
    expect(lineOf(choice.accepted, 'bonus')?.total).toBe('7840.82')
    expect(lineOf(choice.refused, 'are')?.days).toBe(98)
    expect([choice.accepted.areDaysLeft, choice.refused.areDaysLeft]).toEqual([395, 450])
    expect(choice.kept.find(({ code }) => code === 'keptAre')?.values).toEqual({ days: 395, job: true })
    expect(lineOf(choice.accepted, 'job')?.total).toBe(lineOf(choice.refused, 'job')?.total)
  })
  it('waits without the CSP for the end of a notice that is worked, not of one that is not', () => {
    const early = { on: day('2025-10-06'), monthlyGross: '2800.00' }
    const worked = compared({ supposed: { job: early } })
    expect(assumed(worked)).toContain('jobAfterNotice')
    expect(lineOf(worked.refused, 'job')?.amounts[1]).toBe('0.00')
    const free = compared({ supposed: { job: early, noticeWorked: false } })
    expect(lineOf(free.refused, 'job')?.amounts[1]).toBe(lineOf(free.accepted, 'job')?.amounts[1])
    expect(free.refused.daysWithoutPay).toBe(0)
  })
  it('after month 10 opens no bonus but the wage-gap indemnity, within half of what is left (R-510)', () => {
    const choice = compared({ supposed: { job: { on: day('2026-08-03'), monthlyGross: '2700.00' } } })
    expect(lineOf(choice.accepted, 'bonus')).toBeUndefined()
    // 30 × 98.63 − 2,700 = 258.90 a month; the cap is half of 58 × 73.97.
    expect(lineOf(choice.accepted, 'wageGap')?.amounts.filter((amount) => amount !== '0.00').slice(0, 2)).toEqual(['258.90', '258.90'])
  })
})

describe('months', () => {
  it('begin on the day of the hand-over and end with calendar months', () => {
    const { months } = compared({ frame: { engagedOn: '2026-01-31' }, supposed: { months: 3 } })
    expect(months.slice(0, 3).map(({ from, to }) => [isoOf(from), isoOf(to)])).toEqual([
      ['2026-01-31', '2026-01-31'], ['2026-02-01', '2026-02-28'], ['2026-03-01', '2026-03-31'],
    ])
  })
  it('hold 29 February in its year', () => {
    const { months } = compared({ frame: { engagedOn: '2024-02-08' }, supposed: { months: 4 } })
    expect(months[0] && isoOf(months[0].to)).toBe('2024-02-29')
  })
  it('are never too few for both contracts to end, never more than 24', () => {
    expect(compared({ supposed: { months: 1 } }).months).toHaveLength(3)
    expect(compared({ frame: { areDurationDays: 1095 } }).months).toHaveLength(24)
  })
})

describe('any choice', () => {
  const asking = fc.record({
    engaged: fc.integer({ min: day('2011-09-01'), max: day('2026-12-31') }),
    hired: fc.integer({ min: 0, max: 9_000 }),
    gross: fc.integer({ min: 100, max: 1_200_000 }),
    notice: fc.constantFrom(null, 0, 1, 1.5, 2, 3, 6),
    duration: fc.option(fc.integer({ min: 0, max: 1_200 })),
    waiting: fc.integer({ min: 0, max: 60 }),
    leave: fc.option(fc.integer({ min: 0, max: 900_000 })),
    months: fc.option(fc.integer({ min: 1, max: 24 })),
    path: fc.constantFrom('employer', 'france_travail', 'experiment'),
    job: fc.option(fc.integer({ min: 0, max: 900 })),
    worked: fc.boolean(),
  })
  const money = (cents: number) => (cents / 100).toFixed(2)

  it('never pays a negative amount; its months sum to its lines; days × daily is the line; days used and left are the duration', () => {
    fc.assert(
      fc.property(asking, (one) => {
        const engaged = addDays(day('1970-01-01'), one.engaged)
        const choice = compareChoices(
          asked({
            frame: { engagedOn: isoOf(engaged), entryPath: one.path, hiredOn: isoOf(addDays(engaged, -one.hired)), monthlyGross: money(one.gross), sjr: null, noticeMonths: one.notice, areDurationDays: one.duration },
            supposed: {
              waitingDays: one.waiting, paidLeave: one.leave === null ? null : money(one.leave), months: one.months, noticeWorked: one.worked,
              job: one.job === null ? null : { on: addDays(engaged, one.job), monthlyGross: '2000.00' },
            },
          }),
          shippedTexts,
        )
        expect(['compared', 'no_text']).toContain(choice.kind)
        if (choice.kind !== 'compared') return
        for (const side of [choice.accepted, choice.refused]) {
          for (const line of side.lines) {
            for (const amount of line.amounts) expect(Number(amount)).toBeGreaterThanOrEqual(0)
            expect(line.daily === null || line.total === null || line.total === money(Math.round(Number(line.daily) * 100) * (line.days ?? 0))).toBe(true)
            expect(cents(line.amounts)).toBe(Math.round(Number(line.total) * 100))
          }
          expect(cents(side.monthly)).toBe(Math.round(Number(side.total) * 100))
          expect(side.areDaysUsed === null ? side.areDaysLeft : side.areDaysUsed + (side.areDaysLeft ?? Number.NaN)).toBe(side.areDaysUsed === null ? null : one.duration)
        }
        expect(cents(choice.accepted.monthly) - cents(choice.refused.monthly)).toBe(Math.round(Number(choice.difference) * 100))
        const ids = new Set(choice.assumptions.map(({ id }) => id))
        for (const line of [...choice.accepted.lines, ...choice.refused.lines]) for (const id of line.assumes) expect(ids.has(id)).toBe(true)
        for (const locale of ['fr', 'en'] as const) {
          const words = choiceWords(locale)
          for (const text of [...choice.assumptions.map(words.assumption), ...[...choice.kept, ...choice.lost, ...choice.gained].map(words.statement)])
            expect(text).not.toMatch(/undefined|null|NaN|  |,,/u)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has a name for every line in both languages', () => {
    for (const locale of ['fr', 'en'] as const) for (const code of CHOICE_LINES) expect(choiceWords(locale).line(code).label).not.toBe('')
  })
})

function cents(amounts: readonly (string | null)[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)
}
