import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SideViews } from '@/components/caseload/side-views.tsx'
import { Bell } from '@/components/notices-of-day/bell.tsx'
import { Frame } from '@/components/shell/frame.tsx'
import { accentProperties } from '@/lib/access/accent.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { ownGuidance } from '@/lib/access/guidance.ts'
import { operatorAccent } from '@/lib/access/operator-accent.ts'
import { readTogether } from '@/lib/access/read-together.ts'
import { TEXTS_READ_ON } from '@/lib/accord/index.ts'
import { sideBarViews } from '@/lib/cases/lists/view-counts.ts'
import { MOST_COUNTED } from '@/lib/cases/lists/views.ts'
import { waitingCounts } from '@/lib/cases/queries/waiting.ts'
import { civilDay, isOnSetDay } from '@/lib/clock/civil-day.ts'
import { logoVersion } from '@/lib/documents/logo.ts'
import { unreadDigests } from '@/lib/notify/digests.ts'
import { formatDayPlain } from '@/lib/wording/format/day.ts'
import { shownView } from '../(desk)/dossiers/list-address.ts'
import { keepLocale, keepTheme, keepTourSeen } from './actions.ts'

interface SignedFrameProps {
  readonly actor: Actor
  readonly children: ReactNode
}

/** The frame of every screen of someone signed in, filled for them. */
export async function SignedFrame({ actor, children }: SignedFrameProps) {
  const locale = await getLocale()
  const [today, isSet] = await Promise.all([civilDay(actor.timeZone), isOnSetDay(actor.timeZone)])
  const { counts, accent, logo, views, guidance, unread } = await readTogether(actor, async () => ({
    counts: await waitingCounts(actor, today),
    accent: await operatorAccent(actor),
    logo: await logoVersion(actor),
    views: await sideBarViews(actor, today),
    guidance: await ownGuidance(actor),
    unread: await unreadDigests(actor),
  }))
  return (
    <Frame
      viewer={{ name: actor.displayName, role: actor.role, operatorName: actor.operatorName, logo: logo === null ? null : `/api/documents/logo?v=${logo}` }}
      accent={accent === null ? undefined : accentProperties(accent)}
      counts={counts ?? {}}
      views={<SideViews most={MOST_COUNTED} views={views.map((view) => ({ id: view.id, name: view.name, href: shownView(view).href, count: view.count, by: view.own ? null : view.ownerName }))} />}
      guidance={guidance}
      keepTourSeen={keepTourSeen}
      textsUpTo={formatDayPlain(TEXTS_READ_ON, locale)}
      setDay={isSet ? formatDayPlain(today, locale) : null}
      bell={actor.operatorId === null ? undefined : <Bell unread={unread} />}
      theme={actor.theme}
      keepTheme={keepTheme}
      keepLocale={keepLocale}
    >
      {children}
    </Frame>
  )
}
