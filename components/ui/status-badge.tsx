import { Ban, CircleCheck, CircleDashed, Clock, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeadlineState } from '../../lib/wording/deadline-state.ts'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

const signs: Record<DeadlineState, LucideIcon> = {
  met: CircleCheck,
  planned: CircleDashed,
  soon: Clock,
  overdue: TriangleAlert,
  cancelled: Ban,
}

export interface StatusBadgeProps {
  readonly state: DeadlineState
  /** « Dans 3 jours », « Tenue le 3 févr. 2026 »; the state's own word unless given. */
  readonly children?: ReactNode
  /** On a coloured ground, where it stands alone. */
  readonly badge?: boolean
}

/** A deadline's state: always a word, a sign and a colour together. */
export function StatusBadge({ state, children, badge = false }: StatusBadgeProps) {
  const t = useTranslations('common.deadline')
  return (
    <span className={classNames('st', state, badge && 'badge')}>
      <Icon of={signs[state]} size={16} />
      <span>{children ?? t(state)}</span>
    </span>
  )
}
