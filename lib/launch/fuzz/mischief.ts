import type { Chance } from './chance.ts'
import { plausibleRequest, type Json } from './requests.ts'

/** JSON texts that stand where a value was: hostile numbers, dates, keys and sizes. */
const HOSTILE_VALUES = [
  'null', 'true', 'false', '0', '-0', '-1', '1.5', '1e999', '-1e999', '1e308', '5e-324', '9007199254740993', '1e21', '120.0000001',
  '""', '"\\u0000"', '"\\ud800"', '"\\udfff\\ud800"', '"NaN"', '"Infinity"', '"1e999"', '"-1.00"', '"1.0"', '"12,50"', '"0x10"', '"999999999999.00"', '"٣.٠٠"',
  '"0001-01-01"', '"9999-12-31"', '"0000-00-00"', '"2025-02-30"', '"2025-13-01"', '"2025-6-1"', '"+002025-01-01"', '"-000001-01-01"', '"2025-09-08T00:00:00Z"', '"2025-09-08\\n"',
  '"__proto__"', '"constructor"', '"toString"', '"accepted"', '"H"', '"<script>"', '"😀"',
  '{}', '[]', '[[]]', '[null]', '{"__proto__":{"today":"2026-01-01"}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"toString":1,"valueOf":2}', '{"length":3}',
] as const
const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', ' ', 'untill', 'kind', 'on', 'a.b', 'facts[0]', '\\u0000', '\\ud800', '😀', 'contestLimitStated', 'to'] as const

/** Texts that no change of a request gives. */
const WHOLE_TEXTS: readonly ((chance: Chance) => string)[] = [
  () => '',
  () => ' \n\t',
  () => 'undefined',
  () => '{"today":NaN}',
  () => "{'today':'2026-01-01'}",
  () => '﻿{}',
  () => '[1,]',
  () => '"text"',
  () => '12',
  () => '[[],{},null,3,"x",[[[]]]]',
  () => '['.repeat(20_000),
  () => `${'['.repeat(4_000)}${']'.repeat(4_000)}`,
  () => `${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`,
  () => `{"today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"},"facts":${'['.repeat(3_000)}${']'.repeat(3_000)}}`,
  () => `{"today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer","regime":"${'H'.repeat(200_000)}"}}`,
  () => `{"${'k'.repeat(200_000)}":1}`,
  () => `{"today":"2026-03-01","today":"2026-02-30","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"}}`,
  () => `{"today":"2026-02-30","today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"}}`,
  () => `{"today":"2026-03-01","procedure":{"engagedOn":"2025-09-08","entryPath":"employer"},"facts":[${'{"kind":"contact_held","on":"2026-01-05"},'.repeat(9_999)}{"kind":"contact_held","on":"2026-01-05"}]}`,
  (chance) => {
    const text = JSON.stringify(plausibleRequest(chance))
    return text.slice(0, chance.upTo(text.length))
  },
  (chance) => `[${JSON.stringify(plausibleRequest(chance))},${chance.of(HOSTILE_VALUES)},${JSON.stringify(plausibleRequest(chance))}]`,
  (chance) => {
    const request = plausibleRequest(chance)
    const fact = { kind: chance.of(['work_period', 'suspension']), from: '2025-10-01', to: '2025-10-03', cause: 'sickness' }
    return JSON.stringify({ ...request, facts: Array.from({ length: 1 + chance.upTo(1_500) }, () => fact) })
  },
]

interface Place {
  readonly owner: { [key: string]: Json } | Json[]
  readonly key: string
}

/** Every value inside a request, by what holds it. */
function placesOf(value: Json, found: Place[] = []): Place[] {
  if (value === null || typeof value !== 'object') return found
  const owner = value
  for (const [key, inner] of Object.entries(owner)) {
    found.push({ owner, key })
    placesOf(inner, found)
  }
  return found
}

/** Stands in a request for a hostile JSON text, until the request is written. */
const MARK = 'hostile-value-'

function spoil(chance: Chance, request: { [key: string]: Json }): void {
  const places = placesOf(request)
  const place = places[chance.upTo(Math.max(0, places.length - 1))]
  if (place === undefined) return
  const { owner, key } = place
  const set = (value: Json) => Object.defineProperty(owner, key, { value, enumerable: true, writable: true, configurable: true })
  switch (chance.upTo(5)) {
    case 0:
      if (!Array.isArray(owner)) delete owner[key]
      break
    case 1:
      set(Array.isArray(owner) ? { ...owner } : [(owner[key] ?? null)])
      break
    case 2:
      if (!Array.isArray(owner)) Object.defineProperty(owner, JSON.parse(`"${chance.of(HOSTILE_KEYS)}"`) as string, { value: 1, enumerable: true, writable: true, configurable: true })
      break
    default:
      set(`${MARK}${chance.upTo(HOSTILE_VALUES.length - 1)}`)
  }
}

/**
 * The text of a call: half the time a plausible request as it is, else one spoiled in a few places, at times a
 * text of its own. Never the same twice for long; the same for the same chance.
 */
export function drawCall(chance: Chance): string {
  if (chance.oneIn(40)) return chance.of(WHOLE_TEXTS as readonly [(chance: Chance) => string, ...((chance: Chance) => string)[]])(chance)
  const request = plausibleRequest(chance)
  if (chance.oneIn(2)) return JSON.stringify(request)
  for (let left = 1 + chance.upTo(2); left > 0; left -= 1) spoil(chance, request)
  return JSON.stringify(request).replaceAll(new RegExp(`"${MARK}(\\d+)"`, 'gu'), (_, index: string) => HOSTILE_VALUES[Number(index)] ?? 'null')
}
