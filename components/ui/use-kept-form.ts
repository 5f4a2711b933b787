'use client'

import { startTransition, useActionState, type FormEvent } from 'react'

export type FormAction<State> = (previous: State, form: FormData) => Promise<State>

interface KeptForm<State> {
  readonly state: State
  readonly pending: boolean
  /** Spread on `<form>`. Works without JavaScript too. */
  readonly formProps: {
    readonly action: (form: FormData) => void
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
    readonly noValidate: true
  }
}

/**
 * A form sent to a server action that keeps what was typed when it is refused: React empties a form
 * after its `action`, so the submission is dispatched by hand. One submission at a time.
 */
export function useKeptForm<State>(action: FormAction<State>, initial: Awaited<State>): KeptForm<State> {
  const [state, dispatch, pending] = useActionState<State, FormData>(action, initial)
  return {
    state,
    pending,
    formProps: {
      action: dispatch,
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        if (pending) return
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => dispatch(form))
      },
    },
  }
}
