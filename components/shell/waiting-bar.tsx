'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { beginWait, useWait } from '../ui/waiting.ts'

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
  useEffect(watchPlainForms, [])
  return (
    <>
      {waiting && <div className="waiting" data-wait={wait} aria-hidden="true" />}
      <p className="vh" role="status">{long ? t('stillLoading') : ''}</p>
    </>
  )
}

/** A form that asks by its address leaves the page: it waits until the browser has the next one, or comes back to this one. */
function watchPlainForms(): () => void {
  let end: (() => void) | null = null
  const leave = (event: SubmitEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement) || event.target.method !== 'get') return
    end?.()
    end = beginWait('page')
  }
  const back = (): void => end?.()
  document.addEventListener('submit', leave)
  window.addEventListener('pageshow', back)
  return () => {
    end?.()
    document.removeEventListener('submit', leave)
    window.removeEventListener('pageshow', back)
  }
}
