import '@/components/file/file.css'
import '@/components/documents/documents.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { AttachmentsCard } from '@/components/attachments/attachments-card.tsx'
import { factChoices } from '@/components/attachments/fact-choices.ts'
import { DocumentsScreen } from '@/components/documents/documents-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { requireActor } from '@/lib/access/session.ts'
import { attachmentsOf } from '@/lib/cases/attachments/attachments.ts'
import { fileDocuments } from '@/lib/documents/queries.ts'
import { withdrawAction } from '../../../../_attachments/actions.ts'

type Props = PageProps<'/dossiers/[reference]/documents'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('documents')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function DocumentsPage({ params }: Props) {
  const actor = await requireActor()
  const { reference } = await params
  const documents = (await fileDocuments(actor, reference)) ?? notFound()
  const [attached, locale] = await Promise.all([attachmentsOf(actor, reference), getLocale()])
  return (
    <DocumentsScreen
      documents={documents}
      words={legalWords(locale, documents.view.file.regime)}
      attachments={attached !== null && (
        <AttachmentsCard {...attached} reference={reference} timeZone={actor.timeZone} facts={factChoices(documents.view.facts, locale)} withdraw={withdrawAction} />
      )}
    />
  )
}
