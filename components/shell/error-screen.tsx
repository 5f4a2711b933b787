'use client'

import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { useRouter } from 'next/navigation'
import { Button, LinkButton } from '../ui/button.tsx'
import { StateScreen } from './states.tsx'

interface ErrorScreenProps {
  /** The id under which the server logged the incident; a browser incident has none. */
  readonly id: string | undefined
  readonly retry: () => void
}

/** Something failed: what is known to be safe, the incident's id, a way on. Never what the code said. */
export function ErrorScreen({ id, retry }: ErrorScreenProps) {
  const t = useTranslations('states.error')
  const router = useRouter()
  const again = (): void =>
    startTransition(() => {
      router.refresh()
      retry()
    })
  return (
    <StateScreen
      title={t('title')}
      actions={
        <>
          <Button look="primary" onClick={again}>{t('retry')}</Button>
          <LinkButton href="/">{t('home')}</LinkButton>
        </>
      }
    >
      <p>{t('lead')}</p>
      {id !== undefined && <p><code>{t('reference', { id })}</code></p>}
    </StateScreen>
  )
}
