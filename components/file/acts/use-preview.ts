'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { PreviewView } from './act-state.ts'

const PAUSE_MS = 400

interface Preview {
  readonly preview: PreviewView | null
  readonly computing: boolean
  /** To call at each change of the form. */
  readonly refresh: () => void
}

/** Asks the server what the form would do, once typing pauses; an answer that comes after a later question is dropped. */
export function usePreview(form: RefObject<HTMLFormElement | null>, ask: (form: FormData) => Promise<PreviewView>): Preview {
  const [preview, setPreview] = useState<PreviewView | null>(null)
  const [computing, setComputing] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const question = useRef(0)

  const refresh = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (form.current === null) return
      question.current += 1
      const mine = question.current
      setComputing(true)
      ask(new FormData(form.current))
        .catch((): PreviewView => ({ kind: 'failed' }))
        .then((answer) => {
          if (mine !== question.current) return
          setPreview(answer)
          setComputing(false)
        })
    }, PAUSE_MS)
  }, [form, ask])

  useEffect(() => {
    refresh()
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
    }
  }, [refresh])

  return { preview, computing, refresh }
}
