import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, articleOf, dayOfFact, derive, isoOf, LEDGER_STATES, shippedTexts, wording, type CaseFile, type Fact, type FactKind, type LedgerState } from '@/lib/accord'
import { datesOf, startingOn, type WrittenFact } from './a-file'
import { lifeArbitrary } from './lives'

/** CSP from 30 September 2025 to 29 September 2026, 75.00 euros a day. */
const FRAME = { sjr: '100.00', areDurationDays: 548 }
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]
const csp = (facts: readonly WrittenFact[], today: string, frame: Readonly<Record<string, unknown>> = {}) =>
  startingOn('2025-09-30', [...PREPARED, ...facts], today, { frame: { ...FRAME, ...frame } })

/** `2025-09-30 2025-10-09 10 paid`, one line for each span. */
function linesOf(file: CaseFile): readonly string[] {
  return (file.ledger?.spans ?? []).map(({ from, to, days, state, cause, rule }) => `${isoOf(from)} ${isoOf(to)} ${days} ${state}${cause === null ? '' : ` ${cause}`} [${rule}]`)
}

describe('the day ledger', () => {
  it('R-204: every day from the start to the term, paid before today and to come from today on', () => {
    const on = (today: string) => linesOf(csp([], today))
    expect(on('2025-09-30')).toEqual(['2025-09-30 2026-09-29 365 left [R-204]'])
    expect(on('2025-10-01')).toEqual(['2025-09-30 2025-09-30 1 paid [R-204]', '2025-10-01 2026-09-29 364 left [R-204]'])
    expect(on('2026-09-29').at(-1)).toBe('2026-09-29 2026-09-29 1 left [R-204]')
    expect(on('2026-09-30')).toEqual(['2025-09-30 2026-09-29 365 paid [R-204]'])
    expect(articleOf('R-204', 'H')).toBe('Conv. 2015 art. 17')
  })

  it('R-400, R-208, R-205: what suspends the allowance, each under its rule and its fact', () => {
    const file = csp(
      [
        ['work_period', '2025-11-03', { to: '2025-11-07' }],
        ['suspension', '2026-01-05', { to: '2026-01-09' }],
        ['suspension', '2026-02-02', { cause: 'maternity', to: '2026-02-06' }],
        ['asp_stopped', '2026-03-02', { cause: 'civic_service' }],
        ['asp_resumed', '2026-03-07'],
      ],
      '2026-03-10',
    )
    expect(linesOf(file).filter((line) => line.includes('suspended'))).toEqual([
      '2025-11-03 2025-11-07 5 suspended work_period [R-400]',
      '2026-01-05 2026-01-09 5 suspended sickness [R-208]',
      '2026-02-02 2026-02-06 5 suspended maternity [R-404]',
      '2026-03-02 2026-03-06 5 suspended stop_civic_service [R-205]',
    ])
    expect(file.ledger?.spans.flatMap((span) => (span.state === 'suspended' ? [span.factIndex] : []))).toEqual([5, 6, 7, 8])
    // Ten days of leave are added to the term, and counted.
    expect(file.ledger?.days).toBe(375)
    expect(file.ledger?.totals).toEqual({ paid: 141, suspended: 20, deducted: 0, left: 214 })
    expect(file.totals.aspDaysPaid).toBe(141)
  })

  it('R-205: a day that two things stop counts once, under the one that came first', () => {
    const file = csp([['asp_stopped', '2025-11-03', { cause: 'work' }], ['suspension', '2025-11-05', { to: '2025-11-07' }], ['asp_resumed', '2025-11-06']], '2025-12-01')
    expect(linesOf(file).slice(1, 3)).toEqual(['2025-11-03 2025-11-05 3 suspended stop_work [R-205]', '2025-11-06 2025-11-07 2 suspended sickness [R-208]'])
  })

  it('R-410, R-601, R-600, R-119: a job, an exclusion, a closing and an annulment leave nothing to come', () => {
    const last = (facts: readonly WrittenFact[]) => {
      const file = csp(facts, '2026-03-10')
      expect(file.refusals).toEqual([])
      expect(file.ledger?.totals.left).toBe(0)
      return linesOf(file).at(-1)
    }
    expect(last([['job_started', '2026-02-02']])).toBe('2026-02-02 2026-09-29 240 suspended job [R-410]')
    expect(last([['action_refused', '2026-01-05'], ['exclusion_decided', '2026-02-02']])).toBe('2026-02-02 2026-09-29 240 suspended exclusion [R-601]')
    expect(last([['file_closed', '2026-02-02']])).toBe('2026-02-02 2026-09-29 240 suspended closing [R-600]')
    expect(last([['annulled', '2026-02-02']])).toBe('2026-02-02 2026-09-29 240 suspended annulment [R-119]')
    expect(csp([['annulled', '2026-02-02']], '2026-03-10').totals.aspDaysPaid).toBe(125)
  })

  it('has none before the start is known, nor for a CSP annulled before its first day', () => {
    expect(startingOn('2025-09-30', [], '2025-09-09').ledger).not.toBeNull()
    expect(startingOn('2025-09-30', [['annulled', '2025-09-30']], '2025-10-10').ledger).toBeNull()
    expect(startingOn('2025-09-30', [['annulled', '2025-10-01']], '2025-10-10').ledger?.totals).toEqual({ paid: 1, suspended: 364, deducted: 0, left: 0 })
  })

  describe('R-202: under one year of seniority', () => {
    const short = (areDurationDays: number | null, facts: readonly WrittenFact[] = [], today = '2025-10-10') =>
      csp(facts, today, { hiredOn: '2025-01-01', areDurationDays })

    it('what is beyond the days of ARE is deducted: as many days as the CSP, one less, and none', () => {
      expect(short(365).ledger?.totals).toEqual({ paid: 10, suspended: 0, deducted: 0, left: 355 })
      const file = short(364)
      expect(linesOf(file).at(-1)).toBe('2026-09-29 2026-09-29 1 deducted duration [R-202]')
      expect(datesOf(file).aspEnd).toBe('2026-09-28')
      expect(short(0).ledger?.totals).toEqual({ paid: 0, suspended: 0, deducted: 365, left: 0 })
    })

    it('days suspended are not used up: the allowance ends later by as many', () => {
      expect(datesOf(short(182)).aspEnd).toBe('2026-03-30')
      const file = short(182, [['asp_stopped', '2025-11-03', { cause: 'child_rearing_benefit' }], ['asp_resumed', '2025-11-13']], '2025-12-01')
      expect(datesOf(file).aspEnd).toBe('2026-04-09')
      expect(file.ledger?.totals).toEqual({ paid: 52, suspended: 10, deducted: 173, left: 130 })
    })

    it('says that its end is not known while the duration or the seniority is not', () => {
      expect([short(182).ledger?.endKnown, short(null).ledger?.endKnown, csp([], '2025-10-10', { hiredOn: null }).ledger?.endKnown]).toEqual([true, false, false])
      expect(short(null).ledger?.totals.deducted).toBe(0)
      expect(short(null).dates.aspEnd).toBeNull()
    })
  })

  describe('R-413: days that a bonus already paid stands for', () => {
    const tried = (amount: string, broken: string, today: string): CaseFile =>
      csp([['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20', { amount }], ['trial_period_broken', broken]], today)

    it('are taken from the end: whole days only, at 75.00 euros a day', () => {
      const of = (amount: string) => linesOf(tried(amount, '2026-02-02', '2026-03-01')).at(-1)
      expect(of('1499.99')).toBe('2026-09-11 2026-09-29 19 deducted bonus [R-413]')
      expect(of('1500.00')).toBe('2026-09-10 2026-09-29 20 deducted bonus [R-413]')
      expect(of('1574.99')).toBe('2026-09-10 2026-09-29 20 deducted bonus [R-413]')
      expect(articleOf('R-413', 'H')).toBe('Conv. 2015 art. 12 §2 al. 3 et 16 §1 al. 2')
    })

    it('never reach back before the return: a bonus worth more than the days left takes those alone', () => {
      // Back on 21 September: nine days are left, and the bonus stands for twenty.
      const file = tried('1500.00', '2026-09-21', '2026-09-22')
      expect(linesOf(file)).toEqual(['2025-09-30 2026-01-04 97 paid [R-204]', '2026-01-05 2026-09-20 259 suspended job [R-410]', '2026-09-21 2026-09-29 9 deducted bonus [R-413]'])
      expect(datesOf(file).aspEnd).toBe('2026-01-04')
      expect(file.totals.aspDaysPaid).toBe(97)
    })

    it('take back no day already paid: those lost to a later job or leave go first', () => {
      const since = (facts: readonly WrittenFact[], today: string) =>
        csp([['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20', { amount: '1500.00' }], ['trial_period_broken', '2026-02-02'], ...facts], today)
      // Thirty days back, then a job to the term: they stay paid.
      const again = since([['job_started', '2026-03-04']], '2026-03-10')
      expect(again.ledger?.totals).toEqual({ paid: 127, suspended: 238, deducted: 0, left: 0 })
      // Five days stopped of the twenty: fifteen are still to take off. A leave that lengthens the CSP takes none of them.
      const stopped = since([['asp_stopped', '2026-03-04', { cause: 'moved_abroad' }], ['asp_resumed', '2026-03-09']], '2026-03-10')
      expect([stopped.ledger?.totals.deducted, datesOf(stopped).aspEnd]).toEqual([15, '2026-09-14'])
      const sick = since([['suspension', '2026-03-04', { to: '2026-03-08' }]], '2026-03-10')
      expect([sick.ledger?.totals.deducted, datesOf(sick).cspTerm, datesOf(sick).aspEnd]).toEqual([20, '2026-10-04', '2026-09-14'])
    })

    it('rest on the daily allowance that France Travail notified', () => {
      const noticed = csp(
        [
          ['benefit_notified', '2025-10-20', { aspDaily: '50.00' }],
          ['job_started', '2026-01-05'],
          ['bonus_claimed', '2026-01-06'],
          ['bonus_paid', '2026-01-20', { amount: '1500.00' }],
          ['trial_period_broken', '2026-02-02'],
        ],
        '2026-03-01',
      )
      expect(noticed.ledger?.totals.deducted).toBe(30)
    })

    it('is not known where the daily allowance is not', () => {
      const facts: readonly WrittenFact[] = [['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-02-02']]
      const file = csp(facts, '2026-03-01', { sjr: null })
      expect([file.dates.aspEnd, file.ledger?.endKnown, file.ledger?.totals.deducted]).toEqual([null, false, 0])
    })
  })
})

