import '@/components/worklist/screen.css'
import '@/components/file/file.css'
import '@/components/documents/documents.css'
import '@/components/templates/templates.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { TemplateScreen } from '@/components/templates/template-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { previewTemplate } from '@/lib/documents/preview-template.ts'
import { mayWriteTemplates, templateView } from '@/lib/documents/write-template.ts'
import { keepTemplate } from '../actions.ts'

type Props = PageProps<'/administration/modeles/[kind]'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

export default async function TemplatePage({ params }: Props) {
  const [actor, { kind }] = [await requireActor(), await params]
  if (!mayWriteTemplates(actor)) return <ForbiddenScreen />
  const template = (await templateView(actor, kind)) ?? notFound()
  return <TemplateScreen template={template} preview={await previewTemplate(actor, kind, template.body, null)} action={keepTemplate} />
}
