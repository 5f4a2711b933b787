import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { FieldErrors } from '@/lib/cases/field-errors.ts'
import { TRANSFER_PARTS, type TransferPart } from '@/lib/cases/handover/transfer-content.ts'
import type { AcceptOutcome, DeclineOutcome, ProposeOutcome, WithdrawTransferOutcome } from '@/lib/cases/handover/transfer-outcomes.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** What was ticked; what is no part of a file is left out. */
export const partsIn = (form: FormData): TransferPart[] => TRANSFER_PARTS.filter((part) => form.getAll('parts').includes(part))

/** The counsellor chosen, with their basin: `8421 <id>`. */
export function placeIn(form: FormData): { readonly basinCode: string; readonly counsellorId: string } {
  const [basinCode = '', counsellorId = ''] = textIn(form, 'counsellorId').split(' ')
  return { basinCode, counsellorId }
}

const FIELDS = ['toOperatorId', 'parts', 'counsellorId', 'reason'] as const
type Field = (typeof FIELDS)[number]

async function problemsOf(fields: FieldErrors): Promise<FormState> {
  const t = await getTranslations('transfers.error')
  const problems = Object.entries(fields).flatMap(([path, code]) => {
    const field = FIELDS.find((name) => path === name || path.startsWith(`${name}.`))
    return field === undefined ? [] : [{ field, message: code === 'too_long' ? t('tooLong') : t(`missing.${field satisfies Field}`) }]
  })
  return problems.length === 0 ? { ...NOTHING_WRONG, notice: t('other') } : { problems, notice: null }
}

async function back(text: string, to = '/transferts'): Promise<never> {
  await setFlash({ text })
  revalidatePath('/', 'layout')
  return redirect(to)
}

/** Words what offering a file gave; once done, goes back to the proposals and says it there. */
export async function answerProposal(outcome: ProposeOutcome): Promise<FormState> {
  const t = await getTranslations('transfers')
  switch (outcome.kind) {
    case 'proposed': return back(t('propose.saved', { operator: outcome.to }))
    case 'refused': return { ...NOTHING_WRONG, notice: t(outcome.because === 'closed' ? 'propose.closed' : 'error.already') }
    case 'invalid': return problemsOf(outcome.fields)
    case 'not_found': return { ...NOTHING_WRONG, notice: t('error.notFound') }
    case 'not_allowed': return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  }
}

/** The same for an answer: an accepted file opens. */
export async function answerReply(outcome: AcceptOutcome | DeclineOutcome): Promise<FormState> {
  const t = await getTranslations('transfers')
  switch (outcome.kind) {
    case 'accepted': return back(t('answer.accepted', { reference: outcome.reference }), `/dossiers/${encodeURIComponent(outcome.reference)}`)
    case 'declined': return back(t('answer.declined'))
    case 'too_late': return { ...NOTHING_WRONG, notice: t(`error.late.${outcome.state}`) }
    case 'invalid': return problemsOf(outcome.fields)
    case 'not_found': return { ...NOTHING_WRONG, notice: t('error.notFound') }
    case 'not_allowed': return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  }
}

/** Says that a proposal was taken back, or why it could not be. */
export async function sayWithdrawn(outcome: WithdrawTransferOutcome): Promise<string> {
  const t = await getTranslations('transfers')
  revalidatePath('/', 'layout')
  return outcome.kind === 'withdrawn' ? t('sent.withdrawn') : outcome.kind === 'too_late' ? t(`error.late.${outcome.state}`) : t('error.notFound')
}
