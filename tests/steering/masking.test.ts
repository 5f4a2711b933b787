import { describe, expect, test } from 'vitest'
import { deducible, type CellSystem } from '@/lib/indicators/deduction.ts'
import { isSensitive, maskCells, tellsRevision, UNSAID } from '@/lib/indicators/masking.ts'
import { dice } from './territory-people.ts'

/** Cells by name, and equations `whole = part + part`. */
function system(values: Readonly<Record<string, number>>, sums: readonly (readonly [string, readonly string[]])[], more: { others?: Readonly<Record<string, number>>; implied?: readonly string[] } = {}) {
  const names = Object.keys(values)
  const at = (name: string) => names.indexOf(name)
  const starts = [0]
  const terms: number[] = []
  const signs: number[] = []
  for (const [whole, parts] of sums) {
    expect(parts.reduce((sum, part) => sum + values[part]!, 0), whole).toBe(values[whole])
    terms.push(...parts.map(at), at(whole))
    signs.push(...parts.map(() => 1), -1)
    starts.push(terms.length)
  }
  const laid: CellSystem = {
    values: Object.values(values), others: names.map((name) => more.others?.[name] ?? 0), implied: names.map((name) => (more.implied?.includes(name) === true ? 1 : 0)), weights: names.map(() => 1), starts, terms, signs,
  }
  return { laid, shown: (hidden: ArrayLike<number>) => names.filter((_, index) => hidden[index] === 0), at }
}

describe('what is of too few', () => {
  test.each([
    [0, 0, false],
    [1, 0, true],
    [4, 0, true],
    [5, 0, false],
    [40, 4, true],
    [40, 1, true],
    [40, 5, false],
    [40, 0, false],
  ])('%i people, of whom %i of all operators but the largest: %s', (value, others, sensitive) => expect(isSensitive(value, others)).toBe(sensitive))
})

describe('one total', () => {
  test('a single small count takes another with it: the smallest', () => {
    const { laid, shown } = system({ all: 40, a: 3, b: 15, c: 22 }, [['all', ['a', 'b', 'c']]])
    expect(shown(maskCells(laid))).toEqual(['all', 'c'])
  })

  test('several small counts worth five hide among themselves, if they leave each other room', () => {
    const { laid, shown } = system({ all: 30, a: 3, b: 2, c: 25 }, [['all', ['a', 'b', 'c']]])
    expect(shown(maskCells(laid))).toEqual(['all', 'c'])
    const tight = system({ all: 29, a: 2, b: 2, c: 25 }, [['all', ['a', 'b', 'c']]])
    expect(tight.shown(maskCells(tight.laid))).toEqual(['all'])
    // Five people in five groups: one in each, since a group of nobody would be shown.
    const known = system({ all: 30, a: 1, b: 1, c: 1, d: 1, e: 1, f: 25 }, [['all', ['a', 'b', 'c', 'd', 'e', 'f']]])
    expect(known.shown(maskCells(known.laid))).toEqual(['all'])
  })

  test('a total of one part is hidden with it', () => {
    const { laid, shown } = system({ all: 2, a: 2 }, [['all', ['a']]])
    expect(shown(maskCells(laid))).toEqual([])
  })

  test('those not counted are as sensitive as those who are', () => {
    const { laid, shown } = system({ of: 40, counted: 38, not: 2 }, [['of', ['counted', 'not']]], { implied: ['not'] })
    expect(shown(maskCells(laid))).toEqual(['of'])
    const many = system({ of: 40, counted: 34, not: 6 }, [['of', ['counted', 'not']]], { implied: ['not'] })
    expect(many.shown(maskCells(many.laid))).toEqual(['of', 'counted'])
  })

  test('a large count is hidden where one operator, knowing its own, would find a few people of another', () => {
    const { laid, shown } = system({ all: 70, a: 33, b: 37 }, [['all', ['a', 'b']]], { others: { a: 3 } })
    expect(shown(maskCells(laid))).toEqual(['all'])
  })
})

