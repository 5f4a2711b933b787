import { CircleCheck, Info, ListChecks, LockKeyhole, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Something to know, neither good nor bad. */
export function Notice({ sign = Info, children }: { readonly sign?: LucideIcon; readonly children: ReactNode }) {
  return (
    <div className="note">
      <Icon of={sign} />
      <div>{children}</div>
    </div>
  )
}

export interface DoneNoticeProps {
  /** « Pré-bilan enregistré, dans les 8 jours ». */
  readonly title: ReactNode
  /** What comes next. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What was just recorded, and what comes next; stays on the page. */
export function DoneNotice({ title, children, action }: DoneNoticeProps) {
  return (
    <div className="done" role="status">
      <Icon of={CircleCheck} />
      <div>
        <b>{title}</b>
        {children !== undefined && <p>{children}</p>}
      </div>
      {action}
    </div>
  )
}

/** « Ce que ce rôle voit »: at the foot of a screen whose content depends on the role. */
export function RoleNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="role">
      <Icon of={LockKeyhole} />
      <span>{children}</span>
    </p>
  )
}

export interface EmptyStateProps {
  readonly sign?: LucideIcon
  /** « Rien à faire aujourd’hui ». */
  readonly title: ReactNode
  /** What comes next, or why the list is empty. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** A list with nothing in it, said as a sentence. */
export function EmptyState({ sign = ListChecks, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon of={sign} />
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}

/** Lines of the height of those to come. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label?: string }) {
  const t = useTranslations('common')
  return (
    <div className="skeleton" role="status">
      <span className="vh">{label ?? t('loading')}</span>
      <SkeletonLines count={lines} />
    </div>
  )
}

/** The same lines, saying nothing. */
export function SkeletonLines({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, line) => (
    <div key={line} aria-hidden="true">
      <i style={{ width: '38%' }} />
      <i style={{ width: '64%' }} />
    </div>
  ))
}
