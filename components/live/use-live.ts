'use client'

import { useEffect, useRef } from 'react'
import type { LiveEvent } from '@/lib/live/follow.ts'

/**
 * Hears the server's events while the page is seen: a hidden tab holds no connection, and looks again when it comes back.
 * @param address of the stream
 * @param hear called with each event
 */
export function useLive(address: string, hear: (event: LiveEvent) => void): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    let source: EventSource | null = null
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('message', (message: MessageEvent<string>) => latest.current(JSON.parse(message.data) as LiveEvent))
    }
    const close = () => {
      source?.close()
      source = null
    }
    const seen = () => {
      if (document.visibilityState === 'hidden') close()
      else if (source === null) open()
    }
    seen()
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pagehide', close)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pagehide', close)
      close()
    }
  }, [address])
}
