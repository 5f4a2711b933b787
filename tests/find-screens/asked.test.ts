import { describe, expect, it } from 'vitest'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { readAsked } from '@/lib/cases/find/asked.ts'
import { nearestOf, nearness, slips } from '@/lib/cases/find/nearness.ts'

/** What was read, in a line. */
function told(typed: string): string {
  const { words, born, reference, siret } = readAsked(typed)
  return [
    words.join(' '),
    born === null ? '' : `born ${isoOf(born.from)}${born.from === born.to ? '' : `..${isoOf(born.to)}`}`,
    reference === null ? '' : `file ${reference.year ?? '*'}-${reference.number}`,
    siret === null ? '' : `siret ${siret}`,
  ].filter((part) => part !== '').join(', ')
}

describe('what is typed, read', () => {
  it.each([
    ['Karim', 'karim'],
    ['  KARIM   Ben-Ali ', 'karim ben ali'],
    ['karim 12/04/1979', 'karim, born 1979-04-12'],
    ['12.04.1979 karim', 'karim, born 1979-04-12'],
    ['12041979', 'born 1979-04-12'],
    ['1979-04-12', 'born 1979-04-12'],
    ['12 avril 1979', 'born 1979-04-12'],
    ['1er août 1985', 'born 1985-08-01'],
    ['3 fév. 1990', 'born 1990-02-03'],
    ['April 12th 1979', 'born 1979-04-12'],
    ['12/04/79', 'born 1979-04-12'],
    ['12/04/05', 'born 2005-04-12'],
    ['avril 1979', 'born 1979-04-01..1979-04-30'],
    ['04/1979', 'born 1979-04-01..1979-04-30'],
    ['karim 1979', 'karim, born 1979-01-01..1979-12-31'],
    ['29/02/1980', 'born 1980-02-29'],
    ['RB-2026-00123', 'file 2026-123'],
    ['rb 2026 00123', 'file 2026-123'],
    ['2026-00123', 'file 2026-123'],
    ['00123', 'file *-123'],
    ['123', 'file *-123'],
    ['732 829 320 00074', 'siret 73282932000074'],
    ['73282932000074', 'siret 73282932000074'],
    ['732829320', 'siret 732829320'],
    ['', ''],
    ['\0%_\\', ''],
    ['martin mars', 'martin mars'],
  ])('%j: %s', (typed, read) => {
    expect(told(typed)).toBe(read)
  })

  it('does not take a day that the calendar has not for a birth date', () => {
    expect(told('31/02/1979')).not.toContain('born 1979-02-31')
    expect(readAsked('31/02/1979').born?.from).not.toBe(readAsked('01/01/1979').born?.to)
  })

  it('hears two hundred characters and six words', () => {
    expect(readAsked('abc '.repeat(200)).words).toEqual(['abc'])
    expect(readAsked('a b c d e f g h').words).toHaveLength(6)
  })
})

describe('how near a name is', () => {
  it('counts letters struck wrong, missed, added and swapped', () => {
    expect([slips('karim', 'karim', 2), slips('karym', 'karim', 2), slips('kraim', 'karim', 2), slips('krim', 'karim', 2), slips('karrim', 'karim', 2), slips('karim', 'paul', 2)]).toEqual([0, 1, 1, 1, 1, 3])
  })

  it('puts the whole word before its beginning, the beginning before a slip, a slip before nothing', () => {
    const steps = ['benali', 'benal', 'benaly', 'bnaly', 'xqzw'].map((word) => nearness([word], 'benali karim'))
    expect(steps).toEqual(steps.toSorted((a, b) => b - a))
    expect(steps[0]).toBe(1)
    expect(steps.at(-1)).toBe(0)
  })

  it('asks every word, in any order, and forgives no slip in short ones', () => {
    expect(nearness(['karim', 'benali'], 'benali karim')).toBe(1)
    expect(nearness(['karim', 'dupont'], 'benali karim')).toBe(0)
    expect(nearness(['lea'], 'leo martin')).toBe(0)
    expect(nearness([], 'benali karim')).toBe(0)
  })

  it('reads particles with or without their space', () => {
    expect(nearness(['elamrani'], 'el amrani ines')).toBeGreaterThan(0.8)
  })

  it('leaves out who resembles, where someone is named just so', () => {
    expect(nearestOf(['dupont jean', 'dupond jean', 'durand jean'], ['dupond'], (name) => name)).toEqual(['dupond jean'])
    expect(nearestOf(['dupont jean', 'durand jean'], ['dupond'], (name) => name)).toEqual(['dupont jean'])
  })
})
