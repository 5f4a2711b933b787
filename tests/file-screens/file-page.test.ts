import { describe, expect, test } from 'vitest'
import { proposedActs } from '@/components/file/acts/proposed-acts.ts'
import { effectView } from '@/components/file/acts/effect-words.ts'
import { fileHref, readFileAddress } from '@/components/file/address.ts'
import { dayCells } from '@/components/file/deadline-words.ts'
import { legalWords } from '@/components/file/legal-words.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { spansOf } from '@/components/file/parcours/spans.ts'
import { STEPS, stepsOf } from '@/components/file/stage-steps.ts'
import { day, type Day } from '@/lib/accord/calendar/day.ts'
import { STAGES } from '@/lib/accord/file/case-file.ts'
import { derive, parseFact, shippedTexts, type Fact, type FactKind, type FileRecord, type Settings } from '@/lib/accord/index.ts'
import { frameSchema } from '@/lib/accord/file/frame.ts'
import { effectOf } from '@/lib/cases/effect.ts'

const settings: Settings = { rollPolicy: 'none', contactIntervalDays: null, followUpIntervalDays: null }

function fact(kind: FactKind, terms: Readonly<Record<string, unknown>>): Fact {
  const parsed = parseFact(kind, { kind, ...terms })
  if (!parsed.success) throw new Error(kind)
  return parsed.data
}

function recordOf(...facts: readonly Fact[]): FileRecord {
  return { frame: frameSchema.parse({ engagedOn: '2026-01-06', entryPath: 'employer', procedureType: 'interview', hiredOn: '2016-09-01', companySize: 45, insolvency: false }), facts }
}

const accepted = [fact('proposal_handed_over', { on: '2026-01-06' }), fact('motive_notified', { on: '2026-01-06' }), fact('accepted', { on: '2026-01-19' })]
const planned = [...accepted, fact('pre_bilan_held', { on: '2026-02-03' }), fact('plan_validated', { on: '2026-02-26' })]

const fileOn = (record: FileRecord, today: Day) => derive(record, shippedTexts, settings, today)

describe('the acts offered', () => {
  test('to someone thinking it over: the answer, and not a plan', () => {
    const record = recordOf(...accepted.slice(0, 2))
    const today = day('2026-01-26')
    const acts = proposedActs(record, fileOn(record, today), shippedTexts, settings, today)
    expect(acts.due).toContain('accepted')
    expect(acts.others).toEqual(expect.arrayContaining(['plan_validated', 'job_started', 'exclusion_decided']))
  })

  test('in support: the moment it is in comes first, and an answer is no longer offered', () => {
    const record = recordOf(...planned)
    const today = day('2026-04-01')
    const acts = proposedActs(record, fileOn(record, today), shippedTexts, settings, today)
    expect(acts.admitted[0]?.moment).toBe('support')
    expect(acts.admitted.flatMap(({ kinds }) => kinds)).toEqual(expect.arrayContaining(['work_period', 'suspension', 'job_started', 'training']))
    expect(acts.others).toContain('accepted')
  })

  test('every kind is somewhere, once', () => {
    const record = recordOf(...planned)
    const today = day('2026-04-01')
    const acts = proposedActs(record, fileOn(record, today), shippedTexts, settings, today)
    const all = [...acts.due, ...acts.admitted.flatMap(({ kinds }) => kinds), ...acts.others]
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(44)
  })
})

