// Which messages the code can say, read from its text: namespaces opened, keys written, keys filled in at run time.
import path from 'node:path'
import type { Source } from '@/tests/house/sources.ts'

const TRANSLATOR = /(?:useTranslations|getTranslations|createTranslator)(?:<\s*'([\w.]+)'\s*>|\(\s*'([\w.]+)'|\(\s*\{[^}]*?namespace:\s*'([\w.]+)')/gu
/** A tree of messages taken without a translator: `messagesFor(locale).acts.kinds`, `{ acts } = messagesFor(locale)`. */
const TAKEN = /(?:\{\s*([\w, ]+)\s*\}\s*=\s*)?messagesFor\([^)]*\)((?:\.[a-zA-Z]\w*)*)/gu
const TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu
/** The first text handed to a function, wherever it stands: inside `${…}` of another text too. */
const HANDED = /\(\s*(?:'([^'\n]*)'|"([^"\n]*)")/gu
/** Any short text, however the quotes around it pair up: an apostrophe in a comment would hide the texts after it. */
const SHORT = /(?<=['"])([\w.'-]+)(?=['"])/gu
const HANDED_FILLED = /\(\s*()()`([^`]*)`/gu
/** A translator given something other than a text: `t(state)`, `t(late ? 'a' : 'b')`. */
const GIVEN_A_VALUE = /\b(?:t|[a-z]\w*)\((?:[a-z]\w*(?:\.\w+)*)[,)]/u
const KEY = /^[\w*][\w*'-]*(?:\.[\w*'-]+)*$/u

interface ReadSource {
  readonly folder: string
  readonly namespaces: readonly string[]
  readonly taken: readonly string[]
  readonly texts: readonly string[]
  readonly givenValues: boolean
}

function read({ file, text }: Source): ReadSource {
  const texts = [...text.matchAll(TEXT), ...text.matchAll(HANDED), ...text.matchAll(HANDED_FILLED), ...text.matchAll(SHORT)].map((match) => (match[1] || match[2] || match[3] || '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, '*'))
  return {
    folder: path.posix.dirname(file),
    namespaces: [...text.matchAll(TRANSLATOR)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    taken: [...text.matchAll(TAKEN)].flatMap((match) => {
      const tree = (match[2] ?? '').slice(1)
      const named = (match[1] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '')
      return named.length === 0 ? [tree] : named.map((name) => (tree === '' ? name : `${tree}.${name}`))
    }).filter((tree) => tree !== ''),
    texts: texts.filter((one) => KEY.test(one)),
    givenValues: GIVEN_A_VALUE.test(text),
  }
}

function patternOf(text: string): RegExp {
  return new RegExp(`^${text.split('*').map((part) => part.replaceAll('.', '\\.')).join('.+')}$`, 'u')
}

/**
 * The keys that the code cannot say. A key is said where its namespace is opened, in that file or one beside it: written
 * whole, or filled in (`reason.${code}`, any text in the place of what is filled). Where a translator there is given a
 * value, a key may also be any text of the code.
 */
export function unsaidKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const all = sources.map(read)
  const everyText = new Set(all.flatMap(({ texts }) => texts))
  const taken = all.flatMap((one) => one.taken)
  const byNamespace = new Map<string, { readonly texts: Set<string>; readonly patterns: readonly RegExp[]; readonly values: boolean }>()
  for (const namespace of new Set(all.flatMap(({ namespaces }) => namespaces))) {
    const folders = new Set(all.filter(({ namespaces }) => namespaces.includes(namespace)).map(({ folder }) => folder))
    const near = all.filter(({ folder }) => folders.has(folder))
    const texts = new Set(near.flatMap((one) => one.texts))
    byNamespace.set(namespace, {
      texts,
      patterns: [...texts].filter((text) => text.includes('*') && /\w/u.test(text)).map(patternOf),
      values: near.some(({ givenValues, texts: own }) => givenValues || own.includes('*')),
    })
  }
  return keys.filter((key) => {
    if (taken.some((tree) => key === tree || key.startsWith(`${tree}.`))) return false
    const parts = key.split('.')
    for (let cut = 1; cut < parts.length; cut += 1) {
      const opened = byNamespace.get(parts.slice(0, cut).join('.'))
      const rest = parts.slice(cut).join('.')
      if (opened === undefined) continue
      if (opened.texts.has(rest) || opened.patterns.some((pattern) => pattern.test(rest)) || (opened.values && everyText.has(rest))) return false
    }
    return true
  })
}
