import '@/components/catalogue/catalogue.css'
import '@/components/rules/rules.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CatalogueScreen } from '@/components/catalogue/catalogue-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('title') }
}

export default async function CataloguePage() {
  const actor = await requireActor()
  return can(actor, 'catalogue.read') ? <CatalogueScreen /> : <ForbiddenScreen />
}
