import { getRequestConfig } from 'next-intl/server'
import { cookies } from 'next/headers'
import { currentActor } from '../access/session.ts'
import { defaultLocale, localeCookie, parseLocale } from './locale.ts'
import { messagesFor } from './messages.ts'

/** The language of a request: the account's, else the cookie's, else French. */
export default getRequestConfig(async () => {
  const actor = await currentActor()
  const locale = actor?.locale ?? parseLocale((await cookies()).get(localeCookie)?.value) ?? defaultLocale
  return { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' }
})
