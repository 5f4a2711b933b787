'use client'

import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/wording/locale.ts'
import { messagesFor } from '../../lib/wording/messages.ts'

/**
 * The words of a language for the pieces that run in the browser. They come with the scripts, which the browser keeps:
 * handed down by the server they would be written twice into every page, and again into every answer to a form.
 */
export function Worded({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">
      {children}
    </NextIntlClientProvider>
  )
}
