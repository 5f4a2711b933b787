import '@/components/committees/committees.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommitteeScreen } from '@/components/committees/committee-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { committeeView } from '@/lib/steering/committees/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('committees'))('reader.title') }
}

/** One committee, for the members of its territory. */
export default async function CommitteeMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  if (actor.role !== 'committee') return <ForbiddenScreen />
  const view = (await committeeView(actor, (await params).id)) ?? notFound()
  const t = await getTranslations('committees')
  return (
    <>
      <CommitteeScreen view={view} root="/comite/reunions" packs="/comite/lots" />
      <footer className="screen-foot"><RoleNote>{t('role.committee')}</RoleNote></footer>
    </>
  )
}
