import { describe, expect, it } from 'vitest'
import { admit, day, derive, isoOf, shippedTexts, type CaseFile, type Day, type FactKind, type WordValues } from '@/lib/accord'
import { fact, fileOf, frame, PLAIN_SETTINGS, plus, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/*
 * What is refused, on which ground, and with the days that the refusal names. The CSP of most lives here starts on
 * 30 September 2025 and ends on 29 September 2026; it was proposed and accepted on 8 September.
 */
const DAYS = new Set(['on', 'from', 'to', 'end', 'due', 'term', 'start', 'engagedOn', 'earliestEnd'])

function told(rule: string, code: string, values: WordValues): string {
  const said = Object.entries(values).map(([name, value]) => `${name}=${DAYS.has(name) && typeof value === 'number' ? isoOf(value as Day) : value}`)
  return [rule, code, ...said].join(' ')
}
const refusals = (file: CaseFile) => file.refusals.map(({ rule, code, values }) => told(rule, code, values))

const START = '2025-09-30'
const LATE = '2027-06-30'
const life = (facts: readonly WrittenFact[], more: Partial<WrittenFile> = {}) => refusals(startingOn(START, facts, LATE, more))
const proposed = (facts: readonly WrittenFact[], more: Partial<WrittenFile> = {}) => refusals(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ...facts], today: LATE, ...more }))
const at = (kind: FactKind, on: string, terms: Readonly<Record<string, unknown>> = {}): WrittenFact => [kind, on, terms]

const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]
const CDI: WrittenFact = ['job_started', '2026-02-02', { contract: 'cdi' }]
const SHORT_JOB: WrittenFact = ['job_started', '2026-02-02', { contract: 'cdd', months: 3 }]

/** The rule that answers for each kind, where the file is over. */
const OVER: readonly (readonly [FactKind, string])[] = [
  ['proposal_handed_over', 'R-112'], ['authorisation_notified', 'R-011'], ['motive_notified', 'R-113'], ['information_interview_held', 'R-115'], ['conservative_letter_sent', 'R-114'],
  ['sent_to_france_travail', 'R-120'], ['pre_bilan_held', 'R-301'], ['plan_validated', 'R-302'], ['month4_review_held', 'R-306'], ['final_interview_held', 'R-307'], ['contact_held', 'R-116'],
  ['training', 'R-310'], ['work_period', 'R-400'], ['work_review_held', 'R-400'], ['suspension', 'R-404'], ['asp_stopped', 'R-205'], ['asp_resumed', 'R-205'], ['job_started', 'R-410'],
  ['trial_period_broken', 'R-412'], ['job_ended', 'R-414'], ['bonus_claimed', 'R-501'], ['wage_gap_claimed', 'R-510'], ['benefit_notified', 'R-200'], ['action_refused', 'R-601'], ['action_missed', 'R-601'],
  ['offer_made', 'R-601'], ['offer_accepted', 'R-601'], ['offer_unanswered', 'R-601'], ['explanations_invited', 'R-601'], ['explanations_heard', 'R-601'], ['service_given', 'R-303'],
  ['offer_refused', 'R-601'], ['false_statement', 'R-601'], ['breach_dismissed', 'R-601'], ['exclusion_decided', 'R-601'], ['term_letter_relayed', 'R-308'], ['follow_up_held', 'R-309'],
]
/** Those that ask for a running CSP. */
const RUNNING: readonly (readonly [FactKind, string])[] = OVER.filter(([kind]) =>
  ['pre_bilan_held', 'plan_validated', 'month4_review_held', 'final_interview_held', 'training', 'work_period', 'suspension', 'asp_stopped', 'asp_resumed', 'job_started', 'action_refused', 'action_missed', 'offer_made', 'offer_refused', 'false_statement', 'exclusion_decided', 'term_letter_relayed'].includes(kind))
/** What a kind needs to be written at all. */
const WRITTEN_WITH: Readonly<Partial<Record<FactKind, Readonly<Record<string, unknown>>>>> = {
  benefit_notified: { aspDaily: '73.97' },
  explanations_invited: { answerBy: '2026-12-31' },
}
const terms = (kind: FactKind): Readonly<Record<string, unknown>> => WRITTEN_WITH[kind] ?? {}

