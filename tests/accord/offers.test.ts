import { describe, expect, it } from 'vitest'
import { day, isoOf, parseFact, factTerms } from '@/lib/accord'
import { couldExplain } from '@/lib/accord/file/hearing.ts'
import { alertsOf, refusalsOf, startingOn, type WrittenFact } from './a-file.ts'

const START = '2025-09-30'
const csp = (facts: readonly WrittenFact[], today = '2026-03-01') => startingOn(START, facts, today)
const made = (offer: string, on: string, grounds: readonly string[] = ['plan_job', 'area', 'wage']): WrittenFact => ['offer_made', on, { offer, grounds }]
const refused = (offer: string, on: string): WrittenFact => ['offer_refused', on, { offer }]

describe('R-601: offers, their grounds and their answers', () => {
  it('one refused offer warns, a second puts the breach on its day', () => {
    const one = [made('1', '2026-01-05'), refused('1', '2026-01-12')]
    expect(csp(one).breach).toBeNull()
    expect(alertsOf(csp(one))).toContain('R-601 oneOfferRefused')
    const two: readonly WrittenFact[] = [...one, made('2', '2026-01-14'), refused('2', '2026-01-20')]
    expect(csp(two, '2026-01-19').breach).toBeNull()
    expect(csp(two, '2026-01-20').stage).toBe('breach_proposed')
    expect(csp(two, '2026-01-20').breach).toMatchObject({ putOn: day('2026-01-20'), ground: 'offer_refused', heardOn: null, excludedOn: null })
    expect(csp(two).offers.map(({ number, counts }) => [number, counts])).toEqual([['1', true], ['2', true]])
  })
  it.each([[['plan_job', 'area']], [['area', 'wage']], [['plan_job', 'wage']], [[]]])('with grounds %j only, a refusal counts for nothing, and says so', (grounds) => {
    const file = csp([made('1', '2026-01-05', grounds), refused('1', '2026-01-12'), made('2', '2026-01-14'), refused('2', '2026-01-20')])
    expect(file.breach).toBeNull()
    expect(file.alerts.filter(({ rule }) => rule === 'R-601').map(({ code, values }) => [code, values['on'] === null ? null : isoOf(values['on'] as never)])).toEqual([['oneOfferRefused', '2026-01-20'], ['offerNotCounted', '2026-01-12']])
    expect(file.offers[0]?.missing).toHaveLength(3 - grounds.length)
  })
  it('a refusal recorded without its offer counts as before', () => {
    const file = csp([['offer_refused', '2026-01-12'], made('1', '2026-01-14'), refused('1', '2026-01-20')])
    expect(file.stage).toBe('breach_proposed')
    expect(file.offers.map(({ number, counts }) => [number, counts])).toEqual([[null, true], ['1', true]])
  })
  it('silence and acceptance count for nothing', () => {
    const file = csp([made('1', '2026-01-05'), ['offer_unanswered', '2026-01-12'], made('2', '2026-01-13'), ['offer_accepted', '2026-01-14', { offer: '2' }], made('3', '2026-01-15'), refused('3', '2026-01-16')])
    expect(file.offers.map(({ answer, counts }) => [answer?.kind, counts])).toEqual([['unanswered', false], ['accepted', false], ['refused', true]])
    expect(file.breach).toBeNull()
  })
  it('an answer is to an offer already made, and given once; a number serves once', () => {
    expect(refusalsOf(csp([refused('1', '2026-01-12')]))).toEqual(['R-601 unknownOffer'])
    expect(refusalsOf(csp([refused('1', '2026-01-12'), made('1', '2026-01-13')]))).toEqual(['R-601 unknownOffer'])
    expect(refusalsOf(csp([made('1', '2026-01-12'), refused('1', '2026-01-12')]))).toEqual([])
    expect(refusalsOf(csp([made('1', '2026-01-05'), ['offer_accepted', '2026-01-10'], refused('1', '2026-01-12')]))).toEqual(['R-601 offerAnswered'])
    expect(refusalsOf(csp([made('1', '2026-01-05'), made('1', '2026-01-06')]))).toEqual(['R-601 offerNumberTaken'])
  })
  it('an acceptance may come once the job has begun, an offer may not', () => {
    const job: WrittenFact = ['job_started', '2026-02-02']
    expect(refusalsOf(csp([made('1', '2026-01-05'), job, ['offer_accepted', '2026-02-03']]))).toEqual([])
    expect(refusalsOf(csp([job, made('1', '2026-02-02')]))).toEqual(['R-601 inJob'])
  })
  it('R-602: refusals that were explained weigh no more, and are told apart', () => {
    const file = csp([made('1', '2026-01-05'), refused('1', '2026-01-06'), made('2', '2026-01-07'), refused('2', '2026-01-12'), ['explanations_heard', '2026-01-14'], ['breach_dismissed', '2026-01-20'], made('3', '2026-01-21'), refused('3', '2026-01-22')])
    expect(file.offers.map(({ counts, explained }) => [counts, explained])).toEqual([[false, true], [false, true], [true, false]])
    expect(file.breach).toBeNull()
    expect(alertsOf(file)).toContain('R-601 oneOfferRefused')
  })
  it('keeps its form: ISO days, a number from 1 to 99, an answer awaited no sooner than the offer', () => {
    const read = (terms: Readonly<Record<string, unknown>>) => parseFact('offer_made', { kind: 'offer_made', on: '2026-01-05', offer: '1', ...terms })
    expect(read({}).success && factTerms(read({ answerBy: '2026-01-05' }).data!)).toMatchObject({ on: '2026-01-05', answerBy: '2026-01-05', grounds: [] })
    for (const offer of ['1', '99']) expect(read({ offer }).success).toBe(true)
    for (const offer of ['', '0', '100', 'a', 1]) expect(read({ offer }).success).toBe(false)
    expect(read({ answerBy: '2026-01-04' }).success).toBe(false)
    expect(read({ grounds: ['luck'] }).success).toBe(false)
  })
})

