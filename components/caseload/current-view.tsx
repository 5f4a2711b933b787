'use client'
import { LayoutList } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useTranslations } from 'next-intl'
import { LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import { UNTOUCHED, type DeskAction, type ViewShown } from './desk-form.ts'

export interface CurrentViewProps {
  readonly view: ViewShown
  readonly modified: boolean
  readonly listSearch: string
  readonly change: DeskAction
}

/** Which view is open; when the list has parted from it, the way back, and for its owner the way to keep the change. */
export function CurrentView({ view, modified, listSearch, change }: CurrentViewProps) {
  const t = useTranslations('views')
  const { state, pending, formProps } = useKeptForm(change, UNTOUCHED)
  return (
    <>
      <div className="caseload-origin">
        <Icon of={LayoutList} />
        <b>{view.own ? t('current.name', { name: view.name }) : t('current.by', { name: view.name, owner: view.ownerName })}</b>
        {modified && (
          <>
            <span>{t('current.modified')}</span>
            {view.own && (
              <form {...formProps}>
                <input type="hidden" name="id" value={view.id} />
                <input type="hidden" name="version" value={view.version} />
                <input type="hidden" name="search" value={listSearch} />
                <SubmitButton look="plain" pending={pending}>{t('current.update')}</SubmitButton>
              </form>
            )}
            <LinkButton look="ghost" href={view.href} scroll={false}>{t('current.back')}</LinkButton>
          </>
        )}
      </div>
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
    </>
  )
}

/** Every view, over the list: where the side bar has no room for them. */
export function ViewStrip({ views, current }: { views: readonly ViewShown[]; current: string | null }) {
  const t = useTranslations('views')
  if (views.length === 0) return null
  return (
    <nav className="views view-strip" aria-label={t('nav')}>
      <ul>
        <li><Link href="/dossiers" aria-current={current === null ? 'page' : undefined} scroll={false}>{t('all')}</Link></li>
        {views.map((view) => (
          <li key={view.id}><Link href={view.href} aria-current={view.id === current ? 'page' : undefined} scroll={false}>{view.name}</Link></li>
        ))}
      </ul>
    </nav>
  )
}
