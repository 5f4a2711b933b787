import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

export interface IconProps {
  readonly of: LucideIcon
  /** 16 inside a line of small text, 18 beside a word (the default), 20 in the rail and the dock. */
  readonly size?: 16 | 18 | 20
  /** Spoken name, for an icon with no word beside it. Without it the icon is silent. */
  readonly label?: string
}

/** A sign beside a word. */
export function Icon({ of: Sign, size = 18, label }: IconProps) {
  return (
    <Sign
      className={classNames('i', size === 16 && 'i-s')}
      width={size}
      height={size}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  )
}
