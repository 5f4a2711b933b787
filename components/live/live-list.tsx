'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useLive } from './use-live.ts'

/** Several changes at once (a caseload shared out) are read together. */
const TOGETHER = 300

/** Reads a list again when a file of it changes elsewhere, and says so without taking the focus. */
export function LiveList() {
  const t = useTranslations('live')
  const router = useRouter()
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => () => {
    if (waiting.current !== null) clearTimeout(waiting.current)
  }, [])
  useLive('/api/live?liste=1', (event) => {
    if (event.kind !== 'changed' && event.kind !== 'again') return
    if (event.kind === 'changed' && !event.mine) setSaid(event.by === null ? t('list') : t('listBy', { name: event.by }))
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = setTimeout(() => router.refresh(), TOGETHER)
  })
  return <p className="live-said" role="status">{said}</p>
}
