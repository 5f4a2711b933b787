// What the database refused, as a value. Prisma wraps errors in several ways (P2002 for unique keys, P2039 for checks,
// exclusions and triggers, P2010 for raw SQL): under all of them stands Postgres' SQLSTATE.

export type DatabaseFailure =
  /** A unique key: the row exists already. */
  | { readonly kind: 'exists'; readonly constraint: string | null }
  /** Two spans of days of one file overlap. */
  | { readonly kind: 'overlap'; readonly constraint: string | null }
  /** A value outside its column's check. */
  | { readonly kind: 'check'; readonly constraint: string | null }
  /** A row pointed at does not exist for this operator, or is pointed at by others. */
  | { readonly kind: 'reference'; readonly constraint: string | null }
  /** Row-level security, a missing grant or an append-only table. */
  | { readonly kind: 'forbidden'; readonly constraint: string | null }
  /** Another transaction was in the way: running this one again may succeed. */
  | { readonly kind: 'conflict'; readonly constraint: null }

const KINDS: Readonly<Record<string, DatabaseFailure['kind']>> = {
  '23505': 'exists',
  '23P01': 'overlap',
  '23514': 'check',
  '23503': 'reference',
  '23001': 'forbidden',
  '42501': 'forbidden',
  '40001': 'conflict',
  '40P01': 'conflict',
}

const PRISMA_KINDS: Readonly<Record<string, DatabaseFailure['kind']>> = { P2002: 'exists', P2003: 'reference', P2004: 'check', P2034: 'conflict' }

type Dictionary = Readonly<Record<string, unknown>>

function dictionary(value: unknown): Dictionary {
  return typeof value === 'object' && value !== null ? (value as Dictionary) : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function constraintOf(error: Dictionary, cause: Dictionary): string | null {
  const named = text(error['constraint_name']) ?? text(error['constraint']) ?? text(dictionary(cause['constraint'])['index'])
  if (named !== null) return named
  const message = text(cause['originalMessage']) ?? text(error['message']) ?? ''
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? /^(\w+) is append-only/m.exec(message)?.[1] ?? null
}

/** Reads an error thrown by Prisma, `pg` or `postgres`; `null` where it is none of theirs, or one that only a bug explains. */
export function failureOf(error: unknown): DatabaseFailure | null {
  const top = dictionary(error)
  const meta = dictionary(top['meta'])
  const cause = dictionary(dictionary(meta['driverAdapterError'])['cause'])
  const state = text(cause['originalCode']) ?? text(meta['code']) ?? text(top['code']) ?? ''
  const kind = KINDS[state] ?? PRISMA_KINDS[text(top['code']) ?? '']
  if (kind === undefined) return null
  return kind === 'conflict' ? { kind, constraint: null } : { kind, constraint: constraintOf(top, cause) }
}
