'use client'

import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'

/** The address of the simulation, to be read, selected or copied. */
export function CopyLink({ address }: { readonly address: string }) {
  const t = useTranslations('simulator.link')
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState<'copied' | 'select' | null>(null)
  useEffect(() => setDone(null), [address])

  async function copy(): Promise<void> {
    // A page that is not served over HTTPS has no clipboard: the address is then selected, to be copied by hand.
    const copied = 'clipboard' in navigator && (await navigator.clipboard.writeText(address).then(() => true, () => false))
    if (!copied) input.current?.select()
    setDone(copied ? 'copied' : 'select')
  }

  return (
    <div className="sim-copy">
      <input ref={input} className="input ltr" readOnly value={address} aria-label={t('label')} onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={() => void copy()}><Icon of={Link2} />{t('copy')}</Button>
      <span className="sm" role="status">{done === null ? '' : t(done)}</span>
    </div>
  )
}
