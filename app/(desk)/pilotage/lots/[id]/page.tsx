import '@/components/basin/basin.css'
import '@/components/charts/charts.css'
import '@/components/packs/packs.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { KeepFresh } from '@/components/exports/keep-fresh.tsx'
import { CommentsForm } from '@/components/packs/comments-form.tsx'
import { IssueForm } from '@/components/packs/issue-form.tsx'
import { FilesCard } from '@/components/packs/pack-files.tsx'
import { PackScreen } from '@/components/packs/pack-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Card } from '@/components/ui/card.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { packView, type PackView } from '@/lib/steering/packs/queries.ts'
import { PACK_SECTIONS } from '@/lib/steering/packs/sections.ts'
import { shownPack, shownRevisions } from '@/lib/steering/packs/shown.ts'
import { placeText } from '@/lib/indicators/slices.ts'
import { commentAction, discardAction, issueAction, makeFilesAction, prepareAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('list.metaTitle') }
}

const REFRESH_EVERY = 1_500

/** A draft is commented and issued; an issued pack can be replaced. */
async function Work({ view }: { view: PackView }) {
  const t = await getTranslations('packs')
  const { id, version, content } = view
  if (content.number !== null) {
    if (view.replacedBy !== null) return null
    return (
      <form action={prepareAction} className="no-print">
        <input type="hidden" name="place" value={placeText(content.place)} />
        <input type="hidden" name="quarter" value={content.quarter.code} />
        <SubmitButton look="plain">{t('pack.supersede')}</SubmitButton>
      </form>
    )
  }
  return (
    <>
      <Card id="issue" title={t('pack.issue.title')}>
        <IssueForm id={id} version={version} edition={content.edition.number} replaces={content.replaces} action={issueAction} />
        <form action={discardAction} className="pack-discard">
          <input type="hidden" name="id" value={id} />
          <SubmitButton look="ghost">{t('pack.discard')}</SubmitButton>
        </form>
      </Card>
      <Card id="comments" title={t('pack.comments.title')} aside={<span className="est">{t('pack.comments.note')}</span>}>
        <CommentsForm key={version} id={id} version={version} sections={PACK_SECTIONS.map((section) => ({ section, title: t(`section.${section}`), text: content.comments[section] ?? '' }))} action={commentAction} />
      </Card>
    </>
  )
}

export default async function PackPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  if (actor.role === 'committee' || !can(actor, 'pack.read')) return <ForbiddenScreen />
  const view = (await packView(actor, (await params).id)) ?? notFound()
  const { content, files, mayPrepare } = view
  const underWay = files.making?.state === 'waiting' || files.making?.state === 'running'
  return (
    <>
      {underWay && <KeepFresh every={REFRESH_EVERY} />}
      <PackScreen
        view={view} pack={shownPack(content)} since={view.since === null ? null : shownRevisions(view.since, content.locale)} root="/pilotage/lots"
        files={<FilesCard id={view.id} view={files} timeZone={actor.timeZone} make={mayPrepare && (content.number === null || files.files.length === 0) ? makeFilesAction : null} />}
        work={mayPrepare ? <Work view={view} /> : null}
      />
    </>
  )
}
