'use client'

import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { useRouter } from 'next/navigation'
import { Drawer } from '@/components/ui/drawer.tsx'

export interface MenuItem {
  readonly kind: string
  readonly label: string
  readonly href: string
}
export interface ActMenuProps {
  readonly due: readonly MenuItem[]
  readonly groups: readonly { readonly title: string; readonly items: readonly MenuItem[] }[]
  readonly others: readonly MenuItem[]
  readonly closeHref: string
}

/** « Enregistrer un fait »: what deadlines wait for, what the law admits today, then the others. */
export function ActMenu({ due, groups, others, closeHref }: ActMenuProps) {
  const t = useTranslations('acts.menu')
  const router = useRouter()
  return (
    <Drawer title={t('title')} onClose={() => router.push(closeHref, { scroll: false })}>
      <p className="sm muted">{t('lead')}</p>
      {due.length > 0 && <Group title={t('due')} items={due} />}
      {groups.map(({ title, items }) => <Group key={title} title={title} items={items} />)}
      {others.length > 0 && (
        <details className="menu-others">
          <summary>{t('others')}</summary>
          <p className="sm muted">{t('othersLead')}</p>
          <Items items={others} />
        </details>
      )}
    </Drawer>
  )
}

function Group({ title, items }: { readonly title: string; readonly items: readonly MenuItem[] }) {
  return <section><h3 className="menu-h">{title}</h3><Items items={items} /></section>
}

function Items({ items }: { readonly items: readonly MenuItem[] }) {
  return <ul className="menu-acts">{items.map(({ kind, label, href }) => <li key={kind}><Link href={href} scroll={false}>{label}</Link></li>)}</ul>
}
