'use client'

import { useEffect, type RefObject } from 'react'

/** Keeps the browser's modal dialog open or closed, as it is told. */
export function useShownDialog(box: RefObject<HTMLDialogElement | null>, open: boolean): void {
  useEffect(() => {
    const dialog = box.current
    if (dialog === null) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [box, open])
}
