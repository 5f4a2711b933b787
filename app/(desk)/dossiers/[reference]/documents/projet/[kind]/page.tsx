import '@/components/file/file.css'
import '@/components/documents/documents.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { DraftScreen } from '@/components/documents/draft-screen.tsx'
import { legalWords } from '@/components/file/legal-words.ts'
import { firstOf } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { draftView } from '@/lib/documents/queries.ts'
import { issue } from '../../actions.ts'

type Props = PageProps<'/dossiers/[reference]/documents/projet/[kind]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('documents')
  return { title: t('pageTitle', { reference: (await params).reference }) }
}

export default async function DraftPage({ params, searchParams }: Props) {
  const [actor, { reference, kind }, query] = [await requireActor(), await params, await searchParams]
  const about = firstOf(query, 'fait')
  const draft = (await draftView(actor, reference, kind, about === '' ? null : about)) ?? notFound()
  return <DraftScreen draft={draft} words={legalWords(await getLocale(), draft.view.file.regime)} submissionId={crypto.randomUUID()} action={issue} />
}
