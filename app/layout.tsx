import './globals.css'
import type { Metadata, Viewport } from 'next'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Worded } from '@/components/shell/worded.tsx'
import { requestTheme } from './_frame/preferences.ts'

export const metadata: Metadata = {
  title: { default: 'Rebond', template: '%s – Rebond' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const theme = await requestTheme()
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <Worded locale={locale}>{children}</Worded>
      </body>
    </html>
  )
}
