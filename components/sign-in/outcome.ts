export type SignInOutcome = 'signedIn' | 'refused' | 'tooMany' | 'unreachable'

/** What next-auth answered, in the terms of the sign-in page's messages. */
export function outcomeOfSignIn(answer: { ok: boolean; status: number; error?: string | null } | undefined): SignInOutcome {
  if (answer === undefined) return 'unreachable'
  if (answer.ok && (answer.error === undefined || answer.error === null)) return 'signedIn'
  if (answer.error === 'TooManyAttempts') return 'tooMany'
  return answer.status >= 500 ? 'unreachable' : 'refused'
}
