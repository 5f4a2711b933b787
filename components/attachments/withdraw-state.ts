/** What a withdrawal answers: what to correct, or what was done. */
export interface WithdrawState {
  readonly problem: string | null
  readonly done: string | null
}

export const NOTHING_WITHDRAWN: WithdrawState = { problem: null, done: null }
