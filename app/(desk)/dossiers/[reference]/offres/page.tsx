import '@/components/file/file.css'
import '@/components/offers/offers.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ActDrawer, opensDrawer } from '@/components/file/acts/act-drawer.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { readOffersAddress } from '@/components/offers/address.ts'
import { OffersScreen } from '@/components/offers/offers-screen.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { previewAct, sendAct } from '../actions.ts'

type Props = PageProps<'/dossiers/[reference]/offres'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('offers')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function OffersPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const address = readOffersAddress(await searchParams)
  const view = (await fileView(actor, (await params).reference)) ?? notFound()
  const words = legalWords(await getLocale(), view.file.regime)
  const act = { act: address.act }
  const drawer = address.act !== undefined && opensDrawer(view, act)
    ? <ActDrawer view={view} words={words} address={act} submissionId={crypto.randomUUID()} action={sendAct} ask={previewAct} place="offers" offer={address.offer} />
    : null
  return (
    <DrawerLayout drawer={drawer}>
      <OffersScreen view={view} words={words} />
    </DrawerLayout>
  )
}
