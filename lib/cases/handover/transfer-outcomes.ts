import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'

export type TransferState = 'proposed' | 'accepted' | 'declined' | 'withdrawn'

/** Somebody was first: the proposal stands no more, or the file moved on since and has to be proposed again. */
export type TooLate = { readonly kind: 'too_late'; readonly state: Exclude<TransferState, 'proposed'> | 'outdated' }

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly transferId: string; readonly to: string }
  /** A closed file goes nowhere; one that is proposed already waits for its answer. */
  | { readonly kind: 'refused'; readonly because: 'closed' | 'already_proposed' }
  | Invalid
  | NotFound
  | NotAllowed

export type WithdrawTransferOutcome = { readonly kind: 'withdrawn' } | TooLate | NotFound | NotAllowed
export type DeclineOutcome = { readonly kind: 'declined' } | TooLate | Invalid | NotFound | NotAllowed
export type AcceptOutcome = { readonly kind: 'accepted'; readonly reference: string } | TooLate | Invalid | NotFound | NotAllowed
