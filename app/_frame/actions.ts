'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { keepGuidance } from '@/lib/access/guidance.ts'
import { keepPreferences } from '@/lib/access/preferences.ts'
import { currentActor } from '@/lib/access/session.ts'
import { localeCookie, parseLocale } from '@/lib/wording/locale.ts'
import { parseTheme, themeCookie } from '@/lib/wording/theme.ts'

const A_YEAR = 365 * 24 * 60 * 60
const kept = { path: '/', maxAge: A_YEAR, sameSite: 'lax', httpOnly: true } as const

/** Keeps the theme, with the account of who is signed in and in the cookie for the sign-in page. */
export async function keepTheme(chosen: string): Promise<void> {
  const theme = parseTheme(chosen)
  const actor = await currentActor()
  if (actor !== null) await keepPreferences(actor, { theme })
  ;(await cookies()).set(themeCookie, theme, kept)
  revalidatePath('/', 'layout')
}

/** Keeps the language likewise; every page is written again in it. */
export async function keepLocale(chosen: string): Promise<void> {
  const locale = parseLocale(chosen)
  if (locale === null) return
  const actor = await currentActor()
  if (actor !== null) await keepPreferences(actor, { locale })
  ;(await cookies()).set(localeCookie, locale, kept)
  revalidatePath('/', 'layout')
}

/** The first tour was taken or put away: it does not come back by itself. */
export async function keepTourSeen(): Promise<void> {
  const actor = await currentActor()
  if (actor !== null) await keepGuidance(actor, { tourSeen: true })
}
