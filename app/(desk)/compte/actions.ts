'use server'

import type { DisplaySaved } from '@/components/account/display-form.tsx'
import type { KeysSaved } from '@/components/account/keys-form.tsx'
import type { PasswordState } from '@/components/account/password-form.tsx'
import { changePassword } from '@/lib/access/change-password.ts'
import { keepGuidance } from '@/lib/access/guidance.ts'
import { requireActor } from '@/lib/access/session.ts'
import { revalidatePath } from 'next/cache'
import { keepLocale, keepTheme } from '../../_frame/actions.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Keeps the language and the theme chosen on the account's page. */
export async function saveDisplay(previous: DisplaySaved, form: FormData): Promise<DisplaySaved> {
  await requireActor()
  await keepTheme(textIn(form, 'theme'))
  await keepLocale(textIn(form, 'locale'))
  return { times: previous.times + 1 }
}

/** Keeps whether keys pressed alone are shortcuts. */
export async function saveKeys(previous: KeysSaved, form: FormData): Promise<KeysSaved> {
  await keepGuidance(await requireActor(), { singleKeys: form.get('singleKeys') !== null })
  revalidatePath('/', 'layout')
  return { times: previous.times + 1 }
}

/** Changes the password of who asks. */
export async function changeOwnPassword(_previous: PasswordState, form: FormData): Promise<PasswordState> {
  const actor = await requireActor()
  return changePassword(actor, { current: textIn(form, 'current'), next: textIn(form, 'next'), again: textIn(form, 'again'), endAgenda: form.get('endAgenda') !== null })
}
