'use client'

import { useTranslations } from 'next-intl'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button.tsx'

export type SubmitButtonProps = Omit<ButtonProps, 'type'> & {
  /** From `useKeptForm`; a form with a plain `action` knows by itself. */
  readonly pending?: boolean
  /** Said while the answer is awaited; « Enregistrement… » unless given. */
  readonly pendingWords?: string
}

/** Sends its form, once: while the answer is awaited it says so and a second press does nothing. */
export function SubmitButton({ pending, pendingWords, look = 'primary', children, onClick, ...rest }: SubmitButtonProps) {
  const t = useTranslations('common')
  const status = useFormStatus()
  const waiting = pending ?? status.pending
  return (
    <Button
      {...rest}
      look={look}
      type="submit"
      aria-disabled={waiting}
      aria-busy={waiting}
      onClick={(event) => (waiting ? event.preventDefault() : onClick?.(event))}
    >
      {waiting ? (pendingWords ?? t('saving')) : children}
    </Button>
  )
}
