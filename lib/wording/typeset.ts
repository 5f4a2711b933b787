import { french } from '../accord/wording/typography.ts'

/**
 * The same tree of messages with French typography: message files are written with plain spaces and
 * apostrophes or with the right ones, and come out right either way.
 */
export function typesetTree<Tree>(tree: Tree): Tree {
  if (typeof tree === 'string') return french(tree) as Tree
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typesetTree(value as unknown)])) as Tree
}