describe('several totals together', () => {
  /** Rows and columns of a table, with their totals: hidden in a square, each is alone in no line. */
  const table = system(
    { a1: 3, a2: 20, a: 23, b1: 21, b2: 22, b: 43, one: 24, two: 42, all: 66 },
    [['a', ['a1', 'a2']], ['b', ['b1', 'b2']], ['one', ['a1', 'b1']], ['two', ['a2', 'b2']], ['all', ['a', 'b']], ['all', ['one', 'two']]],
  )

  test('nothing small can be found by any combination', () => {
    const hidden = maskCells(table.laid)
    expect(hidden[table.at('a1')]).toBe(1)
    expect(deducible(table.laid, hidden)[table.at('a1')]).toBe(0)
  })

  test('and it would be, with the small counts alone hidden', () => {
    const hidden = maskCells(table.laid, { secondary: false })
    expect(deducible(table.laid, hidden)[table.at('a1')]).toBe(1)
  })

  test('what no equation gives alone, several give together', () => {
    // x + y, y + z and x + z are shown: each is found, though none has one unknown.
    const { laid, at } = system(
      { x: 3, y: 9, z: 8, xy: 12, yz: 17, xz: 11 },
      [['xy', ['x', 'y']], ['yz', ['y', 'z']], ['xz', ['x', 'z']]],
    )
    const hidden = Uint8Array.from([1, 1, 1, 0, 0, 0])
    expect([...deducible(laid, hidden)].slice(0, 3)).toEqual([1, 1, 1])
    const masked = maskCells(laid, { hiddenBefore: hidden })
    expect(deducible(laid, masked)[at('x')]).toBe(0)
  })
})

test('nothing is hidden in vain: what can be found all the same is shown', () => {
  for (const seed of [31, 32, 33, 34]) {
    const chance = dice(seed)
    const values: Record<string, number> = { all: 0 }
    for (const part of ['a', 'b', 'c', 'd']) for (const half of ['1', '2']) values[part + half] = 1 + Math.floor(chance() ** 2 * 30)
    for (const part of ['a', 'b', 'c', 'd']) values[part] = values[`${part}1`]! + values[`${part}2`]!
    for (const half of ['1', '2']) values[half] = ['a', 'b', 'c', 'd'].reduce((sum, part) => sum + values[part + half]!, 0)
    values['all'] = values['1']! + values['2']!
    const { laid } = system(values, [...['a', 'b', 'c', 'd'].map((part) => [part, [`${part}1`, `${part}2`]] as const), ...['1', '2'].map((half) => [half, ['a', 'b', 'c', 'd'].map((part) => part + half)] as const), ['all', ['1', '2']], ['all', ['a', 'b', 'c', 'd']]])
    const hidden = maskCells(laid)
    expect(hidden.filter((one, cell) => one === 1 && deducible(laid, hidden)[cell] === 1)).toHaveLength(0)
  }
})

describe('from one edition to the next', () => {
  const values = { all: 40, a: 3, b: 15, c: 22 }
  const sums = [['all', ['a', 'b', 'c']]] as const

  test('what was hidden stays so, and what was shown as it still is hides nothing', () => {
    const { laid, shown, at } = system({ ...values, all: 41, a: 4 }, sums)
    // The year before hid a and c: b is known, and unchanged.
    const hiddenBefore = [0, 1, 0, 1]
    const shownBefore = [0, 0, 1, 0]
    expect(shown(maskCells(laid, { hiddenBefore, shownBefore }))).toEqual(['all', 'b'])
    // Nothing was hidden: to hide b now would be vain, the total has changed.
    const hidden = maskCells(laid, { shownBefore: [0, 0, 1, 1] })
    expect(hidden[at('all')]).toBe(1)
    expect(shown(hidden)).toEqual(['b', 'c'])
  })

  test('a hidden count of which nobody is left stays hidden', () => {
    const { laid, shown } = system({ all: 37, a: 0, b: 15, c: 22 }, sums)
    expect(shown(maskCells(laid, { hiddenBefore: [0, 1, 1, 0] }))).toEqual(['all', 'c'])
  })
})