describe('a file that is over takes no act more', () => {
  it.each(OVER)('%s: closed, from the day of the closing (%s)', (kind, rule) => {
    const closed: WrittenFact = ['file_closed', '2026-01-12', { motive: 'death' }]
    expect(life([closed, at(kind, '2026-01-12', terms(kind))])).toEqual([`${rule} fileClosed on=2026-01-12`])
    expect(life([closed, at(kind, '2026-01-13', terms(kind))])).toEqual([`${rule} fileClosed on=2026-01-12`])
    expect(life([at(kind, '2026-01-11', terms(kind)), closed]).filter((refusal) => refusal.includes('fileClosed'))).toEqual([])
  })
  it.each(OVER)('%s: annulled, from the day of the annulment (%s)', (kind, rule) => {
    const annulled: WrittenFact = ['annulled', '2026-01-12']
    expect(life([annulled, at(kind, '2026-01-12', terms(kind))])).toEqual([`${rule} fileAnnulled on=2026-01-12`])
    expect(life([at(kind, '2026-01-11', terms(kind)), annulled]).filter((refusal) => refusal.includes('fileAnnulled'))).toEqual([])
  })
  it.each(OVER)('%s: refused, from the day of the refusal (%s)', (kind, rule) => {
    const refused: WrittenFact = ['refused', '2025-09-15']
    expect(proposed([refused, at(kind, '2025-09-15', terms(kind))])).toEqual([`${rule} proposalRefused on=2025-09-15`])
    expect(proposed([at(kind, '2025-09-14', terms(kind)), refused]).filter((refusal) => refusal.includes('proposalRefused'))).toEqual([])
  })
  it('an answer, a registration and a second closing each have their own words', () => {
    expect(proposed([['annulled', '2025-09-12'], ['accepted', '2025-09-12']])).toEqual(['R-116 fileAnnulled on=2025-09-12'])
    expect(proposed([['annulled', '2025-09-12'], ['refused', '2025-09-13']])).toEqual(['R-118 fileAnnulled on=2025-09-12'])
    expect(proposed([['refused', '2025-09-11'], ['annulled', '2025-09-12']])).toEqual([])
    expect(life([['annulled', '2026-01-12'], ['registered', '2026-01-12']])).toEqual(['R-603 fileAnnulled on=2026-01-12'])
    expect(life([['registered', '2026-01-11'], ['annulled', '2026-01-12']])).toEqual([])
    expect(life([['annulled', '2026-01-12'], ['annulled', '2026-01-15']])).toEqual(['R-119 fileAnnulled on=2026-01-12'])
    expect(life([['file_closed', '2026-01-12', { motive: 'death' }], ['file_closed', '2026-01-15', { motive: 'death' }]])).toEqual(['R-600 fileClosed on=2026-01-12'])
  })
})

