import '@/components/file/file.css'
import '@/components/documents/documents.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DocumentsScreen } from '@/components/documents/documents-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { requireActor } from '@/lib/access/session.ts'
import { fileDocuments } from '@/lib/documents/queries.ts'

type Props = PageProps<'/dossiers/[reference]/documents'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('documents')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function DocumentsPage({ params }: Props) {
  const actor = await requireActor()
  const documents = (await fileDocuments(actor, (await params).reference)) ?? notFound()
  return <DocumentsScreen documents={documents} words={legalWords(await getLocale(), documents.view.file.regime)} />
}
