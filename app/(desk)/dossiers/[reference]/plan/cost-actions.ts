'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { typingProblems } from '@/components/file/acts/error-words.ts'
import { costHref } from '@/components/money/address.ts'
import { NO_COST_REFUSED, type CostFormState } from '@/components/money/cost-state.ts'
import { funderWords } from '@/components/money/cost-words.ts'
import { readCostForm } from '@/components/money/read-cost-form.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { changeCost, recordCost, withdrawCost } from '@/lib/cases/costs/record-cost.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { formatAmount } from '@/lib/wording/format/index.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { stateOfCost } from './cost-answers.ts'

/** Notes what something costs, or says what became of it. */
export async function saveCost(_before: CostFormState, form: FormData): Promise<CostFormState> {
  const actor = await requireActor()
  const { cost, reason, errors } = readCostForm(form, actor.locale)
  const unread = typingProblems(errors, actor.locale)
  if (unread.length > 0) return { ...NO_COST_REFUSED, problems: unread }
  const [reference, submissionId, costId] = [textIn(form, 'reference'), textIn(form, 'submissionId'), textIn(form, 'costId')]
  const outcome = costId === '' ? await recordCost(actor, { reference, submissionId, cost }) : await changeCost(actor, { reference, submissionId, costId, cost, reason })
  if (outcome.kind === 'not_found' && costId === '') notFound()
  if (outcome.kind !== 'recorded') return stateOfCost(outcome, actor.locale, await civilDay(actor.timeZone))
  const { done } = messagesFor(actor.locale).money
  const said = (costId === '' ? done.recorded : done.changed).replace('{amount}', formatAmount(cost['amount'] ?? '0', actor.locale)).replace('{funder}', funderWords(cost['funder'] ?? '', actor.locale))
  await setFlash({ text: said })
  revalidatePath(costHref(reference).split('#')[0]!)
  redirect(costHref(reference))
}

/** Withdraws a cost, with its reason. */
export async function takeCostBack(_before: CostFormState, form: FormData): Promise<CostFormState> {
  const actor = await requireActor()
  const reference = textIn(form, 'reference')
  const outcome = await withdrawCost(actor, { reference, submissionId: textIn(form, 'submissionId'), costId: textIn(form, 'costId'), reason: textIn(form, 'reason') })
  if (outcome.kind !== 'recorded') return stateOfCost(outcome, actor.locale, await civilDay(actor.timeZone))
  await setFlash({ text: messagesFor(actor.locale).money.done.withdrawn })
  revalidatePath(costHref(reference).split('#')[0]!)
  redirect(costHref(reference))
}