describe('an act of the CSP waits for it to run', () => {
  it.each(RUNNING)('%s: not before its first day (%s)', (kind, rule) => {
    expect(life([at(kind, '2025-09-29')])).toEqual([`${rule} beforeStart start=2025-09-30`])
    expect(life([at(kind, '2025-09-30')]).filter((refusal) => refusal.includes('beforeStart'))).toEqual([])
  })
  it.each(RUNNING)('%s: not before the answer (%s)', (kind, rule) => {
    expect(proposed([at(kind, '2025-09-20')])).toEqual([`${rule} notAccepted`])
  })
  it.each(RUNNING)('%s: not while no text governs (R-001, not %s)', (kind) => {
    const holed = refusals(fileOf({ engagedOn: '2015-01-15', facts: [['proposal_handed_over', '2015-01-15'], at(kind, '2015-03-01')], today: LATE }))
    expect(holed).toContain('R-001 noText')
  })
  it.each(RUNNING)('%s: not while the authorisation is awaited (%s)', (kind, rule) => {
    const waiting = refusals(fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-09'], at(kind, '2025-10-15')], today: LATE }))
    expect(waiting).toEqual([`${rule} authorisationPending`])
  })
  it.each(RUNNING)('%s: nor once it was refused (%s)', (kind, rule) => {
    const denied = refusals(fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: true }, facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-09'], ['authorisation_notified', '2025-10-10', { granted: false }], at(kind, '2025-10-15')], today: LATE }))
    expect(denied.length).toBe(1)
    expect(denied[0]?.split(' ')[0]).toBe(rule)
  })
  it.each(RUNNING.filter(([kind]) => kind !== 'final_interview_held' && kind !== 'job_started'))('%s: not after its term (%s)', (kind, rule) => {
    expect(life([at(kind, '2026-09-30')])).toEqual([`${rule} afterTerm term=2026-09-29`])
    expect(life([at(kind, '2026-09-29')]).filter((refusal) => refusal.includes('afterTerm'))).toEqual([])
  })
  it.each(RUNNING)('%s: not from the first day of a job that ends it (%s)', (kind, rule) => {
    expect(life([...PREPARED, CDI, at(kind, '2026-02-02')])).toEqual([`${rule} inJob on=2026-02-02`])
  })
  it.each(RUNNING)('%s: not from the day of an exclusion (%s)', (kind, rule) => {
    const excluded: readonly WrittenFact[] = [['action_missed', '2026-01-12'], ['exclusion_decided', '2026-01-20']]
    expect(life([...excluded, at(kind, '2026-01-20')])).toEqual([`${rule} afterExclusion on=2026-01-20`])
    // An exclusion decided on the eve is the one that refuses the other.
    const eve = life([...excluded, at(kind, '2026-01-19')]).filter((refusal) => refusal.includes('afterExclusion'))
    expect(eve).toEqual(kind === 'exclusion_decided' ? ['R-601 afterExclusion on=2026-01-19'] : [])
  })
  it('R-307: a final interview held late is recorded all the same', () => {
    expect(life([['final_interview_held', '2026-10-05']])).toEqual([])
  })
})

describe('R-110 to R-130: the proposal and the answer', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['R-112: not before the procedure', refusals(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-07']], today: LATE })), ['R-112 beforeProcedure engagedOn=2025-09-08']],
    ['R-110: once', proposed([['proposal_handed_over', '2025-09-10']]), ['R-110 alreadyProposed on=2025-09-08']],
    ['R-116: not before the proposal', refusals(fileOf({ engagedOn: '2025-09-01', facts: [['accepted', '2025-09-07'], ['proposal_handed_over', '2025-09-08']], today: LATE })), ['R-116 notProposed']],
    ['R-118: a refusal neither', refusals(fileOf({ engagedOn: '2025-09-01', facts: [['refused', '2025-09-07']], today: LATE })), ['R-118 notProposed']],
    ['R-118: refused once', proposed([['refused', '2025-09-15'], ['accepted', '2025-09-16']]), ['R-118 alreadyRefused on=2025-09-15']],
    ['R-119: accepted once', proposed([['accepted', '2025-09-15'], ['refused', '2025-09-16']]), ['R-119 alreadyAccepted on=2025-09-15']],
    ['R-117: on the last day', proposed([['accepted', '2025-09-29']]), []],
    ['R-117: the day after', proposed([['accepted', '2025-09-30']]), ['R-117 answerAfterPeriod end=2025-09-29']],
    ['R-117: a refusal the day after', proposed([['refused', '2025-09-30']]), ['R-117 answerAfterPeriod end=2025-09-29']],
    ['R-119: not annulled by one alone once accepted', proposed([['accepted', '2025-09-15'], ['annulled', '2025-09-15', { employeeAgreed: false }]]), ['R-119 agreementNeeded on=2025-09-15']],
    ['R-119: nor later', proposed([['accepted', '2025-09-15'], ['annulled', '2025-09-25', { employeeAgreed: false }]]), ['R-119 agreementNeeded on=2025-09-15']],
    ['R-119: by one alone before any answer', proposed([['annulled', '2025-09-14', { employeeAgreed: false }]]), []],
    ['R-119: by both', proposed([['accepted', '2025-09-15'], ['annulled', '2025-09-25', { employeeAgreed: true }]]), []],
    ['R-115: not before the proposal', refusals(fileOf({ engagedOn: '2025-09-01', facts: [['information_interview_held', '2025-09-07'], ['proposal_handed_over', '2025-09-08']], today: LATE })), ['R-115 notProposed']],
    ['R-115: from the day of the proposal', proposed([['information_interview_held', '2025-09-08']]), []],
    ['R-115: to the last day', proposed([['information_interview_held', '2025-09-29']]), []],
    ['R-115: not after', proposed([['information_interview_held', '2025-09-30']]), ['R-115 interviewAfterPeriod end=2025-09-29']],
    ['R-114: no letter before the proposal', refusals(fileOf({ engagedOn: '2025-09-01', facts: [['conservative_letter_sent', '2025-09-07'], ['proposal_handed_over', '2025-09-08']], today: LATE })), ['R-114 notProposed']],
    ['R-114: from the day of the proposal', proposed([['conservative_letter_sent', '2025-09-08']]), []],
    ['R-120: nothing is sent before the acceptance', proposed([['sent_to_france_travail', '2025-09-14'], ['accepted', '2025-09-15']]), ['R-120 notAccepted']],
    ['R-120: the same day it is', proposed([['accepted', '2025-09-15'], ['sent_to_france_travail', '2025-09-15']]), []],
    ['R-116: no contact before the acceptance', proposed([['contact_held', '2025-09-14'], ['accepted', '2025-09-15']]), ['R-116 notAccepted']],
    ['R-116: from that day on', proposed([['accepted', '2025-09-15'], ['contact_held', '2025-09-15']]), []],
    ['R-200: no figure before the acceptance', proposed([['benefit_notified', '2025-09-14', { aspDaily: '73.97' }], ['accepted', '2025-09-15']]), ['R-200 notAccepted']],
    ['R-130: the employer proposed: no registration before the CSP', life([['registered', '2025-09-29']]), ['R-130 registeredOnEmployerPath']],
    ['R-603: from its first day', life([['registered', '2025-09-30']]), []],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })
  const atFranceTravail = (facts: readonly WrittenFact[]) => refusals(fileOf({ engagedOn: '2025-09-08', path: 'france_travail', facts, today: LATE }))
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-130: not before the procedure', [['registered', '2025-09-07']], ['R-130 beforeProcedure engagedOn=2025-09-08']],
    ['R-130: from its day', [['registered', '2025-09-08']], []],
    ['R-130: once', [['registered', '2025-10-08'], ['registered', '2025-10-10']], ['R-130 alreadyRegistered on=2025-10-08']],
    ['R-603: again from the first day of the CSP', [['registered', '2025-10-08'], ['accepted', '2025-10-10'], ['registered', '2025-10-30']], []],
    ['R-603: not on its eve', [['registered', '2025-10-08'], ['accepted', '2025-10-10'], ['registered', '2025-10-29']], ['R-130 alreadyRegistered on=2025-10-08']],
    ['R-116: no answer before the registration', [['accepted', '2025-10-07'], ['registered', '2025-10-08']], ['R-116 notRegistered']],
    ['R-115: no interview before it', [['information_interview_held', '2025-10-07'], ['registered', '2025-10-08']], ['R-115 notRegistered']],
    ['R-130: none once annulled', [['annulled', '2025-10-07'], ['registered', '2025-10-08']], ['R-130 fileAnnulled on=2025-10-07']],
    ['R-110: the employer may hand the document over twice there', [['proposal_handed_over', '2025-09-10'], ['proposal_handed_over', '2025-09-12']], []],
  ])('at France Travail, %s', (_what, facts, expected) => {
    expect(atFranceTravail(facts)).toEqual(expected)
  })
  it('R-011: a decision is for a protected employee, once, and not before the procedure', () => {
    const protectedOne = (facts: readonly WrittenFact[], protectedEmployee: boolean | null) => refusals(fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee }, facts, today: LATE }))
    expect(protectedOne([['authorisation_notified', '2025-10-01']], false)).toEqual(['R-011 notProtected'])
    expect(protectedOne([['authorisation_notified', '2025-10-01']], null)).toEqual([])
    expect(protectedOne([['authorisation_notified', '2025-09-07']], true)).toEqual(['R-011 beforeProcedure engagedOn=2025-09-08'])
    expect(protectedOne([['authorisation_notified', '2025-09-08']], true)).toEqual([])
    expect(protectedOne([['authorisation_notified', '2025-10-01'], ['authorisation_notified', '2025-10-05']], true)).toEqual(['R-011 alreadyDecided on=2025-10-01'])
  })
  it('R-001: in a hole no answer is heard until a text is named', () => {
    const holed = (chosenRegime: string | null) => refusals(fileOf({ engagedOn: '2015-01-15', frame: { chosenRegime }, facts: [['proposal_handed_over', '2015-01-15'], ['accepted', '2015-01-20']], today: LATE }))
    expect([holed(null), holed('B')]).toEqual([['R-001 noText'], []])
  })
})

