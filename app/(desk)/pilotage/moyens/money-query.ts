import { firstOf, settledAnswer, type PageQuery } from '@/components/ui/page-query.ts'
import type { Actor } from '@/lib/access/actor.ts'

/** The query with its days in their one form, as an address of ours writes them: a form sends them as they were typed. */
export function settledQuery(query: PageQuery, { locale }: Pick<Actor, 'locale'>): PageQuery {
  const settled: Record<string, string | readonly string[] | undefined> = { ...query }
  for (const name of ['from', 'to']) {
    const typed = firstOf(query, name).trim()
    if (typed !== '') settled[name] = settledAnswer({ type: 'day' }, typed.slice(0, 60), locale)
  }
  return settled
}

/** Whose accounts a screen says it shows. */
export function moneyRole({ role }: Pick<Actor, 'role'>): 'manager' | 'operator_admin' {
  return role === 'operator_admin' ? 'operator_admin' : 'manager'
}
