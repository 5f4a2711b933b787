import type { AlertAsked } from '../../lib/steering/alerts.ts'

/** The address of an alert: `/pilotage/alerte?genre=plan&bassin=8401`. */
export function alertHref(kind: string, { by, id }: Pick<AlertAsked, 'by' | 'id'>): string {
  return `/pilotage/alerte?${new URLSearchParams({ genre: kind, [by === 'basin' ? 'bassin' : 'conseiller']: id }).toString()}`
}

/** The same, read back; `null` where it asks for nothing. */
export function readAlert({ genre, bassin, conseiller }: Readonly<Record<string, string | readonly string[] | undefined>>): AlertAsked | null {
  if (typeof genre !== 'string') return null
  if (typeof bassin === 'string') return { kind: genre, by: 'basin', id: bassin }
  return typeof conseiller === 'string' ? { kind: genre, by: 'counsellor', id: conseiller } : null
}
