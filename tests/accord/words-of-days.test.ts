import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '@/lib/accord'
import { formatAmount, formatCount, formatPercent } from '@/lib/accord/wording/amount-words.ts'
import {
  capitalised, formatDay, formatDayInput, formatDayLong, formatDayPlain, formatDays, formatDayShort, formatMonth, formatMonthShort, formatPeriod, relativeDay,
} from '@/lib/accord/wording/day-words.ts'
import { french } from '@/lib/accord/wording/typography.ts'
import { longDay, wordsOf } from '@/lib/accord/wording/word-book.ts'

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
const MONTHS = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const SHORT_MONTHS = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: MONTHS.en.map((name) => name.slice(0, 3)),
}
const WEEKDAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

describe.each(['fr', 'en'] as const)('%s: the names of days and months', (locale) => {
  it('twelve months, whole and short', () => {
    const firsts = MONTHS.fr.map((_, index) => day(`2026-${String(index + 1).padStart(2, '0')}-08`))
    expect(firsts.map((one) => plain(formatMonth(one, locale)))).toEqual(MONTHS[locale].map((name) => `${name} 2026`))
    expect(firsts.map((one) => formatMonthShort(one, locale))).toEqual(SHORT_MONTHS[locale])
    expect(firsts.map((one) => plain(formatDayPlain(one, locale)))).toEqual(SHORT_MONTHS[locale].map((name) => `8 ${name} 2026`))
  })
  it('seven weekdays, from Monday 8 September 2025', () => {
    const week = WEEKDAYS.fr.map((_, index): Day => addDays(day('2025-09-08'), index))
    expect(week.map((one) => plain(formatDayLong(one, locale)))).toEqual(WEEKDAYS[locale].map((name, index) => `${name} ${8 + index} ${locale === 'fr' ? 'septembre' : 'September'} 2025`))
    const short = (name: string) => (locale === 'fr' ? `${name.slice(0, 3)}.` : name.slice(0, 3))
    expect(week.map((one) => plain(formatDay(one, locale)))).toEqual(WEEKDAYS[locale].map((name, index) => `${short(name)} ${8 + index} ${locale === 'fr' ? 'sept.' : 'Sep'} 2025`))
    expect(plain(formatDayShort(day('2025-09-08'), locale))).toBe(locale === 'fr' ? 'lun. 8 sept.' : 'Mon 8 Sep')
  })
})

describe('days in a phrase', () => {
  it('the first of the month is ordinal in French alone', () => {
    expect([plain(formatDay(day('2026-12-01'), 'fr')), plain(formatDay(day('2026-12-01'), 'en'))]).toEqual(['mar. 1ᵉʳ déc. 2026', 'Tue 1 Dec 2026'])
    expect(formatDayInput(day('2025-09-08'))).toBe('08/09/2025')
  })
  it('a period: open, of one day, within a year, over two', () => {
    const said = (from: string, to: string | null, locale: 'fr' | 'en') => plain(formatPeriod(day(from), to === null ? null : day(to), locale))
    expect(said('2026-03-02', null, 'fr')).toBe('depuis le lun. 2 mars 2026')
    expect(said('2026-03-02', null, 'en')).toBe('since Mon 2 Mar 2026')
    expect(said('2026-03-02', '2026-03-02', 'fr')).toBe('le lun. 2 mars 2026')
    expect(said('2026-03-02', '2026-03-02', 'en')).toBe('on Mon 2 Mar 2026')
    expect(said('2026-03-02', '2026-05-29', 'fr')).toBe('du lun. 2 mars au ven. 29 mai 2026')
    expect(said('2026-03-02', '2026-05-29', 'en')).toBe('from Mon 2 Mar to Fri 29 May 2026')
    expect(said('2025-12-01', '2026-01-30', 'en')).toBe('from Mon 1 Dec 2025 to Fri 30 Jan 2026')
  })
  it('a number of days: none is singular in French, plural in English', () => {
    expect([0, 1, 2, -1, -2].map((count) => plain(formatDays(count, 'fr')))).toEqual(['0 jour', '1 jour', '2 jours', '-1 jour', '-2 jours'])
    expect([0, 1, 2, -1, -2].map((count) => plain(formatDays(count, 'en')))).toEqual(['0 days', '1 day', '2 days', '-1 day', '-2 days'])
  })
  it('a deadline seen from today', () => {
    const today = day('2026-03-02')
    const seen = (locale: 'fr' | 'en') => [-2, -1, 0, 1, 2].map((distance) => plain(relativeDay(addDays(today, distance), today, locale)))
    expect(seen('fr')).toEqual(['en retard de 2 jours', 'en retard de 1 jour', 'aujourd’hui', 'demain', 'dans 2 jours'])
    expect(seen('en')).toEqual(['overdue by 2 days', 'overdue by 1 day', 'today', 'tomorrow', 'in 2 days'])
    expect([capitalised('dans 3 jours'), capitalised('écart'), capitalised('')]).toEqual(['Dans 3 jours', 'Écart', ''])
  })
})