describe('the effect in words', () => {
  test('a sick leave says what it moves, from when to when, by which rule', () => {
    const before = recordOf(...planned)
    const after = recordOf(...planned, fact('suspension', { cause: 'sickness', from: '2026-06-08', to: '2026-06-21' }))
    const today = day('2026-07-01')
    const file = fileOn(before, today)
    const view = effectView(effectOf(file, fileOn(after, today)), 'suspension', legalWords('fr', file.regime), 'fr')
    const said = view.sentence.map(({ as, text }) => (as === 'old' ? `[-${text}-]` : as === 'new' ? `[+${text}+]` : text)).join('')
    expect(said).toBe('Cet arrêt déplace le terme du [-mer.\u00a027\u00a0janv.\u00a02027-] au [+mer.\u00a010\u00a0févr.\u00a02027+], R-404.')
    expect(view.changed).toContain('cspTerm')
  })

  test('a contact changes no date, and that is said', () => {
    const today = day('2026-07-01')
    const before = fileOn(recordOf(...planned), today)
    const after = fileOn(recordOf(...planned, fact('contact_held', { on: '2026-06-30' })), today)
    const view = effectView(effectOf(before, after), 'contact_held', legalWords('fr', before.regime), 'fr')
    expect(view.sentence).toEqual([{ as: 'text', text: 'Aucune date du dossier ne change.' }])
    expect(view.changed).toEqual([])
  })
})

describe('the parcours', () => {
  test('after a job, what is left of the CSP is shown apart, and its extension too', () => {
    const record = recordOf(...planned, fact('suspension', { cause: 'sickness', from: '2026-06-08', to: '2026-06-21' }), fact('job_started', { on: '2026-10-26', contract: 'cdi' }))
    const spans = spansOf(fileOn(record, day('2026-11-22')))
    expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining(['reflection', 'csp', 'rest', 'extension', 'suspension', 'job']))
    const csp = spans.find(({ name }) => name === 'csp')
    const rest = spans.find(({ name }) => name === 'rest')
    const extension = spans.find(({ name }) => name === 'extension')
    expect(csp?.to).toBe(day('2026-10-25'))
    expect([rest?.from, rest?.to]).toEqual([day('2026-10-26'), day('2027-01-27')])
    expect(extension?.from).toBe(day('2027-01-28'))
  })

  test('a refused proposal shows its reflection alone', () => {
    const spans = spansOf(fileOn(recordOf(...accepted.slice(0, 2)), day('2026-03-01')))
    expect(spans.map(({ name }) => name)).toEqual(['reflection'])
  })
})

describe('the line of stages', () => {
  test.each(STAGES)('%s has one current step', (stage) => {
    const steps = stepsOf(stage, true)
    expect(steps).toHaveLength(STEPS.length)
    expect(steps.filter(({ state }) => state === 'current')).toHaveLength(1)
  })

  test('a refusal has nothing ahead but the closing', () => {
    expect(stepsOf('refused', false).filter(({ state }) => state === 'ahead').map(({ name }) => name)).toEqual(['closed'])
  })
})

describe('the days left', () => {
  test('are counted from where the deadline runs', () => {
    expect(dayCells(day('2026-10-26'), day('2026-11-25'), day('2026-11-22'))).toEqual({ total: 30, gone: 27, left: 3 })
  })
  test('on the last day none is left, the day after there is nothing to draw', () => {
    expect(dayCells(day('2026-10-26'), day('2026-11-25'), day('2026-11-25'))).toMatchObject({ left: 0, gone: 30 })
    expect(dayCells(day('2026-10-26'), day('2026-11-25'), day('2026-11-26'))).toBeNull()
  })
})

describe('addresses and moments', () => {
  test('an address is read as it was written', () => {
    const written = { act: 'contact_held', why: 'cspTerm', knownOn: '2026-03-03' }
    const query = Object.fromEntries(new URL(fileHref('RB-2026-00001', written), 'http://x').searchParams)
    expect(readFileAddress(query)).toEqual(written)
    expect(fileHref('RB 1/2')).toBe('/dossiers/RB%201%2F2')
  })
  test('an unknown query is left out', () => {
    expect(readFileAddress({ vue: 'autre', acte: '', corriger: ['a', 'b'] })).toEqual({ correct: 'a' })
  })
  test('a moment is said in the French day', () => {
    expect(formatMoment(new Date('2026-11-22T23:05:00Z'), 'fr')).toBe('23\u00a0nov.\u00a02026 à\u00a00\u00a0h\u00a005')
    expect(formatMoment(new Date('2026-06-22T12:05:00Z'), 'en')).toBe('22\u00a0Jun\u00a02026 at\u00a014:05')
  })
})
