import Link from './link.tsx'
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Look = 'plain' | 'primary' | 'ghost'

interface ButtonLook {
  /** One `primary` per screen region: the next thing to do. */
  readonly look?: Look
  /** Square, an icon alone: give the button an `aria-label`. */
  readonly iconOnly?: boolean
  /** The full width of its line on a phone. */
  readonly full?: boolean
  readonly children: ReactNode
}

function lookClass({ look = 'plain', iconOnly = false, full = false }: Omit<ButtonLook, 'children'>, extra?: string): string {
  return classNames('btn', look !== 'plain' && look, iconOnly && 'icon', full && 'full', extra)
}

export type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>

/** A verb. `type` is `button` unless said otherwise, so that no button sends a form by accident. */
export function Button({ look, iconOnly, full, className, type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={lookClass({ look, iconOnly, full }, className)} />
}

export type LinkButtonProps = ButtonLook & ComponentProps<typeof Link>

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ look, iconOnly, full, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={lookClass({ look, iconOnly, full }, className)} />
}
