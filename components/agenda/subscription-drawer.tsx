'use client'

import { Copy, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useActionState, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { toast } from '../ui/toast.tsx'
import type { SubscriptionState } from './form-state.ts'

interface SubscriptionDrawerProps {
  /** When the address in use was made and last read, in words; `null` where there is none. */
  readonly kept: { readonly since: string; readonly used: string } | null
  readonly closeHref: string
  readonly make: (before: SubscriptionState) => Promise<SubscriptionState>
  readonly end: (before: SubscriptionState) => Promise<SubscriptionState>
}

const NOTHING: SubscriptionState = { address: null, ended: false }

/** The secret address of one's own agenda: made, replaced, ended. It is shown once. */
export function SubscriptionDrawer({ kept, closeHref, make, end }: SubscriptionDrawerProps) {
  const t = useTranslations('agenda.subscription')
  const router = useRouter()
  const [made, makeAction, making] = useActionState(make, NOTHING)
  const [ended, endAction, ending] = useActionState(end, NOTHING)
  const field = useRef<HTMLInputElement>(null)

  async function copy(): Promise<void> {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(made.address ?? '')
      toast({ text: t('copied') })
    } catch {
      // Selected: the keyboard copies it where the browser does not let a page.
    }
  }

  return (
    <Drawer title={t('title')} onClose={() => router.push(closeHref, { scroll: false })}>
      <p className="muted">{t('lead')}</p>
      {made.address !== null && kept !== null && (
        <div className="secret" role="status">
          <Notice sign={TriangleAlert}>{t('once')}</Notice>
          <div className="field">
            <label htmlFor="agenda-address">{t('address')}</label>
            <input ref={field} id="agenda-address" className="input" readOnly value={made.address} onFocus={(event) => event.currentTarget.select()} />
          </div>
          <Button onClick={() => void copy()}><Icon of={Copy} />{t('copy')}</Button>
        </div>
      )}
      {kept === null
        ? <p role="status">{ended.ended ? t('ended') : t('none')}</p>
        : <p className="sm muted">{kept.since} {kept.used}</p>}
      <div className="acts">
        <form action={makeAction}><SubmitButton pending={making} look={kept === null ? 'primary' : 'plain'}>{kept === null ? t('make') : t('renew')}</SubmitButton></form>
        {kept !== null && <form action={endAction}><SubmitButton pending={ending} look="ghost">{t('end')}</SubmitButton></form>}
      </div>
    </Drawer>
  )
}
