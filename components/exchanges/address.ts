import { placeHref } from '@/components/file/file-places.tsx'

export const STREAM_FILTERS = ['all', 'contacts', 'follow_ups', 'mail'] as const
export type StreamFilter = (typeof STREAM_FILTERS)[number]

const natures: Readonly<Record<StreamFilter, string>> = { all: '', contacts: 'contacts', follow_ups: 'suivi', mail: 'courriels' }

export interface ExchangesAddress {
  readonly filter?: StreamFilter
  /** The drawer that writes an e-mail. */
  readonly write?: boolean
  /** The model it is filled from. */
  readonly model?: string
}

export function exchangesHref(reference: string, { filter = 'all', write = false, model = '' }: ExchangesAddress = {}): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('nature', natures[filter])
  if (write) query.set('ecrire', '1')
  if (model !== '') query.set('modele', model)
  const text = query.toString()
  return `${placeHref(reference, 'exchanges')}${text === '' ? '' : `?${text}`}`
}

/** The filter that a word of the address asks for. */
export function filterOf(word: string): StreamFilter {
  return STREAM_FILTERS.find((filter) => natures[filter] === word) ?? 'all'
}
