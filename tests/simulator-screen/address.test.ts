import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldOn, isBlank, MOST_EVENTS, readSimulatorAddress, simulatorHref, type SimulatorState } from '@/components/simulator/address.ts'
import { eventFields, eventKind, proposedEvents } from '@/components/simulator/events.ts'
import { EXAMPLE_NAMES, EXAMPLES } from '@/components/simulator/examples.ts'
import { QUESTIONS } from '@/components/simulator/questions.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { CONTRACT_FACT_KINDS, factSchemas } from '@/lib/accord/file/facts.ts'

const NOTHING: SimulatorState = { answers: {}, events: [] }

const queryOf = (href: string): Record<string, string> => Object.fromEntries(new URL(href, 'http://localhost').searchParams)
const read = (query: Readonly<Record<string, string>>) => readSimulatorAddress(query, 'fr')

describe('the address of a simulation', () => {
  test.each(EXAMPLE_NAMES)('restores the example « %s » whole', (name) => {
    const again = read(queryOf(simulatorHref(EXAMPLES[name])))
    expect(again).toEqual({ state: EXAMPLES[name], why: null, canonical: true })
  })

  test('takes days and amounts as people type them, in one form', () => {
    const { state, canonical } = read({ voie: 'employer', engagement: ' 12/01/2026 ', brut: '2 600,50 €' })
    expect(state.answers).toEqual({ voie: 'employer', engagement: '2026-01-12', brut: '2600.50' })
    expect(canonical).toBe(false)
  })

  test('keeps what could not be read as it was typed', () => {
    const href = simulatorHref(read({ voie: 'employer', engagement: '31/02/2026', brut: 'mille' }).state)
    expect(read(queryOf(href)).state.answers).toMatchObject({ engagement: '31/02/2026', brut: 'mille' })
  })

  test('leaves out what the entry path does not ask', () => {
    expect(read({ voie: 'france_travail', remise: '2026-01-12', inscription: '2026-01-12', preavis: '2' }).state.answers)
      .toEqual({ voie: 'france_travail', inscription: '2026-01-12', preavis: '2' })
    expect(read({ voie: 'experiment', preavis: '2' }).state.answers).toEqual({ voie: 'experiment' })
  })

  test('an empty form is a blank page', () => {
    const address = read({ engagement: '', voie: '' })
    expect(isBlank(address.state)).toBe(true)
    expect(address.canonical).toBe(false)
    expect(simulatorHref(NOTHING)).toBe('/simulateur')
  })

  test('adds an event where its button was pressed, and not by its list alone', () => {
    expect(read({ evenement: 'suspension', geste: 'ajouter' }).state.events).toEqual([{ kind: 'suspension', values: {} }])
    expect(read({ evenement: 'suspension' }).state.events).toEqual([])
    expect(read({ evenement: 'benefit_notified', geste: 'ajouter' }).state.events, 'a kind that only kept files have').toEqual([])
  })

  test('takes away the event whose button was pressed, and numbers the others again', () => {
    const query = { f1: 'pre_bilan_held', 'f1-on': '2026-02-09', f2: 'refused', 'f2-on': '2026-02-10', f3: 'plan_validated', 'f3-on': '2026-03-02' }
    expect(read(query).canonical).toBe(true)
    const { state } = read({ ...query, retirer: '2' })
    expect(simulatorHref(state)).toBe('/simulateur?f1=pre_bilan_held&f1-on=2026-02-09&f2=plan_validated&f2-on=2026-03-02')
  })

  test('stops at a number of events', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index + 1}`, 'contact_held']))
    expect(read(many).state.events).toHaveLength(MOST_EVENTS)
    expect(read({ ...many, evenement: 'contact_held', geste: 'ajouter' }).state.events).toHaveLength(MOST_EVENTS)
  })

  test('fixes the day for a link, unless it was asked', () => {
    const asked: SimulatorState = { answers: { aujourdhui: '2026-06-15' }, events: [] }
    expect(heldOn(NOTHING, day('2026-11-22')).answers['aujourdhui']).toBe('2026-11-22')
    expect(heldOn(asked, day('2026-11-22'))).toBe(asked)
  })

  test('whatever the query, one reading gives the form that the next one keeps', () => {
    const names = [...QUESTIONS.map(({ field }) => field.path), 'f1', 'f2', 'f1-on', 'f2-from', 'f1-contract', 'retirer', 'geste', 'evenement', 'pourquoi', 'utm']
    const values = fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom('employer', 'experiment', 'work_period', 'suspension', '2026-02-30', '12/01/2026', '1 234,5', 'ajouter', '1'))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), values), fc.constantFrom('fr' as const, 'en' as const), (query, locale) => {
        const { state, why } = readSimulatorAddress(query, locale)
        const again = readSimulatorAddress(queryOf(simulatorHref(state, { why })), locale)
        expect(again).toEqual({ state, why, canonical: true })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the events', () => {
  test('every kind of the contract is a question or is proposed, once', () => {
    const proposed = proposedEvents().flatMap(({ kinds }) => kinds)
    const asked = QUESTIONS.flatMap(({ gives }) => ('fact' in gives ? [gives.fact] : []))
    expect([...proposed, ...asked].toSorted()).toEqual([...CONTRACT_FACT_KINDS].toSorted())
  })

  test.each(CONTRACT_FACT_KINDS)('%s asks for all that the contract has, and nothing else', (kind) => {
    const kept = ['kind', 'contestLimitStated', 'signedByBeneficiary', 'signedByAdviser', 'employeeAgreed', 'leave']
    const terms = Object.keys(factSchemas[kind].shape).filter((key) => !kept.includes(key))
    expect(eventFields(kind).map(({ path }) => path).toSorted()).toEqual(terms.toSorted())
  })

  test('a kind that is none of ours is nothing', () => {
    expect(eventKind('benefit_notified')).toBeNull()
    expect(eventKind('constructor')).toBeNull()
  })
})
