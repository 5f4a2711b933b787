'use client'

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Hears what was typed before the page's script took over. The field itself is left to the browser
 * (`defaultValue`, never `value`), so that nothing React renders can put a former text back in its place.
 */
export function useEarlyTyping(keep: (text: string) => void): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(keep)
  useEffect(() => {
    const element = input.current
    if (element !== null && element.value !== element.defaultValue) latest.current(element.value)
  }, [])
  return input
}
