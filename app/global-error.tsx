'use client'

import './globals.css'
import { NextIntlClientProvider } from 'next-intl'
import { defaultLocale } from '@/lib/wording/locale.ts'
import states from '@/lib/wording/messages/fr/states.json' with { type: 'json' }
import { StateScreen } from '@/components/shell/states.tsx'

/** Even the layout failed: nothing is known of who asks, so French, and no database. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const words = states.error
  return (
    <html lang={defaultLocale}>
      <body>
        <NextIntlClientProvider locale={defaultLocale} messages={{}} timeZone="Europe/Paris">
          <main className="main open" id="content">
            <StateScreen title={words.title} actions={<a className="btn primary" href="/">{words.home}</a>}>
              <p>{words.lead}</p>
              {error.digest !== undefined && <p><code>{words.reference.replace('{id}', error.digest)}</code></p>}
            </StateScreen>
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
