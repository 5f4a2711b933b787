import { describe, expect, it } from 'vitest'
import { day, wording, type WordValue } from '@/lib/accord'
import type { Template, Words } from '@/lib/accord/wording/word-book.ts'

/*
 * The words, table by table, without a file: each code has its sentence in both languages, a sentence reads
 * the same values in both and draws the same distinctions, and shows what it reads.
 */
const LOCALES = ['fr', 'en'] as const
type Locale = (typeof LOCALES)[number]

/** A way in which the values of a sentence may stand: a name absent, or one of something. */
interface Standing {
  readonly absent?: string
  readonly single?: string
  readonly none?: string
}

/** Words that answer every name, and note what was asked. A number is two unless it stands otherwise. */
function answering(standing: Standing): { readonly words: Words; readonly asked: Set<string> } {
  const asked = new Set<string>()
  const ask = (how: string, name: string): string => {
    expect(name).toMatch(/^[a-z][A-Za-z0-9]+$/)
    asked.add(`${how} ${name}`)
    return name
  }
  const numberOf = (name: string) => (name === standing.single ? 1 : name === standing.none ? 0 : 2)
  const forms: Readonly<Record<string, (name: string) => unknown>> = {
    number: (name) => {
      ask('number', name)
      return numberOf(name)
    },
    days: (name) => `‹${ask('number', name)} ${numberOf(name)}›`,
    known: (name) => ask('known', name) !== standing.absent,
  }
  // Every other form (a day, an amount, a name) shows its value.
  const words = new Proxy({} as Words, { get: (_, how) => forms[String(how)] ?? ((name: string) => `‹${ask(String(how), name)}›`) })
  return { words, asked }
}

const STANDINGS = (names: readonly string[]): readonly Standing[] => [{}, ...names.flatMap((name) => [{ absent: name }, { single: name }, { none: name }])]

/** What a sentence says in each standing of its values, and what it asked for. */
function sayings(template: Template): { readonly texts: readonly string[]; readonly asked: readonly string[] } {
  const plain = answering({})
  template(plain.words)
  const names = new Set([...plain.asked].map((what) => what.split(' ')[1] as string))
  const all = new Set<string>()
  const texts = STANDINGS([...names].toSorted()).map((standing) => {
    const { words, asked } = answering(standing)
    const text = template(words)
    for (const what of asked) all.add(what)
    return text
  })
  return { texts, asked: [...all].toSorted() }
}

/** Which standings a sentence tells apart: the same number stands for the same text. */
function shape(texts: readonly string[]): readonly number[] {
  const seen = [...new Set(texts)]
  return texts.map((text) => seen.indexOf(text))
}

type Entry = readonly [code: string, template: Template]
const book = (locale: Locale) => wording(locale).book
const TABLES: Readonly<Record<string, (locale: Locale) => readonly Entry[]>> = {
  refusals: (locale) => Object.entries(book(locale).refusals).map(([code, { message }]) => [code, message]),
  remedies: (locale) => Object.entries(book(locale).refusals).flatMap(([code, { remedy }]): readonly Entry[] => (remedy === null ? [] : [[code, remedy]])),
  alerts: (locale) => Object.entries(book(locale).alerts),
  steps: (locale) => Object.entries(book(locale).steps).map(([code, { label }]) => [code, label]),
  effects: (locale) => Object.entries(book(locale).steps).flatMap(([code, { effect }]): readonly Entry[] => (effect === null ? [] : [[code, effect]])),
}

