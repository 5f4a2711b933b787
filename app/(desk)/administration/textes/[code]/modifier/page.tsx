import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { TextForm } from '@/components/texts/text-form.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { managedText, textsToWriteBeside } from '@/lib/cases/texts/queries.ts'
import { saveDraft } from '../../actions.ts'
import { formView } from '../../form-view.ts'

type Props = PageProps<'/administration/textes/[code]/modifier'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('form.editTitle', { code: decodeURIComponent((await params).code) }) }
}

/** A draft written again; or, from a published text, the edition that is to take its place. */
export default async function EditTextPage({ params }: Props) {
  const actor = await requireActor()
  if (!can(actor, 'texts.manage')) return <ForbiddenScreen />
  const code = decodeURIComponent((await params).code)
  const read = await managedText(actor, code)
  if (read === null || !(read.may.edit || read.may.supersede)) notFound()
  const beside = await textsToWriteBeside(actor, code)
  if (beside === null) return <ForbiddenScreen />
  const t = await getTranslations('texts.form')
  const edition = read.may.supersede
  return (
    <>
      <div className="screen-head"><div><h1>{t(edition ? 'editionTitle' : 'editTitle', { code })}</h1><p className="muted">{t(edition ? 'editionLead' : 'lead')}</p></div></div>
      <TextForm view={await formView(read.text.text, beside)} code={code} version={edition ? null : read.text.version} back={`/administration/textes/${code}`} action={saveDraft} />
    </>
  )
}
