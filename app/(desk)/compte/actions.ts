'use server'

import type { DisplaySaved } from '@/components/account/display-form.tsx'
import type { KeysSaved } from '@/components/account/keys-form.tsx'
import type { PasswordState } from '@/components/account/password-form.tsx'
import { changePassword } from '@/lib/access/change-password.ts'
import { keepGuidance } from '@/lib/access/guidance.ts'
import { requireActor } from '@/lib/access/session.ts'
import { revalidatePath } from 'next/cache'
import { keepLocale, keepTheme } from '../../_frame/actions.ts'

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Keeps the language and the theme chosen on the account's page. */
export async function saveDisplay(previous: DisplaySaved, form: FormData): Promise<DisplaySaved> {
  await requireActor()
  await keepTheme(textOf(form, 'theme'))
  await keepLocale(textOf(form, 'locale'))
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
  return changePassword(actor, { current: textOf(form, 'current'), next: textOf(form, 'next'), again: textOf(form, 'again') })
}
