import { cookies } from 'next/headers'
import { currentActor } from '@/lib/access/session.ts'
import { parseTheme, themeCookie, type Theme } from '@/lib/wording/theme.ts'

/** The theme of a request: the account's, else the cookie's, else the machine's own. */
export async function requestTheme(): Promise<Theme> {
  const actor = await currentActor()
  return actor?.theme ?? parseTheme((await cookies()).get(themeCookie)?.value)
}
