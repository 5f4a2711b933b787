'use server'
import type { FormState } from '@/components/ui/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { acceptTransfer, declineTransfer } from '@/lib/cases/handover/answer-transfer.ts'
import { proposeTransfer, withdrawTransfer } from '@/lib/cases/handover/propose-transfer.ts'
import { answerProposal, answerReply, partsIn, placeIn, sayWithdrawn } from './transfer-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Offers a file to another operator. */
export async function offerFile(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  return answerProposal(await proposeTransfer(actor, { reference: textIn(form, 'reference'), toOperatorId: textIn(form, 'toOperatorId'), parts: partsIn(form), reason: textIn(form, 'reason') }))
}

/** Accepts a proposal, under a counsellor of one's own. */
export async function acceptOffer(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  return answerReply(await acceptTransfer(actor, { transferId: textIn(form, 'transferId'), ...placeIn(form) }))
}

/** Declines it, and says why. */
export async function declineOffer(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  return answerReply(await declineTransfer(actor, { transferId: textIn(form, 'transferId'), reason: textIn(form, 'reason') }))
}

/** Takes one's own proposal back. */
export async function takeBack(form: FormData): Promise<string> {
  return sayWithdrawn(await withdrawTransfer(await requireActor(), textIn(form, 'transferId')))
}
