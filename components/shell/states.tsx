import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '../ui/button.tsx'

/** A whole screen that says one thing and where to go from it. */
export function StateScreen({ title, children, actions }: { readonly title: ReactNode; readonly children: ReactNode; readonly actions: ReactNode }) {
  return (
    <div className="state-screen">
      <h1>{title}</h1>
      <div className="state-lead">{children}</div>
      <p className="acts">{actions}</p>
    </div>
  )
}

/** The same words for an address that does not exist and for one that is not ours to open. */
export function NotFoundScreen() {
  const t = useTranslations('states.notFound')
  return (
    <StateScreen title={t('title')} actions={<LinkButton look="primary" href="/">{t('home')}</LinkButton>}>
      <p>{t('lead')}</p>
    </StateScreen>
  )
}

/** A screen that exists and that this role does not open. */
export function ForbiddenScreen() {
  const t = useTranslations('states.forbidden')
  return (
    <StateScreen title={t('title')} actions={<LinkButton look="primary" href="/">{t('home')}</LinkButton>}>
      <p>{t('lead')}</p>
    </StateScreen>
  )
}
