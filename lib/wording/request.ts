import { getRequestConfig } from 'next-intl/server'
import { cookies } from 'next/headers'
import { defaultLocale, localeCookie, parseLocale } from './locale.ts'
import { messagesFor } from './messages.ts'

export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(localeCookie)?.value) ?? defaultLocale
  return { locale, messages: messagesFor(locale), timeZone: 'Europe/Paris' }
})
