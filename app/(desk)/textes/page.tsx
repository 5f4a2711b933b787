import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { ownImpacts } from '@/lib/cases/texts/queries.ts'
import { roleReach, standingOf } from './standing.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('own.metaTitle') }
}

/** The texts whose effect was counted on the reader's files. */
export default async function OwnTextsPage() {
  const actor = await requireActor()
  if (!can(actor, 'texts.impact')) return <ForbiddenScreen />
  const [t, locale, texts] = await Promise.all([getTranslations('texts.own'), getLocale(), ownImpacts(actor)])
  const standing = await standingOf(locale)
  return (
    <>
      <div className="screen-head"><div><h1>{t('title')}</h1><p className="muted">{t('lead')}</p></div></div>
      <Card id="texts" title={t('card')}>
        {texts.length === 0
          ? <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>
          : (
            <ul className="own-texts">
              {texts.map((text) => (
                <li key={`${text.code}-${text.computedAt.getTime()}`}>
                  <Link href={`/textes/${text.code}`}>{text.text.title[locale]}</Link>
                  <span>{t(text.publishedAt === null ? 'lineDraft' : 'line', { total: text.total })}. {standing(text)}</span>
                  <span className="faint">{t('operator', { moved: text.operator.moved, live: text.operator.live })}</span>
                </li>
              ))}
            </ul>
          )}
      </Card>
      <footer className="screen-foot"><RoleNote>{t(`role.${roleReach(actor)}`)}</RoleNote></footer>
    </>
  )
}
