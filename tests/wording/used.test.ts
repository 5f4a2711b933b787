import { describe, expect, it } from 'vitest'
import { messagesFor } from '@/lib/wording/messages.ts'
import { sources } from '@/tests/house/sources.ts'
import { unsaidKeys } from './messages-in-code.ts'

type Tree = string | { readonly [key: string]: Tree }

function flat(tree: Tree, path = ''): string[] {
  return typeof tree === 'string' ? [path] : Object.entries(tree).flatMap(([key, value]) => flat(value, path === '' ? key : `${path}.${key}`))
}

const code = sources('{app,components,lib}/**/*.{ts,tsx}')
const keys = (['fr', 'en'] as const).flatMap((locale) => flat(messagesFor(locale)))

// A message said and not kept does not compile: keys are typed by the French messages, which every language has.
describe('messages and the code that says them', () => {
  it('none is kept that no code can say', () => {
    expect(unsaidKeys([...new Set(keys)], code)).toEqual([])
  })
})

describe('the reading of the code', () => {
  const one = (text: string) => [{ file: 'components/a/a.tsx', text }]
  const kept = ['a.title', 'a.state.soon', 'a.state.late', 'b.title']

  it('finds what is written whole, filled in, or given as a value', () => {
    expect(unsaidKeys(kept, one("const t = useTranslations('a')\nt('title')"))).toEqual(['a.state.soon', 'a.state.late', 'b.title'])
    expect(unsaidKeys(kept, one("const t = await getTranslations('a')\nt(`state.${now ? 'x' : 'y'}`)"))).toEqual(['a.title', 'b.title'])
    expect(unsaidKeys(kept, one("const t = useTranslations('a.state')\nt(late ? 'late' : 'other')"))).toEqual(['a.title', 'a.state.soon', 'b.title'])
    expect(unsaidKeys(kept, [...one("const t = useTranslations('a.state')\nt(state)"), { file: 'lib/c.ts', text: "type C = 'soon' | 'late'" }])).toEqual(['a.title', 'b.title'])
    expect(unsaidKeys(kept, [...one("const t = useTranslations('a')"), { file: 'components/c/c.tsx', text: "say('title')" }])).toEqual(kept)
    expect(unsaidKeys(kept, one('messagesFor(locale).a.state'))).toEqual(['a.title', 'b.title'])
  })
})
