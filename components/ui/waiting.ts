'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useSyncExternalStore, useTransition } from 'react'
import { waitFor } from './drawer-address.ts'

/** What a press asked for and the server has not yet answered: another page, or a drawer that opens or closes beside this one. */
export type Wait = 'page' | 'opening' | 'closing'

interface Awaited {
  readonly wait: Wait
  /** The address asked for; `null` where the browser alone knows it. */
  readonly href: string | null
}

const waits = new Map<symbol, Awaited>()
const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Says that something is awaited, and at which address; what it returns says that it came. */
export function beginWait(wait: Wait, href: string | null = null): () => void {
  const key = Symbol(wait)
  waits.set(key, { wait, href })
  tell()
  return () => {
    if (waits.delete(key)) tell()
  }
}

/** The last thing asked for that has not come, or `null`. */
export function latestWait(): Wait | null {
  return [...waits.values()].at(-1)?.wait ?? null
}

/** The address of the page asked for last that has not come, or `null`. */
export function latestAsked(): string | null {
  return [...waits.values()].findLast(({ wait, href }) => wait === 'page' && href !== null)?.href ?? null
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

const none = (): null => null

/** What the screen waits for now; `null` when everything asked for is there. */
export function useWait(): Wait | null {
  return useSyncExternalStore(watch, latestWait, none)
}

/** Holds a wait for as long as it is not `null`. */
export function useHeldWait(wait: Wait | null, href: string | null = null): void {
  useEffect(() => (wait === null ? undefined : beginWait(wait, href)), [wait, href])
}

/** Goes to an address as a link does, from a key, a choice or a place pressed; what is awaited is shown. */
export function useGo(): (href: string, options?: { readonly scroll?: boolean; readonly replace?: boolean }) => void {
  const router = useRouter()
  const [going, start] = useTransition()
  const asked = useRef<{ readonly wait: Wait; readonly href: string | null }>({ wait: 'page', href: null })
  useEffect(() => (going ? beginWait(asked.current.wait, asked.current.href) : undefined), [going])
  return useCallback((href, { replace = false, scroll } = {}) => {
    asked.current = { wait: waitFor(window.location.href, href), href }
    start(() => (replace ? router.replace(href, { scroll }) : router.push(href, { scroll })))
  }, [router])
}
