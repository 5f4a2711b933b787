import '@/components/file/file.css'
import '@/components/file/comparison/comparison.css'
import '@/components/file/what-if/what-if.css'
import '@/components/file/two-days/two-days.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { legalWords } from '@/components/file/legal-words.ts'
import { readTwoDays } from '@/components/file/two-days/address.ts'
import { TwoDaysScreen } from '@/components/file/two-days/two-days-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { twoDays } from '@/lib/cases/queries/two-days.ts'

type Props = PageProps<'/dossiers/[reference]/deux-jours'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('twoDays')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function TwoDaysPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const asked = readTwoDays(await searchParams)
  const compared = (await twoDays(actor, (await params).reference, asked)) ?? notFound()
  const words = legalWords(await getLocale(), compared.view.file.regime)
  return <TwoDaysScreen compared={compared} words={words} unread={asked.unread} />
}
