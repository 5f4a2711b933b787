'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
const PAUSE_MS = 400

interface Preview<Answer> {
  readonly preview: Answer | null
  readonly computing: boolean
  /** To call at each change of the form. */
  readonly refresh: () => void
}

/**
 * Asks the server what the form would do, once typing pauses; an answer that comes after a later
 * question is dropped. `failed` is shown when the server could not answer.
 */
export function usePreview<Answer>(
  form: RefObject<HTMLFormElement | null>, ask: (form: FormData) => Promise<Answer>, failed: Answer,
): Preview<Answer> {
  const [preview, setPreview] = useState<Answer | null>(null)
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
      void ask(new FormData(form.current))
        .catch(() => failed)
        .then((answer) => {
          if (mine !== question.current) return
          setPreview(answer)
          setComputing(false)
        })
    }, PAUSE_MS)
  }, [form, ask, failed])

  useEffect(() => {
    refresh()
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
    }
  }, [refresh])

  return { preview, computing, refresh }
}