describe('R-301 to R-308: support', () => {
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-301: held once', [['pre_bilan_held', '2025-10-03'], ['pre_bilan_held', '2025-10-06']], ['R-301 alreadyHeld on=2025-10-03']],
    ['R-302: not before the pré-bilan', [['plan_validated', '2025-10-20']], ['R-302 preBilanFirst']],
    ['R-302: the person did not sign', [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20', { signedByBeneficiary: false }]], ['R-302 twoSignatures']],
    ['R-302: the adviser did not sign', [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20', { signedByAdviser: false }]], ['R-302 twoSignatures']],
    ['R-302: both signed', [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20', { signedByAdviser: true, signedByBeneficiary: true }]], []],
    ['R-306: held once', [['month4_review_held', '2026-01-20'], ['month4_review_held', '2026-01-25']], ['R-306 alreadyHeld on=2026-01-20']],
    ['R-400: nothing to review before a period ends', [['work_period', '2026-01-05', { to: '2026-01-16' }], ['work_review_held', '2026-01-15']], ['R-400 noWorkToReview']],
    ['R-400: from its last day', [['work_period', '2026-01-05', { to: '2026-01-16' }], ['work_review_held', '2026-01-16']], []],
    ['R-400: a leave is no work', [['suspension', '2026-01-05', { to: '2026-01-16' }], ['work_review_held', '2026-01-20']], ['R-400 noWorkToReview']],
    ['R-400: nor a period that is open', [['work_period', '2026-01-05'], ['work_review_held', '2026-01-20']], ['R-400 noWorkToReview']],
    ['R-400: one period over is enough, others being open', [['work_period', '2026-01-05', { to: '2026-01-16' }], ['suspension', '2026-02-02'], ['work_review_held', '2026-02-10']], []],
    ['R-205: stopped once', [['asp_stopped', '2026-01-12'], ['asp_stopped', '2026-01-15']], ['R-205 aspAlreadyStopped on=2026-01-12']],
    ['R-205: stopped again once resumed', [['asp_stopped', '2026-01-12'], ['asp_resumed', '2026-01-14'], ['asp_stopped', '2026-01-15']], []],
    ['R-205: not resumed unless stopped', [['asp_resumed', '2026-01-14']], ['R-205 aspNotStopped']],
    ['R-205: nor resumed twice', [['asp_stopped', '2026-01-12'], ['asp_resumed', '2026-01-14'], ['asp_resumed', '2026-01-15']], ['R-205 aspNotStopped']],
  ])('%s', (_what, facts, expected) => {
    expect(life(facts)).toEqual(expected)
  })
  it('R-302: before the amendment of 2019 one signature is enough', () => {
    const of2016 = refusals(startingOn('2016-03-01', [['pre_bilan_held', '2016-03-04'], ['plan_validated', '2016-03-20', { signedByAdviser: false }]], LATE))
    expect(of2016).toEqual([])
  })
})

describe('R-400 to R-411: work periods', () => {
  const work = (from: string, to: string | null, more: Readonly<Record<string, unknown>> = {}): WrittenFact => ['work_period', from, { to, ...more }]
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-401: not for a private individual', [work('2026-01-05', '2026-01-16', { employer: 'individual' })], ['R-401 privateIndividual']],
    ['R-400: two days', [work('2026-01-05', '2026-01-06')], ['R-400 tooShortDays days=2 minimum=3 earliestEnd=2026-01-07 workText=Conv-12']],
    ['R-400: three days', [work('2026-01-05', '2026-01-07')], []],
    ['R-400: not validated', [work('2026-01-05', '2026-01-16', { validatedOn: null })], ['R-400 notValidated from=2026-01-05 workText=Conv-12']],
    ['R-400: validated the day after', [work('2026-01-05', '2026-01-16', { validatedOn: '2026-01-06' })], ['R-400 validatedLate from=2026-01-05 workText=Conv-12']],
    ['R-400: validated that day', [work('2026-01-05', '2026-01-16', { validatedOn: '2026-01-05' })], []],
    ['R-411: six months to the day', [work('2026-01-05', '2026-07-04')], ['R-411 endsCspExactly months=6']],
    ['R-410: a day more', [work('2026-01-05', '2026-07-05')], ['R-410 endsCspFrom months=6']],
    ['R-411: a day less', [work('2026-01-05', '2026-07-03')], []],
    ['R-400: no day shared with another period', [work('2026-01-05', '2026-01-16'), work('2026-01-16', '2026-01-20')], ['R-400 overlapsWork from=2026-01-05 to=2026-01-16']],
    ['R-400: the day after, one may begin', [work('2026-01-05', '2026-01-16'), work('2026-01-17', '2026-01-20')], []],
    ['R-400: nor with one that is open', [work('2026-01-05', null), work('2026-03-16', '2026-03-20')], ['R-400 overlapsWork from=2026-01-05 to=null']],
    ['R-400: nor with a leave', [['suspension', '2026-01-05', { to: '2026-01-16' }], work('2026-01-16', '2026-01-20')], ['R-400 overlapsLeave from=2026-01-05 to=2026-01-16']],
    ['R-404: a leave neither', [work('2026-01-05', '2026-01-16'), ['suspension', '2026-01-10', { to: '2026-01-20' }]], ['R-404 overlapsWork from=2026-01-05 to=2026-01-16']],
    ['R-410: a job beside the CSP neither', [work('2026-01-05', '2026-02-16'), SHORT_JOB], ['R-410 overlapsWork from=2026-01-05 to=2026-02-16']],
    ['R-400: no work beside such a job', [SHORT_JOB, work('2026-02-02', '2026-02-06')], ['R-400 overlapsJob on=2026-02-02']],
    ['R-404: no leave either', [SHORT_JOB, ['suspension', '2026-02-10', { to: '2026-02-20' }]], ['R-404 overlapsJob on=2026-02-02']],
    ['R-402: 183 days in all', [work('2025-10-06', '2025-12-31'), work('2026-01-05', '2026-04-10')], []],
    ['R-402: a day more', [work('2025-10-06', '2025-12-31'), work('2026-01-05', '2026-04-11')], ['R-402 totalExceeded months=6 maximum=183 before=87 left=96 workText=Conv-12']],
    ['R-402: nothing left', [work('2025-10-06', '2025-12-31'), work('2026-01-05', '2026-04-10'), work('2026-05-04', '2026-05-06')], ['R-402 totalExceeded months=6 maximum=183 before=183 left=0 workText=Conv-12']],
    ['R-402: a leave counts for nothing', [['suspension', '2025-10-06', { to: '2025-12-31' }], work('2026-01-05', '2026-06-30')], []],
    ['R-402: an open period is judged by its first day', [work('2025-10-06', '2025-12-31'), work('2026-01-05', null)], []],
  ])('%s', (_what, facts, expected) => {
    expect(life(facts)).toEqual(expected)
  })
  it.each<[string, string, readonly WrittenFact[], readonly string[]]>([
    ['R-400 in 2011: less than a month', '2011-11-01', [work('2011-11-16', '2011-12-14')], ['R-400 tooShortMonths days=29 minimum=1 earliestEnd=2011-12-15 workText=ANI-16']],
    ['R-400 in 2011: a month', '2011-11-01', [work('2011-11-16', '2011-12-15')], []],
    ['R-400 in 2011: a third one', '2011-10-01', [work('2011-10-03', '2011-11-02'), work('2011-11-07', '2011-12-06'), work('2011-12-12', '2012-01-11')], ['R-400 tooMany count=2 workText=ANI-16']],
    ['R-402 in 2011: three months in all', '2011-10-01', [work('2011-10-03', '2011-11-30'), work('2011-12-05', '2012-01-07')], ['R-402 totalExceeded months=3 maximum=92 before=59 left=33 workText=ANI-16']],
    ['R-400 in 2012: thirteen days', '2012-03-01', [work('2012-04-02', '2012-04-14')], ['R-400 tooShortDays days=13 minimum=14 earliestEnd=2012-04-15 workText=ANI-av1']],
    ['R-400 in 2012: no validation is asked', '2012-03-01', [work('2012-04-02', '2012-04-15', { validatedOn: null })], []],
    ['R-410 in 2012: over three months', '2012-03-01', [work('2012-04-02', '2012-07-02')], ['R-410 endsCspOver months=3']],
    ['R-410 in 2012: three months', '2012-03-01', [work('2012-04-02', '2012-07-01')], []],
  ])('%s', (_what, start, facts, expected) => {
    expect(refusals(startingOn(start, facts, LATE))).toEqual(expected)
  })
})

describe('R-410 to R-414: jobs', () => {
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-410: one job at a time', [CDI, ['job_started', '2026-03-02', { contract: 'cdi' }]], ['R-410 inJob on=2026-02-02']],
    ['R-410: one found after the term is followed', [['job_started', '2026-10-05', { contract: 'cdi' }]], []],
    ['R-410: but not two', [['job_started', '2026-10-05', { contract: 'cdi' }], ['job_started', '2026-10-12', { contract: 'cdi' }]], ['R-410 inJob on=2026-10-05']],
    ['R-412: no job to break', [['trial_period_broken', '2026-02-10']], ['R-412 noJob']],
    ['R-412: broken before its term', [CDI, ['trial_period_broken', '2026-02-10']], []],
    ['R-412: on the last day of the CSP', [CDI, ['trial_period_broken', '2026-09-29']], []],
    ['R-412: after it', [CDI, ['trial_period_broken', '2026-09-30']], ['R-412 afterTerm term=2026-09-29']],
    ['R-412: a job beside the CSP may be broken too', [SHORT_JOB, ['trial_period_broken', '2026-02-10']], []],
    ['R-414: ended already', [CDI, ['job_ended', '2026-02-10'], ['trial_period_broken', '2026-02-10']], ['R-414 jobAlreadyEnded on=2026-02-10']],
    ['R-412: broken on the eve of its end', [CDI, ['trial_period_broken', '2026-02-09'], ['job_ended', '2026-02-10']], ['R-414 noJob']],
    ['R-414: no job to end', [['job_ended', '2026-02-10']], ['R-414 noJob']],
    ['R-414: ended once', [CDI, ['job_ended', '2026-02-10'], ['job_ended', '2026-02-12']], ['R-414 jobAlreadyEnded on=2026-02-10']],
    ['R-414: one found after the term may end', [['job_started', '2026-10-05', { contract: 'cdi' }], ['job_ended', '2026-11-10']], []],
    ['R-414: the day it began', [['job_started', '2026-10-05', { contract: 'cdi' }], ['job_ended', '2026-10-05']], []],
    ['R-309: no job to follow', [['follow_up_held', '2026-02-10']], ['R-309 noJobToFollow']],
    ['R-309: from the first day of the job', [CDI, ['follow_up_held', '2026-02-02']], []],
    ['R-309: six months', [CDI, ['follow_up_held', '2026-08-02']], []],
    ['R-309: not after', [CDI, ['follow_up_held', '2026-08-03']], ['R-309 followUpOver end=2026-08-02']],
    ['R-309: a job found after the term is followed from its first day', [['job_started', '2026-10-05', { contract: 'cdi' }], ['follow_up_held', '2026-10-05']], []],
    ['R-309: not before it', [['follow_up_held', '2026-10-04'], ['job_started', '2026-10-05', { contract: 'cdi' }]], ['R-309 noJobToFollow']],
    ['R-309: a job beside the CSP is not followed', [SHORT_JOB, ['follow_up_held', '2026-02-10']], ['R-309 noJobToFollow']],
  ])('%s', (_what, facts, expected) => {
    expect(life(facts)).toEqual(expected)
  })
  it('R-412: under the first text nobody returns after a broken trial', () => {
    const of2011 = (on: string) => refusals(startingOn('2011-10-01', [['job_started', '2011-11-02', { contract: 'cdi' }], ['trial_period_broken', on]], LATE))
    expect([of2011('2011-12-01'), of2011('2012-02-02'), of2011('2012-02-03')]).toEqual([['R-412 noReturnUnderText'], ['R-412 noReturnUnderText'], []])
    expect(refusals(startingOn('2011-10-01', [['trial_period_broken', '2011-12-01']], LATE))).toEqual(['R-412 noJob'])
  })
})