describe('a revision', () => {
  test.each([
    [40, 40, false],
    [41, 40, true],
    [44, 40, true],
    [45, 40, false],
    [36, 40, true],
    [35, 40, false],
    [4, 0, true],
    [7, UNSAID, false],
    [UNSAID, 7, false],
  ])('%i today, %i in an edition before: too small to be told, %s', (now, then, told) => expect(tellsRevision(now, then)).toBe(told))

  const sums = [['all', ['a', 'b', 'c']]] as const
  const then = { said: [40, 10, 12, 18] }

  test('of one to four is hidden where the total moved by as many, and what stands says nothing of it', () => {
    const { laid, shown } = system({ all: 41, a: 11, b: 12, c: 18 }, sums)
    expect(shown(maskCells(laid, { told: [then], shownBefore: [0, 0, 1, 1] }))).toEqual(['b', 'c'])
  })

  test('takes another with it where the total is told anew: one that changed', () => {
    // a from 10 to 11, c from 18 to 24: all and b would give a.
    const { laid, shown } = system({ all: 47, a: 11, b: 12, c: 24 }, sums)
    expect(shown(maskCells(laid, { told: [then], shownBefore: [0, 0, 1, 0] }))).toEqual(['all', 'b'])
    expect(shown(maskCells(laid, { told: [then], secondary: false }))).toEqual(['all', 'b', 'c'])
  })

  test('of a part that was only ever hidden is not told by what is left of the total', () => {
    // a and b were hidden, and are: together they went from 22 to 23.
    const { laid, shown } = system({ all: 47, a: 11, b: 12, c: 24 }, sums)
    const hidden = maskCells(laid, { told: [{ said: [40, UNSAID, UNSAID, 18] }], hiddenBefore: [0, 1, 1, 0] })
    expect(shown(hidden)).toEqual(['all'])
  })

  test('is held to every edition that said something, not to the last alone', () => {
    const { laid, shown } = system({ all: 41, a: 11, b: 12, c: 18 }, sums)
    // 40, then 46: today's 41 is five from the last, and one from the first.
    const editions = [then, { said: [46, 16, 12, 18] }]
    expect(shown(maskCells(laid, { told: editions }))).toEqual(['b', 'c'])
    expect(shown(maskCells(laid, { told: editions.slice(1) }))).toEqual(['all', 'a', 'b', 'c'])
  })

  test('of what is left of one count without another is as sensitive', () => {
    // 40 of whom 30, then 46 of whom 35: those not counted went from 10 to 11.
    const { laid, shown } = system({ of: 46, counted: 35, not: 11 }, [['of', ['counted', 'not']]], { implied: ['not'] })
    expect(shown(maskCells(laid, { told: [{ said: [40, 30, 10] }] }))).toEqual(['of'])
    const more = system({ of: 46, counted: 31, not: 15 }, [['of', ['counted', 'not']]], { implied: ['not'] })
    expect(more.shown(maskCells(more.laid, { told: [{ said: [40, 25, 15] }] }))).toEqual(['of', 'counted'])
  })

  test('of the others’ few is hidden from an operator that knows its own, though the whole changed by more', () => {
    // All from 40 to 46, five of them the operator's own.
    const { laid, shown } = system({ all: 66, a: 46, b: 20 }, [['all', ['a', 'b']]])
    const views = [[26, 16, 10]]
    const guarded = { ...laid, views, guarded: [1, 1, 1] }
    expect(shown(maskCells(guarded, { told: [{ said: [60, 40, 20], views: [[25, 15, 10]] }], shownBefore: [0, 0, 1] }))).toEqual(['b'])
    expect(shown(maskCells({ ...guarded, guarded: [0, 0, 0] }, { told: [{ said: [60, 40, 20], views: [[25, 15, 10]] }] }))).toEqual(['all', 'a', 'b'])
  })
})

test.each([1, 2, 3, 4, 5, 6])('random tables of three ways: nothing small is found (%i)', (seed) => {
  const chance = dice(seed)
  const [rows, columns, depth] = [2 + Math.floor(chance() * 4), 2 + Math.floor(chance() * 4), 2 + Math.floor(chance() * 3)]
  const ways = [rows, columns, depth]
  const leaf = new Map<string, number>()
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) for (let k = 0; k < depth; k += 1) leaf.set([i, j, k].join(' '), Math.floor(chance() ** 3 * 40))
  // Every sum over one way or more is a cell too.
  const values: Record<string, number> = {}
  const each = [0, 1, 2].map((way) => [...Array.from({ length: ways[way]! }, (_, index) => String(index)), '+'])
  for (const i of each[0]!) for (const j of each[1]!) for (const k of each[2]!) {
    const value = [...leaf].filter(([name]) => name.split(' ').every((at, way) => [i, j, k][way] === '+' || [i, j, k][way] === at)).reduce((sum, [, count]) => sum + count, 0)
    if (value > 0) values[[i, j, k].join(' ')] = value
  }
  const sums = Object.keys(values).flatMap((name) => name.split(' ').flatMap((at, way): (readonly [string, readonly string[]])[] => {
    if (at !== '+') return []
    const parts = each[way]!.slice(0, -1).map((one) => name.split(' ').with(way, one).join(' ')).filter((one) => values[one] !== undefined)
    return [[name, parts]]
  }))
  const { laid } = system(values, sums)
  const small = Object.values(values).flatMap((value, index) => (value < 5 ? [index] : []))
  expect(small.length).toBeGreaterThan(0)
  const found = (hidden: Uint8Array) => small.filter((cell) => deducible(laid, hidden)[cell] === 1)
  expect(found(maskCells(laid))).toEqual([])
  expect(found(maskCells(laid, { secondary: false })).length).toBeGreaterThan(0)
})
