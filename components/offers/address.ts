import { placeHref } from '@/components/file/file-places.tsx'
import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'

/** What is open on a file's offers. */
export interface OffersAddress {
  /** An act to record beside them. */
  readonly act?: string
  /** The offer that the act answers. */
  readonly offer?: string
}

export function offersHref(reference: string, { act, offer }: OffersAddress = {}): string {
  const query = new URLSearchParams()
  if (act !== undefined) query.set('acte', act)
  if (offer !== undefined) query.set('offre', offer)
  const text = query.toString()
  return `${placeHref(reference, 'offers')}${text === '' ? '' : `?${text}`}`
}

/** Reads the page's query; what is not one of ours is left out. */
export function readOffersAddress(query: PageQuery): OffersAddress {
  const act = firstOf(query, 'acte')
  const offer = firstOf(query, 'offre')
  return { ...(act === undefined || act === '' ? {} : { act }), ...(offer === undefined || offer === '' ? {} : { offer }) }
}
