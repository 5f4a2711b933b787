/** The query of an address, for the screens whose address holds all that is asked. */
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

/** As a page receives it: a name may come several times, or not at all. */
export type PageQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** Longer than any date, amount or code: what goes beyond is cut. */
const LONGEST_ANSWER = 60

/** What a name says first; empty where the query has it not. */
export function firstOf(query: PageQuery, name: string): string {
  const value = query[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** The same as an answer typed in a form: without the spaces around it, and no longer than one is. */
export function answerOf(query: PageQuery, name: string): string {
  return firstOf(query, name).trim().slice(0, LONGEST_ANSWER).trimEnd()
}

/** An answer in its one form: an ISO day, decimal text; what could not be read stays as it was typed. */
export function settledAnswer({ type }: { readonly type: string }, typed: string, locale: Locale): string {
  if (type === 'day') {
    const read = readTypedDay(typed)
    return read.ok ? isoOf(read.day) : typed
  }
  if (type === 'amount') {
    const read = readTypedAmount(typed, locale)
    return read.ok ? read.amount : typed
  }
  return typed
}

/** Whether a query says these names and values, in any order, and nothing else. */
export function saysOnly(query: PageQuery, pairs: Iterable<readonly [string, string]>): boolean {
  const said = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [`${name}=${value}`] : (value ?? []).map((one) => `${name}=${one}`)))
  return JSON.stringify(said.toSorted()) === JSON.stringify([...pairs].map(([name, value]) => `${name}=${value}`).toSorted())
}