describe('R-601, R-602: the person explains before it is decided', () => {
  const missed: WrittenFact = ['action_missed', '2026-01-12']
  it('there is something to explain once a breach is put', () => {
    expect(refusalsOf(csp([['explanations_heard', '2026-01-12']]))).toEqual(['R-601 noBreach'])
    expect(refusalsOf(csp([['explanations_invited', '2026-01-12', { answerBy: '2026-01-20' }]]))).toEqual(['R-601 noBreach'])
    expect(refusalsOf(csp([missed, ['explanations_invited', '2026-01-12', { answerBy: '2026-01-20' }], ['explanations_heard', '2026-01-13']]))).toEqual([])
  })
  it('heard, from that day; invited, from the day after the last one given', () => {
    const heard = csp([missed, ['explanations_heard', '2026-01-14']]).breach!
    expect([couldExplain(heard, day('2026-01-13')), couldExplain(heard, day('2026-01-14'))]).toEqual([false, true])
    const invited = csp([missed, ['explanations_invited', '2026-01-14', { answerBy: '2026-01-20' }]]).breach!
    expect([couldExplain(invited, day('2026-01-20')), couldExplain(invited, day('2026-01-21'))]).toEqual([false, true])
    expect(couldExplain(csp([missed]).breach!, day('2026-03-01'))).toBe(false)
  })
  it('a breach dropped takes what was heard with it: the next is explained anew', () => {
    const again = csp([missed, ['explanations_heard', '2026-01-14'], ['breach_dismissed', '2026-01-16'], ['action_missed', '2026-01-20']])
    expect(again.breach).toMatchObject({ putOn: day('2026-01-20'), heardOn: null })
  })
  it('nothing forbids an exclusion without it', () => {
    const file = csp([missed, ['exclusion_decided', '2026-01-20']])
    expect(refusalsOf(file)).toEqual([])
    expect(file.breach).toMatchObject({ heardOn: null, excludedOn: day('2026-01-20') })
  })
})

describe('R-303: a service given', () => {
  it('is kept from the acceptance on, and moves nothing', () => {
    const services: readonly WrittenFact[] = [['service_given', '2025-09-10'], ['service_given', '2026-01-12']]
    expect(refusalsOf(csp(services))).toEqual([])
    const { dates, deadlines, milestones, stage } = csp(services)
    const without = csp([])
    expect({ dates, deadlines, milestones, stage }).toEqual({ dates: without.dates, deadlines: without.deadlines, milestones: without.milestones, stage: without.stage })
    expect(refusalsOf(csp([['service_given', '2025-09-01']]))).toEqual(['R-303 notAccepted'])
  })
})