describe('amounts, counts and shares', () => {
  it('an amount is rounded to the cent, half away from nothing, and grouped by three', () => {
    const said = (text: string) => [plain(formatAmount(text, 'fr')), formatAmount(text, 'en')]
    expect(said('1234567.891')).toEqual(['1 234 567,89 €', '€1,234,567.89'])
    expect(said('0.005')).toEqual(['0,01 €', '€0.01'])
    expect(said('-0.005')).toEqual(['−0,01 €', '−€0.01'])
    expect(said('-0.004')).toEqual(['0,00 €', '€0.00'])
    expect(said('-100.00')).toEqual(['−100,00 €', '−€100.00'])
    expect(said('-0.10')).toEqual(['−0,10 €', '−€0.10'])
    expect(said('7')).toEqual(['7,00 €', '€7.00'])
    expect(() => formatAmount('1,50', 'fr')).toThrow('not a decimal amount: 1,50')
  })
  it('a count below nothing has its sign; a share has one decimal at most', () => {
    expect([12_345, 999, 0, -1, -0.5, -12_345].map((count) => plain(formatCount(count, 'fr')))).toEqual(['12 345', '999', '0', '−1', '0', '−12 345'])
    expect(formatCount(12_345, 'en')).toBe('12,345')
    expect([12.5, 12.54, 75, -3.25, 0].map((share) => plain(formatPercent(share, 'fr')))).toEqual(['12,5 %', '12,5 %', '75 %', '−3,2 %', '0 %'])
    expect([12.5, -3].map((share) => formatPercent(share, 'en'))).toEqual(['12.5%', '−3%'])
  })
})

describe('French typography', () => {
  const N = '\u00A0'
  it.each([
    ["l'avenant", 'l’avenant'],
    ['fin : oui ; non ! quoi ?', `fin${N}: oui${N}; non${N}! quoi${N}?`],
    ['« ainsi »', `«${N}ainsi${N}»`],
    ['75 % de 12 €', `75${N}% de 12${N}€`],
    ['avenant n° 7', `avenant n°${N}7`],
    ['art. 12 § 1, av. 5, Av. 6', `art.${N}12 §${N}1, av.${N}5, Av.${N}6`],
    ['R-412, al. 2', `R-412,${N}al. 2`],
    ['R-41, al. 2', 'R-41, al. 2'],
    ['1 jour, 2 jours. 3 mois ; 1 an', `1${N}jour, 2${N}jours. 3${N}mois${N}; 1${N}an`],
    ['2 ans (8 h)', `2${N}ans (8${N}h)`],
    ['12 moissons', '12 moissons'],
    ['n° ', 'n° '],
  ])('%s', (text, typeset) => {
    expect(french(text)).toBe(typeset)
    // Set once, it stays set.
    expect(french(text)).toBe(typeset)
  })
  it('stays exact after thousands of other texts', () => {
    for (let index = 0; index < 4_500; index += 1) expect(french(`texte ${index} : oui`)).toBe(`texte ${index}${N}: oui`)
    expect(french('75 %')).toBe(`75${N}%`)
  })
})

describe('a value in a sentence, where it is missing', () => {
  const words = wordsOf({ named: 'x', none: null, two: 2 }, 'fr', (name) => (name === 'named' ? 'un nom' : null))
  it('leaves its place empty, or is nothing', () => {
    expect([words.day('absent'), words.text('absent'), words.number('absent'), plain(words.days('absent')), plain(words.amount('absent'))]).toEqual(['', '', 0, '0 jour', '0,00 €'])
    expect([words.known('absent'), words.known('none'), words.known('two')]).toEqual([false, false, true])
    expect([words.text('named'), words.text('two'), words.day('named')]).toEqual(['un nom', '2', ''])
    expect([longDay(null, 'fr'), plain(longDay(day('2025-09-08'), 'en'))]).toEqual(['', 'Monday 8 September 2025'])
  })
})
