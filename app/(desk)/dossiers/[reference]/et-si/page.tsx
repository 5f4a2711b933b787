import '@/components/file/file.css'
import '@/components/file/comparison/comparison.css'
import '@/components/file/what-if/what-if.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { legalWords } from '@/components/file/legal-words.ts'
import { readWhatIfAddress } from '@/components/file/what-if/address.ts'
import { queryProblems, readQuestion } from '@/components/file/what-if/question.ts'
import { WhatIfScreen } from '@/components/file/what-if/what-if-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { whatIf } from '@/lib/cases/queries/what-if.ts'

type Props = PageProps<'/dossiers/[reference]/et-si'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('whatIf')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function WhatIfPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const locale = await getLocale()
  const address = readWhatIfAddress(await searchParams)
  const { question, problems } = readQuestion(address, locale)
  const asked = (await whatIf(actor, (await params).reference, question)) ?? notFound()
  const words = legalWords(locale, asked.view.file.regime)
  return <WhatIfScreen asked={asked} words={words} address={address} problems={[...problems, ...queryProblems(asked.errors, asked.view.today, locale)]} />
}
