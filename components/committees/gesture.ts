import type { FormState } from '../ui/form-state.ts'

/** What may be done to a committee, as its address says it. */
export const GESTURES = ['reunion', 'deplacer', 'tenue', 'annuler', 'decision', 'point', 'organisation', 'depart', 'nom'] as const
export type Gesture = (typeof GESTURES)[number]

export function readGesture(text: unknown): Gesture | null {
  return GESTURES.find((one) => one === text) ?? null
}

/** The address of a gesture, about one of its meetings, decisions or organisations where it is. */
export function gestureHref(committee: string, gesture: Gesture, about?: string): string {
  return `/pilotage/comites/${committee}?${new URLSearchParams({ geste: gesture, ...(about === undefined ? {} : { sur: about }) }).toString()}`
}

export interface GestureField {
  readonly kind: 'day' | 'text' | 'area' | 'select'
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly optional?: boolean
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly placeholder?: string
}

/** A form beside the page: its fields, already worded, and what it is about. */
export interface GestureForm {
  readonly gesture: Gesture
  readonly title: string
  readonly lead: string | null
  readonly submit: string
  readonly hidden: Readonly<Record<string, string>>
  readonly fields: readonly GestureField[]
}

export type GestureAction = (previous: FormState, form: FormData) => Promise<FormState>