describe('the day ledger, over lives at random', { timeout: 60_000 }, () => {
  const sums = lifeArbitrary.map(({ record, settings, today }) => ({
    file: derive({ ...record, frame: { ...record.frame, sjr: '100.00', monthlyGross: '3000.00', noticeMonths: 2 } }, shippedTexts, settings, today),
    today,
  }))

  it('paid + suspended + deducted + left are the days from the start to the term, each once', () => {
    fc.assert(
      fc.property(sums, ({ file }) => {
        if (file.ledger === null) return
        const { spans, totals, days } = file.ledger
        expect(LEDGER_STATES.reduce((sum, state) => sum + totals[state], 0)).toBe(days)
        expect(days).toBe(file.dates.cspTerm! - file.dates.cspStart! + 1)
        const counted: Record<LedgerState, number> = { paid: 0, suspended: 0, deducted: 0, left: 0 }
        let next = file.dates.cspStart!
        for (const span of spans) {
          expect(span.from).toBe(next)
          expect(span.days).toBe(span.to - span.from + 1)
          expect(span.days).toBeGreaterThan(0)
          counted[span.state] += span.days
          next = addDays(span.to, 1)
        }
        expect(next).toBe(addDays(file.dates.cspTerm!, 1))
        expect(counted).toEqual(totals)
      }),
      { numRuns: 400 },
    )
  })

  it('agrees with the days paid and with the last day of the allowance', () => {
    fc.assert(
      fc.property(sums, ({ file, today }) => {
        if (file.ledger === null) return
        const { totals, spans, endKnown } = file.ledger
        expect(totals.paid).toBe(file.totals.aspDaysPaid)
        const { aspEnd } = file.dates
        expect(endKnown).toBe(aspEnd !== null)
        const of = (state: LedgerState) => spans.filter((span) => span.state === state)
        expect(of('paid').filter(({ to }) => to >= today)).toEqual([])
        expect(of('left').filter(({ from }) => from < today)).toEqual([])
        expect(of('deducted').filter(({ from }) => aspEnd === null || from <= aspEnd)).toEqual([])
        expect([...of('paid'), ...of('left')].filter(({ to }) => aspEnd !== null && to > aspEnd)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('days already paid stay paid, whatever is recorded for the days to come', () => {
    // What may rightly change the past: an authorisation moves the start, a notice the length of ARE.
    const moves: ReadonlySet<FactKind> = new Set<FactKind>(['authorisation_notified', 'benefit_notified'])
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const frame = { ...record.frame, sjr: '100.00' }
        const facts = record.facts.filter(({ kind }) => !moves.has(kind))
        const past = facts.filter((known) => dayOfFact(known) < today)
        const paid = (of: readonly Fact[]) => derive({ frame, facts: of }, shippedTexts, settings, today).totals.aspDaysPaid
        expect(paid(facts) ?? 0).toBe(paid(past) ?? 0)
      }),
      { numRuns: 400 },
    )
  })

  it('a suspended span names the fact that suspends it', () => {
    fc.assert(
      fc.property(sums, ({ file }) => {
        const spans = file.ledger?.spans ?? []
        expect(spans.filter(({ cause, state }) => (cause === null) !== (state === 'paid' || state === 'left'))).toEqual([])
        expect(spans.filter(({ cause, state, factIndex }) => state === 'suspended' && cause !== 'annulment' && factIndex === null)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('the end of the allowance, read aloud', () => {
  const aloud = (file: CaseFile, locale: 'fr' | 'en' = 'fr') => wording(locale).explanation('aspEnd', file)?.aloud.replaceAll(/[\u00A0\u202F]/gu, ' ')

  it('with the term', () => {
    expect(aloud(csp([], '2025-10-10'))).toBe('Votre allocation peut être versée jusqu’au mardi 29 septembre 2026, dernier jour du CSP. France Travail décide.')
    expect(aloud(csp([], '2025-10-10'), 'en')).toBe('Your allowance can be paid to Tuesday 29 September 2026, the last day of the CSP. France Travail decides.')
  })

  it('before the term: by how much, and why', () => {
    const short = csp([['work_period', '2025-11-03', { to: '2025-11-07' }]], '2025-12-01', { hiredOn: '2025-01-01', areDurationDays: 182 })
    expect(aloud(short)).toBe(
      'Votre allocation peut être versée jusqu’au samedi 4 avril 2026, soit 178 jours avant le terme du CSP, fixé au mardi 29 septembre 2026. Avec moins d’un an d’ancienneté, elle ne dure pas plus longtemps que l’ARE. L’accompagnement, lui, va jusqu’au terme. Certains jours ne sont pas payés : période de travail, 5 jours. France Travail décide.',
    )
    const tried = csp([['job_started', '2026-01-05'], ['bonus_claimed', '2026-01-06'], ['bonus_paid', '2026-01-20'], ['trial_period_broken', '2026-01-06']], '2026-03-01')
    expect(aloud(tried, 'en')).toBe(
      'Your allowance can be paid to Wednesday 9 September 2026, 20 days before the term of the CSP, Tuesday 29 September 2026. The bonus you have already received counts for 20 days of allowance. The support itself runs to the term. Some days are not paid: job, 1 day. France Travail decides.',
    )
  })

  it('its steps count the days down to the last', () => {
    const file = csp([['asp_stopped', '2025-11-03', { cause: 'child_rearing_benefit' }], ['asp_resumed', '2025-11-13']], '2025-12-01', { hiredOn: '2025-01-01', areDurationDays: 182 })
    const words = wording('fr').explanation('aspEnd', file)
    expect(words?.steps.map(({ label, effect, gives }) => [label, effect, gives].map((text) => text?.replaceAll(/[\u00A0\u202F]/gu, ' ') ?? null))).toEqual([
      ['Jours du CSP, depuis le mar. 30 sept. 2025', '365 jours', 'mar. 29 sept. 2026'],
      ['Jours sans allocation : prestation d’éducation de l’enfant', '10 jours', null],
      ['Moins d’un an d’ancienneté : pas plus de jours que l’ARE', '182 jours', null],
      ['Le dernier des jours que l’allocation peut payer', '182 jours', 'jeu. 9 avr. 2026'],
    ])
  })

  it('a span of the ledger has its words and its article', () => {
    const file = csp([['suspension', '2025-11-03', { cause: 'carer', to: '2025-11-07' }]], '2025-12-01')
    const spans = file.ledger?.spans ?? []
    const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null
    expect(spans.map((span) => Object.values(wording('fr').ledgerSpan(span, file.regime)).map(plain))).toEqual([
      ['R-204', 'Conv. 2015 art. 17', 'Payé', null],
      ['R-404', 'Av. 5 art. 3 ; Av. 9', 'Sans allocation', 'congé de proche aidant'],
      ['R-204', 'Conv. 2015 art. 17', 'Payé', null],
      ['R-204', 'Conv. 2015 art. 17', 'À venir', null],
    ])
  })
})
