import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface CardProps {
  /** Id of the heading: names the region. */
  readonly id: string
  readonly title: ReactNode
  /** Beside the title: a note, a button. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A titled region of a page. */
export function Card({ id, title, aside, className, children }: CardProps) {
  return (
    <section className={classNames('card', className)} aria-labelledby={id}>
      <div className="card-h">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      <div className="card-b">{children}</div>
    </section>
  )
}
