'use server'
import type { AdministrationFormState } from '@/components/administration/form-state.ts'
import { changeAccount, createAccount, resetPassword, setAccountActive } from '@/lib/access/accounts.ts'
import { addOperator, changeOperatorBasins, changeSettings } from '@/lib/access/operators.ts'
import { requireActor } from '@/lib/access/session.ts'
import { basinsIn, daysIn, profileIn, refusalOf, savedAndBack, savedHere, showPassword, stillHolding } from './administration-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

type Answer = Promise<AdministrationFormState>

/** Opens an account; its password is shown once. */
export async function openAccount(_previous: AdministrationFormState, form: FormData): Answer {
  const actor = await requireActor()
  const profile = profileIn(form)
  const operatorId = profile.role === 'committee' || profile.role === 'platform_admin' ? null : (actor.operatorId ?? textIn(form, 'operatorId'))
  const outcome = await createAccount(actor, { ...profile, email: textIn(form, 'email'), operatorId })
  return outcome.kind === 'created' ? showPassword('created', outcome.email, outcome.password) : refusalOf(outcome)
}

/** Changes a name, a role, basins or a territory. */
export async function keepAccount(_previous: AdministrationFormState, form: FormData): Answer {
  const outcome = await changeAccount(await requireActor(), { ...profileIn(form), accountId: textIn(form, 'accountId') })
  return outcome.kind === 'changed' ? savedAndBack('form.saved', textIn(form, 'displayName')) : refusalOf(outcome)
}

/** Closes an account, or opens it again. */
export async function switchAccount(_previous: AdministrationFormState, form: FormData): Answer {
  const active = textIn(form, 'active') === 'yes'
  const accountId = textIn(form, 'accountId')
  const outcome = await setAccountActive(await requireActor(), accountId, active)
  if (outcome.kind === 'still_holds') return stillHolding(outcome, accountId)
  return outcome.kind === 'changed' ? savedAndBack(active ? 'form.reactivated' : 'form.deactivated', textIn(form, 'displayName')) : refusalOf(outcome)
}

/** Gives an account a new password, shown once. */
export async function renewPassword(_previous: AdministrationFormState, form: FormData): Answer {
  const outcome = await resetPassword(await requireActor(), textIn(form, 'accountId'), form.get('endAgenda') !== null)
  return outcome.kind === 'reset' ? showPassword('reset', textIn(form, 'email'), outcome.password) : refusalOf(outcome)
}

/** Keeps the operator's own choices. */
export async function keepSettings(_previous: AdministrationFormState, form: FormData): Answer {
  const outcome = await changeSettings(await requireActor(), {
    rollPolicy: textIn(form, 'rollPolicy'), contactIntervalDays: daysIn(form, 'contactIntervalDays'), followUpIntervalDays: daysIn(form, 'followUpIntervalDays'),
  })
  return outcome.kind === 'changed' ? savedHere('settings.saved') : refusalOf(outcome)
}

/** Adds an operator. */
export async function createOperator(_previous: AdministrationFormState, form: FormData): Answer {
  const name = textIn(form, 'name')
  const outcome = await addOperator(await requireActor(), { name, kind: textIn(form, 'kind'), basinIds: basinsIn(form) })
  return outcome.kind === 'added' ? savedAndBack('operators.added', name.trim()) : refusalOf(outcome)
}

/** Changes the basins an operator serves. */
export async function keepOperatorBasins(_previous: AdministrationFormState, form: FormData): Answer {
  const outcome = await changeOperatorBasins(await requireActor(), textIn(form, 'operatorId'), basinsIn(form))
  return outcome.kind === 'changed' ? savedAndBack('operators.basinsSaved', textIn(form, 'name')) : refusalOf(outcome)
}
