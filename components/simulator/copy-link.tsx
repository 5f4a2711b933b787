'use client'

import { Check, Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'

const ADDRESS_FIELD = 'adresse'

/** Copies the address of the simulation; where the browser will not, goes to the field that shows it. */
export function CopyLink({ address }: { readonly address: string }) {
  const t = useTranslations('simulator.link')
  const [copied, setCopied] = useState(false)
  useEffect(() => setCopied(false), [address])

  async function copy(): Promise<void> {
    // A page that is not served over HTTPS has no clipboard: the address is then selected, to be copied by hand.
    const done = 'clipboard' in navigator && (await navigator.clipboard.writeText(address).then(() => true, () => false))
    setCopied(done)
    if (!done) document.getElementById(ADDRESS_FIELD)?.focus()
  }

  return (
    <>
      <Button onClick={() => void copy()}><Icon of={copied ? Check : Link2} />{t(copied ? 'copied' : 'copy')}</Button>
      <span className="vh" role="status">{copied ? t('copied') : ''}</span>
    </>
  )
}

/** The address, to be read, selected and copied without a script. */
export function AddressField({ address, hint }: { readonly address: string; readonly hint: string }) {
  const t = useTranslations('simulator.link')
  return (
    <div className="field">
      <label htmlFor={ADDRESS_FIELD}>{t('label')}</label>
      <p className="hint" id="adresse-hint">{hint}</p>
      <input id={ADDRESS_FIELD} className="input ltr" readOnly value={address} aria-describedby="adresse-hint" onFocus={(event) => event.currentTarget.select()} />
    </div>
  )
}
