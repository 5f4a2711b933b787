'use client'

import type { ReactNode } from 'react'

/** Leads to a field of the form, unfolding the group it stands in. Without scripts, a link to it. */
export function ChangeLink({ field, about, children }: { readonly field: string; readonly about: string; readonly children: ReactNode }) {
  return (
    <a
      className="why no-print"
      href={`#${field}`}
      aria-label={about}
      onClick={(event) => {
        const target = document.getElementById(field)
        if (target === null) return
        event.preventDefault()
        const group = target.closest('details')
        if (group !== null) group.open = true
        target.focus()
        target.scrollIntoView({ block: 'center' })
      }}
    >
      {children}
    </a>
  )
}