describe.each(Object.keys(TABLES))('the words of %s', (name) => {
  const table = TABLES[name] as (locale: Locale) => readonly Entry[]
  it('the same codes in both languages, in the same order', () => {
    expect(table('en').map(([code]) => code)).toEqual(table('fr').map(([code]) => code))
  })
  it('the same values are read in both languages, and the same cases told apart', () => {
    const english = new Map(table('en'))
    for (const [code, french] of table('fr')) {
      const [fr, en] = [sayings(french), sayings(english.get(code) as Template)]
      expect([code, en.asked]).toEqual([code, fr.asked])
      expect([code, shape(en.texts)]).toEqual([code, shape(fr.texts)])
    }
  })
  it.each(LOCALES)('%s: each says something, whole, and shows the days, amounts and names it reads', (locale) => {
    for (const [code, template] of table(locale)) {
      const { texts, asked } = sayings(template)
      for (const text of texts) {
        expect(`${code}: ${text}`).toMatch(/: .*[\p{L}\d‹]/u)
        expect(`${code}: ${text}`).not.toMatch(/ {2}| $|undefined|\bnull\b|NaN|\[object/)
      }
      for (const what of asked) {
        const [how, value] = what.split(' ')
        const shown = how === 'number' || how === 'known' || texts.some((text) => text.includes(`‹${value}›`))
        expect([code, what, shown]).toEqual([code, what, true])
      }
    }
  })
})

describe('sentences', () => {
  it.each(LOCALES)('%s: a refusal, what would be admissible and an alert are sentences: a capital first, a full stop last', (locale) => {
    for (const name of ['refusals', 'remedies', 'alerts']) {
      for (const [code, template] of (TABLES[name] as (locale: Locale) => readonly Entry[])(locale)) {
        for (const text of sayings(template).texts) expect(`${code}: ${text}`).toMatch(/: [\p{Lu}‹].+[.?]$/u)
      }
    }
  })
  it.each(LOCALES)('%s: a step begins with a capital or what it names, and its effect is a figure or a few words', (locale) => {
    for (const [code, template] of (TABLES['steps'] as (locale: Locale) => readonly Entry[])(locale)) {
      for (const text of sayings(template).texts) expect(`${code}: ${text}`).toMatch(/: [\p{Lu}\d‹].+[^.]$/u)
    }
  })
})

/** Every word of a table of plain words, with where it stands. */
function plainWords(value: unknown, at: string): readonly (readonly [at: string, word: string])[] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => plainWords(inner, `${at}.${key}`))
}

describe('plain words', () => {
  it('both languages name the same things', () => {
    expect(plainWords(book('en'), '').map(([at]) => at).filter((at) => !at.startsWith('.changes'))).toEqual(plainWords(book('fr'), '').map(([at]) => at).filter((at) => !at.startsWith('.changes')))
  })
  it.each(LOCALES)('%s: each has a word, and no two of one table the same', (locale) => {
    const words = plainWords(book(locale), '')
    for (const [at, word] of words) expect(`${at} ${word}`).toMatch(/ [\p{L}\d].*[\p{L}\d).’']$/u)
    const tables = Map.groupBy(words.filter(([at]) => /^\.(stages|dates|causes|aspCauses|situations|contracts|holidays|procedures|paths|texts)\./.test(at)), ([at]) => at.split('.')[1])
    for (const [table, entries] of tables) expect([table, new Set(entries.map(([, word]) => word)).size]).toEqual([table, entries.length])
  })
  it.each(LOCALES)('%s: what would change a date is one or more sentences', (locale) => {
    for (const [name, changes] of Object.entries(book(locale).changes)) {
      expect([name, changes.length > 0]).toEqual([name, true])
      for (const change of changes) expect(`${name}: ${change}`).toMatch(/: \p{Lu}.+\.$/u)
    }
  })
  it('each date has as many sentences on what would change it in both languages', () => {
    const counts = (locale: Locale) => Object.entries(book(locale).changes).map(([name, changes]) => [name, changes.length])
    expect(counts('en')).toEqual(counts('fr'))
  })
})

describe('values in a sentence', () => {
  const say = (code: string, values: Readonly<Record<string, WordValue>>, locale: Locale = 'fr') => wording(locale).refusal({ rule: 'R-400', code, values } as Parameters<ReturnType<typeof wording>['refusal']>[0], 'H')
  it('a day is written short, a number of days with its unit', () => {
    expect(say('validatedLate', { from: day('2025-11-03') }).remedy?.replaceAll(/\s/gu, ' ')).toBe('La validation se donne au plus tard le lun. 3 nov. 2025.')
    expect(say('tooShortDays', { days: 1, minimum: 3, earliestEnd: day('2025-11-05') }, 'fr').message.replaceAll(/\s/gu, ' ')).toContain('elle dure 1 jour, la règle en demande 3 au moins')
    expect(say('tooShortDays', { days: 2, minimum: 3, earliestEnd: day('2025-11-05') }, 'fr').message.replaceAll(/\s/gu, ' ')).toContain('elle dure 2 jours,')
  })
})