describe('R-500 to R-511: the bonus and the wage-gap indemnity', () => {
  const claimed: WrittenFact = ['bonus_claimed', '2026-02-10']
  const gap: WrittenFact = ['wage_gap_claimed', '2026-02-10']
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-501: no job', [...PREPARED, claimed], ['R-501 noJobForBonus']],
    ['R-501: a job beside the CSP opens none', [...PREPARED, SHORT_JOB, claimed], ['R-501 noJobForBonus']],
    ['R-501: claimed in time', [...PREPARED, CDI, ['bonus_claimed', '2026-03-04']], []],
    ['R-501: a day late', [...PREPARED, CDI, ['bonus_claimed', '2026-03-05']], ['R-501 bonusClaimedLate due=2026-03-04']],
    ['R-501: claimed once', [...PREPARED, CDI, claimed, ['bonus_claimed', '2026-02-12']], ['R-501 bonusAlreadyClaimed on=2026-02-10']],
    ['R-501: no plan before the job', [['pre_bilan_held', '2025-10-03'], CDI, claimed], ['R-501 bonusWithoutPlan on=2026-02-02']],
    ['R-501: a plan of the same day will do', [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2026-02-02'], CDI, claimed], []],
    ['R-501: on the last day of month 10', [...PREPARED, ['job_started', '2026-07-29', { contract: 'cdi' }], ['bonus_claimed', '2026-08-01']], []],
    ['R-501: the day after', [...PREPARED, ['job_started', '2026-07-30', { contract: 'cdi' }], ['bonus_claimed', '2026-08-01']], ['R-501 bonusAfterWindow on=2026-07-30']],
    ['R-511: one or the other', [...PREPARED, CDI, gap, ['bonus_claimed', '2026-02-11']], ['R-511 wageGapChosen']],
    ['R-511: the other or the one', [...PREPARED, CDI, claimed, ['wage_gap_claimed', '2026-02-11']], ['R-511 bonusChosen']],
    ['R-510: no job', [gap], ['R-510 noJobForWageGap']],
    ['R-510: a job beside the CSP opens it', [SHORT_JOB, gap], []],
    ['R-510: claimed once', [CDI, gap, ['wage_gap_claimed', '2026-02-12']], ['R-510 wageGapAlreadyClaimed on=2026-02-10']],
    ['R-510: of the same working time', [['job_started', '2026-02-02', { contract: 'cdi', sameWorkingTime: false }], gap], ['R-510 otherWorkingTime']],
    ['R-510: or not known', [['job_started', '2026-02-02', { contract: 'cdi', sameWorkingTime: null }], gap], []],
    ['R-502: no job was paid for', [['bonus_paid', '2026-03-10']], ['R-502 noJobForBonus']],
    ['R-502: paid from the first day', [...PREPARED, CDI, claimed, ['bonus_paid', '2026-02-10']], []],
    ['R-502: not before the job', [['bonus_paid', '2026-02-01'], CDI], ['R-502 noJobForBonus']],
    ['R-502: paid twice at most', [...PREPARED, CDI, claimed, ['bonus_paid', '2026-03-10'], ['bonus_paid', '2026-05-10'], ['bonus_paid', '2026-06-10']], ['R-502 bonusPaidTwice']],
    ['R-511: not paid where the other was claimed', [CDI, gap, ['bonus_paid', '2026-03-10']], ['R-511 wageGapChosen']],
    ['R-502: a job beside the CSP pays none', [SHORT_JOB, ['bonus_paid', '2026-03-10']], ['R-502 noJobForBonus']],
    ['R-501: received once', [...PREPARED, CDI, claimed, ['bonus_paid', '2026-02-20'], ['trial_period_broken', '2026-02-25'], ['job_started', '2026-03-02', { contract: 'cdi' }], ['bonus_claimed', '2026-03-05']], ['R-501 bonusOnce']],
    ['R-501: claimed anew where none was paid', [...PREPARED, CDI, claimed, ['trial_period_broken', '2026-02-25'], ['job_started', '2026-03-02', { contract: 'cdi' }], ['bonus_claimed', '2026-03-05']], []],
    ['R-510: nothing was claimed', [CDI, ['wage_gap_paid', '2026-03-10']], ['R-510 noWageGapClaimed']],
    ['R-510: paid from the day of the job', [CDI, ['wage_gap_claimed', '2026-02-02'], ['wage_gap_paid', '2026-02-02']], []],
    ['R-510: not before', [['wage_gap_paid', '2026-02-01'], CDI, gap], ['R-510 noWageGapClaimed']],
    ['R-510: twelve payments', [CDI, gap, ...Array.from({ length: 12 }, (_, index): WrittenFact => ['wage_gap_paid', plus('2026-03-01', index * 30)])], []],
    ['R-510: not a thirteenth', [CDI, gap, ...Array.from({ length: 13 }, (_, index): WrittenFact => ['wage_gap_paid', plus('2026-03-01', index * 30)])], ['R-510 wageGapAllPaid count=12']],
  ])('%s', (_what, facts, expected) => {
    expect(life(facts)).toEqual(expected)
  })
  it('R-501: under a year of seniority', () => {
    expect(life([...PREPARED, CDI, claimed], { frame: { hiredOn: '2024-09-30' } })).toEqual(['R-501 bonusSeniority'])
    expect(life([...PREPARED, CDI, claimed], { frame: { hiredOn: '2024-09-29' } })).toEqual([])
  })
  it('R-500: the text of 2011 has none', () => {
    const of2014 = (facts: readonly WrittenFact[]) => refusals(startingOn('2014-03-01', [['job_started', '2014-05-05', { contract: 'cdi' }], ...facts], LATE))
    expect(of2014([['bonus_claimed', '2014-05-10']])).toEqual(['R-500 noBonusUnderText'])
    expect(of2014([['bonus_paid', '2014-06-10']])).toEqual(['R-500 noBonusUnderText'])
    expect(of2014([['wage_gap_claimed', '2014-05-10']])).toEqual([])
  })
  it('R-001: nothing is paid where no text governs', () => {
    const holed = (kind: FactKind) => refusals(fileOf({ engagedOn: '2015-01-15', facts: [at(kind, '2015-06-01')], today: LATE }))
    expect([holed('bonus_paid'), holed('wage_gap_paid'), holed('bonus_claimed'), holed('job_started'), holed('accepted')]).toEqual([['R-001 noText'], ['R-001 noText'], ['R-001 noText'], ['R-001 noText'], ['R-001 noText']])
  })
})

