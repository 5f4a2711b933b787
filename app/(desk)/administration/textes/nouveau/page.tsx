import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { TextForm } from '@/components/texts/text-form.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { textsToWriteBeside } from '@/lib/cases/texts/queries.ts'
import { saveDraft } from '../actions.ts'
import { formView } from '../form-view.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('form.newTitle') }
}

/** A blank text. */
export default async function NewTextPage() {
  const actor = await requireActor()
  const beside = await textsToWriteBeside(actor, null)
  if (beside === null) return <ForbiddenScreen />
  const t = await getTranslations('texts.form')
  return (
    <>
      <div className="screen-head"><div><h1>{t('newTitle')}</h1><p className="muted">{t('lead')}</p></div></div>
      <TextForm view={await formView(null, beside)} code={null} version={null} back="/administration/textes" action={saveDraft} />
    </>
  )
}
