import './notices.css'
import { Bell as BellSign } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Icon } from '@/components/ui/icon.tsx'

/** The way to what one was told, with the number of mornings not read yet. */
export function Bell({ unread }: { readonly unread: number }) {
  const t = useTranslations('digest')
  return (
    <Link className="btn ghost icon bell" href="/notifications" aria-label={unread === 0 ? t('bell') : t('bellUnread', { count: unread })}>
      <Icon of={BellSign} />
      {unread > 0 && <span className="bell-count" aria-hidden="true">{unread > 9 ? '9+' : unread}</span>}
    </Link>
  )
}
