'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { toast } from '@/components/ui/toast.tsx'
import { setPeople } from './presence-store.ts'
import { useLive } from './use-live.ts'

/** One's own change comes back with the page that recorded it: another screen of one's own waits this long for it. */
const OWN_CHANGE_WAITS = 800

interface LiveFileProps {
  readonly reference: string
  /** The version on screen. */
  readonly version: number
}

/**
 * Keeps the parts of a file on screen as they are in the database: a colleague's change is read again and said, and what is
 * being typed stays as it is.
 */
export function LiveFile({ reference, version }: LiveFileProps) {
  const t = useTranslations('live')
  const router = useRouter()
  const shown = useRef(version)
  useEffect(() => {
    shown.current = version
  }, [version])
  useEffect(() => () => setPeople([]), [reference])

  const readFrom = (newest: number) => {
    if (newest > shown.current) router.refresh()
  }
  useLive(`/api/live?dossier=${encodeURIComponent(reference)}`, (event) => {
    switch (event.kind) {
      case 'at':
        readFrom(event.version)
        break
      case 'changed':
        if (event.mine) setTimeout(() => readFrom(event.version), OWN_CHANGE_WAITS)
        else if (event.version > shown.current) {
          router.refresh()
          toast({ text: event.by === null ? t('changed') : t('changedBy', { name: event.by }) })
        }
        break
      case 'present':
        setPeople(event.people)
        break
      case 'gone':
        toast({ text: t('gone') })
        break
      case 'again':
        break
    }
  })
  return null
}