describe('R-600 to R-602: the exit', () => {
  const missed: WrittenFact = ['action_missed', '2026-01-12']
  const closing = (motive: string, on = '2026-10-05'): WrittenFact => ['file_closed', on, { motive }]
  it.each<[string, readonly WrittenFact[], readonly string[]]>([
    ['R-601: nothing founds an exclusion', [['exclusion_decided', '2026-01-20']], ['R-601 noBreach offers=0']],
    ['R-601: one refused offer does not', [['offer_refused', '2026-01-12'], ['exclusion_decided', '2026-01-20']], ['R-601 noBreach offers=1']],
    ['R-601: two do', [['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-14'], ['exclusion_decided', '2026-01-20']], []],
    ['R-601: nothing to dismiss', [['breach_dismissed', '2026-01-20']], ['R-601 noBreach offers=0']],
    ['R-601: nor with one refused offer', [['offer_refused', '2026-01-12'], ['breach_dismissed', '2026-01-20']], ['R-601 noBreach offers=1']],
    ['R-602: a breach dismissed founds nothing more', [missed, ['breach_dismissed', '2026-01-15'], ['exclusion_decided', '2026-01-20']], ['R-601 noBreach offers=0']],
    ['R-600: a job of that contract', [CDI, closing('job_cdi')], []],
    ['R-600: from its first day', [CDI, closing('job_cdi', '2026-02-02')], []],
    ['R-600: no job', [closing('job_cdi')], ['R-600 motiveWithoutJob motive=job_cdi']],
    ['R-600: of another contract', [CDI, closing('job_cdd_6m')], ['R-600 motiveWithoutJob motive=job_cdd_6m']],
    ['R-600: a bounded one', [['job_started', '2026-02-02', { contract: 'cdd', months: 6 }], closing('job_cdd_6m')], []],
    ['R-600: a temporary one', [['job_started', '2026-02-02', { contract: 'temp', months: 6 }], closing('job_temp_6m')], []],
    ['R-600: not a temporary one', [CDI, closing('job_temp_6m')], ['R-600 motiveWithoutJob motive=job_temp_6m']],
    ['R-600: the term, from the day after', [closing('term', '2026-09-30')], []],
    ['R-600: not on its day', [closing('term', '2026-09-29')], ['R-600 motiveBeforeTerm term=2026-09-29']],
    ['R-600: a long sickness neither', [closing('long_sickness', '2026-09-29')], ['R-600 motiveBeforeTerm term=2026-09-29']],
    ['R-600: the term, where a job ended the CSP', [CDI, closing('term')], ['R-600 motiveIsJob on=2026-02-02']],
    ['R-600: an annulment that is none', [closing('annulled')], ['R-600 motiveWithoutAnnulment']],
    ['R-600: one that is', [['annulled', '2026-01-12'], closing('annulled', '2026-01-15')], []],
    ['R-600: an exclusion that was not decided', [missed, closing('no_show_action')], ['R-600 motiveWithoutExclusion']],
    ['R-600: decided on it', [missed, ['exclusion_decided', '2026-01-20'], closing('no_show_action')], []],
    ['R-600: decided on another ground', [missed, ['exclusion_decided', '2026-01-20'], closing('refused_action')], ['R-600 motiveOfOtherBreach']],
    ['R-600: on a refused action', [['action_refused', '2026-01-12'], ['exclusion_decided', '2026-01-20'], closing('refused_action')], []],
    ['R-600: on two refused offers', [['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-14'], ['exclusion_decided', '2026-01-20'], closing('two_refused_offers')], []],
    ['R-600: on a false statement', [['false_statement', '2026-01-12'], ['exclusion_decided', '2026-01-20'], closing('false_declaration')], []],
    ['R-600: a false statement that was none', [missed, ['exclusion_decided', '2026-01-20'], closing('false_declaration')], ['R-600 motiveOfOtherBreach']],
    ['R-600: two offers that were none', [missed, ['exclusion_decided', '2026-01-20'], closing('two_refused_offers')], ['R-600 motiveOfOtherBreach']],
    ...(['business_creation', 'full_pension', 'moved_abroad', 'civic_service', 'child_benefit', 'ajpp', 'death', 'renounced'] as const).map((motive): [string, readonly WrittenFact[], readonly string[]] => [`R-600: ${motive} asks for nothing`, [closing(motive)], []]),
  ])('%s', (_what, facts, expected) => {
    expect(life(facts)).toEqual(expected)
  })
  it('R-600: a term that never was', () => {
    expect(proposed([closing('term')])).toEqual(['R-600 motiveWithoutTerm'])
    expect(proposed([closing('long_sickness')])).toEqual(['R-600 motiveWithoutTerm'])
  })
  it('R-600: a job after the term is a motive too, from its day', () => {
    const found: WrittenFact = ['job_started', '2026-10-12', { contract: 'cdi' }]
    expect(life([found, closing('job_cdi', '2026-10-12')])).toEqual([])
    expect(life([closing('job_cdi', '2026-10-11'), found]).at(0)).toBe('R-600 motiveWithoutJob motive=job_cdi')
    expect(life([found, closing('term', '2026-10-15')])).toEqual([])
  })
  it('R-601: under the text of 2011 the person stays in the CSP, and may not be excluded twice', () => {
    const of2014 = refusals(startingOn('2014-03-01', [['action_missed', '2014-05-05'], ['exclusion_decided', '2014-05-12'], ['exclusion_decided', '2014-05-20']], LATE))
    expect(of2014).toEqual(['R-601 alreadyExcluded on=2014-05-12'])
  })
})

