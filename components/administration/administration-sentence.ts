/** The first thing an administrator should see. Pure. */
export interface SeenAccount {
  readonly displayName: string
  readonly role: string
  readonly active: boolean
  readonly liveFiles: number | null
}

export type AdministrationSentence =
  | { readonly kind: 'absent'; readonly count: number; readonly names: string }
  | { readonly kind: 'alone' }
  | { readonly kind: 'calm'; readonly count: number }

/** Files left with someone who is gone, then an administrator without a second, then how many work here. */
export function administrationSentence(accounts: readonly SeenAccount[], ownRole: string): AdministrationSentence {
  const absent = accounts.filter(({ active, liveFiles }) => !active && (liveFiles ?? 0) > 0)
  if (absent.length > 0) return { kind: 'absent', count: absent.length, names: absent.map(({ displayName }) => displayName).join(', ') }
  const active = accounts.filter((account) => account.active)
  return active.filter(({ role }) => role === ownRole).length === 1 ? { kind: 'alone' } : { kind: 'calm', count: active.length }
}
