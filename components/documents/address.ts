import type { DocumentKindName } from '@/lib/documents/content.ts'
import { placeHref } from '../file/file-places.tsx'

/** Where a document is looked at before it is issued; `pdf`: the same as a PDF. */
export function draftHref(reference: string, kind: DocumentKindName, about: string | null, pdf = false): string {
  const query = about === null ? '' : `?fait=${encodeURIComponent(about)}`
  return pdf ? `/api/documents/projet/${encodeURIComponent(reference)}/${kind}${query}` : `${placeHref(reference, 'documents')}/projet/${kind}${query}`
}

/** Where an issued document is read. */
export function issuedHref(reference: string, number: string): string {
  return `${placeHref(reference, 'documents')}/${encodeURIComponent(number)}`
}

/** Its PDF, shown by the browser or, to be kept, downloaded. */
export function pdfHref(id: string, keep = false): string {
  return `/api/documents/${id}${keep ? '?telecharger' : ''}`
}
