'use client'

import { CircleCheck } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'

/** An export that is ready: its download begins by itself, once, and the page stays where it is. */
export function StartDownload({ id }: { readonly id: string }) {
  const t = useTranslations('exports.ready')
  const link = useRef<HTMLAnchorElement>(null)
  const begun = useRef<string | null>(null)
  useEffect(() => {
    if (begun.current === id) return
    begun.current = id
    link.current?.click()
  }, [id])
  return (
    <div className="done export-ready" role="status">
      <Icon of={CircleCheck} />
      <div>
        <b>{t('title')}</b>
        <p>{t('lead')}</p>
      </div>
      <a ref={link} className="btn" href={`/api/exports/${id}`} download>{t('again')}</a>
      <Link className="btn ghost" href="/exports">{t('mine')}</Link>
    </div>
  )
}
