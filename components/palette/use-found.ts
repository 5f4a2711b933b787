'use client'

import { useEffect, useState } from 'react'
import type { AtHandAnswer, FoundAnswer } from './answers.ts'
import { splitAct } from './entries.ts'

/** A pause in typing after which the search is asked. */
const PAUSE_MS = 60

export type Trouble = 'failed' | 'signedOut' | 'tooFast'

export interface FoundState {
  /** What was typed when this was asked. */
  readonly typed: string
  readonly found: FoundAnswer | null
  readonly afterAct: boolean
  readonly trouble: Trouble | null
}

export const NOTHING_FOUND: FoundState = { typed: '', found: null, afterAct: false, trouble: null }

type Answer<Body> = { readonly body: Body } | { readonly trouble: Trouble }

async function ask<Body>(query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer<Body>> {
  try {
    const answer = await fetch(`/api/find?${new URLSearchParams(query).toString()}`, { signal })
    if (answer.status === 401) return { trouble: 'signedOut' }
    if (answer.status === 429) return { trouble: 'tooFast' }
    return answer.ok ? { body: (await answer.json()) as Body } : { trouble: 'failed' }
  } catch {
    return { trouble: 'failed' }
  }
}

/** The file at hand and the last ones read, asked each time the palette opens; `null` until they are known. */
export function useAtHand(open: boolean, reference: string | null, searches: boolean): AtHandAnswer | null {
  const [hand, setHand] = useState<AtHandAnswer | null>(null)
  useEffect(() => {
    if (!open || !searches) return undefined
    const leaving = new AbortController()
    void ask<AtHandAnswer>(reference === null ? {} : { dossier: reference }, leaving.signal).then((answer) => {
      if ('body' in answer && !leaving.signal.aborted) setHand(answer.body)
    })
    return () => leaving.abort()
  }, [open, reference, searches])
  return hand
}

/** What is found for what is typed: the latest question wins, and the former answer stays until the next one is there. */
export function useFound(typed: string, hand: AtHandAnswer | null, searches: boolean): FoundState {
  const [state, setState] = useState<FoundState>(NOTHING_FOUND)
  useEffect(() => {
    const words = typed.trim()
    if (words === '' || !searches) {
      setState(NOTHING_FOUND)
      return undefined
    }
    const leaving = new AbortController()
    const split = hand === null ? null : splitAct(words, hand.acts)
    const timer = setTimeout(() => {
      void (async () => {
        let answer = await ask<FoundAnswer>({ q: words }, leaving.signal)
        let afterAct = false
        if (split !== null && 'body' in answer && answer.body.files.length === 0) {
          const rest = await ask<FoundAnswer>({ q: split.rest }, leaving.signal)
          afterAct = 'body' in rest && rest.body.files.length > 0
          if (afterAct) answer = rest
        }
        if (leaving.signal.aborted) return
        setState('body' in answer ? { typed: words, found: answer.body, afterAct, trouble: null } : { typed: words, found: null, afterAct: false, trouble: answer.trouble })
      })()
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [typed, hand, searches])
  return state
}
