import '@/components/administration/administration.css'
import '@/components/worklist/screen.css'
import '@/components/templates/templates.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { TemplatesScreen } from '@/components/templates/templates-screen.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { ownLogo } from '@/lib/documents/logo.ts'
import { templateLines } from '@/lib/documents/write-template.ts'
import { keepLogo } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('templates'))('title') }
}

export default async function TemplatesPage() {
  const actor = await requireActor()
  const [lines, logo] = [await templateLines(actor), await ownLogo(actor)]
  if (lines === null) return <ForbiddenScreen />
  return <TemplatesScreen lines={lines} operatorName={actor.operatorName ?? ''} logo={logo === null ? null : { width: logo.width, height: logo.height, bytes: logo.image.length }} keepLogo={keepLogo} />
}
