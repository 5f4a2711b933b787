import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { MovedFiles } from '@/components/texts/moved-files.tsx'
import { TextDetails } from '@/components/texts/text-details.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { Pagination } from '@/components/ui/pagination.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import { MOVED_FILES_SHOWN, ownImpact } from '@/lib/cases/texts/queries.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { roleReach, standingOf } from '../standing.ts'

type Props = PageProps<'/textes/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).code) }
}

/** What a text does to the reader's own files, each before and after. */
export default async function OwnTextPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  if (!can(actor, 'texts.impact')) return <ForbiddenScreen />
  const code = decodeURIComponent((await params).code)
  const asked = (await searchParams)['page']
  const page = typeof asked === 'string' && /^[1-9]\d{0,5}$/u.test(asked) ? Number(asked) : 1
  const read = await ownImpact(actor, code, page)
  if (read === null) notFound()
  const [t, locale, inForce] = await Promise.all([getTranslations('texts.own'), getLocale(), textsForReading()])
  const standing = await standingOf(locale)
  const beside = { ...inForce, agreements: inForce.agreements.filter((text) => text.code !== code) }
  return (
    <>
      <p className="texts-crumb"><Link href="/textes">{t('back')}</Link></p>
      <div className="screen-head">
        <div>
          <h1>{read.text.title[locale]}</h1>
          <p className="muted"><b>{t(read.publishedAt === null ? 'lineDraft' : 'line', { total: read.total })}.</b> {standing(read)}</p>
          <p className="hint">{t('operator', { moved: read.operator.moved, live: read.operator.live })} {t('counted', { day: formatDayPlain(day(read.onDay), locale) })}</p>
        </div>
      </div>
      <div className="texts-stack">
        <Card id="files" title={t('caption')}>
          {read.total === 0
            ? <EmptyState title={t('noneTitle')}>{t('noneLead')}</EmptyState>
            : (
              <>
                <MovedFiles files={read.files} />
                {read.total > MOVED_FILES_SHOWN && <Pagination page={page} pageSize={MOVED_FILES_SHOWN} total={read.total} address={`/textes/${code}`} />}
              </>
            )}
        </Card>
        <TextDetails text={read.text} beside={beside} />
      </div>
      <footer className="screen-foot"><RoleNote>{t(`role.${roleReach(actor)}`)}</RoleNote></footer>
    </>
  )
}
