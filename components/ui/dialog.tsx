'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useShownDialog } from './use-shown-dialog.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  /** A question that names the thing: « Remplacer le début de l’emploi ? » */
  readonly title: ReactNode
  readonly children: ReactNode
  /** The buttons, the quiet one first. */
  readonly actions?: ReactNode
}

/** The browser's own modal dialog, for what cannot be taken back; it keeps the focus inside and Escape closes it. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const t = useTranslations('common.dialog')
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useShownDialog(box, open)
  return (
    <dialog className="dialog" ref={box} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button className="btn ghost icon" type="button" aria-label={t('close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <div className="dialog-foot">{actions}</div>}
    </dialog>
  )
}
