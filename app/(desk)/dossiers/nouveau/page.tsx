import '@/components/employer/employer.css'
import '@/components/file/file.css'
import '@/components/opening/opening.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { OpeningScreen } from '@/components/opening/opening-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { candidates, openingBasins } from '@/lib/cases/queries/team.ts'
import { askEmployersAction, openAction, previewAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('opening'))('title') }
}

export default async function OpeningPage() {
  const actor = await requireActor()
  const basins = await openingBasins(actor)
  if (basins.length === 0) notFound()
  const people = await Promise.all(basins.map(async ({ code }) =>
    (await candidates(actor, code)).map(({ id, name }) => ({ value: id, label: name, basinCode: code }))))
  return (
    <OpeningScreen
      submissionId={crypto.randomUUID()}
      basins={basins.map(({ code, name }) => ({ value: code, label: name }))}
      people={people.flat()}
      asksCounsellor={actor.role !== 'counsellor'}
      action={openAction}
      ask={previewAction}
      askEmployers={askEmployersAction}
    />
  )
}
