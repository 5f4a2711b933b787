import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'

/** Addresses of the file page: one page, whose query says what is open on it. */
export interface FileAddress {
  /** An act to record. */
  readonly act?: string
  /** A fact to correct or to withdraw, by its id. */
  readonly correct?: string
  readonly withdraw?: string
  /** The date explained. */
  readonly why?: string
  readonly view?: 'history'
  readonly knownOn?: string
  readonly menu?: boolean
  /** The deadline to be said done elsewhere: its code and its day, `preBilan.2026-03-04`. */
  readonly elsewhere?: string
}

export function fileHref(reference: string, address: FileAddress = {}, anchor = ''): string {
  const query = new URLSearchParams()
  if (address.view === 'history') query.set('vue', 'historique')
  if (address.knownOn !== undefined) query.set('connu-le', address.knownOn)
  if (address.menu === true) query.set('acte', 'choisir')
  if (address.act !== undefined) query.set('acte', address.act)
  if (address.correct !== undefined) query.set('corriger', address.correct)
  if (address.withdraw !== undefined) query.set('retirer', address.withdraw)
  if (address.why !== undefined) query.set('pourquoi', address.why)
  if (address.elsewhere !== undefined) query.set('ailleurs', address.elsewhere)
  const text = query.toString()
  return `/dossiers/${encodeURIComponent(reference)}${text === '' ? '' : `?${text}`}${anchor === '' ? '' : `#${anchor}`}`
}

/** Reads the page's query; what is not one of ours is left out. */
export function readFileAddress(query: PageQuery): FileAddress {
  const one = (name: string): string | undefined => {
    const text = firstOf(query, name)
    return text === '' ? undefined : text
  }
  const act = one('acte')
  return {
    ...(act === 'choisir' ? { menu: true } : act === undefined ? {} : { act }),
    ...(one('vue') === 'historique' ? { view: 'history' as const } : {}),
    ...optional('correct', one('corriger')),
    ...optional('withdraw', one('retirer')),
    ...optional('why', one('pourquoi')),
    ...optional('knownOn', one('connu-le')),
    ...optional('elsewhere', one('ailleurs')),
  }
}

function optional<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>
}
