import { NBSP } from './format/spaces.ts'

/**
 * French spacing, which no keyboard types: a no-break space before : ; ! ? » € % and after «, the curly
 * apostrophe between letters. Messages are written with plain spaces or with the right ones; both come out right.
 */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[:;!?»€%])/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}

/** The same tree with every text typeset. */
export function typesetTree<Tree>(tree: Tree): Tree {
  if (typeof tree === 'string') return typeset(tree) as Tree
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typesetTree(value as unknown)])) as Tree
}
