import { describe, expect, test } from 'vitest'
import { AGE_BANDS, AGES, DIMENSIONS, EVERYONE, FIXED_VALUES, NATION, PERSON_DIMENSIONS, placeText, readPlace, readValue, UNKNOWN } from '@/lib/indicators/slices.ts'
import { SENIORITY_BANDS } from '@/lib/indicators/measures.ts'

describe('a place in an address', () => {
  test.each([
    ['nation', { level: 'nation', code: '' }], ['region:84', { level: 'region', code: '84' }], ['department:2A', { level: 'department', code: '2A' }],
    ['basin:8421', { level: 'basin', code: '8421' }], [`basin:${'8'.repeat(20)}`, { level: 'basin', code: '8'.repeat(20) }],
  ])('%s, and back', (text, place) => {
    expect(readPlace(text)).toEqual(place)
    expect(placeText(readPlace(text)!)).toBe(text)
  })
  test.each(['', 'region', 'region:', 'region:8 4', 'town:69', 'the nation', 'nation:', ' region:84', 'region:84 ', `basin:${'8'.repeat(21)}`, 84, null, undefined])('%j is none', (text) => {
    expect(readPlace(text)).toBeNull()
  })
})

describe('a value in an address', () => {
  test.each(['under_26', 'F', 'a-b', 'x'.repeat(40)])('%s', (text) => expect(readValue(text)).toBe(text))
  test.each(['', 'x'.repeat(41), 'a b', "a'b", 'é', ' F', 'F ', 12, null, undefined])('%j is none', (text) => expect(readValue(text)).toBeNull())
})

describe('what people are cut by', () => {
  test('every age is in one band and one alone, from 0 to 200', () => {
    for (let age = 0; age <= 200; age += 1) expect([age, AGE_BANDS.filter((band) => AGES[band].from <= age && age <= AGES[band].to).length]).toEqual([age, 1])
  })
  test.each([[25, 'under_26'], [26, '26_to_34'], [34, '26_to_34'], [35, '35_to_44'], [44, '35_to_44'], [45, '45_to_54'], [54, '45_to_54'], [55, 'over_55']])('at %i: %s', (age, band) => {
    expect(AGE_BANDS.find((one) => AGES[one].from <= age && age <= AGES[one].to)).toBe(band)
  })
  test('bands are fixed, and in their order', () => {
    expect(FIXED_VALUES).toEqual({ seniority: ['under_1', '1_to_2', 'over_2'], age: ['under_26', '26_to_34', '35_to_44', '45_to_54', 'over_55'] })
    expect(SENIORITY_BANDS).toBe(FIXED_VALUES.seniority)
  })
  test('of a person: what the field publishes; of a file beside: how it ended, where and with whom', () => {
    expect(PERSON_DIMENSIONS).toEqual(['seniority', 'age', 'sex', 'qualification', 'sector', 'path'])
    expect(DIMENSIONS.filter((one) => !(PERSON_DIMENSIONS as readonly string[]).includes(one))).toEqual(['motive', 'basin', 'counsellor'])
  })
  test('what is not known has a word of its own, which an address may ask for', () => expect([UNKNOWN, readValue(UNKNOWN)]).toEqual(['unknown', 'unknown']))
  test('everyone is the nation, uncut', () => {
    expect(EVERYONE).toEqual({ place: NATION, counsellor: null, where: {} })
    expect(NATION).toEqual({ level: 'nation', code: '' })
  })
})
