import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { besideOf, NOTHING_ASKED, readSteering, steeringHref, type SteeringAddress } from '@/components/steering/address.ts'
import { INDICATOR_IDS } from '@/lib/indicators/definitions.ts'
import { AGE_BANDS, PERSON_DIMENSIONS } from '@/lib/indicators/slices.ts'

const query = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?')[1] ?? ''))
const COUNSELLOR = '019354d0-0000-7000-8000-000000000001'

const addresses: fc.Arbitrary<SteeringAddress> = fc.record({
  place: fc.option(fc.constantFrom({ level: 'region' as const, code: '76' }, { level: 'department' as const, code: '2A' }, { level: 'basin' as const, code: '7605' })),
  counsellor: fc.option(fc.constant(COUNSELLOR)),
  period: fc.option(fc.constantFrom('2026-Q4', '2026-11', '2026', '12m')),
  from: fc.constant('2026-01-02'), to: fc.constant('2026-02-03'),
  indicator: fc.option(fc.constantFrom(...INDICATOR_IDS)),
  by: fc.constantFrom(...PERSON_DIMENSIONS), pace: fc.constantFrom('month' as const, 'quarter' as const),
  beside: fc.option(fc.constantFrom(...INDICATOR_IDS)),
  where: fc.record({ age: fc.constantFrom(...AGE_BANDS), sex: fc.constant('female') }, { requiredKeys: [] }),
  order: fc.option(fc.constantFrom('-size', 'name')),
})

describe('the address of the dashboards', () => {
  test('says nothing of what is usual', () => {
    expect(steeringHref(NOTHING_ASKED)).toBe('/pilotage')
    expect(readSteering({})).toEqual({ asked: NOTHING_ASKED, unheard: [] })
    expect(steeringHref(NOTHING_ASKED, { indicator: 'exits', place: { level: 'basin', code: '7605' }, period: '2026-Q3' })).toBe('/pilotage?indicator=exits&place=basin%3A7605&period=2026-Q3')
  })

  test('is read back as it was written, whatever it asks', () => {
    fc.assert(fc.property(addresses, (asked) => {
      const { asked: read, unheard } = readSteering(query(steeringHref(asked)))
      expect(unheard).toEqual([])
      const days = asked.period === null ? {} : { from: null, to: null }
      const opened = asked.indicator === null ? { by: 'seniority', pace: 'month', beside: null, order: null } : {}
      expect(read).toEqual({ ...asked, ...days, ...opened })
    }))
  })

  test('what it cannot hear is said, and the rest is answered', () => {
    const { asked, unheard } = readSteering({ indicator: 'tauxMagique', place: 'planete:3', counsellor: 'moi', by: 'taille', age: 'vieux', sex: 'female', period: '2026-Q4', couleur: 'bleu' })
    expect(asked).toEqual({ ...NOTHING_ASKED, period: '2026-Q4', where: { sex: 'female' } })
    expect(unheard.map(({ name }) => name)).toEqual(['place', 'counsellor', 'indicator', 'by', 'age', 'other'])
    expect(unheard[2]).toEqual({ name: 'indicator', value: 'tauxMagique' })
  })

  test('a hostile one stops nothing', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (search) => {
      const { asked, unheard } = readSteering(search)
      expect(steeringHref(asked).startsWith('/pilotage')).toBe(true)
      expect(unheard.every(({ value }) => value.length <= 40)).toBe(true)
    }))
  })

  test('a map always has two things to show', () => {
    for (const id of INDICATOR_IDS) {
      expect(besideOf(id, null)).not.toBe(id)
      expect(besideOf(id, id)).not.toBe(id)
    }
    expect(besideOf('entries', 'bonusTakeUp')).toBe('bonusTakeUp')
  })
})
