import '@/components/file/file.css'
import '@/components/documents/documents.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IssuedScreen } from '@/components/documents/issued-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { issuedView } from '@/lib/documents/queries.ts'

type Props = PageProps<'/dossiers/[reference]/documents/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).number }
}

export default async function IssuedPage({ params }: Props) {
  const { reference, number } = await params
  const issued = (await issuedView(await requireActor(), reference, number)) ?? notFound()
  return <IssuedScreen issued={issued} />
}
