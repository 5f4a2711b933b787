import '@/components/basin/basin.css'
import '@/components/charts/charts.css'
import '@/components/packs/packs.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/packs/pack-files.tsx'
import { PackScreen } from '@/components/packs/pack-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { packView } from '@/lib/steering/packs/queries.ts'
import { shownPack } from '@/lib/steering/packs/shown.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('committee.metaTitle') }
}

/** An issued pack, for the committee of its place. */
export default async function CommitteePackPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  if (actor.role !== 'committee') return <ForbiddenScreen />
  const view = (await packView(actor, (await params).id)) ?? notFound()
  const t = await getTranslations('packs')
  return (
    <>
      <PackScreen view={view} pack={shownPack(view.content)} since={null} root="/comite/lots" files={<FilesCard id={view.id} view={view.files} timeZone={actor.timeZone} make={null} />} work={null} />
      <footer className="screen-foot"><RoleNote>{t('committee.role')}</RoleNote></footer>
    </>
  )
}
