'use client'

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps what was typed before the page's script took over: the browser shows it, React does not know it
 * yet, and its first rendering would put the former text back in its place.
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
