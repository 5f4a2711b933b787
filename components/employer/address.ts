import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'

/** Addresses of the employers' screens. */
export function employerHref(id: string, open?: 'change' | 'contact'): string {
  return `/entreprises/${id}${open === undefined ? '' : open === 'change' ? '?modifier=1' : '?contact=1'}`
}

/** Where a procedure stands on the page of its employer. */
export function procedureAnchor(engagedOn: Day, type: string | null): string {
  return `procedure-${isoOf(engagedOn)}${type === null ? '' : `-${type}`}`
}
