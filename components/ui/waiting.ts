'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useSyncExternalStore, useTransition } from 'react'
import { waitFor } from './drawer-address.ts'

/** What a press asked for and the server has not yet answered: another page, or a drawer that opens or closes beside this one. */
export type Wait = 'page' | 'opening' | 'closing'

const waits = new Map<symbol, Wait>()
const watchers = new Set<() => void>()

function tell(): void {
  for (const watcher of watchers) watcher()
}

/** Says that something is awaited; what it returns says that it came. */
export function beginWait(wait: Wait): () => void {
  const key = Symbol(wait)
  waits.set(key, wait)
  tell()
  return () => {
    if (waits.delete(key)) tell()
  }
}

/** The last thing asked for that has not come, or `null`. */
export function latestWait(): Wait | null {
  return [...waits.values()].at(-1) ?? null
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
export function useHeldWait(wait: Wait | null): void {
  useEffect(() => (wait === null ? undefined : beginWait(wait)), [wait])
}

/** Goes to an address as a link does, from a key, a choice or a place pressed; what is awaited is shown. */
export function useGo(): (href: string, options?: { readonly scroll?: boolean; readonly replace?: boolean }) => void {
  const router = useRouter()
  const [going, start] = useTransition()
  const wait = useRef<Wait>('page')
  useEffect(() => (going ? beginWait(wait.current) : undefined), [going])
  return useCallback((href, { replace = false, scroll } = {}) => {
    wait.current = waitFor(window.location.href, href)
    start(() => (replace ? router.replace(href, { scroll }) : router.push(href, { scroll })))
  }, [router])
}
