import type { Settings } from '../accord/index.ts'
import type { Zone } from './zones.ts'

/** Someone who works at an operator, or above them. */
export interface Colleague {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: 'counsellor' | 'referent' | 'manager' | 'operator_admin' | 'committee' | 'platform_admin'
  readonly basinCodes: readonly string[]
  readonly territory?: { readonly level: 'basin' | 'department' | 'region' | 'nation'; readonly codes: readonly string[] }
}

export interface OperatorHouse {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: 'france_travail' | 'private'
  readonly settings: Settings & { readonly contactIntervalDays: number; readonly followUpIntervalDays: number }
  readonly zones: readonly Zone[]
  readonly people: readonly Colleague[]
}

/** Who follows a file, where. */
export interface Post {
  readonly operator: OperatorHouse
  readonly zone: Zone
  readonly counsellor: Colleague
  readonly referent: Colleague | null
}