describe('whether a fact may join a file', () => {
  const record = (facts: readonly WrittenFact[]) => ({ frame: frame('2025-09-08'), facts: ([['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-09'], ...facts] as readonly WrittenFact[]).map(fact) })
  const asked = (facts: readonly WrittenFact[], next: WrittenFact) => admit(record(facts), fact(next), shippedTexts, PLAIN_SETTINGS, day(LATE))
  it('admitted: the file before and after, and its place', () => {
    const found = asked(PREPARED, CDI)
    expect(found).toMatchObject({ admitted: true, factIndex: 4 })
    expect(found.admitted && [found.before.stage, found.after.stage]).toEqual([derive(record(PREPARED), shippedTexts, PLAIN_SETTINGS, day(LATE)).stage, 'closed'])
  })
  it('refused: its own refusal, and nothing it conflicts with', () => {
    expect(asked([], ['plan_validated', '2025-10-20'])).toMatchObject({ admitted: false, refusal: { rule: 'R-302', code: 'preBilanFirst', factIndex: 2 }, conflictsWith: null })
  })
  it('refused: it would undo one already admitted, which is named', () => {
    const found = asked([...PREPARED, ['work_period', '2026-03-02', { to: '2026-03-13' }]], CDI)
    expect(found).toMatchObject({ admitted: false, refusal: { rule: 'R-400', code: 'inJob', factIndex: 4 }, conflictsWith: 4 })
  })
  it('admitted: a fact refused long since stands in the way of nothing', () => {
    expect(asked([['plan_validated', '2025-10-02'], ['pre_bilan_held', '2025-10-03']], ['plan_validated', '2025-10-20'])).toMatchObject({ admitted: true, factIndex: 4 })
  })
})
