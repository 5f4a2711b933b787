import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ModelDrawer } from '@/components/mail/model-drawer.tsx'
import { ModelsScreen, NEW_MODEL } from '@/components/mail/models-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { answerOf } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { mailModels } from '@/lib/notify/models.ts'
import { TOKENS } from '@/lib/templates/tokens.ts'
import { keepModel } from './actions.ts'

type Props = PageProps<'/administration/courriels'>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.models'))('title') }
}

export default async function MailModelsPage({ searchParams }: Props) {
  const actor = await requireActor()
  const models = await mailModels(actor)
  if (models === null) return <ForbiddenScreen />
  const asked = answerOf(await searchParams, 'modele')
  const model = models.find(({ key }) => key === asked) ?? null
  const drawer = model === null && asked !== NEW_MODEL ? null : (
    <ModelDrawer
      key={`${asked}-${model?.version ?? 0}`}
      model={model === null ? null : { key: model.key, version: model.version, name: model.name, subject: model.subject, body: model.body, retired: model.retired }}
      tokens={TOKENS.map(({ name, label }) => ({ name, label: label[actor.locale] }))}
      closeHref="/administration/courriels"
      action={keepModel}
    />
  )
  return <DrawerLayout drawer={drawer}><ModelsScreen models={models} /></DrawerLayout>
}
