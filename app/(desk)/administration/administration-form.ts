import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UNANSWERED, type AdministrationFormState } from '@/components/administration/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { AdministrationError, AdministrationErrors, ProfileInput } from '@/lib/access/account-input.ts'
import type { StillHolds } from '@/lib/access/accounts.ts'
import { textIn } from '@/components/ui/form-text.ts'

export const basinsIn = (form: FormData): string[] => form.getAll('basinIds').filter((value) => typeof value === 'string')

/** A number of days as typed; what is none stays none, and is refused by its schema. */
export function daysIn(form: FormData, name: string): number {
  const typed = textIn(form, name).trim()
  return /^-?\d+$/.test(typed) ? Number(typed) : Number.NaN
}

/** The profile as typed; values outside their lists are refused by its schema. */
export function profileIn(form: FormData): ProfileInput {
  const role = textIn(form, 'role') as ProfileInput['role']
  const codes = textIn(form, 'codes').split(/[\s,;]+/u).filter((code) => code !== '')
  const level = textIn(form, 'level') as NonNullable<ProfileInput['territory']>['level']
  return {
    displayName: textIn(form, 'displayName'), role, basinIds: basinsIn(form),
    territory: role === 'committee' ? { level, codes: level === 'nation' ? [] : codes } : null,
  }
}

type Refusal = { readonly kind: string; readonly fields?: AdministrationErrors }

/** Words a refusal: at its fields, or as a whole. */
export async function refusalOf(outcome: Refusal): Promise<AdministrationFormState> {
  const t = await getTranslations('administration.error')
  if (outcome.kind === 'invalid' && outcome.fields !== undefined) {
    const missing = await getTranslations('administration.missing')
    const worded = (field: string, code: AdministrationError) =>
      code === 'required' && (field === 'email' || field === 'displayName' || field === 'name') ? missing(field) : t(code)
    return { ...UNANSWERED, problems: Object.entries(outcome.fields).map(([field, code]) => ({ field, message: worded(field, code) })) }
  }
  return { ...UNANSWERED, notice: t(outcome.kind === 'not_found' ? 'not_found' : 'not_allowed') }
}

/** Why an account is not closed yet: what its owner still has, and where it is handed over. */
export async function stillHolding(held: StillHolds, accountId: string): Promise<AdministrationFormState> {
  const t = await getTranslations('administration.holds')
  const { name, asCounsellor, asReferent, standsInFor } = held
  const files = asCounsellor + asReferent === 0 ? null : t(asReferent === 0 ? 'counsellor' : asCounsellor === 0 ? 'referent' : 'both', { name, asCounsellor, asReferent })
  const standing = standsInFor.length === 0 ? null : t('standing', { name, count: standsInFor.length, names: standsInFor.join(', ') })
  return { ...UNANSWERED, notice: [files, standing, t('then')].filter((sentence) => sentence !== null).join(' '), handOver: `/equipe?de=${encodeURIComponent(accountId)}` }
}

/** The password just made, for the form to show; the list behind is read again. */
export function showPassword(kind: 'created' | 'reset', email: string, value: string): AdministrationFormState {
  revalidatePath('/administration')
  return { ...UNANSWERED, password: { kind, email, value } }
}

type SavedAndBack = 'form.saved' | 'form.deactivated' | 'form.reactivated' | 'operators.added' | 'operators.basinsSaved'

/** Says what was saved on the list, and goes back to it. */
export async function savedAndBack(message: SavedAndBack, name: string): Promise<never> {
  const t = await getTranslations('administration')
  await setFlash({ text: t(message, { name }) })
  revalidatePath('/administration')
  return redirect(message.startsWith('operators') ? '/administration?partie=operateurs' : '/administration')
}

/** Says what was saved at the form itself. */
export async function savedHere(message: 'settings.saved'): Promise<AdministrationFormState> {
  const t = await getTranslations('administration')
  revalidatePath('/', 'layout')
  return { ...UNANSWERED, saved: t(message) }
}
