'use client'
import type { ReactNode } from 'react'
import { SubmitButton } from '../ui/submit-button.tsx'
import { toast } from '../ui/toast.tsx'

/** What a form of one button does; it answers what to tell. */
export type ToldAction = (form: FormData) => Promise<string>

/** One button: what it did is told in the notice of the page, even where its own line is gone by then. */
export function ToldForm({ action, name, value, children }: { readonly action: ToldAction; readonly name: string; readonly value: string; readonly children: ReactNode }) {
  return (
    <form action={async (form) => toast({ text: await action(form) })}>
      <input type="hidden" name={name} value={value} />
      <SubmitButton look="ghost">{children}</SubmitButton>
    </form>
  )
}
