import { placeHref } from '@/components/file/file-places.tsx'
import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'

/** What is open on a file's plan, in its query. */
export interface PlanAddress {
  /** A line to change, by its id; `new` for one more. */
  readonly line?: string
  readonly project?: boolean
  readonly validate?: boolean
  /** Two versions put side by side, by their numbers; `0` is the plan worked on. */
  readonly compare?: readonly [number, number]
  /** An act recorded from here: a service given. */
  readonly act?: string
}

export const NEW_LINE = 'nouvelle'

/** The plan of a file, with what is open on it. */
export function planHref(reference: string, address: PlanAddress = {}, anchor = ''): string {
  const query = new URLSearchParams()
  if (address.line !== undefined) query.set('ligne', address.line)
  if (address.project === true) query.set('projet', '1')
  if (address.validate === true) query.set('valider', '1')
  if (address.compare !== undefined) query.set('comparer', address.compare.join('-'))
  if (address.act !== undefined) query.set('acte', address.act)
  const text = query.toString()
  return `${placeHref(reference, 'plan')}${text === '' ? '' : `?${text}`}${anchor === '' ? '' : `#${anchor}`}`
}

/** Reads the page's query; what is not one of ours is left out. Two selects of a form (`de`, `a`) compare as well. */
export function readPlanAddress(query: PageQuery): PlanAddress {
  const one = (name: string): string => firstOf(query, name) ?? ''
  const pair = /^(\d{1,3})-(\d{1,3})$/u.exec(one('comparer') === '' ? `${one('de')}-${one('a')}` : one('comparer'))
  return {
    ...(one('ligne') === '' ? {} : { line: one('ligne') }),
    ...(one('projet') === '' ? {} : { project: true }),
    ...(one('valider') === '' ? {} : { validate: true }),
    ...(pair === null ? {} : { compare: [Number(pair[1]), Number(pair[2])] as const }),
    ...(one('acte') === '' ? {} : { act: one('acte') }),
  }
}
