'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useWait } from '../ui/waiting.ts'

/** A wait shorter than this is seen and not said. */
const SAID_AFTER_MS = 1000

/**
 * The line under the header while something pressed is awaited. It is hatched, as all that is not settled, and still. Its style
 * keeps it unseen for the first moments, so that a quick answer blinks nothing; a long wait is said.
 */
export function WaitingBar() {
  const t = useTranslations('common')
  const wait = useWait()
  const waiting = wait !== null
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => setLong(true), SAID_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [waiting])
  return (
    <>
      {waiting && <div className="waiting" data-wait={wait} aria-hidden="true" />}
      <p className="vh" role="status">{long ? t('stillLoading') : ''}</p>
    </>
  )
}
