import { describe, expect, it } from 'vitest'
import { readdirSync } from 'node:fs'
import { messagesFor } from '@/lib/wording/messages.ts'
import { typesetTree } from '@/lib/wording/typeset.ts'

type Tree = string | { readonly [key: string]: Tree }

function flat(tree: Tree, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]])
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...flat(value, path === '' ? key : `${path}.${key}`)]))
}

const french = flat(messagesFor('fr'))
const english = flat(messagesFor('en'))

/** The names a message expects: `{count, plural, …}` and `{day}` alike. The words of a plural's branches are not names. */
function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>()
  let depth = 0
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] === '{') {
      depth += 1
      // Arguments open at odd depths; a plural's or select's branch at even ones.
      const name = depth % 2 === 1 ? /^\{\s*(\w+)/.exec(message.slice(at)) : null
      if (name?.[1] !== undefined) names.add(name[1])
    }
    if (message[at] === '}') depth -= 1
  }
  return [...names].toSorted()
}

describe('message files', () => {
  it('are all read, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const files = readdirSync(new URL(`../../lib/wording/messages/${locale}`, import.meta.url))
      const namespaces = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5))
      expect(Object.keys(messagesFor(locale)).toSorted()).toEqual(namespaces.toSorted())
    }
  })

  it('say the same things in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted())
  })

  it('take the same values in both languages', () => {
    const different = [...french].filter(([key, message]) => {
      return argumentsOf(message).join() !== argumentsOf(english.get(key) ?? '').join()
    })
    expect(different).toEqual([])
  })

  it('leave no message empty', () => {
    expect([...french, ...english].filter(([, message]) => message.trim() === '')).toEqual([])
  })
})

describe('French typography', () => {
  it('comes out right from plain spaces', () => {
    expect(typesetTree("Pourquoi ? « L'accord » : {day}")).toBe('Pourquoi\u00A0? «\u00A0L’accord\u00A0»\u00A0: {day}')
    expect(typesetTree('{count, plural, one {# dossier} other {# dossiers}}')).toBe('{count, plural, one {# dossier} other {# dossiers}}')
  })

  const texts = [...french]

  it('puts a no-break space before : ; ! ? » and after «', () => {
    expect(texts.filter(([, message]) => /[^\u00A0\u202F\s][:;!?»](\s|$)|\u0020[:;!?»€%]|«(?!\u00A0)/u.test(message))).toEqual([])
  })

  it('writes the curly apostrophe', () => {
    expect(texts.filter(([, message]) => /\p{L}'\p{L}/u.test(message))).toEqual([])
  })

  it('says « au plus tard le », never « avant le »', () => {
    expect(texts.filter(([, message]) => /avant le[\s\u00A0]\{/iu.test(message))).toEqual([])
  })
})
