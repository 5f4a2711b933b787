import { describe, expect, test } from 'vitest'
import { breakLines } from '@/lib/documents/pdf/lines.ts'

/** Every sign is one wide. */
const broken = (text: string, width: number) => breakLines([{ text, face: 'regular' }], width, (piece) => piece.length).map((line) => line.map((piece) => piece.text).join(''))

describe('a word wider than its line', () => {
  test('is cut after the last hyphen that fits', () => {
    expect(broken('Bourgogne-Franche-Comté', 20)).toEqual(['Bourgogne-Franche-', 'Comté'])
    expect(broken('Bourgogne-Franche-Comté', 17)).toEqual(['Bourgogne-', 'Franche-Comté'])
    expect(broken('Alpes-de-Haute-Provence', 22)).toEqual(['Alpes-de-Haute-', 'Provence'])
  })

  test('is cut where it must be, where no hyphen is', () => {
    expect(broken('anticonstitutionnellement', 10)).toEqual(['anticonsti', 'tutionnell', 'ement'])
    expect(broken('Aix-anticonstitutionnel', 10)).toEqual(['Aix-', 'anticonsti', 'tutionnel'])
  })

  test('is left whole where it fits, hyphens and all', () => {
    expect(broken('Saint-Étienne', 13)).toEqual(['Saint-Étienne'])
    expect(broken('le bassin de Saint-Étienne', 13)).toEqual(['le bassin de ', 'Saint-Étienne'])
  })
})
